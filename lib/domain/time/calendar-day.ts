import { dayParts } from "./day-parts";
import { daysInMonth } from "./partial-date";

/** Calendar days without an hour or a zone, "2026-11-24"; they sort as text. */

/** True for "2026-11-24" and not for "2026-02-30". */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** Adds months; the month's last day where it has no such day. */
export function addMonthsToDay(isoDay: string, months: number): string {
  const { year, month, day } = dayParts(isoDay);
  const count = year * 12 + month - 1 + months;
  const toYear = Math.floor(count / 12);
  const toMonth = count - toYear * 12 + 1;
  return join(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

export function addDaysToDay(isoDay: string, days: number): string {
  const { year, month, day } = dayParts(isoDay);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** Days from one date to another, negative when the second comes first. */
export function daysBetween(fromDay: string, toDay: string): number {
  return (Date.parse(toDay) - Date.parse(fromDay)) / 86_400_000;
}

function join(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
