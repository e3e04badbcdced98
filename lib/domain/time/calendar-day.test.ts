import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDaysToDay, addMonthsToDay, daysBetween } from "./calendar-day";

const anyDay = fc
  .integer({ min: Date.UTC(2000, 0) / 86_400_000, max: Date.UTC(2100, 0) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

describe("addMonthsToDay", () => {
  it.each([
    ["2026-11-24", 12, "2027-11-24"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2026-12-31", 2, "2027-02-28"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-01-15", -1, "2025-12-15"],
    ["2026-11-24", 0, "2026-11-24"],
  ])("%s and %i months is %s", (day, months, expected) => expect(addMonthsToDay(day, months)).toBe(expected));

  it("lands in the month asked for", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -240, max: 240 }), (day, months) => {
        const index = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7));
        expect(index(addMonthsToDay(day, months))).toBe(index(day) + months);
      }),
    );
  });
});

describe("days", () => {
  it.each([
    ["2026-11-24", "2026-11-25", 1],
    ["2024-02-28", "2024-03-01", 2],
    ["2026-03-28", "2026-03-30", 2],
    ["2026-11-24", "2026-11-24", 0],
    ["2026-11-24", "2025-11-24", -365],
  ])("from %s to %s there are %i", (from, to, days) => expect(daysBetween(from, to)).toBe(days));

  it("added come back as the difference", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
        expect(daysBetween(day, addDaysToDay(day, days))).toBe(days);
      }),
    );
  });
});
