import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { ageOn, birthdayIn } from "./age";

test.each([
  ["2011-11-28", "2026-11-27", 14],
  ["2011-11-28", "2026-11-28", 15],
  ["2012-02-29", "2027-02-28", 14],
  ["2012-02-29", "2027-03-01", 15],
  ["2012-02-29", "2028-02-28", 15],
  ["2012-02-29", "2028-02-29", 16],
  ["2000-02-29", "2100-02-28", 99],
  ["2000-02-29", "2100-03-01", 100],
])("born on %s, on %s: %i", (birthdate, day, years) => {
  expect(ageOn(birthdate, day)).toBe(years);
});

const days = fc
  .date({ min: new Date("1990-01-01T00:00:00Z"), max: new Date("2060-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("ageOn", () => {
  it("grows by one on each birthday, and on no other day", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 25_000 }), (birthdate, later) => {
        const day = addDaysToDay(birthdate, later);
        const isBirthday = birthdayIn(birthdate, Number(day.slice(0, 4))) === day && later > 0;
        expect(ageOn(birthdate, day) - ageOn(birthdate, addDaysToDay(day, -1))).toBe(
          isBirthday || later === 0 ? 1 : 0,
        );
      }),
    );
  });
});
