import {
  type DatedEvent,
  type Decision,
  defineLifecycle,
  type Refused,
  refused,
  type Transition,
} from "@/lib/domain/lifecycle/lifecycle";
import type { RecordState } from "./types";

export const RECORD_EVENTS = ["activate", "suspend", "resume", "end", "reopen"] as const;
export type RecordEventKind = (typeof RECORD_EVENTS)[number];

export type RecordEvent = DatedEvent<RecordEventKind>;

/** Draft → active → suspended → active → ended; an end declared in error is reopened with a reason, never erased. */
export const TRANSITIONS: Record<RecordEventKind, Transition<RecordState>> = {
  activate: { from: ["draft"], to: "active", needsReason: false },
  suspend: { from: ["active"], to: "suspended", needsReason: true },
  resume: { from: ["suspended"], to: "active", needsReason: false },
  // A draft may come from a register whose contract is already over.
  end: { from: ["draft", "active", "suspended"], to: "ended", needsReason: true },
  reopen: { from: ["ended"], to: "active", needsReason: true },
};

const life = defineLifecycle(TRANSITIONS);

export const { eventsFrom } = life;

/** `key` stands under `lifecycle.refusals`. */
export type RecordDecision = Decision<RecordState> | Refused<"on", "beforeState">;
export type RefusalKey = Extract<RecordDecision, { ok: false }>["key"];

/**
 * The state after an event, or why not. The date is that of the fact and may be past, never after `today`: a
 * planned end is `endsOn` in the record. `since` is the day the present state began; no event goes before it.
 */
export function decide(
  state: RecordState,
  event: RecordEvent,
  { today, since = null }: { today: string; since?: string | null },
): RecordDecision {
  const decision = life.decide(state, event, today);
  // A draft has no beginning of its own: the day it was typed binds nothing.
  const isBefore = state !== "draft" && since !== null && event.on < since;
  return decision.ok && isBefore ? refused("on", "beforeState") : decision;
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
