import { type Listed, PRESSING } from "@/lib/domain/obligation/list";
import { todayAtHome } from "@/lib/domain/obligation/types";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";

/** Views of the morning: everything near, what asks for an act now, and what was done. */
export const TODAY_VIEWS = ["near", "now", "done-today", "done-week"] as const;
export type TodayView = (typeof TODAY_VIEWS)[number];

const NEAR = [...PRESSING, "week", "month", "open"];

/** Tells whether a line belongs to a view at an instant; a week begins on Monday. */
export function isInTodayView(view: TodayView, { horizon, doneAt }: Listed, now: number): boolean {
  switch (view) {
    case "near":
      return NEAR.includes(horizon);
    case "now":
      return PRESSING.includes(horizon);
    case "done-today":
      return doneAt !== null && todayAtHome(doneAt) === todayAtHome(now);
    case "done-week":
      return doneAt !== null && isThisWeek(todayAtHome(doneAt), todayAtHome(now));
  }
}

function isThisWeek(day: string, today: string): boolean {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay() || 7;
  return day >= addDaysToDay(today, 1 - weekday) && day <= today;
}
