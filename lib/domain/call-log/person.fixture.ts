import fc from "fast-check";
import { ATTEMPT_DAYS, MOST_ATTEMPTS } from "@/lib/domain/telephone-prospecting/judge-person";
import { todayIn, type Zone } from "@/lib/domain/time/zones";
import { CALL_OUTCOMES } from "./outcomes";
import type { CallPast, PersonCall, PersonChoice } from "./person-past";

const MINUTE = 60_000;
const FROM = Date.parse("2026-07-20T00:00:00Z");

/** Instants of some weeks, of which many are the same or about a midnight. */
const moment = fc
  .tuple(fc.nat(45), fc.constantFrom(0, 8 * 60, 10 * 60 + 30, 22 * 60 - 1, 22 * 60, 23 * 60 + 59))
  .map(([day, minute]) => FROM + (day * 1440 + minute) * MINUTE);

const anyCall = fc.record({
  at: moment,
  ...{ outcome: fc.constantFrom(...CALL_OUTCOMES, "answered" as const), isOwn: fc.boolean() },
  shown: fc.constantFrom("", "masked", "+33123456789"),
});
const anyChoice: fc.Arbitrary<PersonChoice> = fc.record({
  at: moment,
  outcome: fc.constantFrom("allowed", "refused", "withdrawn"),
  source: fc.constantFrom("call", "letter"),
  validUntil: fc.constantFrom("2026-08-20", "2099-01-01"),
  hasProof: fc.boolean(),
  isOfOffer: fc.boolean(),
  collectionId: fc.constantFrom(null, "c1"),
});

/** Calls to one person and choices of theirs, each in their order. */
export const anyPerson = fc
  .record({ calls: fc.array(anyCall, { maxLength: 12 }), choices: fc.array(anyChoice, { maxLength: 5 }) })
  .map(({ calls, choices }) => ({
    calls: calls.map((call, line) => ({ ...call, line })).sort((a, b) => a.at - b.at || a.line - b.line),
    choices: choices.toSorted(
      (a, b) => a.at - b.at || Number(a.outcome !== "allowed") - Number(b.outcome !== "allowed"),
    ),
  }));

type History = { calls: readonly PersonCall[]; choices: readonly PersonChoice[] };

/** The past of a call, told by looking through everything before it. */
export function pastOf(call: PersonCall, { calls, choices }: History, zones: readonly Zone[]): CallPast {
  const before = calls.slice(0, calls.indexOf(call));
  const chosen = choices.filter(({ at }) => at <= call.at);
  const refused = chosen.filter(({ outcome }) => outcome === "refused");
  const last = (of: readonly { at: number }[]) =>
    of.length > 0 ? Math.max(...of.map(({ at }) => at)) : null;
  const stops = before.filter(({ outcome }) => outcome === "refused" || outcome === "objected");
  const allowed = chosen.findLast(({ outcome }) => outcome === "allowed") ?? null;
  const withdrawn = chosen.filter(({ outcome, at }) => outcome !== "allowed" && allowed && at >= allowed.at);
  const dayOf = (zone: Zone, at: number) => Date.parse(todayIn(zone, at)) / (1440 * MINUTE);
  const within = zones.map(
    (zone) =>
      before.filter(
        ({ outcome, at }) =>
          outcome !== "not-placed" && dayOf(zone, call.at) - dayOf(zone, at) < ATTEMPT_DAYS,
      ).length,
  );
  return {
    attempts: Math.min(MOST_ATTEMPTS, Math.max(...within)),
    refusal: last([...stops, ...refused.filter(({ source }) => source === "call")]),
    objection: last([
      ...before.filter(({ outcome }) => outcome === "objected"),
      ...refused.filter(({ isOfOffer }) => !isOfOffer),
    ]),
    isUnknown: before.some(({ outcome }) => outcome === "unknown"),
    ...{ allowed, withdrawnAt: last(withdrawn) },
  };
}
