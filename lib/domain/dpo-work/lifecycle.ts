import { dayRefusal, type Refused, refused } from "@/lib/domain/lifecycle/lifecycle";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import type { FilingType } from "./content";
import type { WorkKind } from "./kinds";

/** Fields of an event's form beside its day. */
export type EventField = "detail" | "reason" | "nextOn" | "amount";

type Transition = {
  from: readonly string[];
  /** Absent where the state remains. */
  to?: string;
  asks?: readonly EventField[];
  /** Refused where these are blank. */
  needs?: readonly EventField[];
  /** Types of the document that have the event; every type where absent. */
  types?: readonly string[];
};

type Life = {
  initial: string;
  events: Readonly<Record<string, Transition>>;
  /** Events of one line of the document, by the state of the line. */
  lineEvents?: Readonly<Record<string, Transition>>;
};

const because = { asks: ["reason"], needs: ["reason"] } as const;
const withDetail = { asks: ["detail"], needs: ["detail"] } as const;
const corrected = { from: ["held"], asks: ["detail", "reason"], needs: ["detail", "reason"] } as const;
const granted = ["received", "authorised"] as const;
/** Types that law 09-08 has filed: the CNDP answers with a receipt, art. 19, or with an authorisation, art. 21 and 43. */
const filed = ["declaration", "authorisation", "transfer", "other"] as const satisfies readonly FilingType[];
const authorised = ["authorisation", "transfer", "other"] as const satisfies readonly FilingType[];

/** Lives of the documents. Names of states and events are stored: they never change. */
export const WORK_LIVES: Record<WorkKind, Life> = {
  "watch-item": {
    initial: "open",
    events: {
      conclude: { from: ["open"], to: "closed", asks: ["reason"], needs: ["reason"] },
      reopen: { from: ["closed"], to: "open", ...because },
    },
    lineEvents: {
      done: { from: ["open"], to: "done", asks: ["detail"] },
      "not-applicable": { from: ["open"], to: "not-applicable", ...because },
      "reopen-line": { from: ["done", "not-applicable"], to: "open", ...because },
    },
  },
  training: {
    initial: "planned",
    events: {
      hold: { from: ["planned"], to: "held" },
      cancel: { from: ["planned"], to: "cancelled", ...because },
      "staff-attended": corrected,
      "other-attended": corrected,
      "not-attended": corrected,
    },
  },
  "internal-audit": {
    initial: "planned",
    events: {
      report: { from: ["planned"], to: "reported", asks: ["detail"] },
      cancel: { from: ["planned"], to: "cancelled", ...because },
      reopen: { from: ["reported"], to: "planned", ...because },
    },
    lineEvents: {
      close: { from: ["open"], to: "closed", ...withDetail },
      "reopen-line": { from: ["closed"], to: "open", ...because },
    },
  },
  assistance: {
    initial: "asked",
    events: {
      spend: { from: ["asked", "given"], asks: ["amount", "detail"], needs: ["amount"] },
      give: { from: ["asked"], to: "given", ...withDetail },
      decline: { from: ["asked"], to: "declined", ...because },
      reopen: { from: ["given", "declined"], to: "asked", ...because },
    },
  },
  "dpo-designation": {
    initial: "running",
    events: {
      publish: { from: ["running"], ...withDetail },
      "tell-cnil": { from: ["running"], asks: ["detail"] },
      "tell-cndp": { from: ["running"], asks: ["detail"] },
      end: { from: ["running"], to: "ended", ...because },
      reopen: { from: ["ended"], to: "running", ...because },
    },
  },
  procedure: {
    initial: "running",
    events: {
      review: { from: ["running"], asks: ["nextOn", "detail"], needs: ["nextOn"] },
      withdraw: { from: ["running"], to: "withdrawn", ...because },
      reinstate: { from: ["withdrawn"], to: "running", ...because },
    },
  },
  "cndp-filing": {
    initial: "draft",
    events: {
      file: { from: ["draft", "refused"], to: "filed", asks: ["detail"] },
      receive: {
        from: ["filed"],
        to: "received",
        asks: ["detail", "nextOn"],
        needs: ["detail"],
        types: filed,
      },
      authorise: {
        from: ["filed", "received"],
        to: "authorised",
        asks: ["detail", "nextOn"],
        needs: ["detail"],
        types: authorised,
      },
      accede: {
        from: ["draft", "filed"],
        to: "acceded",
        asks: ["detail", "nextOn"],
        needs: ["detail"],
        types: ["data-tika"] satisfies FilingType[],
      },
      refuse: { from: ["filed", "received"], to: "refused", ...because },
      "notify-change": { from: granted, asks: ["detail"], types: filed },
      "withdraw-receipt": { from: granted, to: "withdrawn", ...because, types: filed },
      end: { from: ["draft", "acceded", ...granted], to: "ended", ...because },
    },
  },
};

/** A dated fact about a document, or about the line named by `part`. */
export type WorkFact = {
  event: string;
  /** Id of a line; "" for the document. */
  part: string;
  factOn: string;
  detail: string;
  reason: string;
  nextOn: string | null;
  amount: number | null;
};

const LINE_OPEN = "open";

export function stateOf(kind: WorkKind, facts: readonly Pick<WorkFact, "event" | "part">[]): string {
  const { initial, events } = WORK_LIVES[kind];
  return foldStates(
    events,
    initial,
    facts.filter(({ part }) => part === ""),
  );
}

/** State of one line; a line without facts is open. */
export function lineStateOf(
  kind: WorkKind,
  facts: readonly Pick<WorkFact, "event" | "part">[],
  id: string,
): string {
  return foldStates(
    WORK_LIVES[kind].lineEvents ?? {},
    LINE_OPEN,
    facts.filter(({ part }) => part === id),
  );
}

function foldStates(
  events: Life["events"],
  initial: string,
  facts: readonly Pick<WorkFact, "event">[],
): string {
  return facts.reduce((state, { event }) => events[event]?.to ?? state, initial);
}

/** `type` is that of a filing: each has events of its own. */
export function eventsFrom(kind: WorkKind, state: string, type: string): string[] {
  return namesFrom(WORK_LIVES[kind].events, state, type);
}

export function lineEventsFrom(kind: WorkKind, state: string): string[] {
  return namesFrom(WORK_LIVES[kind].lineEvents ?? {}, state, "");
}

function namesFrom(events: Life["events"], state: string, type: string): string[] {
  return Object.keys(events).filter((event) => isPossible(events[event], state, type));
}

function isPossible(transition: Transition | undefined, state: string, type: string): boolean {
  if (!transition?.from.includes(state)) return false;
  return transition.types === undefined || transition.types.includes(type);
}

/** Returns the fields of an event's form beside its day. */
export function asksOf(kind: WorkKind, event: string): readonly EventField[] {
  const { events, lineEvents = {} } = WORK_LIVES[kind];
  return (events[event] ?? lineEvents[event])?.asks ?? [];
}

export type EventRefusal = Refused<
  "event" | "on" | EventField,
  "notFromHere" | "notADay" | "future" | "reasonMissing" | "missing" | "day"
>;

/**
 * Refuses an event that is not possible from the state, whose day is none or is to come, or that lacks what it needs.
 * Facts are in the order of their recording.
 */
export function refuseEvent(
  { kind, type }: { kind: WorkKind; type: string },
  facts: readonly WorkFact[],
  fact: WorkFact,
  today: string,
): EventRefusal | null {
  const { events, lineEvents = {} } = WORK_LIVES[kind];
  const state = fact.part === "" ? stateOf(kind, facts) : lineStateOf(kind, facts, fact.part);
  const transition = (fact.part === "" ? events : lineEvents)[fact.event];
  if (!transition || !isPossible(transition, state, type)) return refused("event", "notFromHere");
  const day = dayRefusal(fact.factOn, today);
  if (day) return refused("on", day);
  const missing = transition.needs?.find((field) => fact[field] === null || fact[field] === "");
  if (missing) return refused(missing, missing === "reason" ? "reasonMissing" : "missing");
  return fact.nextOn !== null && !isCalendarDay(fact.nextOn) ? refused("nextOn", "day") : null;
}
