import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { evaluate, verdictOf } from "./evaluate";
import type { ProspectingFacts } from "./facts";
import { evaluateUnder, isByHouseAlone, lawfulVerdictOf } from "./house-rules";
import { VERDICTS } from "./judgement";
import { callAt, CLEAN, consentGiven } from "./prospecting.fixture";
import { anyDay as days, anyHouse as houses, anyInstant as instants } from "./house.fixture";
import { PROSPECTING_RULES } from "./statute";
import { looseningsOf, NO_TIGHTENING, type Tightening } from "./tightening";

const NOON = "2026-11-24T11:00:00Z";
const consented: ProspectingFacts = {
  ...CLEAN,
  consent: consentGiven("2026-06-01", { until: "2027-05-01" }),
};

function judged(house: Partial<Tightening>, instant = NOON, facts = consented) {
  const found = evaluateUnder({ ...NO_TIGHTENING, ...house }, callAt(instant), facts, PROSPECTING_RULES);
  return found.find(({ rule }) => rule.startsWith("house-"))?.reason ?? null;
}

describe("a rule of the house", () => {
  test.each<[Partial<Tightening>, string, Partial<ProspectingFacts>, string | null]>([
    [{ attempts: 2 }, NOON, { attempts: 1 }, null],
    [{ attempts: 2 }, NOON, { attempts: 2 }, "house-attempts"],
    [{ attempts: 2 }, NOON, { attempts: null }, "attempts-unknown"],
    [{ attempts: 0 }, NOON, { attempts: 0 }, "house-attempts"],
    [{ opensAt: "12:00" }, "2026-11-24T10:59:00Z", {}, "house-hours"],
    [{ opensAt: "12:00" }, NOON, {}, null],
    [{ closesAt: "18:00" }, "2026-11-24T17:00:00Z", {}, "house-hours"],
    [{ closesAt: "18:00" }, "2026-11-24T16:59:00Z", {}, null],
    [{ closesAt: "18:00" }, "2026-11-24T17:00:00Z", { agreedTime: "precise" }, null],
    [{ closesAt: "18:00" }, "2026-11-24T17:00:00Z", { agreedTime: "express" }, "house-hours"],
    [{ closesAt: "18:00" }, "2026-11-24T17:00:00Z", { agreedTime: null }, "house-hours-agreement-unknown"],
    [{ closedDays: ["2026-11-24"] }, NOON, {}, "house-days"],
    [{ closedDays: ["2026-11-25"] }, NOON, {}, null],
    [{ closesLocalHolidays: true }, "2025-12-26T11:00:00Z", {}, "house-days"],
    [{ closesLocalHolidays: true }, NOON, {}, null],
    [{ consentMonths: 5 }, NOON, {}, "house-consent"],
    [{ consentMonths: 6 }, NOON, {}, null],
    [{ consentMonths: 5 }, NOON, { contract: "related" }, null],
    [{ closesAt: "18:00", attempts: 0 }, "2026-11-24T17:00:00Z", { audience: "business" }, null],
    [{ attempts: 0 }, NOON, { audience: null }, "audience-unknown"],
  ])("%j at %s of %j: %s", (house, instant, facts, reason) => {
    expect(judged(house, instant, { ...consented, ...facts })).toBe(reason);
  });

  it("is a rule of the law before its own day, and is named so", () => {
    const early = [{ rule: "T9" as const, from: "2026-01-01" }];
    const before = callAt("2026-05-05T10:00:00Z");
    const found = evaluateUnder({ ...NO_TIGHTENING, early }, before, CLEAN, PROSPECTING_RULES);
    expect(found.find(({ rule }) => rule === "T9")).toMatchObject({ verdict: "broken", isHouse: true });
    expect(evaluate(before, CLEAN, PROSPECTING_RULES).some(({ rule }) => rule === "T9")).toBe(false);
    const since = evaluateUnder({ ...NO_TIGHTENING, early }, callAt(NOON), CLEAN, PROSPECTING_RULES);
    expect(since.find(({ rule }) => rule === "T9")).toMatchObject({ isHouse: false });
  });

  it("is beside the warning of the law where sources differ on the day of a rule", () => {
    const early = [{ rule: "T10" as const, from: "2025-01-01" }];
    const bloctel = { scrubbedOn: "2026-05-01", isListed: false };
    const facts = { ...CLEAN, bloctel, sector: "housing-adaptation" as const };
    const call = callAt("2026-05-05T10:00:00Z");
    const found = evaluateUnder({ ...NO_TIGHTENING, early }, call, facts, PROSPECTING_RULES);
    expect(found.filter(({ rule }) => rule === "T10")).toMatchObject([
      { verdict: "broken", isHouse: true },
      { verdict: "warning", isHouse: false },
    ]);
    expect([lawfulVerdictOf(found), isByHouseAlone(found)]).toEqual(["warning", true]);
  });
});

describe("looseningsOf", () => {
  test.each<[Partial<Tightening>, string[]]>([
    [{}, []],
    [{ attempts: 4, opensAt: "10:00", closesAt: "20:00", consentMonths: 12 }, []],
    [{ attempts: 5 }, ["attempts"]],
    [{ opensAt: "09:59" }, ["opensAt"]],
    [{ closesAt: "20:01" }, ["closesAt"]],
    [{ opensAt: "15:00", closesAt: "15:00" }, ["closesAt"]],
    [{ consentMonths: 13 }, ["consentMonths"]],
    [{ early: [{ rule: "T9", from: "2026-08-10" }] }, []],
    [
      {
        early: [
          { rule: "T6", from: "2020-01-01" },
          { rule: "T9", from: "2026-08-11" },
        ],
      },
      ["early.1.from"],
    ],
  ])("%j: %j", (house, fields) => {
    expect(looseningsOf({ ...NO_TIGHTENING, ...house }).map(({ field }) => field)).toEqual(fields);
  });
});

const maybe = <T>(...values: T[]) => fc.constantFrom<T | null>(null, ...values);
const facts: fc.Arbitrary<ProspectingFacts> = fc.record({
  audience: maybe("consumer" as const, "business" as const),
  channel: maybe("voice" as const, "written" as const),
  sector: maybe(
    "housing-energy" as const,
    "housing-adaptation" as const,
    "training-account" as const,
    "other" as const,
  ),
  contract: maybe("none" as const, "related" as const, "ongoing" as const),
  consent: fc.oneof(
    fc.constantFrom<"none" | null>("none", null),
    days.map((on) => consentGiven(on)),
  ),
  callBack: maybe("none" as const),
  sale: fc.constant(null),
  bloctel: fc.record({ scrubbedOn: maybe("2025-01-10", "never"), isListed: maybe(true, false) }),
  agreedTime: maybe("none" as const, "express" as const, "precise" as const),
  attempts: maybe(0, 1, 3, 4, 5),
  refusal: maybe<number | "never">("never", Date.parse("2025-03-01T10:00:00Z")),
  objection: maybe<number | "never">("never", Date.parse("2025-03-01T10:00:00Z")),
  shownNumber: maybe("masked" as const, "mobile" as const, "other-french" as const),
  isAuthenticated: maybe(true, false),
  isFromAbroad: maybe(true, false),
  isRobot: maybe(true, false),
  isDialler: maybe(true, false),
});

describe("a house", () => {
  it("never allows more than the law", () => {
    fc.assert(
      fc.property(instants, facts, houses, fc.constantFrom("FR", "RE", "PF"), (at, own, house, territory) => {
        const call = { at, territories: [territory as "FR"] };
        const rank = (verdict: (typeof VERDICTS)[number]) => VERDICTS.indexOf(verdict);
        const lawful = evaluate(call, own, PROSPECTING_RULES);
        const found = evaluateUnder(house, call, own, PROSPECTING_RULES);
        expect(rank(verdictOf(found))).toBeGreaterThanOrEqual(rank(verdictOf(lawful)));
        // Findings of the law are the same, whatever the house adds.
        const kept = found.filter(({ isHouse }) => !isHouse).map(({ isHouse: _, ...finding }) => finding);
        expect(kept).toEqual(lawful);
      }),
      { numRuns: 600 },
    );
  });

  it("asks nothing where nothing is stated", () => {
    fc.assert(
      fc.property(instants, facts, (at, own) => {
        const call = { at, territories: ["FR" as const] };
        const found = evaluateUnder(NO_TIGHTENING, call, own, PROSPECTING_RULES);
        expect(found.map(({ isHouse: _none, ...finding }) => finding)).toEqual(
          evaluate(call, own, PROSPECTING_RULES),
        );
      }),
    );
  });
});
