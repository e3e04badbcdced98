import fc from "fast-check";
import { APPOINTMENT_MINUTES, type Appointment } from "@/lib/domain/choice/appointment";
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
  outcome: fc.constantFrom(...CALL_OUTCOMES, "answered" as const),
  isOwn: fc.boolean(),
  shown: fc.constantFrom("", "masked", "+33123456789"),
});
const anyChoice: fc.Arbitrary<PersonChoice> = fc.record({
  at: moment,
  outcome: fc.constantFrom("allowed", "refused", "withdrawn", "awaiting"),
  source: fc.constantFrom("call", "letter"),
  validUntil: fc.constantFrom("2026-08-20", "2099-01-01"),
  hasProof: fc.boolean(),
  isOfOffer: fc.boolean(),
  collectionId: fc.constantFrom(null, "c1"),
});

const anyAppointment: fc.Arbitrary<Appointment> = fc.record({
  agreedAt: moment,
  callAt: moment,
  purpose: fc.constant(""),
  outcome: fc.constantFrom("allowed", "withdrawn"),
  isOfPurpose: fc.boolean(),
  hasProof: fc.boolean(),
});

/** Calls to one person, choices and appointments of theirs, each in their order. */
export const anyPerson = fc
  .record({
    calls: fc.array(anyCall, { maxLength: 12 }),
    choices: fc.array(anyChoice, { maxLength: 5 }),
    appointments: fc.array(anyAppointment, { maxLength: 3 }),
  })
  .map(({ calls, choices, appointments }) => ({
    appointments,
    calls: calls.map((call, line) => ({ ...call, line })).sort((a, b) => a.at - b.at || a.line - b.line),
    choices: choices.toSorted(
      (a, b) => a.at - b.at || Number(a.outcome !== "allowed") - Number(b.outcome !== "allowed"),
    ),
  }));

type History = {
  calls: readonly PersonCall[];
  choices: readonly PersonChoice[];
  appointments: readonly Appointment[];
};

/** The past of a call, told by looking through everything before it. */
export function pastOf(
  call: PersonCall,
  { calls, choices, appointments }: History,
  zones: readonly Zone[],
): CallPast {
  const before = calls.slice(0, calls.indexOf(call));
  const chosen = choices.filter(({ at }) => at <= call.at);
  const refused = chosen.filter(({ outcome }) => outcome === "refused");
  const last = (of: readonly { at: number }[]) =>
    of.length > 0 ? Math.max(...of.map(({ at }) => at)) : null;
  const stops = before.filter(({ outcome }) => outcome === "refused" || outcome === "objected");
  const given = chosen.findLast(({ outcome }) => outcome === "allowed" || outcome === "awaiting");
  const allowed = given?.outcome === "allowed" ? given : null;
  const withdrawn = chosen.filter(
    ({ outcome, at }) => (outcome === "refused" || outcome === "withdrawn") && allowed && at >= allowed.at,
  );
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
    appointment:
      appointments.find(
        ({ outcome, agreedAt, callAt }) =>
          outcome === "allowed" &&
          agreedAt <= call.at &&
          callAt <= call.at &&
          call.at - callAt < APPOINTMENT_MINUTES * MINUTE &&
          !appointments.some(
            (other) =>
              other.outcome === "withdrawn" &&
              other.callAt === callAt &&
              agreedAt <= other.agreedAt &&
              other.agreedAt <= call.at,
          ),
      ) ?? null,
    isUnknown: before.some(({ outcome }) => outcome === "unknown"),
    allowed,
    withdrawnAt: last(withdrawn),
  };
}
