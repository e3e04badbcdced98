import { ANSWER_STATUSES, type AnswerReason } from "./answer";
import type { ChoiceStatus } from "./choices";

/** Reasons beside the choice of the person for which a line is refused. */
const REFUSALS = [
  /** An objection waits for its controller, 21(3). */
  "pending",
  /** Attempts within thirty days are as many as law or house allow, D223-9. */
  "frequency",
  /** Law or house leave no hour of that day open. */
  "closedDay",
  /** The house relies on no consent that old. */
  "houseConsent",
] as const;

/** Reasons for which a line is not read. */
const FAULTS = ["noNumber", "notNumber"] as const;

/** Answers of one line of a list: a line without a number, or with none that exists, has its reason too. */
export const LINE_ANSWERS = [...(Object.keys(ANSWER_STATUSES) as AnswerReason[]), ...REFUSALS, ...FAULTS];
export type LineAnswer = AnswerReason | (typeof REFUSALS)[number] | (typeof FAULTS)[number];

/** Lines by the reason of their answer. */
export type LineCounts = Partial<Record<LineAnswer, number>>;

/** Status of a line; nothing is known of one that cannot be read. */
export function lineStatus(answer: LineAnswer): ChoiceStatus {
  if (isFaulty(answer)) return "unknown";
  return isRefusal(answer) ? "refused" : ANSWER_STATUSES[answer];
}

function isRefusal(answer: LineAnswer): answer is (typeof REFUSALS)[number] {
  return REFUSALS.some((one) => one === answer);
}

/** Sums the lines of each status, those that cannot be read apart. */
export function sumLines(counts: LineCounts): Record<ChoiceStatus | "faulty", number> {
  const sums = { allowed: 0, refused: 0, unknown: 0, faulty: 0 };
  for (const answer of LINE_ANSWERS)
    sums[isFaulty(answer) ? "faulty" : lineStatus(answer)] += counts[answer] ?? 0;
  return sums;
}

function isFaulty(answer: LineAnswer): answer is (typeof FAULTS)[number] {
  return FAULTS.some((one) => one === answer);
}
