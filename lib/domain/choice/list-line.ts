import { ANSWER_STATUSES, type AnswerReason } from "./answer";
import type { ChoiceStatus } from "./choices";

/** Answers of one line of a list: a line without a number, or with none that exists, has its reason too. */
export const LINE_ANSWERS = [
  ...(Object.keys(ANSWER_STATUSES) as AnswerReason[]),
  "noNumber",
  "notNumber",
] as const satisfies readonly (AnswerReason | "noNumber" | "notNumber")[];
export type LineAnswer = (typeof LINE_ANSWERS)[number];

/** Lines by the reason of their answer. */
export type LineCounts = Partial<Record<LineAnswer, number>>;

/** Status of a line; nothing is known of one that cannot be read. */
export function lineStatus(answer: LineAnswer): ChoiceStatus {
  return isFaulty(answer) ? "unknown" : ANSWER_STATUSES[answer];
}

/** Sums the lines of each status, those that cannot be read apart. */
export function sumLines(counts: LineCounts): Record<ChoiceStatus | "faulty", number> {
  const sums = { allowed: 0, refused: 0, unknown: 0, faulty: 0 };
  for (const answer of LINE_ANSWERS)
    sums[isFaulty(answer) ? "faulty" : lineStatus(answer)] += counts[answer] ?? 0;
  return sums;
}

function isFaulty(answer: LineAnswer): answer is "noNumber" | "notNumber" {
  return answer === "noNumber" || answer === "notNumber";
}
