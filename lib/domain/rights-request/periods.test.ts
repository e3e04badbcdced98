import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDaysToDay, addMonthsToDay, daysBetween } from "@/lib/domain/time/calendar-day";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import { isWorkingDay } from "@/lib/domain/time/public-holidays";
import { instantAt, todayIn } from "@/lib/domain/time/zones";
import { CLEAR_DAYS, clearPeriod, monthPeriod } from "./periods";

const calendar = (country: string, from: string) =>
  calendarOf({ country, address: "" }, { announced: [], from });

describe("monthPeriod", () => {
  it.each([
    // The worked examples of the law's page.
    ["FR", "2026-08-31", 1, "2026-09-30", "2026-09-30"],
    ["FR", "2026-11-25", 1, "2026-12-25", "2026-12-28"],
    // No such day in the last month; leap years.
    ["FR", "2027-01-31", 1, "2027-02-28", "2027-03-01"],
    ["FR", "2028-01-31", 1, "2028-02-29", "2028-02-29"],
    ["FR", "2028-01-29", 1, "2028-02-29", "2028-02-29"],
    ["FR", "2026-11-30", 3, "2027-02-28", "2027-03-01"],
    // A holiday there is a working day elsewhere.
    ["FR", "2027-06-14", 1, "2027-07-14", "2027-07-15"],
    ["BE", "2027-06-14", 1, "2027-07-14", "2027-07-14"],
    ["BE", "2027-06-21", 1, "2027-07-21", "2027-07-22"],
    ["DE", "2028-09-03", 1, "2028-10-03", "2028-10-04"],
    ["ES", "2026-12-06", 1, "2027-01-06", "2027-01-07"],
    ["IE", "2027-02-17", 1, "2027-03-17", "2027-03-18"],
    // Easter: Friday to Monday are holidays in Germany, Monday alone in France.
    ["DE", "2027-02-26", 1, "2027-03-26", "2027-03-30"],
    ["FR", "2027-02-26", 1, "2027-03-26", "2027-03-26"],
    // Over the new year.
    ["FR", "2026-12-01", 1, "2027-01-01", "2027-01-04"],
  ])("%s, from %s, %i months: %s, so %s", (country, from, months, nominalDay, lastDay) => {
    expect(monthPeriod(from, months, calendar(country, from))).toMatchObject({ nominalDay, lastDay });
  });

  it("ends with the last hour there", () => {
    const { endsAt } = monthPeriod(
      "2026-08-31",
      1,
      calendarOf({ country: "RE", address: "" }, { announced: [], from: "2026-08-31" }),
    );
    expect(new Date(endsAt + 1).toISOString()).toBe("2026-09-30T20:00:00.000Z");
  });

  it("ends on the first working day from the same date on, whatever the day and the country", () => {
    const day = fc.integer({ min: 0, max: 3600 }).map((days) => addDaysToDay("2024-01-01", days));
    fc.assert(
      fc.property(
        day,
        fc.constantFrom(1, 3),
        fc.constantFrom("FR", "DE", "IT", "GR", "PL"),
        (from, months, country) => {
          const own = calendar(country, from);
          const { nominalDay, lastDay } = monthPeriod(from, months, own);
          expect(nominalDay).toBe(addMonthsToDay(from, months));
          expect(isWorkingDay(lastDay, own.holidays)).toBe(true);
          for (let off = nominalDay; off < lastDay; off = addDaysToDay(off, 1))
            expect(isWorkingDay(off, own.holidays)).toBe(false);
        },
      ),
    );
  });
});

describe("clearPeriod", () => {
  it.each([
    ["2026-11-25", "2026-11-26", "2026-12-05", "2026-12-06"],
    ["2027-02-20", "2027-02-21", "2027-03-02", "2027-03-03"],
    ["2028-02-20", "2028-02-21", "2028-03-01", "2028-03-02"],
    ["2026-12-28", "2026-12-29", "2027-01-07", "2027-01-08"],
  ])("received on %s: counted from %s to %s, until %s", (received, firstCounted, lastCounted, lastDay) => {
    expect(clearPeriod(instantAt("Africa/Casablanca", received, "10:00"))).toMatchObject({
      receivedDay: received,
      firstCounted,
      lastCounted,
      lastDay,
    });
  });

  it("counts ten whole days, and neither the first nor the last", () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2036, 0, 1) }), (at) => {
        const { receivedDay, firstCounted, lastCounted, lastDay, endsAt } = clearPeriod(at);
        expect(daysBetween(firstCounted, lastCounted) + 1).toBe(CLEAR_DAYS);
        expect([daysBetween(receivedDay, firstCounted), daysBetween(lastCounted, lastDay)]).toEqual([1, 1]);
        expect(todayIn("Africa/Casablanca", endsAt)).toBe(lastDay);
      }),
    );
  });
});
