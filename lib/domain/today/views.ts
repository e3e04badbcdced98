import { type Listed, PRESSING } from "@/lib/domain/obligation/list";
import { instantOfDay, todayAtHome } from "@/lib/domain/obligation/types";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";

/** Views of the morning: everything near, what asks for an act now, and what was done. */
export const TODAY_VIEWS = ["near", "now", "done-today", "done-week"] as const;
export type TodayView = (typeof TODAY_VIEWS)[number];

const NEAR = [...PRESSING, "week", "month", "open"];

/** Makes the test of a view at an instant, which is computed once for all lines; a week begins on Monday. */
export function todayViewsAt(now: number): (view: TodayView, line: Listed) => boolean {
  const today = todayAtHome(now);
  const dayBegins = instantOfDay(today);
  const weekBegins = instantOfDay(mondayOf(today));
  const dayEnds = instantOfDay(addDaysToDay(today, 1));
  const isDoneSince = (begins: number, { doneAt }: Listed) =>
    doneAt !== null && doneAt >= begins && doneAt < dayEnds;
  return (view, line) => {
    switch (view) {
      case "near":
        return NEAR.includes(line.horizon);
      case "now":
        return PRESSING.includes(line.horizon);
      case "done-today":
        return isDoneSince(dayBegins, line);
      case "done-week":
        return isDoneSince(weekBegins, line);
    }
  };
}

function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return addDaysToDay(day, 1 - weekday);
}
