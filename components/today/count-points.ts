import type { Points, TodayFacts } from "./types";

export type TodayCounts = {
  facts: TodayFacts;
  points: Points;
  threads: number;
  answers: number;
  instructions: number;
  measures: number;
};

/** Counts all lines, including those cut. */
export function countPoints({
  facts,
  points,
  threads,
  answers,
  instructions,
  measures,
}: TodayCounts): number {
  const { contracts, transfers, scope, letters } = points;
  return [
    countToDo(facts),
    contracts.count,
    transfers.count,
    scope ? scope.count + Number(scope.uncompared > 0) : 0,
    Object.values(letters).filter((count) => count > 0).length,
    threads,
    answers,
    Number(instructions > 0),
    measures,
  ].reduce((sum, count) => sum + count, 0);
}

function countToDo({ standing, own, codes, placeholders }: TodayFacts): number {
  return (
    [
      placeholders.length > 0,
      standing.toReview > 0,
      standing.drafts > 0,
      own.incomplete > 0,
      own.toReview > 0,
    ].filter(Boolean).length + codes.length
  );
}
