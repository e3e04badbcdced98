import { ENDED_UNDONE, type Horizon } from "@/lib/domain/obligation/due";
import { type Listed, PRESSING } from "@/lib/domain/obligation/list";
import { instantOfDay, todayAtHome } from "@/lib/domain/obligation/types";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";

/** Views of the morning: everything near, what asks for an act now, and what was done. */
export const TODAY_VIEWS = ["near", "now", "done-today", "done-week", "ended"] as const;
export type TodayView = (typeof TODAY_VIEWS)[number];

export const NEAR: readonly Horizon[] = [...PRESSING, "week", "month", "open", "own"];

const ENDED: readonly Horizon[] = ENDED_UNDONE;

/** Days of what was done today, and this week. */
export function doneDaysAt(now: number): Record<"done-today" | "done-week", { from: string; until: string }> {
  const today = todayAtHome(now);
  return {
    "done-today": { from: today, until: today },
    "done-week": { from: mondayOf(today), until: today },
  };
}

/** Tells whether something was done on the days, at the organisation. */
export function isDoneWithin({
  from,
  until,
}: {
  from: string;
  until: string;
}): (duty: Pick<Listed, "doneAt" | "ending">) => boolean {
  const [begins, ends] = [instantOfDay(from), instantOfDay(addDaysToDay(until, 1))];
  return ({ doneAt, ending }) => ending === "met" && doneAt !== null && doneAt >= begins && doneAt < ends;
}

/** Makes the test of a view at an instant, which is computed once for all lines; a week begins on Monday. */
export function todayViewsAt(now: number): (view: TodayView, line: Listed) => boolean {
  const days = doneDaysAt(now);
  const [isOfToday, isOfWeek] = [isDoneWithin(days["done-today"]), isDoneWithin(days["done-week"])];
  return (view, line) => {
    switch (view) {
      case "near":
        return NEAR.includes(line.horizon);
      case "now":
        return PRESSING.includes(line.horizon);
      case "done-today":
        return isOfToday(line);
      case "done-week":
        return isOfWeek(line);
      case "ended":
        return ENDED.includes(line.horizon);
    }
  };
}

function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return addDaysToDay(day, 1 - weekday);
}
