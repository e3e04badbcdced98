import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { commonSpans, DAY_MINUTES, fillDay, joinSpans, restOfDay } from "@/lib/domain/choice/day-spans";
import { coverOf, hasTimes, type StatedTimes, WEEKDAYS } from "@/lib/domain/choice/stop-times";
import { initialTimes, STOP_TIMES_FIELDS, typedTimes, windowKey } from "./stop-times-fields";

const fields = z.object(STOP_TIMES_FIELDS);
const again = (times: StatedTimes | null) => typedTimes(fields.parse(initialTimes(times)));

/** Monday 7 December 2026 in Paris, in winter. */
const MONDAY = Date.parse("2026-12-07T00:00:00+01:00");

/** Minutes of a week, in steps of a quarter of an hour, at which contact is refused. */
function refusedIn(times: StatedTimes | null): number[] {
  if (times === null) return [];
  const quarters = Array.from({ length: 7 * 96 }, (_, quarter) => quarter * 15);
  return quarters.filter((minute) => {
    const asked = { at: MONDAY + minute * 60_000, day: "2026-12-07" };
    return coverOf({ ...times, zones: ["Europe/Paris"] }, asked) === "whole";
  });
}

const quarter = fc
  .integer({ min: 0, max: 95 })
  .map(
    (index) =>
      `${String(Math.floor(index / 4)).padStart(2, "0")}:${String((index % 4) * 15).padStart(2, "0")}`,
  );
const hours = fc.record({ from: quarter, until: quarter }).filter(({ from, until }) => from !== until);
const windows = fc
  .array(
    fc
      .tuple(hours, hours, fc.integer({ min: 0, max: 2 }))
      .map(([one, other, count]) => [one, other].slice(0, count)),
    { minLength: 7, maxLength: 7 },
  )
  .map((days) => days.flatMap((parts, index) => parts.map((part) => ({ day: index + 1, ...part }))));
const stated = fc
  .record({ windows, days: fc.uniqueArray(fc.constantFrom(...WEEKDAYS)), hours: fc.option(hours) })
  .map(({ hours: every, ...times }): StatedTimes => ({ ...times, ...every }))
  .filter(hasTimes);

describe("times of an objection in a form", () => {
  it("refuse the same minutes once they were shown and sent again", () => {
    fc.assert(
      fc.property(stated, (times) => {
        expect(refusedIn(again(times))).toEqual(refusedIn(times));
        expect(again(again(times))).toEqual(again(times));
      }),
      { numRuns: 40 },
    );
  });

  it.each<[string, Record<string, { from: string; until: string }>, Partial<StatedTimes>]>([
    [
      "two parts of a day",
      { d1: { from: "08:00", until: "10:00" }, d1b: { from: "18:00", until: "20:00" } },
      {
        windows: [
          { day: 1, from: "08:00", until: "10:00" },
          { day: 1, from: "18:00", until: "20:00" },
        ],
      },
    ],
    [
      "the second part alone",
      { d3b: { from: "18:00", until: "00:00" } },
      { windows: [{ day: 3, from: "18:00", until: "00:00" }] },
    ],
    [
      "parts that touch, as one",
      { d1: { from: "10:00", until: "12:00" }, d1b: { from: "08:00", until: "10:00" } },
      { windows: [{ day: 1, from: "08:00", until: "12:00" }] },
    ],
    [
      "parts that overlap, as one",
      { d1: { from: "08:00", until: "11:00" }, d1b: { from: "09:00", until: "12:00" } },
      { windows: [{ day: 1, from: "08:00", until: "12:00" }] },
    ],
    [
      "morning and evening, as what lies around the afternoon",
      { d1: { from: "00:00", until: "12:00" }, d1b: { from: "18:00", until: "00:00" } },
      { windows: [{ day: 1, from: "18:00", until: "12:00" }] },
    ],
    [
      "parts that fill a day, as the day",
      { d1: { from: "00:00", until: "12:00" }, d1b: { from: "12:00", until: "00:00" } },
      { days: [1] },
    ],
  ])("keep %s", (_, barredWindows, times) => {
    expect(typedTimes(fields.parse({ barredWindows }))).toEqual(times);
  });

  it("have two parts of each day, and no more", () => {
    const keys = WEEKDAYS.flatMap((day) => [windowKey(day, 1), windowKey(day, 2)]);
    const ofKey = (key: string) =>
      fields.safeParse({ barredWindows: { [key]: { from: "", until: "" } } }).success;
    expect(keys.every(ofKey)).toBe(true);
    expect(["d8", "d1c", "d1bb"].some(ofKey)).toBe(false);
  });
});

describe("parts of a day", () => {
  const span = fc.record({
    from: fc.integer({ min: 0, max: DAY_MINUTES - 1 }),
    until: fc.integer({ min: 0, max: DAY_MINUTES }),
  });
  const spans = fc.array(span, { maxLength: 4 });

  it("and the rest of the day share nothing and fill it", () => {
    fc.assert(
      fc.property(spans, (parts) => {
        expect(commonSpans(parts, restOfDay(parts))).toEqual([]);
        expect(fillDay([...parts, ...restOfDay(parts)])).toBe(true);
        expect(commonSpans(parts, parts)).toEqual(joinSpans(parts));
      }),
    );
  });
});
