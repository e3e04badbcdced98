import { appointmentAt, type Appointment } from "@/lib/domain/choice/appointment";
import { EVERY_PURPOSE, isTaken } from "@/lib/domain/choice/choices";
import type { StopTimes } from "@/lib/domain/choice/stop-times";
import { MOST_ATTEMPTS } from "@/lib/domain/telephone-prospecting/judge-person";
import { countAttempts } from "./attempts";
import type { DayNumbers } from "./day-numbers";
import { isStop, type CallOutcome } from "./outcomes";

/** A call to one person; `isOwn` of the log that is judged. */
export type PersonCall = { at: number; line: number; outcome: CallOutcome; isOwn: boolean; shown: string };

/** A choice of that person about calls of the controller. */
export type PersonChoice = {
  at: number;
  outcome: "allowed" | "refused" | "withdrawn" | "awaiting";
  source: string;
  validUntil: string | null;
  /** A refusal, in a call, of what was offered. */
  isOfOffer: boolean;
  hasProof: boolean;
  /** Collection that an agreement came with. */
  collectionId: string | null;
  /** Times to which a stop is limited; absent or null where it holds at any. */
  times?: StopTimes | null;
};

/** Past of a person at one call, as law and house ask for it. Instants are null where it never happened. */
export type CallPast = {
  /** Attempts in thirty calendar days before the call, at most as many as the law asks about. */
  attempts: number;
  /** The last refusal on the telephone, in a log or in the register of choices. */
  refusal: number | null;
  /** The last objection. */
  objection: number | null;
  /** An earlier call has an outcome that nobody has said. */
  isUnknown: boolean;
  /** The agreement of the person to a call at this date and time, D223-9; null where there is none. */
  appointment: Appointment | null;
  /** The last agreement, and the last stop in the register of choices since. */
  allowed: PersonChoice | null;
  withdrawnAt: number | null;
};

type PersonHistory = {
  calls: readonly PersonCall[];
  choices: readonly PersonChoice[];
  /** Appointments of the purpose that the log's campaign has, or of every one. */
  appointments: readonly Appointment[];
};

/**
 * Gives the past of each call of the log that was placed. Calls to the person are in their order; so are the choices, of
 * which one of a call's instant is before it. Attempts are those of the zone in which most fall within thirty days.
 */
export function buildPasts(
  { calls, choices, appointments }: PersonHistory,
  daysOf: DayNumbers,
  onCall: (call: PersonCall, past: CallPast) => void,
): void {
  const past = newPast();
  const limited: PersonChoice[] = [];
  const attempts: number[] = [];
  let next = 0;
  for (const call of calls) {
    for (let choice = choices[next]; choice && choice.at <= call.at; choice = choices[++next])
      if (choice.times && choice.outcome !== "allowed") limited.push(choice);
      else addChoice(past, choice);
    const isPlaced = call.outcome !== "not-placed";
    if (call.isOwn && isPlaced)
      onCall(call, {
        ...pastNow(pastAt(past, limited, call.at), countAttempts(attempts, call.at, daysOf)),
        appointment: appointmentAt(appointments, { purpose: EVERY_PURPOSE, at: call.at }),
      });
    addCall(past, call);
    if (isPlaced && attempts.push(call.at) > MOST_ATTEMPTS) attempts.shift();
  }
}

type Past = Omit<CallPast, "attempts" | "withdrawnAt" | "appointment"> & { stoppedAt: number | null };

function newPast(): Past {
  return { refusal: null, objection: null, isUnknown: false, allowed: null, stoppedAt: null };
}

function pastNow({ refusal, objection, isUnknown, allowed, stoppedAt }: Past, attempts: number) {
  const isStopped = allowed !== null && stoppedAt !== null && stoppedAt >= allowed.at;
  return { attempts, refusal, objection, isUnknown, allowed, withdrawnAt: isStopped ? stoppedAt : null };
}

/** Adds stops that are limited to times, of which the call's instant is one. */
function pastAt(past: Past, limited: readonly PersonChoice[], at: number): Past {
  const held = limited.filter((choice) => isTaken(choice, { at, day: "" }));
  if (held.length === 0) return past;
  const now = { ...past };
  for (const choice of held) addStop(now, choice);
  return now;
}

function addCall(past: Past, { at, outcome }: PersonCall): void {
  if (isStop(outcome)) past.refusal = at;
  if (outcome === "objected") past.objection = at;
  if (outcome === "unknown") past.isUnknown = true;
}

/** A refusal in the register is an objection, 21(2), unless it is of an offer; one made in a call is one on the telephone. */
function addChoice(past: Past, choice: PersonChoice): void {
  if (choice.outcome === "allowed") past.allowed = choice;
  // A child's agreement is no consent before it is authorised, art. 8(1), and nobody withdrew it.
  else if (choice.outcome === "awaiting") past.allowed = null;
  else addStop(past, choice);
}

function addStop(past: Past, { at, outcome, isOfOffer, source }: PersonChoice): void {
  past.stoppedAt = Math.max(past.stoppedAt ?? at, at);
  if (outcome !== "refused") return;
  if (!isOfOffer) past.objection = Math.max(past.objection ?? at, at);
  if (source === "call") past.refusal = Math.max(past.refusal ?? at, at);
}
