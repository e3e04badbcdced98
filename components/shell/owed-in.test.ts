import { expect, it } from "vitest";
import { owedIn } from "./owed-in";

const GAPS = [
  { section: "terms", level: "required" },
  { section: "terms", level: "advisable" },
  { section: "term", level: "advisable" },
] as const;

it("opens a section for what is owed or advised, counts what is required, and closes the others", () => {
  expect(owedIn(GAPS, "terms")).toEqual({ owed: 1, isOpen: true });
  expect(owedIn(GAPS, "term")).toEqual({ owed: 0, isOpen: true });
  expect(owedIn(GAPS, "scope")).toEqual({ owed: 0, isOpen: false });
});
