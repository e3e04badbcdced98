import fc from "fast-check";
import { expect, it } from "vitest";
import { instantOf, offsetAt } from "@/lib/domain/time/zones";
import { houseAt } from "@/lib/domain/telephone-prospecting/house-history";
import { evaluateUnder } from "@/lib/domain/telephone-prospecting/house-rules";
import { historyFrom, houseClosing } from "@/lib/domain/telephone-prospecting/house.fixture";
import {
  AGREED_TIMES,
  AUDIENCES,
  CONTRACTS,
  SECTORS,
  SHOWN_NUMBERS,
  type Consent,
  type ProspectingFacts,
} from "@/lib/domain/telephone-prospecting/facts";
import { CLEAN } from "@/lib/domain/telephone-prospecting/prospecting.fixture";
import { PROSPECTING_RULES } from "@/lib/domain/telephone-prospecting/statute";
import { TERRITORIES, zonesOf } from "@/lib/domain/telephone-prospecting/territories";
import { agreedCallFacts } from "@/lib/domain/choice/appointment";
import { makeJudge, type CallFacts } from "./fast-judge";

const MINUTE = 60_000;
/** Days about which the law, a holiday or a clock changes, and instants beside them. */
const TURNS = [
  "2022-12-31",
  "2023-02-28",
  "2024-03-31",
  "2025-07-01",
  "2026-08-10",
  "2026-09-20",
  "2026-11-11",
];
const instant = fc
  .tuple(fc.constantFrom(...TURNS), fc.integer({ min: -3 * 1440, max: 5 * 1440 }), fc.nat(59_999))
  .map(([day, minutes, rest]) => Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE + rest);
const orNull = <T>(...values: T[]) => fc.constantFrom<T | null>(null, ...values);
const answer = orNull(true, false);
const moment = fc.oneof(fc.constantFrom("never" as const, null), instant);

/** Consents that begin and end near a call, and those given a year before it. */
const consent: fc.Arbitrary<Consent> = fc.record({
  givenAt: fc.tuple(instant, fc.constantFrom(0, 365, 366, 60)).map(([at, days]) => at - days * 1440 * MINUTE),
  until: orNull("2026-08-10", "2026-08-11", "2026-12-31", "2027-08-11", "2099-01-01"),
  withdrawnAt: moment,
  items: fc.record({
    identities: answer,
    freeChoice: answer,
    duration: answer,
    withdrawal: fc.constant<boolean | null>(true),
    proofAccess: fc.constant<boolean | null>(true),
  }),
  hasProof: answer,
});
const own: fc.Arbitrary<CallFacts> = fc
  .record({
    attempts: orNull(0, 1, 2, 3, 4, 9),
    refusal: moment,
    objection: moment,
    appointment: fc.option(
      fc.record({ agreedAt: instant, hasProof: fc.boolean(), isOfPurpose: fc.boolean() }),
      { nil: null },
    ),
    consent: fc.oneof(fc.constantFrom("none" as const, null), consent),
    shownNumber: orNull(...SHOWN_NUMBERS),
    bloctel: fc.record({ scrubbedOn: orNull("never", "2026-07-10", "2026-08-01"), isListed: answer }),
  })
  .map(({ appointment, ...facts }) => ({ ...facts, ...(appointment && agreedCallFacts(appointment)) }));
const campaign: fc.Arbitrary<ProspectingFacts> = fc
  .record({
    audience: orNull(...AUDIENCES),
    sector: orNull(...SECTORS),
    contract: orNull(...CONTRACTS),
    agreedTime: orNull(...AGREED_TIMES),
    isAuthenticated: answer,
    isFromAbroad: answer,
    isRobot: answer,
    isDialler: answer,
    channel: orNull("voice" as const),
    callBack: fc.oneof(
      fc.constantFrom("none" as const, null),
      fc.record({ requestedAt: instant, isProven: answer, isWithinObject: answer }),
    ),
  })
  .map((facts) => ({ ...CLEAN, ...facts }));

/** Versions of a house that begin and close days about the same turns. */
const houses = historyFrom(instant, houseClosing(fc.constantFrom(...TURNS)));

it("finds of every call what the rules of law and house find, whatever was judged before it", () => {
  fc.assert(
    fc.property(
      campaign,
      fc.uniqueArray(fc.constantFrom(...TERRITORIES), { maxLength: 2 }),
      fc.array(fc.tuple(instant, own), { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(29 * MINUTE), { minLength: 3, maxLength: 3 }),
      houses,
      (facts, territories, calls, steps, versions) => {
        const judge = makeJudge({ facts, territories }, { statute: PROSPECTING_RULES, houses: versions });
        // Calls minutes apart share what is remembered, unless a rule tells them apart.
        const near = calls.flatMap(([at, one]) => [0, ...steps].map((step) => [at + step, one] as const));
        for (const [at, one] of near)
          expect(judge(at, one)).toEqual(
            evaluateUnder(
              houseAt(versions, at),
              { at, territories },
              { ...facts, ...one },
              PROSPECTING_RULES,
            ),
          );
      },
    ),
    { numRuns: 250 },
  );
});

it("relies on clocks that differ from UTC by half hours, and change on them", () => {
  for (const zone of zonesOf([]))
    for (let month = 0; month < 400; month += 1) {
      const at = instantOf(zone, { year: 2000, month: 1 + month, day: 15 });
      expect(Math.abs(offsetAt(zone, at) % 30)).toBe(0);
    }
});
