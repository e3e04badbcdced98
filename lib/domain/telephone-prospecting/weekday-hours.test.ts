import { describe, expect, it, test } from "vitest";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { clockIn } from "@/lib/domain/time/zones";
import { evaluateUnder } from "./house-rules";
import { callAt, CLEAN, consentGiven } from "./prospecting.fixture";
import { PROSPECTING_RULES } from "./statute";
import { TERRITORIES, type Territory } from "./territories";
import {
  closesWholeWeek,
  houseWindowsOn,
  looseningsOf,
  nextHouseWindow,
  NO_TIGHTENING,
  type Tightening,
} from "./tightening";
import { houseHoursOn, type WeekdayHours } from "./weekday-hours";

const row = (day: number, from: string | null = null, until: string | null = null): WeekdayHours => ({
  day,
  from,
  until,
});
const house = (weekdays: WeekdayHours[], others: Partial<Tightening> = {}): Tightening => ({
  ...NO_TIGHTENING,
  ...others,
  weekdays,
});
const all = (from: string | null, until: string | null) =>
  [1, 2, 3, 4, 5, 6, 7].map((day) => row(day, from, until));

/** Monday 23 to Sunday 29 November 2026: a week without a holiday of France. */
const dayOfWeek = (weekday: number) => addDaysToDay("2026-11-22", weekday);
const shownOn = (own: Tightening, day: string, territory: Territory = "FR") =>
  houseWindowsOn(own, [territory], day)
    .map((window) => [window.from, window.until].map((at) => clockIn("Europe/Paris", at)).join("-"))
    .join(" ");

const LAW = "10:00-13:00 14:00-20:00";

describe("windows of the house", () => {
  test.each<[string, Tightening, string[]]>([
    ["no row", house([]), [LAW, LAW, LAW, LAW, LAW, "", ""]],
    ["one row", house([row(1, "11:00", "12:30")]), ["11:00-12:30", "", "", "", "", "", ""]],
    [
      "two rows of a day, written in any order",
      house([row(2, "16:00", "18:00"), row(2, "10:30", "12:00")]),
      ["", "10:30-12:00 16:00-18:00", "", "", "", "", ""],
    ],
    [
      "two rows that meet",
      house([row(3, "15:00", "16:00"), row(3, "16:00", "17:00")]),
      ["", "", "15:00-17:00", "", "", "", ""],
    ],
    [
      "two rows that overlap",
      house([row(3, "15:00", "17:00"), row(3, "16:00", "18:00")]),
      ["", "", "15:00-18:00", "", "", "", ""],
    ],
    [
      "a row over the break of the law",
      house([row(4, "12:00", "15:00")]),
      ["", "", "", "12:00-13:00 14:00-15:00", "", "", ""],
    ],
    [
      "open ends",
      house([row(1), row(2, "15:00"), row(3, null, "11:00")]),
      [LAW, "15:00-20:00", "10:00-11:00", "", "", "", ""],
    ],
    [
      "a row for every day",
      house(all("11:00", "12:00")),
      ["11:00-12:00", "11:00-12:00", "11:00-12:00", "11:00-12:00", "11:00-12:00", "", ""],
    ],
    [
      "hours of every day beside rows",
      house([row(1), row(5, "10:30", "19:00")], { opensAt: "12:00", closesAt: "18:00" }),
      ["12:00-13:00 14:00-18:00", "", "", "", "12:00-13:00 14:00-18:00", "", ""],
    ],
    [
      "midnight as an end",
      house([row(1, "18:00", "00:00"), row(2, "18:00", "24:00")]),
      ["18:00-20:00", "18:00-20:00", "", "", "", "", ""],
    ],
    ["a Saturday alone", house([row(6, "10:00", "12:00")]), ["", "", "", "", "", "", ""]],
    ["the break of the law alone", house([row(1, "13:00", "14:00")]), ["", "", "", "", "", "", ""]],
  ])("%s", (_name, own, expected) => {
    const days = [1, 2, 3, 4, 5, 6, 7].map(dayOfWeek);
    expect(days.map((day) => shownOn(own, day))).toEqual(expected);
    expect(closesWholeWeek(own)).toBe(expected.every((windows) => windows === ""));
  });

  it("are none on a holiday of the law, of a territory or of the house", () => {
    const fridays = house([row(5, "10:00", "12:00")], {
      closedDays: ["2026-12-04"],
      closesLocalHolidays: true,
    });
    // 25 December 2026 is a Friday; 26 March 2027 is Good Friday, a holiday of FR that the law leaves open.
    const days = ["2026-12-04", "2026-12-11", "2026-12-25", "2027-03-26"];
    expect(days.map((day) => shownOn(fridays, day))).toEqual(["", "10:00-12:00", "", ""]);
    expect(shownOn({ ...fridays, closesLocalHolidays: false }, "2027-03-26")).toBe("10:00-12:00");
  });
});

describe("a call", () => {
  const consent = consentGiven("2026-06-01", { until: "2027-05-01" });
  const own = house([row(1, "10:00", "12:00"), row(1, "16:00", "18:00"), row(5)]);
  test.each<[number, string, string | null]>([
    [1, "10:00", null],
    [1, "11:59", null],
    [1, "12:00", "house-hours"],
    [1, "15:59", "house-hours"],
    [1, "16:00", null],
    [1, "18:00", "house-hours"],
    [2, "11:00", "house-days"],
    [3, "11:00", "house-days"],
    [4, "11:00", "house-days"],
    [5, "19:59", null],
    [6, "11:00", "house-days"],
    [7, "11:00", "house-days"],
  ])("on day %i at %s: %s", (weekday, clock, reason) => {
    const call = callAt(`${dayOfWeek(weekday)}T${clock}:00+01:00`);
    const found = evaluateUnder(own, call, { ...CLEAN, consent }, PROSPECTING_RULES);
    expect(found.filter(({ rule }) => rule.startsWith("house-")).map((one) => one.reason)).toEqual(
      reason === null ? [] : [reason],
    );
  });

  it("at an appointment stands on a day that the house closes, and not on one that the law closes", () => {
    const agreed = { ...CLEAN, consent, agreedTime: "precise" as const };
    const found = evaluateUnder(own, callAt(`${dayOfWeek(2)}T11:00:00+01:00`), agreed, PROSPECTING_RULES);
    expect(found.filter(({ isHouse }) => isHouse)).toEqual([]);
  });
});

describe("what a form refuses", () => {
  test.each<[string, Tightening, string[]]>([
    ["two parts of one day", house([row(1, "10:00", "12:00"), row(1, "16:00", "20:00")]), []],
    ["a day without hours", house([row(3)]), []],
    ["a day that the law closes", house([row(6, "10:00", "12:00"), row(7)]), []],
    ["an end before its beginning", house([row(1, "15:00", "14:00")]), ["weekdays.0.until hoursCrossed"]],
    ["an end at its beginning", house([row(1), row(1, "15:00", "15:00")]), ["weekdays.1.until hoursCrossed"]],
    [
      "more than the law",
      house([row(1, "08:00", "21:00")]),
      ["weekdays.0.from looser", "weekdays.0.until looser"],
    ],
    [
      "nothing beside the hours of every day",
      house([row(1, "10:00", "11:00")], { opensAt: "12:00" }),
      ["weekdays.0.until hoursCrossed"],
    ],
    ["midnight as a beginning", house([row(1, "24:00")]), ["weekdays.0.until hoursCrossed"]],
  ])("%s", (_name, own, expected) => {
    expect(looseningsOf(own).map(({ field, key }) => `${field} ${key}`)).toEqual(expected);
  });
});

it("joins and orders what several rows of a day leave open, whatever the day", () => {
  for (const day of [1, 2, 3, 4, 5, 6, 7]) {
    const own = house([row(day, "16:00", "17:00"), row(day, null, "11:00"), row(day, "10:30", "12:00")]);
    expect(houseHoursOn(own, day)).toEqual([
      { from: 0, until: 720 },
      { from: 960, until: 1020 },
    ]);
    expect(houseHoursOn(own, (day % 7) + 1)).toEqual([]);
  }
});

describe("the next window", () => {
  /** Days until the next window, looked for day by day. */
  const naive = (own: Tightening, territory: Territory, day: string) => {
    for (let ahead = 0; ahead < 1000; ahead += 1) {
      const [window] = houseWindowsOn(own, [territory], addDaysToDay(day, ahead));
      if (window) return window;
    }
    return null;
  };

  it("of a lone day of the week is never further than five weeks of holidays", () => {
    for (const weekday of [1, 2, 3, 4, 5])
      for (const territory of TERRITORIES) {
        const own = house([row(weekday)], { closesLocalHolidays: true });
        let run = 0;
        for (let day = addDaysToDay("2023-03-05", weekday); day < "2041-01-01"; day = addDaysToDay(day, 7)) {
          run = houseWindowsOn(own, [territory], day).length > 0 ? 0 : run + 1;
          expect(run).toBeLessThanOrEqual(5);
        }
      }
  });

  it("is found beyond days that the house closes itself", () => {
    const closedDays = Array.from({ length: 12 }, (_, week) => addDaysToDay("2026-11-24", 7 * week));
    const own = house([row(2, "11:00", "12:00")], { closedDays });
    const at = Date.parse("2026-11-23T09:00:00Z");
    expect(nextHouseWindow(own, ["FR"], at)).toEqual(naive(own, "FR", "2026-11-23"));
  });

  it("is none where the house closes the whole week", () => {
    for (const own of [house([row(6)]), house([row(1, "13:00", "14:00")])])
      expect(nextHouseWindow(own, TERRITORIES, Date.parse("2026-11-23T09:00:00Z"))).toBeNull();
  });
});
