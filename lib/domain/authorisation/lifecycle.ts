import { eventsFrom as eventsOf, type Refused, refused } from "@/lib/domain/lifecycle/lifecycle";
import {
  type AuthorisationEventKind,
  type AuthorisationState,
  type DecisionChannel,
  type Regime,
} from "./types";

/** Each is a field of the event's form and the key of its refusal. */
export const EVIDENCE = [
  "text",
  "recipient",
  "source",
  "document",
  "signatory",
  "capacity",
  "power",
  "reason",
] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** Ends of an event that are no state of their own. */
type Transition =
  /** The state is what it was: something more is known. */
  | "unchanged"
  /** State before the suspension. */
  | "as-before";

type Row = {
  /** The regime in which it means something; null for both. */
  regime: Regime | null;
  from: readonly AuthorisationState[];
  to: AuthorisationState | Transition;
  /** A word of the controller. A yes comes in writing, by somebody who can bind it, 28(2), 28(9). */
  isDecision: boolean;
  /**
   * A refusal, an objection, a revocation: 28(2) asks for writing of the authorisation alone. It stands however it came
   * and whoever spoke for the controller; who said it, who heard it and when are recorded.
   */
  isNo?: true;
  /**
   * `text`: what is asked or told, with the list it belongs to; `recipient`: where it goes; `source`: the paper, or the
   * act in the portal; `signatory`, `capacity`, `power`: who decided, as what, and by what it binds the company. A
   * yes from outside the portal brings its document as well.
   */
  needs: readonly Evidence[];
};

const SENT = ["text", "recipient"] as const;
const DECIDED = ["source", "signatory", "capacity", "power"] as const;
const REASONED = [...DECIDED, "reason"] as const;

/** Every state needs its evidence. States that the clock alone reaches have no row. */
export const TRANSITIONS: Record<AuthorisationEventKind, Row> = {
  submit: { regime: "specific", from: ["draft"], to: "submitted", isDecision: false, needs: SENT },
  notify: { regime: "general", from: ["draft"], to: "notified", isDecision: false, needs: SENT },
  receive: {
    regime: null,
    from: ["submitted", "notified"],
    to: "unchanged",
    isDecision: false,
    needs: ["source"],
  },
  "ask-confirmation": {
    regime: null,
    // Revises a state in which silence proves nothing, or a no that was only spoken.
    from: ["refused", "notified", "objected", "revoked"],
    to: "unchanged",
    isDecision: false,
    needs: SENT,
  },
  // A refusal, said or silent, may be thought over; under a general authorisation a yes needs no silence to the end.
  approve: {
    regime: null,
    from: ["submitted", "refused", "expired", "notified", "not-objected", "objected"],
    to: "approved",
    isDecision: true,
    needs: DECIDED,
  },
  refuse: {
    regime: "specific",
    from: ["submitted", "expired"],
    to: "refused",
    isDecision: true,
    isNo: true,
    needs: DECIDED,
  },
  // An objection is possible until silence may be relied on, after a last day that was no working day
  // included.
  object: {
    regime: "general",
    from: ["notified"],
    to: "objected",
    isDecision: true,
    isNo: true,
    needs: DECIDED,
  },
  meet: {
    regime: null,
    from: ["approved", "suspended"],
    to: "unchanged",
    isDecision: false,
    needs: ["source"],
  },
  // Revocation includes an objection that comes once the sub-processor may be used.
  revoke: {
    regime: null,
    from: ["approved", "not-objected", "suspended"],
    to: "revoked",
    isDecision: true,
    isNo: true,
    needs: REASONED,
  },
  suspend: {
    regime: null,
    from: ["approved", "not-objected"],
    to: "suspended",
    isDecision: false,
    needs: ["reason"],
  },
  resume: { regime: null, from: ["suspended"], to: "as-before", isDecision: false, needs: ["reason"] },
  // A question that is given up. What may be used is ended: giving it up leaves no older word to stand in its place.
  withdraw: {
    regime: null,
    from: ["draft", "submitted", "notified", "objected", "refused", "expired"],
    to: "withdrawn",
    isDecision: false,
    needs: ["reason"],
  },
  replace: {
    regime: null,
    from: ["objected", "refused", "expired", "revoked"],
    to: "alternative",
    isDecision: false,
    needs: ["reason"],
  },
  terminate: {
    regime: null,
    from: ["objected", "refused", "expired", "revoked"],
    to: "contract-terminated",
    isDecision: false,
    needs: ["reason", "source"],
  },
  // Another site, country or service is asked for anew; what was asked before is answered by the answer to that.
  supersede: {
    regime: null,
    from: [
      "submitted",
      "approved",
      "refused",
      "expired",
      "notified",
      "not-objected",
      "objected",
      "suspended",
    ],
    to: "replaced",
    isDecision: false,
    needs: ["reason"],
  },
  end: {
    regime: null,
    from: ["approved", "not-objected", "suspended"],
    to: "ended",
    isDecision: false,
    needs: ["reason"],
  },
};

export type AuthorisationEvent = {
  kind: AuthorisationEventKind;
  /** The instant it happened, in milliseconds. */
  at: number;
  /** Channel of the decision; null where the event is no decision. */
  channel: DecisionChannel | null;
} & Record<Evidence, string>;

/** Status and facts of the request at the instant of the event. */
export type Before = {
  regime: Regime;
  state: AuthorisationState;
  lastAt: number | null;
  /** State before the suspension; null where the request is not suspended. */
  suspendedFrom: AuthorisationState | null;
};

export type AuthorisationRefusal =
  | "notFromHere"
  | "otherRegime"
  | "future"
  | "beforeLast"
  | "channelMissing"
  | "telephoneProvesNothing"
  | `${Evidence}Missing`;

export type AuthorisationDecision =
  | { ok: true; state: AuthorisationState }
  /** `key` stands under `authorisation.refusals`. */
  | Refused<"" | "at" | "channel" | Evidence, AuthorisationRefusal>;

/** The state after an event, or why not. */
export function decide(
  before: Before,
  event: AuthorisationEvent,
  { now }: { now: number },
): AuthorisationDecision {
  const row = TRANSITIONS[event.kind];
  if (!isOf(row, before.regime)) return refused("", "otherRegime");
  if (!row.from.includes(before.state)) return refused("", "notFromHere");
  if (event.at > now) return refused("at", "future");
  if (before.lastAt !== null && event.at < before.lastAt) return refused("at", "beforeLast");
  if (row.isDecision && event.channel === null) return refused("channel", "channelMissing");
  if (row.isDecision && !row.isNo && event.channel === "telephone")
    return refused("channel", "telephoneProvesNothing");
  const [missing] = missingIn(event);
  if (missing) return refused(missing, `${missing}Missing`);
  return { ok: true, state: reachedState(row, before) };
}

/** Questions that nobody answered; silence to the end of a specific one refused it, and no word did. */
const UNANSWERED: readonly AuthorisationState[] = ["draft", "submitted", "notified", "expired"];

/**
 * Ends a use and withdraws an open question once the controller has no contract left. A no that was said
 * remains. Null where nothing is left to end.
 */
export function eventAtEnd(state: AuthorisationState): "end" | "withdraw" | null {
  if (TRANSITIONS.end.from.includes(state)) return "end";
  return UNANSWERED.includes(state) ? "withdraw" : null;
}

/** True where a question that the controller still has before it is given up: a letter tells it so. */
export function isGivenUpAfterSending(event: AuthorisationEventKind, state: AuthorisationState): boolean {
  return event === "withdraw" && UNANSWERED.includes(state) && state !== "draft";
}

/** Lists the missing evidence in the order of `EVIDENCE`. */
export function missingIn(event: AuthorisationEvent): Evidence[] {
  return needsOf(event).filter((evidence) => event[evidence].trim() === "");
}

/** A no given outside the portal needs who said it, and who heard it or a document. */
const HEARD = ["source", "signatory"] as const;

/** The evidence of an event, in the order of its form: a yes that was not given in the portal has a document. */
export function needsOf({
  kind,
  channel,
}: Pick<AuthorisationEvent, "kind" | "channel">): readonly Evidence[] {
  const { isDecision, isNo, needs } = TRANSITIONS[kind];
  if (!isDecision || channel === "portal") return needs;
  return isNo ? HEARD : ["document", ...needs];
}

function reachedState({ to }: Row, { state, suspendedFrom }: Before): AuthorisationState {
  if (to === "unchanged") return state;
  if (to === "as-before") return suspendedFrom ?? state;
  return to;
}

/** Lists the events possible now, in the order of the table. */
export function eventsFrom({ regime, state }: Pick<Before, "regime" | "state">): AuthorisationEventKind[] {
  return eventsOf(TRANSITIONS, state).filter((kind) => isOf(TRANSITIONS[kind], regime));
}

function isOf(row: Row, regime: Regime): boolean {
  return row.regime === null || row.regime === regime;
}
