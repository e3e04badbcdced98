import { describe, expect, it } from "vitest";
import { coveredDays } from "./covered-days";

const PERIOD = { from: "2026-09-01", until: "2026-11-29" };
/** Counts that hold from a day on, the first before any. */
const counted =
  (...steps: [day: string, count: number][]) =>
  (day: string) =>
    steps.findLast(([from]) => from <= day)?.[1] ?? 0;

describe("coveredDays", () => {
  it.each([
    [
      "covered on a day",
      [
        ["2026-01-01", 3],
        ["2026-11-02", 0],
      ],
      ["2026-11-02"],
      [{ day: "2026-11-02", points: 3 }],
    ],
    [
      "covered in part",
      [
        ["2026-01-01", 3],
        ["2026-11-02", 1],
      ],
      ["2026-11-02"],
      [],
    ],
    ["never beyond", [["2026-01-01", 0]], ["2026-11-02"], []],
    [
      "covered before the period",
      [
        ["2026-01-01", 3],
        ["2026-08-31", 0],
      ],
      ["2026-08-31"],
      [],
    ],
    [
      "covered tomorrow",
      [
        ["2026-01-01", 3],
        ["2026-11-30", 0],
      ],
      ["2026-11-30"],
      [],
    ],
    [
      "covered twice, a day named twice",
      [
        ["2026-01-01", 2],
        ["2026-09-10", 0],
        ["2026-10-01", 1],
        ["2026-11-02", 0],
      ],
      ["2026-11-02", "2026-09-10", "2026-11-02"],
      [
        { day: "2026-09-10", points: 2 },
        { day: "2026-11-02", points: 1 },
      ],
    ],
    ["no day", [["2026-01-01", 3]], [], []],
  ] as [string, [string, number][], string[], object[]][])("%s", (_, steps, days, expected) => {
    expect(coveredDays(days, PERIOD, counted(...steps))).toEqual(expected);
  });

  it("asks for entries that stood unchanged before the day", () => {
    const asked: [string, string][] = [];
    coveredDays(["2026-11-02"], PERIOD, (day, before) => asked.push([day, before]));
    expect(asked).toEqual([
      ["2026-11-01", "2026-11-02"],
      ["2026-11-02", "2026-11-02"],
    ]);
  });
});
