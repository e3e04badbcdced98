import { eventsFrom, TRANSITIONS, type Before } from "./lifecycle";
import type { StoredRequest } from "./read-request";
import { isReceipt } from "./receipt";
import { authorisationStatusAt, type StoredAuthorisation } from "./request-status";
import { AUTHORISATION_EVENTS, type AuthorisationEventKind, type AuthorisationState } from "./types";

/** A dated fact of a request's life, with the state in which it left it. */
export type AuthorisationFact = {
  event: AuthorisationEventKind;
  state: AuthorisationState;
  /** In milliseconds. */
  at: number;
};

/** Events whose facts may be learnt late or repeat a question: they impose no order. */
const ORDERS_NOTHING: readonly AuthorisationEventKind[] = ["receive", "meet", "ask-confirmation"];

/**
 * Returns the request as it was at the instant of the event: a word on paper may be recorded days after it
 * came.
 */
export function beforeAt(
  asked: StoredAuthorisation,
  facts: readonly AuthorisationFact[],
  at: number,
): Before {
  return {
    regime: asked.regime,
    state: authorisationStatusAt(asked, at).state,
    lastAt: lastMove(facts),
    suspendedFrom: suspendedFrom(facts),
  };
}

export type Recordable = {
  kind: AuthorisationEventKind;
  /** Event that came while the period ran, and can have come at no instant since. */
  isPast: boolean;
};

/**
 * Lists the events possible now, and the controller's answers that may have come before the clock moved the
 * request on: a letter of the last day is an objection, on whatever day it is recorded.
 */
export function recordableAt(
  asked: StoredAuthorisation,
  facts: readonly AuthorisationFact[],
  now: number,
): Recordable[] {
  const at = beforeAt(asked, facts, now);
  const [nowPossible, before] = [eventsFrom(at), eventsFrom({ ...at, state: asked.state })];
  return AUTHORISATION_EVENTS.flatMap((kind) => {
    if (nowPossible.includes(kind)) return { kind, isPast: false };
    return before.includes(kind) && TRANSITIONS[kind].isDecision ? { kind, isPast: true } : [];
  });
}

const MINUTE = 60_000;

/** Instants typed to the minute must not precede a fact of that minute. */
export function clampToMinute(at: number, facts: readonly AuthorisationFact[]): number {
  const last = lastMove(facts);
  return last !== null && at === last - (last % MINUTE) ? last : at;
}

function lastMove(facts: readonly AuthorisationFact[]): number | null {
  return facts.findLast(({ event }) => !ORDERS_NOTHING.includes(event))?.at ?? null;
}

/** The state to which a suspended request returns: that of the last fact before it was suspended. */
function suspendedFrom(facts: readonly AuthorisationFact[]): AuthorisationState | null {
  if (facts.at(-1)?.state !== "suspended") return null;
  return facts.findLast(({ state }) => state !== "suspended")?.state ?? null;
}

/** Channel, speaker, listener and paper of a decision received. */
type DecisionSource = { event: AuthorisationEventKind; channel: string; documentId: string | null };

/**
 * True where the controller's last word is a no that was only spoken: it stands, and its confirmation in writing has not
 * been asked for yet.
 */
export function isOralRefusal(facts: readonly DecisionSource[]): boolean {
  const last = facts.findLast(({ event }) => event === "ask-confirmation" || TRANSITIONS[event].isDecision);
  if (last === undefined || !TRANSITIONS[last.event].isNo) return false;
  return (last.channel === "telephone" || last.channel === "meeting") && last.documentId === null;
}

/** A fact as it is kept: what happened when, and when that was written down. */
export type StoredFact = Pick<AuthorisationFact, "event" | "state"> & {
  at: Date;
  recordedAt: Date;
  authorKind: string;
  letterId: string | null;
  /** Condition shown to be met. */
  conditionId: string | null;
};

type Conditioned = Omit<StoredRequest, "conditions"> & { conditions: readonly { id: string }[] };

/**
 * A request as the register knew it at an instant: by the facts written down by then, whatever day they tell of. Before
 * the first it was a draft; its conditions came with the yes; a receipt without a fact was known with its sending.
 */
export function knownAt(
  { conditions, ...request }: Conditioned,
  facts: readonly StoredFact[],
  instant: Date,
): StoredRequest {
  const known = facts.filter(({ recordedAt }) => recordedAt <= instant);
  const sentAt = known.length > 0 ? request.sentAt : null;
  const isShownMet = (id: string) =>
    known.some(({ event, conditionId }) => event === "meet" && conditionId === id);
  const receipt = facts.some(({ event }) => event === "receive")
    ? earliestOf(known.filter(isReceipt))
    : request.receivedAt;
  return {
    ...request,
    state: known.at(-1)?.state ?? "draft",
    sentAt,
    receivedAt: sentAt && receipt,
    conditions: known.some(({ event }) => event === "approve")
      ? conditions.map(({ id }) => ({ isMet: isShownMet(id) }))
      : [],
  };
}

function earliestOf(receipts: readonly StoredFact[]): Date | null {
  return receipts.length === 0 ? null : new Date(Math.min(...receipts.map(({ at }) => at.getTime())));
}

/** True for a document that no contact of the controller put there: it is the processor's own word, and proves nothing for it. */
export function isSuppliedByProcessor({ contactId }: { contactId: string | null }): boolean {
  return contactId === null;
}
