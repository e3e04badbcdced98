import type { ControllerClock, RelayClock } from "./clocks";
import type { RequestFile } from "./file";
import type { ClearPeriod } from "./periods";
import { relayStatus, type RelayState } from "./relay-status";

/**
 * Outcome of a period of a request. "done" and "waiting" are those of a duty without a term: none is invented for it.
 * "none": the duty does not bind, or nobody knows yet whom.
 */
type ClockVerdict = "kept" | "missed" | "running" | "done" | "waiting" | "none";

const OF_RELAY: Record<RelayState, ClockVerdict> = {
  "relayed-in-time": "kept",
  "relayed-late": "missed",
  late: "missed",
  running: "running",
  burning: "running",
  relayed: "done",
  undelayed: "waiting",
  unplaced: "none",
  dropped: "none",
};

export type RequestClocks = {
  file: RequestFile;
  relay: RelayClock;
  /** The controller's month, on its own calendar; null while it is unknown whose it is. */
  clock: ControllerClock | null;
  /** Law 09-08, art. 8; null where it does not apply. */
  clear: ClearPeriod | null;
};

/** Instant at which the request was answered: its execution confirmed, or its refusal. */
export function answeredAt({
  confirmed,
  refused,
}: Pick<RequestFile, "confirmed" | "refused">): number | null {
  return confirmed?.at ?? refused?.at ?? null;
}

/** Judges the relay, the controller's month and the clear days of law 09-08 at an instant. */
export function clockVerdicts(
  { file, relay, clock, clear }: RequestClocks,
  now: number,
): Record<"relay" | "answer" | "clear", ClockVerdict> {
  const isOwed = file.controllerId !== null && file.state !== "not-ours";
  const answered = answeredAt(file);
  return {
    relay: OF_RELAY[relayStatus(file, relay, now).state],
    answer: isOwed && clock ? verdictOf(clock.due.endsAt, answered, now) : "none",
    clear: isOwed && clear ? verdictOf(clear.endsAt, answered, now) : "none",
  };
}

function verdictOf(endsAt: number, metAt: number | null, now: number): ClockVerdict {
  if (metAt !== null) return metAt <= endsAt ? "kept" : "missed";
  return now <= endsAt ? "running" : "missed";
}
