import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOf } from "@/lib/domain/time/zones";
import { evaluate } from "./evaluate";
import {
  AGREED_TIMES,
  AUDIENCES,
  CHANNELS,
  CONTRACTS,
  SECTORS,
  SHOWN_NUMBERS,
  type ProspectingFacts,
} from "./facts";
import { callAt, CLEAN } from "./prospecting.fixture";
import { PROSPECTING_RULES } from "./statute";
import { TERRITORIES, type Territory } from "./territories";

/** Working Tuesday on which everything is well. */
const NEW = "2026-08-18T09:00:00Z";
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
const everySale = <T>(answer: T) => ({
  own: answer,
  similar: answer,
  collected: answer,
  refusalThen: answer,
  refusalEach: answer,
});
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
  sale: fc.oneof(fc.constant(null), fc.record(everySale(fc.boolean()))),
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
function makeUnknown(facts: ProspectingFacts, bits: readonly boolean[]): ProspectingFacts {
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
        const partly = makeUnknown(facts, unknown);
        const some = new Map(evaluate(call, partly, PROSPECTING_RULES).map((one) => [one.rule, one]));
        for (const [rule, { verdict }] of known)
          if (verdict === "broken") expect(["broken", "doubt"], rule).toContain(some.get(rule)?.verdict);
        // Without a known consent, what is written is not allowed, L34-5 CPCE, and a refusal or an objection stands, 21(3).
        const needConsent: readonly string[] = partly.consent === null ? ["T19", "T13", "G21"] : ["T19"];
        for (const [rule, { verdict }] of some)
          if (verdict === "broken" && !needConsent.includes(rule))
            expect(known.get(rule)?.verdict, rule).toBe("broken");
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
