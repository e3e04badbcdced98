import type { Blocker } from "./closing";
import type { RunState } from "./types";

export const RUN_EVENTS = ["close", "cancel", "resume", "revoke"] as const;
export type RunEvent = (typeof RUN_EVENTS)[number];

type Row = { from: RunState; to: RunState; needsReason: boolean };

/** A contract renewed after all stops its run, or takes back its end; the certificate stays, and says so. */
export const RUN_TRANSITIONS: Record<RunEvent, Row> = {
  close: { from: "open", to: "closed", needsReason: false },
  cancel: { from: "open", to: "cancelled", needsReason: true },
  resume: { from: "cancelled", to: "open", needsReason: true },
  revoke: { from: "closed", to: "cancelled", needsReason: true },
};

export type RunRefusal = "notFromHere" | "reasonMissing" | "linesOpen";

export type RunDecision =
  | { ok: true; state: RunState }
  /** `field` is the one to mend; `key` stands under `contract-end.refusals`. */
  | { ok: false; field: "" | "reason"; key: RunRefusal };

/** The state of a run after an event, or why not: nothing is closed while anything stands in its way. */
export function decideRun(
  state: RunState,
  { event, reason }: { event: RunEvent; reason: string },
  blockers: readonly Blocker[],
): RunDecision {
  const row = RUN_TRANSITIONS[event];
  if (row.from !== state) return { ok: false, field: "", key: "notFromHere" };
  if (row.needsReason && reason.trim() === "") return { ok: false, field: "reason", key: "reasonMissing" };
  if (event === "close" && blockers.length > 0) return { ok: false, field: "", key: "linesOpen" };
  return { ok: true, state: row.to };
}

/** Lists the events possible now, in the order of the table. */
export function runEventsFrom(state: RunState): RunEvent[] {
  return RUN_EVENTS.filter((event) => RUN_TRANSITIONS[event].from === state);
}
