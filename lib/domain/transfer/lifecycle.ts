import { isCalendarDay } from "@/lib/domain/time/calendar-day";

export const TRANSFER_STATES = ["running", "suspended", "ended"] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];

export const TRANSFER_EVENTS = ["suspend", "resume", "end", "reopen"] as const;
export type TransferEvent = (typeof TRANSFER_EVENTS)[number];

/** Suspended where the destination no longer lets the clauses be kept, 2021/914 clauses 14(f) and 16(b); then ended or resumed. */
export const TRANSITIONS: Record<TransferEvent, { from: readonly TransferState[]; to: TransferState }> = {
  suspend: { from: ["running"], to: "suspended" },
  resume: { from: ["suspended"], to: "running" },
  end: { from: ["running", "suspended"], to: "ended" },
  reopen: { from: ["ended"], to: "running" },
};

export type MoveDecision =
  | { ok: true; state: TransferState }
  /** `field` is the one to mend; `key` stands under `transfer.issues`. */
  | {
      ok: false;
      field: "event" | "on" | "reason";
      key: "notFromHere" | "notADay" | "future" | "reasonMissing";
    };

/** The state after an event, or why not. Each stops a transfer or lets it go on: none goes without its reason. */
export function decide(
  state: TransferState,
  { kind, on, reason }: { kind: TransferEvent; on: string; reason: string },
  today: string,
): MoveDecision {
  const { from, to } = TRANSITIONS[kind];
  if (!from.includes(state)) return { ok: false, field: "event", key: "notFromHere" };
  if (!isCalendarDay(on)) return { ok: false, field: "on", key: "notADay" };
  if (on > today) return { ok: false, field: "on", key: "future" };
  if (reason.trim() === "") return { ok: false, field: "reason", key: "reasonMissing" };
  return { ok: true, state: to };
}

/** Lists the events possible from a state, in the order of the table. */
export function eventsFrom(state: TransferState): TransferEvent[] {
  return TRANSFER_EVENTS.filter((event) => TRANSITIONS[event].from.includes(state));
}
