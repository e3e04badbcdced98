import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DUTIES, OWN } from "./duties";
import { ALL, axisEnd, figuresOf, monthsOf, runsOf, SHARED, trendBegin, trendOf } from "./trend";

const read = (day: string, lacking: number) => ({ day, subjects: 10, lacking });

describe("trendOf", () => {
  it("leaves a day that nobody read unknown, between days that were", () => {
    const trend = trendOf({ from: "2026-11-01", to: "2026-11-04" }, [
      read("2026-11-01", 8),
      read("2026-11-04", 2),
      read("2026-10-31", 9),
    ]);
    expect(trend.map(({ figure }) => figure?.lacking ?? null)).toEqual([8, null, null, 2]);
    expect(runsOf(trend)).toEqual([
      { isRead: true, from: 0, to: 0 },
      { isRead: false, from: 1, to: 2 },
      { isRead: true, from: 3, to: 3 },
    ]);
  });

  it("has twelve months, over a leap day too", () => {
    expect(trendBegin("2026-11-24")).toBe("2025-11-25");
    const length = (today: string) => trendOf({ from: trendBegin(today), to: today }, []).length;
    expect([length("2026-11-24"), length("2028-11-24")]).toEqual([365, 366]);
  });
});

it("gives each month its last day that was read, and none where none was", () => {
  const trend = trendOf({ from: "2026-10-30", to: "2026-12-02" }, [
    read("2026-11-03", 5),
    read("2026-11-20", 4),
    read("2026-12-02", 3),
  ]);
  expect(monthsOf(trend)).toEqual([
    { month: "2026-10", last: null, read: 0, days: 2 },
    {
      month: "2026-11",
      read: 2,
      days: 30,
      last: { day: "2026-11-20", figure: { subjects: 10, lacking: 4 } },
    },
    {
      month: "2026-12",
      read: 1,
      days: 2,
      last: { day: "2026-12-02", figure: { subjects: 10, lacking: 3 } },
    },
  ]);
});

it("stores every duty of the whole, and each party that has a subject", () => {
  const figures = figuresOf([
    { controllerId: "a", isOwn: false, duty: "register", subjects: 3, lacking: 1 },
    { controllerId: null, isOwn: true, duty: "register", subjects: 2, lacking: 2 },
    { controllerId: null, isOwn: false, duty: "transfers", subjects: 1, lacking: 0 },
  ]);
  expect(figures.filter(({ party }) => party === ALL).map(({ duty }) => duty)).toEqual(DUTIES);
  expect(figures).toContainEqual({ party: ALL, duty: "register", subjects: 5, lacking: 3 });
  expect(figures.filter(({ party }) => party !== ALL).map(({ party }) => party)).toEqual(["a", OWN, SHARED]);
});

it("ends an axis at or above the highest figure, and within ten times of it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (most) => {
      expect(axisEnd(most)).toBeGreaterThanOrEqual(most);
      expect(axisEnd(most)).toBeLessThan(most * 10);
    }),
  );
  expect([0, 1, 3, 6, 11, 200].map(axisEnd)).toEqual([1, 1, 5, 10, 20, 200]);
});
