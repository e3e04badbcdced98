import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import type { RecordState } from "./types";

export const RECORD_EVENTS = ["activate", "suspend", "resume", "end", "reopen"] as const;
export type RecordEventKind = (typeof RECORD_EVENTS)[number];

/** Event of the processing on a calendar date ("2026-11-24"), with its reason. */
export type RecordEvent = { kind: RecordEventKind; on: string; reason: string };

type Row = {
  from: readonly RecordState[];
  to: RecordState;
  /** Evidence wants the reason of whatever stops a processing or takes back its end. */
  needsReason: boolean;
};

/** Draft → active → suspended → active → ended; an end declared in error is reopened with a reason, never erased. */
export const TRANSITIONS: Record<RecordEventKind, Row> = {
  activate: { from: ["draft"], to: "active", needsReason: false },
  suspend: { from: ["active"], to: "suspended", needsReason: true },
  resume: { from: ["suspended"], to: "active", needsReason: false },
  // A draft may come from a register whose contract is already over.
  end: { from: ["draft", "active", "suspended"], to: "ended", needsReason: true },
  reopen: { from: ["ended"], to: "active", needsReason: true },
};

export type RecordDecision =
  | { ok: true; state: RecordState }
  /** `field` is the one to mend; `key` stands under `lifecycle.refusals`. */
  | { ok: false; field: "event" | "on" | "reason"; key: RefusalKey };

export type RefusalKey = "notFromHere" | "notADay" | "future" | "beforeState" | "reasonMissing";

/**
 * The state after an event, or why not. The date is that of the fact and may be past, never after `today`: a
 * planned end is `endsOn` in the record. `since` is the day the present state began; no event goes before it.
 */
export function decide(
  state: RecordState,
  event: RecordEvent,
  { today, since = null }: { today: string; since?: string | null },
): RecordDecision {
  const row = TRANSITIONS[event.kind];
  if (!row.from.includes(state)) return { ok: false, field: "event", key: "notFromHere" };
  if (!isCalendarDay(event.on)) return { ok: false, field: "on", key: "notADay" };
  if (event.on > today) return { ok: false, field: "on", key: "future" };
  // A draft has no beginning of its own: the day it was typed binds nothing.
  if (state !== "draft" && since !== null && event.on < since)
    return { ok: false, field: "on", key: "beforeState" };
  if (row.needsReason && event.reason.trim() === "")
    return { ok: false, field: "reason", key: "reasonMissing" };
  return { ok: true, state: row.to };
}

/** Lists the events possible from a state, in the order of the table. */
export function eventsFrom(state: RecordState): RecordEventKind[] {
  return RECORD_EVENTS.filter((kind) => TRANSITIONS[kind].from.includes(state));
}

/**
 * Warnings before an event. Words: `lifecycle.warnings`. The controller decides and the processor records:
 * gaps never prevent the recording of processing that takes place.
 */
export function warningsOf(
  kind: RecordEventKind,
  { requiredGaps }: { requiredGaps: number },
): { key: "requiredGaps"; count: number }[] {
  const begins = TRANSITIONS[kind].to === "active";
  return begins && requiredGaps > 0 ? [{ key: "requiredGaps", count: requiredGaps }] : [];
}
