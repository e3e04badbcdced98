import { expect, it } from "vitest";
import { phoneNumberReader, readPhoneNumber } from "./phone-number";

it.each([
  ["06 12 34 56 78", "+33612345678"],
  ["0033 6 12 34 56 78", "+33612345678"],
  ["+33 (0)6 12 34 56 78", "+33612345678"],
  ["06.12.34.56.78", "+33612345678"],
  ["+590 690 12 34 56", "+590690123456"],
  ["0692 12 34 56", "+262692123456"],
  ["0696 12 34 56", "+596696123456"],
  // Two territories have it.
  ["55 08 12", null],
  ["+212 522 22 22 22", "+212522222222"],
  ["06 12 34 56", null],
  ["00", null],
  ["client", null],
  ["", null],
])("%s is %s", (text, expected) => {
  expect(readPhoneNumber(text)).toBe(expected);
});

it.each([
  ["MA", "06 12 34 56 78", "+212612345678"],
  ["MA", "+33 6 12 34 56 78", "+33612345678"],
  ["BE", "0478 12 34 56", "+32478123456"],
  ["CH", "079 123 45 67", "+41791234567"],
  ["GB", "07911 123456", "+447911123456"],
  ["FR", "06 12 34 56 78", "+33612345678"],
  // A Moroccan mobile as much as a French one.
  [null, "06 12 34 56 78", null],
  [null, "+33 6 12 34 56 78", "+33612345678"],
  [null, "01 70 18 00 01", "+33170180001"],
  ["AQ", "06 12 34 56 78", null],
  ["AQ", "+33 6 12 34 56 78", "+33612345678"],
])("of a controller of %s, %s is %s", (country, text, expected) => {
  expect(phoneNumberReader(country)(text)).toBe(expected);
});
