import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import { formatOffset, instantAt, localParts, offsetAt, ZONES, type Zone } from "@/lib/domain/time/zones";
import {
  authorityClocks,
  contractualDeadline,
  controllerAwareAt,
  elapsedUntilInformed,
  type Informed,
} from "./clocks";

const HOUR = 3_600_000;
const clock = (zone: Zone, instant: number) => {
  const { month, day, hour, minute } = localParts(zone, instant);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(month)}-${two(day)} ${two(hour)}:${two(minute)} ${formatOffset(offsetAt(zone, instant))}`;
};
const seat = (country: string) => ({ country, address: "" });

// C0, seat of the controller; target in UTC, Paris and Casablanca; literal in Paris; whether working days are few.
const CASES: [string, Zone, string, string, string, string, string, boolean][] = [
  // The worked examples of the law's table.
  [
    "2026-12-01 10:12",
    "Europe/Paris",
    "FR",
    "2026-12-04T09:12",
    "12-04 10:12 +01:00",
    "12-04 09:12 +00:00",
    "12-04 11:00 +01:00",
    false,
  ],
  [
    "2026-12-04 15:30",
    "Europe/Paris",
    "FR",
    "2026-12-07T14:30",
    "12-07 15:30 +01:00",
    "12-07 14:30 +00:00",
    "12-07 16:00 +01:00",
    true,
  ],
  [
    "2026-09-19 22:00",
    "Africa/Casablanca",
    "FR",
    "2026-09-22T21:00",
    "09-22 23:00 +02:00",
    "09-22 21:00 +00:00",
    "09-23 00:00 +02:00",
    true,
  ],
  [
    "2026-03-19 15:00",
    "Africa/Casablanca",
    "FR",
    "2026-03-22T15:00",
    "03-22 16:00 +01:00",
    "03-22 16:00 +01:00",
    "03-22 17:00 +01:00",
    true,
  ],
  [
    "2026-02-13 10:15",
    "Africa/Casablanca",
    "FR",
    "2026-02-16T09:15",
    "02-16 10:15 +01:00",
    "02-16 09:15 +00:00",
    "02-16 11:00 +01:00",
    true,
  ],
  [
    "2026-10-24 09:05",
    "Europe/Paris",
    "FR",
    "2026-10-27T07:05",
    "10-27 08:05 +01:00",
    "10-27 07:05 +00:00",
    "10-27 09:00 +01:00",
    true,
  ],
  [
    "2026-11-10 09:00",
    "Europe/Paris",
    "FR",
    "2026-11-13T08:00",
    "11-13 09:00 +01:00",
    "11-13 08:00 +00:00",
    "11-13 10:00 +01:00",
    true,
  ],
  [
    "2026-12-23 17:45",
    "Europe/Paris",
    "FR",
    "2026-12-26T16:45",
    "12-26 17:45 +01:00",
    "12-26 16:45 +00:00",
    "12-26 18:00 +01:00",
    true,
  ],
  // The published analogue, and cases beside the table: midnight on a Monday, a German holiday, Easter, the spring hour.
  [
    "2020-12-22 12:17",
    "Europe/Paris",
    "FR",
    "2020-12-25T11:17",
    "12-25 12:17 +01:00",
    "12-25 12:17 +01:00",
    "12-25 13:00 +01:00",
    false,
  ],
  [
    "2026-11-16 00:00",
    "Europe/Paris",
    "FR",
    "2026-11-18T23:00",
    "11-19 00:00 +01:00",
    "11-18 23:00 +00:00",
    "11-19 01:00 +01:00",
    false,
  ],
  [
    "2025-10-01 09:30",
    "Europe/Berlin",
    "DE",
    "2025-10-04T07:30",
    "10-04 09:30 +02:00",
    "10-04 08:30 +01:00",
    "10-04 10:00 +02:00",
    true,
  ],
  [
    "2025-10-01 09:30",
    "Europe/Paris",
    "FR",
    "2025-10-04T07:30",
    "10-04 09:30 +02:00",
    "10-04 08:30 +01:00",
    "10-04 10:00 +02:00",
    false,
  ],
  [
    "2026-04-03 08:59",
    "Europe/Paris",
    "FR",
    "2026-04-06T06:59",
    "04-06 08:59 +02:00",
    "04-06 07:59 +01:00",
    "04-06 09:00 +02:00",
    true,
  ],
  [
    "2026-03-27 23:59",
    "Europe/Paris",
    "FR",
    "2026-03-30T22:59",
    "03-31 00:59 +02:00",
    "03-30 23:59 +01:00",
    "03-31 01:00 +02:00",
    true,
  ],
];

describe("authorityClocks", () => {
  it.each(CASES)("C0 %s %s, %s", (stated, zone, country, utc, paris, casablanca, literal, few) => {
    const [day = "", time = ""] = stated.split(" ");
    const clocks = authorityClocks(
      instantAt(zone, day, time),
      calendarOf(seat(country), { announced: [], from: day }),
    );
    expect(new Date(clocks.target).toISOString().slice(0, 16)).toBe(utc);
    expect(clock("Europe/Paris", clocks.target)).toBe(paris);
    expect(clock("Africa/Casablanca", clocks.target)).toBe(casablanca);
    expect(clock("Europe/Paris", clocks.literal1182)).toBe(literal);
    expect(clocks.hasFewWorkingDays).toBe(few);
  });

  const instant = fc.integer({ min: Date.UTC(2018, 0, 1), max: Date.UTC(2035, 0, 1) });
  const country = fc.constantFrom("FR", "DE", "BE", "GB", "MA", "RE", "US");
  const calendar = (at: number, of: string) =>
    calendarOf(seat(of), { announced: [], from: new Date(at - 24 * HOUR).toISOString().slice(0, 10) });

  it("counts 72 hours elapsed in every zone, across every change of its clock", () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...ZONES), country, (at, zone, of) => {
        const { target, literal1182 } = authorityClocks(at, { ...calendar(at, of), zone });
        expect(target - at).toBe(72 * HOUR);
        expect(literal1182).toBeGreaterThan(target);
        expect(literal1182 - target).toBeLessThanOrEqual(HOUR);
        expect(localParts(zone, literal1182)).toMatchObject({ minute: expect.any(Number), second: 0 });
      }),
    );
  });

  it("ends no earlier for a controller informed later", () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 90 * HOUR }), country, (at, later, of) => {
        const [one, two] = [at, at + later].map((from) => authorityClocks(from, calendar(at, of)));
        expect(two!.target).toBeGreaterThanOrEqual(one!.target);
        expect(two!.literal1182).toBeGreaterThanOrEqual(one!.literal1182);
      }),
    );
  });

  it("knows every whole working day of an ordinary week", () => {
    const few = (day: string, time: string) =>
      authorityClocks(
        instantAt("Europe/Paris", day, time),
        calendarOf(seat("FR"), { announced: [], from: day }),
      ).hasFewWorkingDays;
    // Monday 16 to Sunday 22 November 2026, at noon: of Thursday, Friday and Saturday the weekend takes most.
    const days = ["16", "17", "18", "19", "20", "21", "22"].map((day) => few(`2026-11-${day}`, "12:00"));
    expect(days).toEqual([false, false, false, true, true, true, false]);
  });
});

describe("what was agreed, and what passed", () => {
  it("ends a contract's 24 hours on the same hour of the next day in Casablanca", () => {
    const aware = instantAt("Africa/Casablanca", "2026-11-24", "16:30");
    const deadline = contractualDeadline(aware, 24);
    expect(clock("Africa/Casablanca", deadline)).toBe("11-25 16:30 +00:00");
    expect(clock("Europe/Paris", deadline)).toBe("11-25 17:30 +01:00");
  });

  it("ends 48 hours over the last change of Casablanca's clock an hour earlier on the wall", () => {
    const aware = instantAt("Africa/Casablanca", "2026-09-19", "10:00");
    expect(clock("Africa/Casablanca", contractualDeadline(aware, 48))).toBe("09-21 09:00 +00:00");
  });

  it("measures until the controller is told, until now before that, and not at all where it knew first", () => {
    expect(elapsedUntilInformed(1000, 5000, 9000)).toBe(4000);
    expect(elapsedUntilInformed(1000, null, 9000)).toBe(8000);
    expect(elapsedUntilInformed(1000, 400, 9000)).toBeNull();
  });
});

describe("controllerAwareAt", () => {
  const at = (by: Informed["by"], instant: number): Informed => ({ by, at: instant });

  it("is unknown while nothing proves it", () => expect(controllerAwareAt([])).toBeNull());

  it.each<[string, Informed[], number]>([
    ["the first notice accepted", [at("mail-server", 20), at("mail-server", 10)], 10],
    ["a call before the mail", [at("mail-server", 20), at("call", 5)], 5],
    ["knowledge from elsewhere before both", [at("mail-server", 20), at("call", 5), at("elsewhere", 1)], 1],
    ["no later for an acknowledgement", [at("portal", 10), at("acknowledged", 30)], 10],
    ["an acknowledgement alone", [at("acknowledged", 30)], 30],
  ])("is %s", (_, informed, expected) => expect(controllerAwareAt(informed)).toBe(expected));
});
