import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOf } from "@/lib/domain/time/zones";
import { evaluate, verdictOf } from "./evaluate";
import {
  AGREED_TIMES,
  AUDIENCES,
  CHANNELS,
  CONTRACTS,
  SECTORS,
  SHOWN_NUMBERS,
  type ProspectingFacts,
} from "./facts";
import { callAt, CLEAN, consentGiven } from "./prospecting.fixture";
import { PROSPECTING_RULES, type RuleId } from "./statute";
import { TERRITORIES, type Territory } from "./territories";

const CONSENT = consentGiven("2026-07-01", { until: "2027-06-30" });
/** Working Tuesdays on which everything but the rule is well. */
const OLD = "2026-08-04T09:00:00Z";
const NEW = "2026-08-18T09:00:00Z";

function said(rule: RuleId, instant: string, facts: Partial<ProspectingFacts>, ...territories: Territory[]) {
  const found = evaluate(callAt(instant, ...territories), { ...CLEAN, ...facts }, PROSPECTING_RULES);
  const finding = found.find((one) => one.rule === rule);
  return finding ? `${finding.verdict} ${finding.reason}` : "nothing";
}

describe("evaluate", () => {
  it("finds nothing against a clean call under the law before consent", () => {
    expect(verdictOf(evaluate(callAt(OLD), CLEAN, PROSPECTING_RULES))).toBe("met");
  });

  it("finds nothing against a call with consent under the law since", () => {
    expect(verdictOf(evaluate(callAt(NEW), { ...CLEAN, consent: CONSENT }, PROSPECTING_RULES))).toBe("met");
  });

  // Each rule on both sides of each of its dates, to the second, at midnight in Paris.
  it.each<[RuleId, string, Partial<ProspectingFacts>, string]>([
    ["T1", "2016-05-31T21:59:59Z", { bloctel: { scrubbedOn: "never", isListed: true } }, "nothing"],
    [
      "T1",
      "2016-05-31T22:00:00Z",
      { bloctel: { scrubbedOn: "never", isListed: true } },
      "broken bloctel-listed",
    ],
    [
      "T1",
      "2026-08-10T21:59:59Z",
      { bloctel: { scrubbedOn: "never", isListed: true } },
      "broken bloctel-listed",
    ],
    ["T1", "2026-08-10T22:00:00Z", { bloctel: { scrubbedOn: "never", isListed: true } }, "nothing"],
    ["T2", "2020-07-25T21:59:59Z", { sector: "housing-energy" }, "nothing"],
    ["T2", "2020-07-25T22:00:00Z", { sector: "housing-energy" }, "broken sector-prohibited"],
    ["T4", "2019-12-31T22:59:59Z", { shownNumber: "masked" }, "warning number-masked"],
    ["T4", "2019-12-31T23:00:00Z", { shownNumber: "masked" }, "broken number-masked"],
    ["T5a", "2023-02-28T22:59:59Z", {}, "nothing"],
    ["T5a", "2023-02-28T23:00:00Z", {}, "broken hours-outside"],
    ["T5a", "2026-08-10T21:59:59Z", { agreedTime: "express" }, "met hours-agreed"],
    ["T5a", "2026-08-10T22:00:00Z", { agreedTime: "express" }, "nothing"],
    ["T5b", "2026-08-10T21:59:59Z", { agreedTime: "express" }, "nothing"],
    ["T5b", "2026-08-10T22:00:00Z", { agreedTime: "express" }, "broken hours-not-precise"],
    ["T5b", "2026-08-10T22:00:00Z", { agreedTime: "precise" }, "met hours-agreed"],
    ["T6", "2023-02-28T22:59:59Z", { attempts: 4 }, "nothing"],
    ["T6", "2023-02-28T23:00:00Z", { attempts: 4 }, "broken attempts-exceeded"],
    ["T7", "2023-02-28T22:59:59Z", { refusal: Date.parse("2023-02-27") }, "nothing"],
    ["T7", "2023-02-28T23:00:00Z", { refusal: Date.parse("2023-02-27") }, "broken refusal-recent"],
    ["T7", "2026-08-10T21:59:59Z", { refusal: Date.parse("2026-08-01") }, "broken refusal-recent"],
    ["T7", "2026-08-10T22:00:00Z", { refusal: Date.parse("2026-08-01") }, "warning refusal-recent"],
    ["T8", "2025-07-01T21:59:59Z", { channel: "written", sector: "housing-energy" }, "nothing"],
    [
      "T8",
      "2025-07-01T22:00:00Z",
      { channel: "written", sector: "housing-energy" },
      "broken written-prohibited",
    ],
    ["T9", "2026-08-10T21:59:59Z", {}, "nothing"],
    ["T9", "2026-08-10T22:00:00Z", {}, "broken consent-none"],
    ["T10", "2025-07-01T21:59:59Z", { sector: "housing-adaptation" }, "nothing"],
    ["T10", "2025-07-01T22:00:00Z", { sector: "housing-adaptation" }, "warning sector-prohibited"],
    ["T10", "2026-08-10T21:59:59Z", { sector: "housing-adaptation" }, "warning sector-prohibited"],
    ["T10", "2026-08-10T22:00:00Z", { sector: "housing-adaptation" }, "broken sector-prohibited"],
    ["T11", "2026-08-10T21:59:59Z", { consent: { ...CONSENT, hasProof: false } }, "nothing"],
    [
      "T11",
      "2026-08-10T22:00:00Z",
      { consent: { ...CONSENT, hasProof: false } },
      "broken consent-proof-missing",
    ],
    ["T13", "2026-08-10T21:59:59Z", { refusal: Date.parse("2026-08-01") }, "nothing"],
    ["T13", "2026-08-10T22:00:00Z", { refusal: Date.parse("2026-08-01") }, "broken refusal-stands"],
    ["T14", "2022-11-30T22:59:59Z", { sector: "training-account" }, "nothing"],
    ["T14", "2022-11-30T23:00:00Z", { sector: "training-account" }, "warning training-prohibited"],
    ["T14", "2022-12-31T22:59:59Z", { sector: "training-account" }, "warning training-prohibited"],
    ["T14", "2022-12-31T23:00:00Z", { sector: "training-account" }, "broken training-prohibited"],
    ["T15", "2010-01-01T12:00:00Z", { isRobot: true }, "broken consent-none"],
    ["T16", "2022-12-31T22:59:59Z", { isDialler: true, shownNumber: "mobile" }, "nothing"],
    ["T16", "2022-12-31T23:00:00Z", { isDialler: true, shownNumber: "mobile" }, "broken number-mobile"],
    ["T17", "2025-12-31T22:59:59Z", { shownNumber: "mobile", isAuthenticated: false }, "nothing"],
    [
      "T17",
      "2025-12-31T23:00:00Z",
      { shownNumber: "mobile", isAuthenticated: false },
      "broken number-mobile-abroad",
    ],
    ["G21", "2018-05-24T21:59:59Z", { objection: 0 }, "nothing"],
    ["G21", "2018-05-24T22:00:00Z", { objection: 0 }, "broken objection-stands"],
    ["INS", "2022-03-31T21:59:59Z", { sector: "insurance" }, "nothing"],
    ["INS", "2022-03-31T22:00:00Z", { sector: "insurance" }, "warning insurance-rules"],
  ])("%s at %s", (rule, instant, facts, expected) => {
    expect(said(rule, instant, facts)).toBe(expected);
  });

  // R223-4 is contested: what it allows is never more than a warning, and on the day before it opens nothing.
  const answered = (isProven: boolean | null) =>
    ({
      sector: "housing-energy",
      callBack: { requestedAt: Date.parse("2026-08-10T10:00:00Z"), isProven, isWithinObject: true },
    }) as const;
  it.each<[RuleId, string, Partial<ProspectingFacts>, string]>([
    ["T12", "2026-08-10T21:59:59Z", answered(true), "nothing"],
    ["T2", "2026-08-10T21:59:59Z", answered(true), "broken sector-prohibited"],
    ["T12", "2026-08-10T22:00:00Z", answered(true), "warning call-back-contested"],
    ["T2", "2026-08-10T22:00:00Z", answered(true), "warning call-back-contested"],
    ["T9", "2026-08-10T22:00:00Z", answered(true), "warning call-back-contested"],
    // Saturday 15 August is a holiday: Monday is the fifth day.
    ["T12", "2026-08-17T21:59:59Z", answered(true), "warning call-back-contested"],
    ["T12", "2026-08-17T22:00:00Z", answered(true), "broken call-back-late"],
    ["T12", "2026-08-14T21:59:59Z", answered(true), "warning call-back-contested"],
    ["T12", NEW, answered(false), "broken call-back-late"],
    ["T12", "2026-08-11T10:00:00Z", answered(false), "broken call-back-unproven"],
    ["T12", "2026-08-11T10:00:00Z", answered(null), "doubt call-back-details"],
  ])("call-back: %s at %s", (rule, instant, facts, expected) => {
    expect(said(rule, instant, facts)).toBe(expected);
  });

  it.each<[RuleId, string, Partial<ProspectingFacts>, string]>([
    ["T1", OLD, { bloctel: { scrubbedOn: "2026-07-04", isListed: false } }, "met bloctel-scrubbed"],
    ["T1", OLD, { bloctel: { scrubbedOn: "2026-07-03", isListed: false } }, "broken bloctel-scrub-old"],
    ["T1", OLD, { bloctel: { scrubbedOn: null, isListed: false } }, "doubt bloctel-scrub-unknown"],
    [
      "T1",
      OLD,
      { bloctel: { scrubbedOn: "never", isListed: true }, contract: "unrelated" },
      "met contract-ongoing",
    ],
    ["T1", OLD, { bloctel: { scrubbedOn: "never", isListed: true }, audience: "business" }, "nothing"],
    ["T2", NEW, { sector: "housing-energy", consent: CONSENT }, "broken sector-prohibited"],
    ["T2", NEW, { sector: "housing-energy", contract: "ongoing" }, "met contract-ongoing"],
    ["T6", NEW, { attempts: 3 }, "met attempts-within"],
    ["T6", NEW, { attempts: null }, "doubt attempts-unknown"],
    ["T7", OLD, { refusal: Date.parse("2026-06-05T10:00:00Z") }, "broken refusal-recent"],
    ["T7", OLD, { refusal: Date.parse("2026-06-04T10:00:00Z") }, "met refusal-rested"],
    ["T9", NEW, { contract: "related" }, "met contract-related"],
    ["T9", NEW, { contract: "unrelated" }, "broken consent-none"],
    ["T9", NEW, { contract: "ongoing" }, "doubt contract-object-unknown"],
    ["T9", NEW, { sector: "press" }, "met press-exempt"],
    ["T9", NEW, { audience: "business" }, "nothing"],
    ["T9", NEW, { audience: null }, "doubt audience-unknown"],
    ["T9", NEW, { consent: { ...CONSENT, withdrawnAt: Date.parse(NEW) } }, "broken consent-withdrawn"],
    ["T9", NEW, { consent: { ...CONSENT, withdrawnAt: Date.parse(NEW) + 1 } }, "met consent-valid"],
    ["T9", NEW, { consent: consentGiven("2025-08-17") }, "broken consent-expired"],
    ["T9", NEW, { consent: consentGiven("2025-08-18") }, "doubt consent-anniversary"],
    ["T9", NEW, { consent: consentGiven("2025-08-19") }, "met consent-valid"],
    ["T9", NEW, { consent: { ...CONSENT, until: "2026-08-17" } }, "broken consent-expired"],
    ["T9", NEW, { consent: { ...CONSENT, until: "2026-08-18" } }, "met consent-valid"],
    ["T11", NEW, { consent: { ...CONSENT, until: "2027-07-01" } }, "met consent-complete"],
    ["T11", NEW, { consent: { ...CONSENT, until: "2027-07-02" } }, "broken consent-too-long"],
    [
      "T11",
      NEW,
      { consent: { ...CONSENT, items: { ...CONSENT.items, withdrawal: false } } },
      "broken consent-withdrawal-missing",
    ],
    [
      "T11",
      NEW,
      { consent: { ...CONSENT, items: { ...CONSENT.items, withdrawal: null } } },
      "doubt consent-withdrawal-unanswered",
    ],
    ["T13", NEW, { refusal: CONSENT.givenAt - 1, consent: CONSENT }, "met refusal-consented"],
    ["T13", NEW, { refusal: CONSENT.givenAt, consent: CONSENT }, "broken refusal-stands"],
    ["T13", NEW, { refusal: CONSENT.givenAt, consent: null }, "doubt consent-unknown"],
    ["G21", NEW, { objection: 0, audience: "business" }, "broken objection-stands"],
    ["T15", NEW, { isRobot: true, audience: "business" }, "doubt robot-natural-person"],
    ["T16", NEW, { isDialler: true, shownNumber: "platform" }, "met number-platform"],
    ["T17", NEW, { shownNumber: "mobile", isAuthenticated: null }, "doubt number-authentication"],
    ["T17", NEW, { shownNumber: "foreign", isAuthenticated: null }, "nothing"],
    ["T17", NEW, { shownNumber: "other-french", isAuthenticated: false }, "broken number-unauthenticated"],
  ])("%s at %s with %o", (rule, instant, facts, expected) => {
    expect(said(rule, instant, facts)).toBe(expected);
  });

  it.each<[string, Territory, string]>([
    ["2026-08-18T08:00:00Z", "FR", "met hours-within"],
    ["2026-08-18T07:59:59Z", "FR", "broken hours-outside"],
    ["2026-08-18T10:59:59Z", "FR", "met hours-within"],
    ["2026-08-18T11:00:00Z", "FR", "broken hours-outside"],
    ["2026-08-18T12:00:00Z", "FR", "met hours-within"],
    ["2026-08-18T18:00:00Z", "FR", "broken hours-outside"],
    ["2026-08-22T09:00:00Z", "FR", "broken hours-weekend"],
    ["2026-11-11T10:00:00Z", "FR", "broken hours-holiday"],
    ["2026-12-26T10:00:00Z", "FR", "broken hours-weekend"],
    ["2027-03-26T10:00:00Z", "FR", "met hours-within"],
    ["2026-08-18T16:00:00Z", "RE", "broken hours-outside"],
    ["2026-08-18T06:00:00Z", "RE", "met hours-within"],
    ["2026-08-18T14:00:00Z", "MQ", "met hours-within"],
    ["2026-08-18T13:59:59Z", "GP", "broken hours-outside"],
    ["2026-08-18T12:00:00Z", "PM", "met hours-within"],
    ["2026-11-24T13:00:00Z", "PM", "met hours-within"],
    ["2026-11-24T12:59:59Z", "PM", "broken hours-outside"],
  ])("hours at %s in %s: %s", (instant, territory, expected) => {
    expect(said("T5b", instant, {}, territory)).toBe(expected);
  });

  it("judges an unknown island by the strictest of its clocks, and says so", () => {
    // 09:40 in Tahiti, 10:10 in the Marquesas, 10:40 in the Gambier islands.
    const [hours] = evaluate(callAt("2026-08-18T19:40:00Z", "PF"), CLEAN, PROSPECTING_RULES).filter(
      ({ rule }) => rule === "T5b",
    );
    expect(hours).toMatchObject({ verdict: "broken", zone: "Pacific/Tahiti", isZoneDoubted: true });
  });

  it.each([
    [[] as Territory[], "territory-unknown"],
    [["NC"] as Territory[], "territory-legislation"],
  ])("doubts the territory %j", (territories, reason) => {
    const found = evaluate({ at: Date.parse(NEW), territories }, CLEAN, PROSPECTING_RULES);
    expect(found.find(({ rule }) => rule === "territory")?.reason).toBe(reason);
  });
});

const instants = fc.integer({ min: Date.parse("2016-01-01"), max: Date.parse("2028-01-01") });
const moment = fc.oneof(fc.constant("never" as const), instants);
const consents = fc.oneof(
  fc.constant("none" as const),
  fc.record({
    givenAt: instants,
    until: fc.constantFrom("2026-06-01", "2026-12-31", "2027-12-31"),
    withdrawnAt: moment,
    items: fc.record({
      identities: fc.boolean(),
      freeChoice: fc.boolean(),
      duration: fc.boolean(),
      withdrawal: fc.boolean(),
      proofAccess: fc.boolean(),
    }),
    hasProof: fc.boolean(),
  }),
);
const allFacts: fc.Arbitrary<ProspectingFacts> = fc.record({
  audience: fc.constantFrom(...AUDIENCES),
  channel: fc.constantFrom(...CHANNELS),
  sector: fc.constantFrom(...SECTORS),
  contract: fc.constantFrom(...CONTRACTS),
  consent: consents,
  callBack: fc.oneof(
    fc.constant("none" as const),
    fc.record({ requestedAt: instants, isProven: fc.boolean(), isWithinObject: fc.boolean() }),
  ),
  bloctel: fc.record({
    scrubbedOn: fc.constantFrom("never" as const, "2026-07-20", "2026-05-01"),
    isListed: fc.boolean(),
  }),
  agreedTime: fc.constantFrom(...AGREED_TIMES),
  attempts: fc.integer({ min: 0, max: 8 }),
  refusal: moment,
  objection: moment,
  shownNumber: fc.constantFrom(...SHOWN_NUMBERS),
  isAuthenticated: fc.boolean(),
  isFromAbroad: fc.boolean(),
  isRobot: fc.boolean(),
  isDialler: fc.boolean(),
});

/** Forgets the facts of which the bit is set, nested ones too. */
function forget(facts: ProspectingFacts, bits: readonly boolean[]): ProspectingFacts {
  let place = 0;
  const walk = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        const isNested = ["bloctel", "items"].includes(key) || key === "givenAt" || key === "requestedAt";
        place += 1;
        if (bits[place % bits.length] && !isNested) return [key, null];
        return [key, walk(inner)];
      }),
    );
  };
  return walk(facts) as ProspectingFacts;
}

describe("what is unknown", () => {
  const bits = fc.array(fc.boolean(), { minLength: 29, maxLength: 29 });

  it("never lets a call pass that the facts would forbid, and forbids none that they would let pass", () => {
    fc.assert(
      fc.property(instants, allFacts, bits, (at, facts, unknown) => {
        const call = { at, territories: ["FR" as const] };
        const known = new Map(evaluate(call, facts, PROSPECTING_RULES).map((one) => [one.rule, one]));
        const some = new Map(
          evaluate(call, forget(facts, unknown), PROSPECTING_RULES).map((one) => [one.rule, one]),
        );
        for (const [rule, { verdict }] of known)
          if (verdict === "broken") expect(["broken", "doubt"], rule).toContain(some.get(rule)?.verdict);
        for (const [rule, { verdict }] of some)
          if (verdict === "broken") expect(known.get(rule)?.verdict, rule).toBe("broken");
      }),
      { numRuns: 400 },
    );
  });
});

describe("a change of offset", () => {
  const days = fc.integer({ min: 1, max: 28 });
  it("leaves the verdict of one time on the wall alone", () => {
    fc.assert(
      fc.property(
        days,
        fc.nat(23),
        fc.nat(59),
        fc.constantFrom("FR", "PM"),
        (day, hour, minute, territory) => {
          const zone = territory === "FR" ? "Europe/Paris" : "America/Miquelon";
          // Offsets differ between the two months; each first is moved to a Monday by its own calendar.
          const winter = instantOf(zone, { year: 2027, month: 1, day: 4 + (day % 5), hour, minute });
          const summer = instantOf(zone, { year: 2027, month: 6, day: 7 + (day % 5), hour, minute });
          const [a, b] = [winter, summer].map((at) =>
            evaluate({ at, territories: [territory as Territory] }, CLEAN, PROSPECTING_RULES).find(
              ({ rule }) => rule === "T5b",
            ),
          );
          expect(a?.reason).toBe(b?.reason);
        },
      ),
    );
  });

  it("leaves other territories alone where one is named", () => {
    for (const territory of TERRITORIES.filter((one) => one !== "PF")) {
      const found = evaluate(callAt(NEW, territory), CLEAN, PROSPECTING_RULES);
      expect(found.some(({ isZoneDoubted }) => isZoneDoubted)).toBe(false);
    }
  });
});
