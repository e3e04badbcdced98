import { expect, it } from "vitest";
import { readPhoneNumber } from "./phone-number";

it.each([
  ["06 12 34 56 78", "+33612345678"],
  ["0033 6 12 34 56 78", "+33612345678"],
  ["+33 (0)6 12 34 56 78", "+33612345678"],
  ["06.12.34.56.78", "+33612345678"],
  ["+590 690 12 34 56", "+590690123456"],
  ["+212 522 22 22 22", "+212522222222"],
  ["06 12 34 56", null],
  ["00", null],
  ["client", null],
  ["", null],
])("%s is %s", (text, expected) => {
  expect(readPhoneNumber(text)).toBe(expected);
});
