import { expect, test } from "vitest";
import { preserveDateWords } from "./date-words";

const march = { value: "2024-03", text: "mars 2024" };
const typed = { value: "2024-03", text: "" };
const april = { value: "2024-04", text: "" };

test.each([
  ["the same date keeps its words", { startsOn: march }, { startsOn: typed }, { startsOn: march }],
  ["another date takes its own", { startsOn: march }, { startsOn: april }, { startsOn: april }],
  ["a date taken off is gone", { startsOn: march }, { startsOn: null }, { startsOn: null }],
  ["a first date is as it was typed", { startsOn: null }, { startsOn: typed }, { startsOn: typed }],
  [
    "in a row too, beside a row that is new",
    { destinations: [{ place: "Rabat", signedOn: march }] },
    {
      destinations: [
        { place: "Fès", signedOn: typed },
        { place: "", signedOn: typed },
      ],
    },
    {
      destinations: [
        { place: "Fès", signedOn: march },
        { place: "", signedOn: typed },
      ],
    },
  ],
  [
    "what is no date is as it was said",
    { activity: "a", persons: ["x"] },
    { persons: ["y"] },
    { persons: ["y"] },
  ],
])("%s", (_, before, stated, expected) => {
  expect(preserveDateWords(before, stated)).toEqual(expected);
});
