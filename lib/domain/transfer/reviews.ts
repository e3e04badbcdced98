import { daysBetween } from "@/lib/domain/time/calendar-day";

/** Days before a review at which it is told, and once more from the day itself on. */
export const REVIEW_THRESHOLDS = [30, 7, 0] as const;

export type Review = {
  transferId: string;
  reviewOn: string;
  /** The threshold that was reached; with the two above it says a reminder's identity. */
  threshold: number;
};

export type ReviewCandidate = { id: string; nextReviewOn: string };

/** Identifies one reminder; none is sent twice under the same key. */
export function reviewKey({ transferId, reviewOn, threshold }: Review): string {
  return [transferId, reviewOn, threshold].join(" ");
}

/**
 * The reviews to be told on a day, clause 14(e), from the candidates and what was already sent. A threshold that was
 * missed is not made up for: the nearest one alone is told.
 */
export function planReviews(
  candidates: readonly ReviewCandidate[],
  sent: ReadonlySet<string>,
  today: string,
): Review[] {
  return candidates
    .map(({ id, nextReviewOn }) => reached(id, nextReviewOn, today))
    .filter((review): review is Review => review !== null && !sent.has(reviewKey(review)));
}

function reached(transferId: string, reviewOn: string, today: string): Review | null {
  const daysLeft = Math.max(0, daysBetween(today, reviewOn));
  const passed = REVIEW_THRESHOLDS.filter((threshold) => daysLeft <= threshold);
  return passed.length === 0 ? null : { transferId, reviewOn, threshold: Math.min(...passed) };
}
