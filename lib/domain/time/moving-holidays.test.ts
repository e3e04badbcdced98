import { describe, expect, it } from "vitest";
import { calendarOf } from "./controller-calendar";
import { movingHolidayOn, movingHolidays } from "./moving-holidays";

const SIGHTED = new Intl.DateTimeFormat("en-u-ca-islamic-umalqura-nu-latn", {
  day: "numeric",
  month: "numeric",
  timeZone: "UTC",
});
const FIRST_DAYS = { fitr: "10/1", adha: "12/10", muharram: "1/1", mawlid: "3/12" } as const;

describe("moving holidays of Morocco", () => {
  it.each([2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032])("are those of Umm al-Qura in %i", (year) => {
    const proposed = movingHolidays("MA", year);
    expect(proposed.map(({ feast }) => feast).sort()).toEqual(["adha", "fitr", "mawlid", "muharram"]);
    for (const { feast, day } of proposed)
      expect(SIGHTED.format(new Date(`${day}T12:00:00Z`)).replace(/ .*$/, "")).toBe(FIRST_DAYS[feast]);
  });

  it("may fall on days about the proposal, of which each has its number", () => {
    const moving = movingHolidays("MA", 2027);
    const on = (day: string) => movingHolidayOn(moving, day)?.feast ?? null;
    expect(["2027-03-06", "2027-03-07", "2027-03-12", "2027-03-13"].map(on)).toEqual([
      ...[null, "fitr", "fitr", null],
    ]);
    expect(["2027-06-03", "2027-06-04", "2027-06-08", "2027-06-09"].map(on)).toEqual([
      ...[null, "muharram", "muharram", null],
    ]);
  });

  it("stand in the calendar of a Moroccan controller, whose fixed days are known, and of no other", () => {
    const seat = (country: string) =>
      calendarOf({ country, address: "" }, { announced: [], from: "2027-01-04" });
    expect(seat("MA")).toMatchObject({ isAssumed: false });
    expect(seat("MA").moving?.map(({ day }) => day)).toContain("2027-03-09");
    expect(seat("FR").moving).toEqual([]);
    expect(calendarOf({ country: "MA", address: "" }, { announced: [], from: "2040-01-04" })).toMatchObject({
      isAssumed: true,
      moving: [],
    });
  });

  it("are holidays of a Moroccan calendar once they are announced, and are proposed no more", () => {
    const announced = [{ feast: "fitr", year: 2027, days: ["2027-03-10", "2027-03-11"] } as const];
    const seat = (country: string) => calendarOf({ country, address: "" }, { announced, from: "2027-01-04" });
    const moroccan = seat("MA");
    expect(["2027-03-09", "2027-03-10", "2027-03-11"].map((day) => moroccan.holidays.has(day))).toEqual([
      ...[false, true, true],
    ]);
    expect(movingHolidayOn(moroccan.moving ?? [], "2027-03-10")).toBeNull();
    expect(movingHolidayOn(moroccan.moving ?? [], "2027-05-16")?.feast).toBe("adha");
    expect(seat("FR").holidays.has("2027-03-10")).toBe(false);
  });
});
