import { isCalendarDay } from "@/lib/domain/time/calendar-day";

export const SUB_PROCESSOR_STATES = ["listed", "ended"] as const;
export type SubProcessorState = (typeof SUB_PROCESSOR_STATES)[number];

export const SUB_PROCESSOR_EVENTS = ["end", "reopen"] as const;
export type SubProcessorEvent = (typeof SUB_PROCESSOR_EVENTS)[number];

/**
 * Lists and removes a sub-processor. Its use is each controller's decision, stored with the authorisation.
 */
export const TRANSITIONS: Record<SubProcessorEvent, { from: SubProcessorState; to: SubProcessorState }> = {
  end: { from: "listed", to: "ended" },
  reopen: { from: "ended", to: "listed" },
};

export type MoveDecision =
  | { ok: true; state: SubProcessorState }
  /** `field` is the one to mend; `key` stands under `sub-processor.issues`. */
  | {
      ok: false;
      field: "event" | "on" | "reason";
      key: "notFromHere" | "notADay" | "future" | "reasonMissing";
    };

/** The state after an event, or why not: neither goes without its reason. */
export function decide(
  state: SubProcessorState,
  { kind, on, reason }: { kind: SubProcessorEvent; on: string; reason: string },
  today: string,
): MoveDecision {
  if (TRANSITIONS[kind].from !== state) return { ok: false, field: "event", key: "notFromHere" };
  if (!isCalendarDay(on)) return { ok: false, field: "on", key: "notADay" };
  if (on > today) return { ok: false, field: "on", key: "future" };
  if (reason.trim() === "") return { ok: false, field: "reason", key: "reasonMissing" };
  return { ok: true, state: TRANSITIONS[kind].to };
}

export function eventsFrom(state: SubProcessorState): SubProcessorEvent[] {
  return SUB_PROCESSOR_EVENTS.filter((event) => TRANSITIONS[event].from === state);
}
