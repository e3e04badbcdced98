import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { daysAt, type Horizon } from "./due";
import { HOME } from "./types";

/** Days of reviews of entries, both included; null where nothing bounds them. */
export type ReviewWindow = {
  /** Reviews that fall due, or those that were done. */
  column: "due" | "reviewed";
  from: string | null;
  until: string | null;
};

/** Bounds of the list: the last day looked ahead, and the first on which what was done stays in sight. */
export type ReviewBounds = { until: string; doneFrom: string };

/** Groups that a review may be in. */
type ReviewHorizon = Extract<Horizon, "own" | "later" | "done">;

/**
 * Days whose reviews make each group of the list. A review falls due on a whole day that the organisation chose and is of one
 * kind, so a group of reviews is a range of days, which an index has in the order of the list.
 */
export function reviewWindowsAt(
  now: number,
  { until, doneFrom }: ReviewBounds,
): Record<ReviewHorizon, ReviewWindow> {
  const { month } = daysAt(HOME, now);
  const due = (from: string | null, last: string): ReviewWindow => ({ column: "due", from, until: last });
  return {
    own: due(null, month),
    later: due(addDaysToDay(month, 1), until),
    done: { column: "reviewed", from: doneFrom, until: null },
  };
}
