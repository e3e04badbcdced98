import { expect, it } from "vitest";
import { readLeads } from "./reminder-choice";

it.each([
  ["", []],
  ["7, 30; 1", [30, 7, 1]],
  ["0", [0]],
  ["7 7 30", [30, 7]],
  ["30، 7", [30, 7]],
  ["365", [365]],
  ["366", null],
  ["-1", null],
  ["a week", null],
  ["1.5", null],
  ["1 2 3 4 5 6 7", null],
])("%s is read as %j", (text, leads) => expect(readLeads(text)).toEqual(leads));
