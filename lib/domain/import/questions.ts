import { isQuestion } from "./doubts";
import { isAnswerOf, optionsOf, questionKey, type Settlements } from "./settle";
import type { Doubt } from "./types";

/** A question that cells of one text raise in one field, asked once for all their rows. */
export type PlannedQuestion = {
  key: string;
  doubt: Doubt;
  /** Values to choose from; none where the reading is taken or left. */
  options: string[];
  rows: number;
  /** Lines of the first rows, from 1. */
  lines: number[];
  /** Null until a person, or an earlier import of the same rows, answered. */
  answer: string | null;
};

const LINES_SHOWN = 3;

/** The answers that a row's questions have. */
export function answersOf(doubts: readonly Doubt[], settlements: Settlements): Record<string, string> {
  return Object.fromEntries(
    doubts.filter(isQuestion).flatMap((asked): [string, string][] => {
      const key = questionKey(asked);
      const answer = Object.hasOwn(settlements, key) ? settlements[key] : undefined;
      return isAnswerOf(asked, answer) ? [[key, answer]] : [];
    }),
  );
}

/** Gathers the questions of rows, those that wait first, then in the order of the file. */
export function gatherQuestions(
  rows: readonly { line: number; doubts: readonly Doubt[]; settled: Settlements }[],
): PlannedQuestion[] {
  const gathered = new Map<string, PlannedQuestion>();
  for (const { line, doubts, settled } of rows)
    for (const asked of doubts.filter(isQuestion)) {
      const key = questionKey(asked);
      const before = gathered.get(key);
      const answer = settled[key] ?? null;
      gathered.set(key, {
        key,
        doubt: before?.doubt ?? asked,
        options: before?.options ?? optionsOf(asked),
        rows: (before?.rows ?? 0) + 1,
        lines: [...(before?.lines ?? []), line].slice(0, LINES_SHOWN),
        answer: before && before.answer === null ? null : answer,
      });
    }
  return [...gathered.values()].toSorted(
    (one, other) => Number(one.answer !== null) - Number(other.answer !== null),
  );
}
