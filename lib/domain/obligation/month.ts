import { addDaysToDay, addMonthsToDay } from "@/lib/domain/time/calendar-day";
import { dueDay } from "./due";
import type { Listed } from "./list";
import { isDated } from "./types";

/** Day of a month's page, with what falls due on it. */
export type MonthDay = { day: string; isInMonth: boolean; entries: Listed[] };

/** Weeks of a month, Monday first, filled up with days of its neighbours. `month` is "2026-11". */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  const last = addDaysToDay(addMonthsToDay(first, 1), -1);
  const begin = addDaysToDay(first, 1 - weekdayOf(first));
  const weeks: string[][] = [];
  for (let monday = begin; monday <= last; monday = addDaysToDay(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, index) => addDaysToDay(monday, index)));
  return weeks;
}

/** The month with its entries; a duty without a period has no day and is not in it. */
export function monthOf(month: string, listed: readonly Listed[]): MonthDay[][] {
  const byDay = new Map<string, Listed[]>();
  for (const entry of listed) {
    if (!isDated(entry) || entry.due.type === "since") continue;
    const day = dueDay(entry.due);
    const entries = byDay.get(day);
    if (entries) entries.push(entry);
    else byDay.set(day, [entry]);
  }
  return weeksOf(month).map((week) =>
    week.map((day) => ({ day, isInMonth: day.startsWith(month), entries: byDay.get(day) ?? [] })),
  );
}

/** "2026-11" and -1 give "2026-10". */
export function addToMonth(month: string, months: number): string {
  return addMonthsToDay(`${month}-01`, months).slice(0, 7);
}

/** ISO 8601: Monday 1 to Sunday 7. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
