import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { instantAt, todayIn } from "@/lib/domain/time/zones";

/** Choices of a letter a week: none, when something is owed, or every week. */
export const WEEKLY_CHOICES = ["none", "owed", "always"] as const;
export type WeeklyChoice = (typeof WEEKLY_CHOICES)[number];

/** Days by ISO 8601, Monday first. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Clock of the organisation. */
const HOME = "Africa/Casablanca";

type Weekly = {
  choice: WeeklyChoice;
  weekday: number;
  hour: number;
  /** Instant of the choice; null where nobody chose. */
  since: number | null;
};

/**
 * Names by its Monday the week whose letter is due: its day and hour have come, after the choice was made. A machine that
 * slept tells it when it wakes, as long as the week lasts; a week that has ended is told no more. Null where none is due.
 */
export function weekDue({ choice, weekday, hour, since }: Weekly, now: number): string | null {
  if (choice === "none" || since === null) return null;
  const today = todayIn(HOME, now);
  const monday = addDaysToDay(today, 1 - (new Date(`${today}T00:00:00Z`).getUTCDay() || 7));
  const at = instantAt(HOME, addDaysToDay(monday, weekday - 1), `${String(hour).padStart(2, "0")}:00`);
  return at <= now && at >= since ? monday : null;
}
