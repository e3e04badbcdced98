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
  ["0262 20 12 34", "+262262201234"],
  ["0269 61 12 34", "+262269611234"],
  ["0590 82 34 56", "+590590823456"],
  ["0594 30 12 34", "+594594301234"],
  ["0596 51 23 45", "+596596512345"],
  ["(0596) 51-23-45", "+596596512345"],
  ["0508 41 12 34", "+508411234"],
  // A spreadsheet took the zero.
  ["596512345", "+596596512345"],
  ["0639 02 34 56", "+262639023456"],
  ["0690 12 34 56", "+590690123456"],
  ["0694 12 34 56", "+594694123456"],
  ["0805 12 34 56", "+33805123456"],
])("%s has the code of its territory, whichever parts of France are named", (text, expected) => {
  for (const countries of [["FR"], ["RE"], ["MQ"], ["YT", "FR"], ["NC"]])
    expect(phoneNumberReader({ countries })(text)).toBe(expected);
});

it.each([
  ["NC", "75 12 34", "+687751234"],
  ["PF", "87 12 34 56", "+68987123456"],
  ["PM", "41 12 34", "+508411234"],
  ["WF", "82 12 34", "+681821234"],
  ["FR", "75 12 34", null],
  // Eight digits may be a number of which some are lost.
  ["FR", "87 12 34 56", null],
  ["RE", "87 12 34 56", null],
  ["FR", "+689 87 12 34 56", "+68987123456"],
])("of a client of %s, %s is %s: a plan of its own is that of its territory", (country, text, expected) => {
  expect(phoneNumberReader(country)(text)).toBe(expected);
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
