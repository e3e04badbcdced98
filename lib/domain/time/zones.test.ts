import { gzipSync } from "node:zlib";
import fc from "fast-check";
import tzdata from "tzdata";
import { describe, expect, it } from "vitest";
import { isLateUpstream, minutesAfter, upstream, walkUpstream } from "./upstream-zones.fixture";
import zoneData from "./zone-data.json";
import {
  endOfDay,
  formatOffset,
  IANA_VERSION,
  instantOf,
  localParts,
  offsetAt,
  startOfDay,
  todayIn,
  ZONES,
  type Disambiguation,
  type LocalTime,
  type Zone,
} from "./zones";

const CASA = "Africa/Casablanca";
const PARIS = "Europe/Paris";
const HOUR = 3_600_000;
const utc = (iso: string) => Date.parse(iso);
const iso = (instant: number) => new Date(instant).toISOString();

/** Instants of shipped changes, each of which has the minutes since the one before. */
const secondsOf = (rules: readonly number[][]) =>
  rules.map((_, place) => rules.slice(0, place + 1).reduce((sum, [minutes]) => sum + minutes! * 60, 0));

const anyZone = fc.constantFrom(...ZONES);
const instants = (from: string, until: string) =>
  fc.integer({ min: utc(from) / 1000, max: utc(until) / 1000 }).map((s) => s * 1000);

describe("the shipped zone rules", () => {
  it("are IANA 2026c or later, and those of the installed package", () => {
    expect(IANA_VERSION >= "2026c").toBe(true);
    expect(IANA_VERSION).toBe(tzdata.version);
  });

  it.each(ZONES)("change when the package says so: %s", (zone) => {
    const rules: number[][] | string = zoneData.zones[zone];
    // A zone that is another's name is asked about by what the package lists for it.
    const shipped =
      typeof rules === "string"
        ? []
        : secondsOf(rules)
            .slice(1)
            .map((at) => at * 1000);
    const changes = walkUpstream(zone);
    const asked = new Set(
      [...shipped, ...changes.map(({ at }) => at)].flatMap((at) => [at - 1000, at, at + 1000]),
    );
    const judged = [...asked].filter(
      (instant) => instant >= utc("2000-01-01T00:00Z") && !isLateUpstream(zone, instant),
    );
    expect(judged.map((instant) => [iso(instant), offsetAt(zone, instant)])).toEqual(
      judged.map((instant) => [iso(instant), minutesAfter(changes, instant)]),
    );
  });

  it("agree with the package at any instant of the century", () => {
    fc.assert(
      fc.property(anyZone, instants("2000-01-01T00:00Z", "2100-12-31T00:00Z"), (zone, instant) => {
        fc.pre(!isLateUpstream(zone, instant));
        expect(offsetAt(zone, instant)).toBe(upstream(zone, instant));
      }),
      { numRuns: 2000 },
    );
  });

  it("agree with the runtime where the past is settled", () => {
    const clocks = new Map(ZONES.map((zone) => [zone, intlClock(zone)]));
    fc.assert(
      fc.property(anyZone, instants("2000-01-01T00:00Z", "2025-01-01T00:00Z"), (zone, instant) => {
        const { year, month, day, hour, minute, second } = localParts(zone, instant);
        const stated = clocks.get(zone)!.formatToParts(instant);
        const part = (type: string) => Number(stated.find((p) => p.type === type)!.value);
        expect([year, month, day, hour, minute, second]).toEqual(
          ["year", "month", "day", "hour", "minute", "second"].map(part),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it("never change twice within two days, on which instantOf stands", () => {
    for (const zone of ZONES) {
      const rules: number[][] | string = zoneData.zones[zone];
      if (typeof rules === "string") continue;
      const at = secondsOf(rules);
      expect(at.slice(2).every((seconds, index) => seconds - at[index + 1]! > 2 * 86_400)).toBe(true);
    }
  });

  it("stay small enough for the browser", () => {
    expect(gzipSync(JSON.stringify(zoneData)).length).toBeLessThan(4600);
  });
});

describe("offsetAt", () => {
  it.each([
    [CASA, "2025-02-23T02:00Z", 60, 0],
    [CASA, "2025-04-06T02:00Z", 0, 60],
    [CASA, "2026-02-15T02:00Z", 60, 0],
    [CASA, "2026-03-22T02:00Z", 0, 60],
    [CASA, "2026-09-20T01:00Z", 60, 0],
    [PARIS, "2026-03-29T01:00Z", 60, 120],
    [PARIS, "2026-10-25T01:00Z", 120, 60],
    [PARIS, "2027-03-28T01:00Z", 60, 120],
  ] as const)("%s changes at %s from %i to %i minutes", (zone, at, before, after) => {
    expect(offsetAt(zone, utc(at) - 1)).toBe(before);
    expect(offsetAt(zone, utc(at))).toBe(after);
  });

  it("keeps Casablanca at +00:00 for ever after 20 September 2026, Ramadan or not", () => {
    fc.assert(
      fc.property(
        instants("2026-09-20T01:00Z", "2130-01-01T00:00Z"),
        (instant) => offsetAt(CASA, instant) === 0,
      ),
    );
  });

  it("knows the zones of overseas France and of Canada", () => {
    const noon = utc("2026-11-24T12:00Z");
    const stated = ZONES.filter((zone) => /^(America|Indian|Pacific)/.test(zone)).map(
      (zone) => `${zone} ${formatOffset(offsetAt(zone, noon))}`,
    );
    expect(stated).toEqual([
      "America/Edmonton -06:00",
      "America/Halifax -04:00",
      "America/Toronto -05:00",
      "America/Vancouver -07:00",
      "America/Guadeloupe -04:00",
      "America/Martinique -04:00",
      "America/Cayenne -03:00",
      "America/Miquelon -03:00",
      "Indian/Reunion +04:00",
      "Indian/Mayotte +03:00",
      "Pacific/Gambier -09:00",
      "Pacific/Marquesas -09:30",
      "Pacific/Noumea +11:00",
      "Pacific/Tahiti -10:00",
      "Pacific/Wallis +12:00",
    ]);
  });
});

describe("formatOffset", () => {
  it.each([
    [0, "+00:00"],
    [60, "+01:00"],
    [-570, "-09:30"],
    [765, "+12:45"],
  ])("%i minutes is %s", (minutes, text) => expect(formatOffset(minutes)).toBe(text));
});

describe("localParts", () => {
  it("says noon in Casablanca at 2026-11-24T12:00Z, whatever the runtime believes", () => {
    const noon = { year: 2026, month: 11, day: 24, hour: 12, minute: 0, second: 0, weekday: 2 };
    expect(localParts(CASA, utc("2026-11-24T12:00Z"))).toEqual(noon);
    expect(localParts(PARIS, utc("2026-11-24T12:00Z"))).toEqual({ ...noon, hour: 13 });
  });

  // Seventy-two hours after the facts of a call centre: elapsed time, read on two walls.
  it.each([
    ["2026-12-01T09:12Z", "10:12", "09:12"],
    ["2026-12-04T14:30Z", "15:30", "14:30"],
    ["2026-09-19T21:00Z", "23:00", "21:00"],
    ["2026-03-19T15:00Z", "16:00", "16:00"],
    ["2026-02-13T09:15Z", "10:15", "09:15"],
    ["2026-10-24T07:05Z", "08:05", "07:05"],
  ])("three days after %s it is %s in Paris and %s in Casablanca", (from, paris, casablanca) => {
    const target = utc(from) + 72 * HOUR;
    expect([clock(PARIS, target), clock(CASA, target)]).toEqual([paris, casablanca]);
  });

  it("counts Sunday as the seventh day", () => {
    expect(localParts(PARIS, utc("2026-11-29T12:00Z")).weekday).toBe(7);
  });
});

describe("instantOf", () => {
  const parse = (text: string): LocalTime => {
    const [year, month, day, hour, minute] = text.split(/\D/).map(Number);
    return { year: year!, month: month!, day: day!, hour, minute };
  };

  it.each<[Zone, string, Disambiguation, string]>([
    // Gap: 02:00 became 03:00.
    [PARIS, "2026-03-29 02:30", "compatible", "2026-03-29T01:30:00.000Z"],
    [PARIS, "2026-03-29 02:30", "later", "2026-03-29T01:30:00.000Z"],
    [PARIS, "2026-03-29 02:30", "earlier", "2026-03-29T00:30:00.000Z"],
    [CASA, "2026-03-22 02:15", "compatible", "2026-03-22T02:15:00.000Z"],
    // Overlap: 03:00 became 02:00.
    [PARIS, "2026-10-25 02:30", "compatible", "2026-10-25T00:30:00.000Z"],
    [PARIS, "2026-10-25 02:30", "earlier", "2026-10-25T00:30:00.000Z"],
    [PARIS, "2026-10-25 02:30", "later", "2026-10-25T01:30:00.000Z"],
    [CASA, "2026-09-20 01:30", "compatible", "2026-09-20T00:30:00.000Z"],
    [CASA, "2026-09-20 01:30", "later", "2026-09-20T01:30:00.000Z"],
    // The edges are neither.
    [PARIS, "2026-03-29 03:00", "earlier", "2026-03-29T01:00:00.000Z"],
    [PARIS, "2026-10-25 03:00", "earlier", "2026-10-25T02:00:00.000Z"],
    [CASA, "2026-09-20 02:00", "earlier", "2026-09-20T02:00:00.000Z"],
  ])("%s %s, %s, is %s", (zone, local, disambiguation, expected) => {
    expect(iso(instantOf(zone, parse(local), disambiguation))).toBe(expected);
  });

  it("takes back what localParts gave, or the other of two same hours", () => {
    fc.assert(
      fc.property(anyZone, instants("2000-01-02T00:00Z", "2100-12-31T00:00Z"), (zone, instant) => {
        const local = localParts(zone, instant);
        const both = [instantOf(zone, local, "earlier"), instantOf(zone, local, "later")];
        expect(both).toContain(instant);
        for (const other of both) expect(localParts(zone, other)).toEqual(local);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("days", () => {
  it.each([
    [CASA, "2026-11-24", "2026-11-24T00:00:00.000Z", 24],
    [PARIS, "2026-11-24", "2026-11-23T23:00:00.000Z", 24],
    [PARIS, "2026-03-29", "2026-03-28T23:00:00.000Z", 23],
    [PARIS, "2026-10-25", "2026-10-24T22:00:00.000Z", 25],
    [CASA, "2026-09-20", "2026-09-19T23:00:00.000Z", 25],
    [CASA, "2026-12-31", "2026-12-31T00:00:00.000Z", 24],
    // Summer time began at midnight: the day began at one in the morning.
    [CASA, "2009-06-01", "2009-06-01T00:00:00.000Z", 23],
  ] as const)("%s %s begins at %s and has %i hours", (zone, day, begin, hours) => {
    expect(iso(startOfDay(zone, day))).toBe(begin);
    expect(endOfDay(zone, day) + 1 - startOfDay(zone, day)).toBe(hours * HOUR);
  });

  it("hold their instants, and follow one another without a hole", () => {
    fc.assert(
      fc.property(anyZone, instants("2000-01-02T00:00Z", "2100-12-30T00:00Z"), (zone, instant) => {
        const day = todayIn(zone, instant);
        expect(instant).toBeGreaterThanOrEqual(startOfDay(zone, day));
        expect(instant).toBeLessThanOrEqual(endOfDay(zone, day));
        expect(todayIn(zone, endOfDay(zone, day) + 1) > day).toBe(true);
        expect(todayIn(zone, startOfDay(zone, day) - 1) < day).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("change before midnight UTC in Paris, and with it in Casablanca", () => {
    expect(todayIn(PARIS, utc("2026-11-24T23:30Z"))).toBe("2026-11-25");
    expect(todayIn(CASA, utc("2026-11-24T23:30Z"))).toBe("2026-11-24");
    expect(todayIn(CASA, utc("2026-09-19T23:30Z"))).toBe("2026-09-20");
  });
});

function clock(zone: Zone, instant: number): string {
  const { hour, minute } = localParts(zone, instant);
  return [hour, minute].map((part) => String(part).padStart(2, "0")).join(":");
}

function intlClock(timeZone: string): Intl.DateTimeFormat {
  const two = "2-digit";
  return new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: two,
    day: two,
    hour: two,
    minute: two,
    second: two,
  });
}
