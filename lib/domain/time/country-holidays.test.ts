import Holidays from "date-holidays";
import { describe, expect, it } from "vitest";
import { countryHolidays, knowsHolidaysOf } from "./country-holidays";

const YEARS = [2026, 2027, 2028, 2029, 2030, 2031, 2032];
const COUNTRIES = "AD AT BE CH CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LU LV MC MT NL NO PL PT SE SI".split(
  " ",
);

const isWeekday = (isoDay: string) => ![0, 6].includes(new Date(`${isoDay}T00:00:00Z`).getUTCDay());

describe("countryHolidays", () => {
  it.each(COUNTRIES)("%s has the weekdays that a library kept by many has", (country) => {
    const stored = new Holidays(country);
    for (const year of YEARS) {
      const theirs = stored
        .getHolidays(year)
        .filter(({ type, date }) => type === "public" && !date.includes(" 13:"))
        .map(({ date }) => date.slice(0, 10));
      expect(countryHolidays(country, year).filter(isWeekday)).toEqual(
        [...new Set(theirs)].sort().filter(isWeekday),
      );
    }
  });

  // Known differences of that library: Bulgaria compensates for days on weekends, Cyprus begins Lent on a
  // Monday, Iceland's summer begins on a Thursday after the 18th, Slovakia works on 8 May and 15 September in
  // 2026 alone, Romania lists the year with two days, Liechtenstein includes Assumption and All Saints.
  it.each([
    // Fixed days alone; 14 January since 2024, 31 October since 2025.
    ["MA", 2027, "01-01 01-11 01-14 07-30 08-20 11-18"],
    ["MA", 2025, "01-01 01-14 05-01 07-30 08-14 08-20 08-21 10-31 11-06 11-18"],
    ["MA", 2023, "01-11 05-01 08-14 08-21 11-06"],
    ["BG", 2028, "01-03 03-03 04-14 04-17 05-01 05-08 05-24 09-06 09-22 12-25 12-26 12-27"],
    ["CY", 2027, "01-01 01-06 03-15 03-25 04-01 04-30 05-03 06-21 10-01 10-28"],
    ["IS", 2030, "01-01 04-18 04-19 04-22 04-25 05-01 05-30 06-10 06-17 08-05 12-25 12-26"],
    ["RO", 2026, "01-01 01-02 01-06 01-07 04-10 04-13 05-01 06-01 11-30 12-01 12-25"],
    ["SK", 2026, "01-01 01-06 04-03 04-06 05-01 12-24 12-25"],
    ["SK", 2027, "01-01 01-06 03-26 03-29 07-05 09-15 11-01 12-24"],
    ["SK", 2028, "01-06 04-14 04-17 05-01 05-08 07-05 08-29 09-15 11-01 12-25 12-26"],
    ["LI", 2027, "01-01 01-06 03-29 05-06 05-17 05-27 09-08 11-01 12-08"],
  ])("%s %i on weekdays", (country, year, days) => {
    expect(countryHolidays(country, year).filter(isWeekday)).toEqual(
      days.split(" ").map((day) => `${year}-${day}`),
    );
  });

  // Law 241/1993 as amended for 2026 alone: both days are holidays again in 2027.
  it.each([
    ["2025-05-08", true],
    ["2025-09-15", true],
    ["2026-05-08", false],
    ["2026-09-15", false],
    ["2027-05-08", true],
    ["2027-09-15", true],
    ["2031-09-15", true],
    ["2026-05-01", true],
    ["2026-07-05", true],
  ])("in Slovakia %s is a holiday: %s", (day, expected) => {
    expect(countryHolidays("SK", Number(day.slice(0, 4))).includes(day)).toBe(expected);
  });

  it("knows nothing but weekends of a country that is not in the table", () => {
    expect(knowsHolidaysOf("MA")).toBe(false);
    expect([knowsHolidaysOf("MG"), countryHolidays("MG", 2026)]).toEqual([false, []]);
  });
});
