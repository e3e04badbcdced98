import { expect, test } from "vitest";
import { shortenCodes } from "./gap-codes";

test.each([
  [["REG-3", "REG-5", "REG-8"], "REG-3 · 5 · 8"],
  [["REG-6"], "REG-6"],
  [["REG-2", "ADV-1", "ADV-4", "REG-9"], "REG-2 · ADV-1 · 4 · REG-9"],
  [["representative", "measures"], "representative · measures"],
  [[], ""],
])("%j reads %s", (codes, expected) => {
  expect(shortenCodes(codes)).toBe(expected);
});
