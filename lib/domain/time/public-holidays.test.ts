import { describe, expect, it } from "vitest";
import { easterSunday, frenchHolidays, isWorkingDay, nextWorkingDay } from "./public-holidays";

describe("easterSunday", () => {
  // Dates include the earliest and the latest possible, and years where a shorter rule is wrong.
  it.each([
    ["2008-03-23"],
    ["2024-03-31"],
    ["2025-04-20"],
    ["2026-04-05"],
    ["2027-03-28"],
    ["2038-04-25"],
    ["1954-04-18"],
    ["1981-04-19"],
    ["2049-04-18"],
    ["2076-04-19"],
  ])("%s", (day) => {
    expect(easterSunday(Number(day.slice(0, 4)))).toBe(day);
  });

  it("is a Sunday between 22 March and 25 April of every year", () => {
    for (let year = 1583; year < 3000; year += 1) {
      const day = easterSunday(year);
      expect(new Date(`${day}T00:00:00Z`).getUTCDay()).toBe(0);
      expect(day.slice(5) >= "03-22" && day.slice(5) <= "04-25", day).toBe(true);
    }
  });
});

describe("frenchHolidays", () => {
  it("are the eleven of 2026", () => {
    expect(frenchHolidays(2026)).toEqual([
      "2026-01-01",
      "2026-04-06",
      "2026-05-01",
      "2026-05-08",
      "2026-05-14",
      "2026-05-25",
      "2026-07-14",
      "2026-08-15",
      "2026-11-01",
      "2026-11-11",
      "2026-12-25",
    ]);
  });

  it("are ten days where Ascension falls on 1 May", () => {
    expect(frenchHolidays(2008)).toHaveLength(10);
    expect(frenchHolidays(2008).filter((day) => day === "2008-05-01")).toHaveLength(1);
  });
});

describe("a working day", () => {
  const holidays = new Set([...frenchHolidays(2026), ...frenchHolidays(2027)]);

  it.each([
    ["2026-11-11", false, "Armistice"],
    ["2026-11-12", true, "the Thursday after"],
    ["2026-11-14", false, "Saturday"],
    ["2026-11-15", false, "Sunday"],
    ["2026-04-03", true, "Good Friday is none outside Alsace-Moselle"],
    ["2026-12-24", true, "Christmas Eve"],
  ])("%s: %s, %s", (day, isWorking) => {
    expect(isWorkingDay(day, holidays)).toBe(isWorking);
  });

  it.each([
    ["2026-12-24", "2026-12-28"],
    ["2026-12-31", "2027-01-04"],
    ["2026-05-07", "2026-05-11"],
    ["2026-11-10", "2026-11-12"],
  ])("the next after %s is %s", (day, next) => {
    expect(nextWorkingDay(day, holidays)).toBe(next);
  });
});
