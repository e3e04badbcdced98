import { expect, it } from "vitest";
import { weekDue } from "./weekly";

const SINCE = Date.parse("2026-11-01T00:00:00Z");
const MONDAY_AT_SEVEN = { choice: "owed", weekday: 1, hour: 7, since: SINCE } as const;

// 23 November 2026 is a Monday; Casablanca is at +00:00 then, and at +01:00 in July.
it.each([
  ["a minute before", MONDAY_AT_SEVEN, "2026-11-23T06:59:00Z", null],
  ["at its hour", MONDAY_AT_SEVEN, "2026-11-23T07:00:00Z", "2026-11-23"],
  ["late, once the machine wakes", MONDAY_AT_SEVEN, "2026-11-25T15:00:00Z", "2026-11-23"],
  ["on the last day of the week", MONDAY_AT_SEVEN, "2026-11-29T23:00:00Z", "2026-11-23"],
  ["before the next week's hour", MONDAY_AT_SEVEN, "2026-11-30T06:00:00Z", null],
  ["on Friday", { ...MONDAY_AT_SEVEN, weekday: 5 }, "2026-11-23T08:00:00Z", null],
  ["on Sunday at 23:00", { ...MONDAY_AT_SEVEN, weekday: 7, hour: 23 }, "2026-11-29T23:30:00Z", "2026-11-23"],
  ["an hour ahead in summer", { ...MONDAY_AT_SEVEN, since: 0 }, "2026-07-06T06:00:00Z", "2026-07-06"],
  [
    "chosen after its hour",
    { ...MONDAY_AT_SEVEN, since: Date.parse("2026-11-24T00:00:00Z") },
    "2026-11-25T15:00:00Z",
    null,
  ],
  ["not chosen", { ...MONDAY_AT_SEVEN, choice: "none" as const }, "2026-11-23T08:00:00Z", null],
])("is due %s", (_when, weekly, now, week) => {
  expect(weekDue(weekly, Date.parse(now))).toBe(week);
});
