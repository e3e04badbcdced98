import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frenchHolidays } from "@/lib/domain/time/public-holidays";
import { todayIn, type Zone } from "@/lib/domain/time/zones";
import { objectionPeriod } from "./objection-period";

const holidays = new Set([2026, 2027].flatMap(frenchHolidays));
const period = (receivedAt: string, days: number, zone: Zone = "Europe/Paris") => {
  const found = objectionPeriod({ receivedAt: Date.parse(receivedAt), days, zone, holidays });
  return {
    ...found,
    endsAt: new Date(found.endsAt).toISOString(),
    usableFrom: new Date(found.usableFrom).toISOString(),
  };
};

describe("objectionPeriod", () => {
  it("counts the day after receipt as day 1 and ends at 24:00 of the last, in the controller's zone", () => {
    expect(period("2026-11-02T08:00:00Z", 10)).toEqual({
      lastDay: "2026-11-12",
      endsAt: "2026-11-12T23:00:00.000Z",
      endsOnWorkingDay: true,
      usableFrom: "2026-11-12T23:00:00.000Z",
    });
  });

  it("takes the day of receipt where the controller is: 23:30 in Paris and after midnight there are two days", () => {
    expect(period("2026-11-02T22:30:00Z", 1).lastDay).toBe("2026-11-03");
    expect(period("2026-11-02T23:30:00Z", 1).lastDay).toBe("2026-11-04");
    expect(period("2026-11-02T23:30:00Z", 1, "Indian/Reunion").lastDay).toBe("2026-11-04");
    expect(period("2026-11-02T23:30:00Z", 1, "Africa/Casablanca").lastDay).toBe("2026-11-03");
  });

  it.each([
    [
      "a Saturday",
      "2026-11-04T09:00:00Z",
      10,
      "2026-11-14",
      "2026-11-14T23:00:00.000Z",
      "2026-11-16T23:00:00.000Z",
    ],
    [
      "the Armistice",
      "2026-11-01T09:00:00Z",
      10,
      "2026-11-11",
      "2026-11-11T23:00:00.000Z",
      "2026-11-12T23:00:00.000Z",
    ],
    [
      "Christmas, a Friday",
      "2026-11-25T09:00:00Z",
      30,
      "2026-12-25",
      "2026-12-25T23:00:00.000Z",
      "2026-12-28T23:00:00.000Z",
    ],
    [
      "the Sunday on which clocks go forward",
      "2027-03-18T09:00:00Z",
      10,
      "2027-03-28",
      "2027-03-28T22:00:00.000Z",
      "2027-03-30T22:00:00.000Z",
    ],
  ])(
    "ends on %s all the same, and is relied on a working day later",
    (_, received, days, lastDay, endsAt, usableFrom) => {
      expect(period(received, days)).toEqual({ lastDay, endsAt, endsOnWorkingDay: false, usableFrom });
    },
  );

  it("lasts as many whole days as agreed, never fewer, and silence never counts before its end", () => {
    const instants = fc.integer({ min: Date.parse("2026-01-01"), max: Date.parse("2027-06-01") });
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 120 }), (receivedAt, days) => {
        const { endsAt, usableFrom, lastDay } = objectionPeriod({
          receivedAt,
          days,
          zone: "Europe/Paris",
          holidays,
        });
        expect(endsAt - receivedAt).toBeGreaterThanOrEqual(days * 86_400_000 - 3_600_000);
        expect(endsAt - receivedAt).toBeLessThanOrEqual((days + 1) * 86_400_000 + 3_600_000);
        expect(todayIn("Europe/Paris", endsAt - 1)).toBe(lastDay);
        expect(usableFrom).toBeGreaterThanOrEqual(endsAt);
      }),
    );
  });
});
