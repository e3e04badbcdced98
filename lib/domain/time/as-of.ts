import { isCalendarDay } from "./calendar-day";
import { endOfDay } from "./zones";

/** A register as it was recorded by the end of a past day in Casablanca. */
export type AsOf = {
  /** ISO calendar date. */
  day: string;
  /** The last millisecond of that day. */
  endMs: number;
};

export type AsOfRefusal = "notADay" | "future";
export type AsOfReading = { ok: true; asOf: AsOf | null } | { ok: false; key: AsOfRefusal };

/**
 * The day that was asked for. Null is now: nothing was asked, or today, whose end has not come and of which nothing else
 * can be said than what stands.
 */
export function readAsOf(text: string, today: string): AsOfReading {
  const day = text.trim();
  if (day === "" || day === today) return { ok: true, asOf: null };
  if (!isCalendarDay(day)) return { ok: false, key: "notADay" };
  if (day > today) return { ok: false, key: "future" };
  return { ok: true, asOf: { day, endMs: endOfDay("Africa/Casablanca", day) } };
}
