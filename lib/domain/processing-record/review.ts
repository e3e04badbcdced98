import { addMonthsToDay } from "@/lib/domain/time/calendar-day";
import { lastDay } from "@/lib/domain/time/partial-date";
import type { RecordContent } from "./content";

/** A review older than this is proposed again: the habit of the product, not a term of the law. */
export const REVIEW_EVERY_MONTHS = 12;

/**
 * The last day on which a record need not be read again: the day fixed for the next review, or twelve months after the
 * last one; a review makes an older term void. "" when it was never reviewed and no day is fixed.
 */
export function reviewDueDay({
  reviewedOn,
  reviewDueOn,
}: Pick<RecordContent, "reviewedOn" | "reviewDueOn">): string {
  const reviewed = reviewedOn ? lastDay(reviewedOn) : "";
  if (reviewDueOn && lastDay(reviewDueOn) > reviewed) return lastDay(reviewDueOn);
  return reviewed && addMonthsToDay(reviewed, REVIEW_EVERY_MONTHS);
}
