import type { ControllerClock, RelayClock } from "./clocks";
import { isRefused, type RequestFile } from "./file";
import type { ClearPeriod, MonthPeriod } from "./periods";
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

/** Instant at which the person was answered, by whomever; a confirmation to the controller is no answer, 12(3). */
export function answeredAt({ answered }: Pick<RequestFile, "answered">): number | null {
  return answered?.at ?? null;
}

/** Instant at which the data were rectified, as far as known: carried out here, or told to the person as done. */
export function rectifiedAt({
  confirmed,
  answered,
}: Pick<RequestFile, "confirmed" | "answered">): number | null {
  const instants = [confirmed?.at, answered?.at].filter((at) => at !== undefined);
  return instants.length === 0 ? null : Math.min(...instants);
}

/**
 * Period in which the person is to be answered: a refusal is told within the first month, whatever was extended, 12(4).
 */
export function answerPeriod(file: RequestFile, { month, due }: ControllerClock): MonthPeriod {
  return isRefused(file) ? month : due;
}

/** Judges the relay, the controller's month and the clear days of law 09-08 at an instant. */
export function clockVerdicts(
  { file, relay, clock, clear }: RequestClocks,
  now: number,
): Record<"relay" | "answer" | "clear", ClockVerdict> {
  const isOwed = file.controllerId !== null && file.state !== "not-ours";
  return {
    relay: OF_RELAY[relayStatus(file, relay, now).state],
    answer: isOwed && clock ? verdictOf(answerPeriod(file, clock).endsAt, answeredAt(file), now) : "none",
    clear: isOwed && clear ? verdictOf(clear.endsAt, rectifiedAt(file), now) : "none",
  };
}

function verdictOf(endsAt: number, metAt: number | null, now: number): ClockVerdict {
  if (metAt !== null) return metAt <= endsAt ? "kept" : "missed";
  return now <= endsAt ? "running" : "missed";
}
