import { lastDay } from "@/lib/domain/time/partial-date";

/** True once the last day covered by the date of review has passed: "2026-03" may be kept until 31 March. */
export function isReviewDue(reviewOn: string | null, today: string): boolean {
  return reviewOn !== null && lastDay({ value: reviewOn, text: "" }) < today;
}
