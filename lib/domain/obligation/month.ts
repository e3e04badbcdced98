import { addDaysToDay, addMonthsToDay } from "@/lib/domain/time/calendar-day";
import { dueDay } from "./due";
import type { Listed } from "./list";
import { isDated } from "./types";

/** Day of a month's page, with what falls due on it: all of it is counted, and the first of it may be all that is read. */
export type MonthDay = { day: string; isInMonth: boolean; entries: Listed[]; count: number };

/** Entries shown of one day in the month; the day's own list has all. */
export const SHOWN_OF_DAY = 3;

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

/**
 * The month with its entries; a duty without a period has no day and is not in it. `hidden` numbers what falls due on a
 * day and was not read.
 */
export function monthOf(
  month: string,
  listed: readonly Listed[],
  hidden: ReadonlyMap<string, number> = new Map(),
): MonthDay[][] {
  const byDay = new Map<string, Listed[]>();
  for (const entry of listed) {
    if (!isDated(entry) || entry.due.type === "since") continue;
    const day = dueDay(entry.due);
    const entries = byDay.get(day);
    if (entries) entries.push(entry);
    else byDay.set(day, [entry]);
  }
  return weeksOf(month).map((week) =>
    week.map((day) => {
      const entries = byDay.get(day) ?? [];
      const count = entries.length + (hidden.get(day) ?? 0);
      return { day, isInMonth: day.startsWith(month), entries, count };
    }),
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
