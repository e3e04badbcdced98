import { expect, test } from "vitest";
import { isoWeek } from "./iso-week";

test.each([
  ["2026-11-25", 48],
  ["2026-01-01", 1],
  ["2027-01-01", 53],
  ["2027-01-04", 1],
  ["2024-12-30", 1],
  ["2028-12-31", 52],
])("%s is in week %i", (day, week) => {
  expect(isoWeek(day)).toBe(week);
});
