import { required } from "@/lib/domain/invariant/required";
import {
  type DatedEvent,
  dayRefusal,
  eventsFrom as eventsOf,
  type Refused,
  refused,
} from "@/lib/domain/lifecycle/lifecycle";
import { beginningOf, contractOn, stateOn } from "./in-force";
import type { Contract, ContractDates, ContractState } from "./types";

export const CONTRACT_EVENTS = ["sign", "begin", "give-notice", "withdraw-notice", "end", "reopen"] as const;
export type ContractEventKind = (typeof CONTRACT_EVENTS)[number];

export type ContractEvent = DatedEvent<ContractEventKind>;

type Row = {
  from: readonly ContractState[];
  /** Events that stop a contract, or undo its end, are evidence and require a reason. */
  needsReason: boolean;
  /** The day on which it takes effect is agreed beforehand; every other date is a fact. */
  mayBeToCome: boolean;
  then: (dates: ContractDates, on: string) => ContractDates;
};

/** Draft → signed → in force → expired → ended. The dates are the facts; the state of a day follows from them. */
export const TRANSITIONS: Record<ContractEventKind, Row> = {
  sign: {
    from: ["draft"],
    needsReason: false,
    mayBeToCome: false,
    then: (dates, on) => ({ ...dates, signedOn: on }),
  },
  // Drafts may begin too: a date of effect is known, and the signature is late.
  begin: {
    from: ["draft", "signed"],
    needsReason: false,
    mayBeToCome: true,
    then: (dates, on) => ({ ...dates, effectiveOn: on }),
  },
  "give-notice": {
    from: ["signed", "in-force"],
    needsReason: true,
    mayBeToCome: false,
    then: (dates, on) => ({ ...dates, noticeGivenOn: on }),
  },
  // Expired contracts may too: without the notice the contract had renewed.
  "withdraw-notice": {
    from: ["signed", "in-force", "expired"],
    needsReason: true,
    mayBeToCome: false,
    then: (dates) => ({ ...dates, noticeGivenOn: null }),
  },
  // A draft that nobody will sign is ended too: nothing is deleted.
  end: {
    from: ["draft", "signed", "in-force", "expired"],
    needsReason: true,
    mayBeToCome: false,
    then: (dates, on) => ({ ...dates, endedOn: on }),
  },
  reopen: {
    from: ["ended"],
    needsReason: true,
    mayBeToCome: false,
    then: (dates) => ({ ...dates, endedOn: null }),
  },
};

export type ContractRefusal =
  | "notFromHere"
  | "notADay"
  | "future"
  | "reasonMissing"
  | "endBeforeStart"
  | "noticeBeforeSignature"
  | "noNoticeGiven";

export type ContractDecision =
  | { ok: true; dates: ContractDates }
  /** `key` stands under `contract.refusals`. */
  | Refused<"event" | "on" | "reason", ContractRefusal>;

/** The dates after an event, or why not. */
export function decide(contract: Contract, event: ContractEvent, today: string): ContractDecision {
  const row = TRANSITIONS[event.kind];
  const { state, contractTerms } = contractOn(contract, today);
  if (!row.from.includes(state)) return refused("event", "notFromHere");
  const unfit = dayRefusal(event.on, today);
  if (unfit && !(unfit === "future" && row.mayBeToCome)) return refused("on", unfit);
  const { signedOn, effectiveOn, noticeGivenOn, endedOn } = contract;
  const dates = { signedOn, effectiveOn, noticeGivenOn, endedOn };
  const key = clashOf(dates, event, contractTerms.term.endsOn);
  if (key) return refused(key === "noNoticeGiven" ? "event" : "on", key);
  if (row.needsReason && event.reason.trim() === "") return refused("reason", "reasonMissing");
  return { ok: true, dates: row.then(dates, event.on) };
}

/** Lists the events possible on a day, in the order of the table. */
export function eventsFrom(contract: Contract, today: string): ContractEventKind[] {
  const state = stateOn(contract, today);
  return eventsOf(TRANSITIONS, state).filter((kind) => {
    if (kind === "give-notice") return contract.noticeGivenOn === null;
    return kind !== "withdraw-notice" || contract.noticeGivenOn !== null;
  });
}

/** `endsOn` is the last day that the contract's own term fixes. */
function clashOf(
  dates: ContractDates,
  { kind, on }: ContractEvent,
  endsOn: string | null,
): ContractRefusal | null {
  const begins = beginningOf(dates) ?? dates.signedOn;
  if (kind === "end" && begins !== null && on < begins) return "endBeforeStart";
  if (kind === "begin" && endsOn !== null && on > endsOn) return "endBeforeStart";
  if (kind === "give-notice" && on < required(dates.signedOn, "signature of a signed contract"))
    return "noticeBeforeSignature";
  if (kind === "withdraw-notice" && dates.noticeGivenOn === null) return "noNoticeGiven";
  return null;
}
