import { eventsFrom, type Refused, refused, type Transition } from "@/lib/domain/lifecycle/lifecycle";
import type { Blocker } from "./closing";
import type { RunState } from "./types";

export const RUN_EVENTS = ["close", "cancel", "resume", "revoke"] as const;
export type RunEvent = (typeof RUN_EVENTS)[number];

/** A contract renewed after all stops its run, or takes back its end; the certificate stays, and says so. */
export const RUN_TRANSITIONS: Record<RunEvent, Transition<RunState>> = {
  close: { from: ["open"], to: "closed", needsReason: false },
  cancel: { from: ["open"], to: "cancelled", needsReason: true },
  resume: { from: ["cancelled"], to: "open", needsReason: true },
  revoke: { from: ["closed"], to: "cancelled", needsReason: true },
};

export type RunRefusal = "notFromHere" | "reasonMissing" | "linesOpen";

export type RunDecision =
  | { ok: true; state: RunState }
  /** `key` stands under `contract-end.refusals`. */
  | Refused<"" | "reason", RunRefusal>;

/** The state of a run after an event, or why not: nothing is closed while anything stands in its way. */
export function decideRun(
  state: RunState,
  { event, reason }: { event: RunEvent; reason: string },
  blockers: readonly Blocker[],
): RunDecision {
  const row = RUN_TRANSITIONS[event];
  if (!row.from.includes(state)) return refused("", "notFromHere");
  if (row.needsReason && reason.trim() === "") return refused("reason", "reasonMissing");
  if (event === "close" && blockers.length > 0) return refused("", "linesOpen");
  return { ok: true, state: row.to };
}

/** Lists the events possible now, in the order of the table. */
export function runEventsFrom(state: RunState): RunEvent[] {
  return eventsFrom(RUN_TRANSITIONS, state);
}
