import { addMonthsToDay } from "@/lib/domain/time/calendar-day";
import { todayIn } from "@/lib/domain/time/zones";

/**
 * Day from which the person is erased of a request closed at an instant: the same date some months later, in Casablanca;
 * null while nobody decided how many.
 */
export function erasableFrom(closedAt: number, months: number | null): string | null {
  return months === null ? null : addMonthsToDay(todayIn("Africa/Casablanca", closedAt), months);
}

/** Tells whether a rule has a request emptied by now. */
export function isErasable(closedAt: number, months: number | null, now: number): boolean {
  const from = erasableFrom(closedAt, months);
  return from !== null && from <= todayIn("Africa/Casablanca", now);
}
