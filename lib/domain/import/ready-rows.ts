import { itemAt } from "@/lib/domain/invariant/required";
import { checkRow } from "./check-row";
import { answersOf, gatherQuestions, type PlannedQuestion } from "./questions";
import { isQuestion } from "./doubts";
import { questionKey, settleRow, type Settlements } from "./settle";
import type { RowReading } from "./types";

/** Answers to questions, of the person for this file and of earlier imports by the row's fingerprint. */
type Answers = {
  decisions: { questions?: Settlements };
  remembered: ReadonlyMap<string, { settled?: Settlements }>;
  /** ISO calendar date of the import. */
  today: string;
};

/** A row as the register takes it, with the answers that its questions have. */
export type ReadyRow<R> = R & { settled: Settlements };

/** Carries out the answers of the person, else those that the same row was given before. */
export function readyRow<R extends RowReading & { fingerprint: string }>(
  { decisions, remembered, today }: Answers,
  reading: R,
): ReadyRow<R> {
  const before = remembered.get(reading.fingerprint)?.settled ?? {};
  const asked = new Set(reading.doubts.filter(isQuestion).map(questionKey));
  const others = Object.entries(before).filter(([key]) => !asked.has(key));
  const settled = answersOf(reading.doubts, { ...before, ...decisions.questions });
  // Keeps answers of the other register, which asks the same row questions of its own.
  return {
    ...checkRow(settleRow(reading, settled), today),
    settled: { ...Object.fromEntries(others), ...settled },
  };
}

/** Gathers the questions of the rows that come in, or would once they are answered. */
export function questionsOf(
  asked: readonly RowReading[],
  ready: readonly { line: number; settled: Settlements }[],
  rows: readonly { reason: string | null }[],
): PlannedQuestion[] {
  return gatherQuestions(
    ready.flatMap(({ line, settled }, at) => {
      const { reason } = itemAt(rows, at);
      const { doubts } = itemAt(asked, at);
      const isAsked = reason === null || reason === "question" || reason === "other-register";
      return isAsked ? [{ line, doubts, settled }] : [];
    }),
  );
}
