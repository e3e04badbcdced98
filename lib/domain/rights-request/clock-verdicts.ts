import type { AnswerClock } from "./answer-clocks";
import type { ControllerClock, RelayClock } from "./clocks";
import { isRefused, type RequestFile } from "./file";
import type { ClearPeriod, MonthPeriod } from "./periods";
import { relayStatus, type RelayState } from "./relay-status";

/**
 * Outcome of a period of a request. "done" and "waiting" are those of a duty without a term: none is invented for it.
 * "not-reached": neither kept nor missed, the person could not be reached and that was found within the period.
 * "none": the duty does not bind, or nobody knows yet whom or by which law.
 */
type ClockVerdict = "kept" | "missed" | "running" | "done" | "waiting" | "not-reached" | "none";

const OF_RELAY: Record<RelayState, ClockVerdict> = {
  "relayed-in-time": "kept",
  "relayed-late": "missed",
  late: "missed",
  running: "running",
  burning: "running",
  relayed: "done",
  undelayed: "waiting",
  unplaced: "none",
  lodged: "none",
  dropped: "none",
};

export type RequestClocks = {
  file: RequestFile;
  relay: RelayClock;
  /** Clocks of each law that sets one, on the controller's own calendar; none while it is unknown whose it is. */
  clocks: readonly AnswerClock[];
  /** The one that is relied on; null where no law that is known to apply sets any. */
  clock: AnswerClock | null;
  /** Law 09-08, art. 8; null where it does not apply. */
  clear: ClearPeriod | null;
};

/** Instant at which the person was answered, by whomever; a confirmation to the controller is no answer, 12(3). */
export function answeredAt({ answered }: Pick<RequestFile, "answered">): number | null {
  return answered?.at ?? null;
}

/** Instant at which the data were rectified, as far as known: carried out on every line here, or told to the person as done. */
export function rectifiedAt({
  confirmed,
  answered,
  tasks,
}: Pick<RequestFile, "confirmed" | "answered" | "tasks">): number | null {
  const isWhole = tasks.every(({ outcome }) => outcome !== "impossible");
  const told = answered?.value.answer === "refused" ? undefined : answered?.at;
  const instants = [isWhole ? confirmed?.at : undefined, told].filter((at) => at !== undefined);
  return instants.length === 0 ? null : Math.min(...instants);
}

/**
 * Period in which the person is to be answered: a refusal is told within the first one, whatever was extended, 12(4).
 */
export function answerDue({ month, due }: ControllerClock, file: RequestFile): MonthPeriod {
  return isRefused(file) ? month : due;
}

/** Judges the relay, the controller's month and the clear days of law 09-08 at an instant. */
export function clockVerdicts(
  { file, relay, clocks, clear }: RequestClocks,
  now: number,
): Record<"relay" | "answer" | "clear", ClockVerdict> {
  const isOwed = file.controllerId !== null && file.state !== "not-ours";
  return {
    relay: OF_RELAY[relayStatus(file, relay, now).state],
    answer: isOwed ? answerVerdict(clocks, file, now) : "none",
    clear: isOwed && clear ? verdictOf(clear.endsAt, rectifiedAt(file), now) : "none",
  };
}

/** Judges by every law that is known to apply: missed under one is missed. */
function answerVerdict(clocks: readonly AnswerClock[], file: RequestFile, now: number): ClockVerdict {
  const verdicts = clocks
    .filter(({ open }) => open === null)
    .map((clock) => personVerdict(answerDue(clock, file).endsAt, file, now));
  const order = ["missed", "running", "not-reached", "kept"] as const;
  return order.find((verdict) => verdicts.includes(verdict)) ?? "none";
}

/** A person who could not be reached is no answer: found after the end, the period was missed all the same. */
function personVerdict(endsAt: number, file: RequestFile, now: number): ClockVerdict {
  if (file.notReached === null) return verdictOf(endsAt, answeredAt(file), now);
  return file.notReached.at <= endsAt ? "not-reached" : "missed";
}

function verdictOf(endsAt: number, metAt: number | null, now: number): ClockVerdict {
  if (metAt !== null) return metAt <= endsAt ? "kept" : "missed";
  return now <= endsAt ? "running" : "missed";
}
