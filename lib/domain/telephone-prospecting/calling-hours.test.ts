import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Zone } from "@/lib/domain/time/zones";
import { nextWindow } from "./calling-hours";
import { evaluate } from "./evaluate";
import { CLEAN } from "./prospecting.fixture";
import { PROSPECTING_RULES } from "./statute";
import { TERRITORIES, zonesOf, isLocalHoliday, type Territory } from "./territories";

const PARIS: Zone[] = ["Europe/Paris"];
const iso = (instant: number) => new Date(instant).toISOString().slice(0, 16);
const windowAt = (zones: readonly Zone[], instant: string) => {
  const window = nextWindow(zones, Date.parse(instant));
  return window ? `${iso(window.from)} ${iso(window.until)}` : null;
};

describe("nextWindow", () => {
  it.each<[string, Zone[], string, string]>([
    ["in the morning", PARIS, "2026-11-24T09:00:00Z", "2026-11-24T09:00 2026-11-24T12:00"],
    ["at the last second", PARIS, "2026-11-24T11:59:59Z", "2026-11-24T09:00 2026-11-24T12:00"],
    ["at noon", PARIS, "2026-11-24T12:00:00Z", "2026-11-24T13:00 2026-11-24T19:00"],
    ["on Friday evening", PARIS, "2026-11-27T19:00:00Z", "2026-11-30T09:00 2026-11-30T12:00"],
    ["before Armistice", PARIS, "2026-11-10T19:00:00Z", "2026-11-12T09:00 2026-11-12T12:00"],
    ["over New Year", PARIS, "2026-12-31T19:00:00Z", "2027-01-04T09:00 2027-01-04T12:00"],
    ["over the end of summer time", PARIS, "2026-10-23T18:00:00Z", "2026-10-26T09:00 2026-10-26T12:00"],
    ["over its beginning, and Easter", PARIS, "2027-03-26T19:00:00Z", "2027-03-30T08:00 2027-03-30T11:00"],
    ["of two zones", zonesOf(["FR", "MQ"]), "2026-11-24T09:00:00Z", "2026-11-24T14:00 2026-11-24T17:00"],
    ["of three islands", zonesOf(["PF"]), "2026-11-24T12:00:00Z", "2026-11-24T20:00 2026-11-24T22:00"],
  ])("%s", (_, zones, instant, expected) => {
    expect(windowAt(zones, instant)).toBe(expected);
  });

  it("finds none where two zones are never open together", () => {
    expect(nextWindow(zonesOf(["FR", "NC"]), Date.parse("2026-11-24T09:00:00Z"))).toBeNull();
  });

  it("agrees with the judgement of a call at that instant", () => {
    const instants = fc.integer({ min: Date.parse("2023-03-02"), max: Date.parse("2030-01-01") });
    fc.assert(
      fc.property(instants, fc.constantFrom<Territory>(...TERRITORIES), (at, territory) => {
        const window = nextWindow(zonesOf([territory]), at);
        const isOpen = window !== null && window.from <= at;
        const found = evaluate({ at, territories: [territory] }, CLEAN, PROSPECTING_RULES);
        const hours = found.find(({ rule }) => rule === "T5a" || rule === "T5b");
        expect(isOpen).toBe(hours?.verdict === "met");
      }),
    );
  });
});

describe("isLocalHoliday", () => {
  it.each<[Territory, string, boolean]>([
    ["FR", "2027-03-26", true],
    ["FR", "2027-03-29", false],
    ["FR", "2026-12-26", true],
    ["MQ", "2026-05-22", true],
    ["GP", "2026-05-22", false],
    ["RE", "2026-12-20", true],
    ["PM", "2026-12-26", false],
  ])("%s %s: %s", (territory, day, expected) => {
    expect(isLocalHoliday(territory, day)).toBe(expected);
  });
});
