import { ATTEMPT_DAYS } from "@/lib/domain/telephone-prospecting/judge-person";
import type { DayNumbers } from "./day-numbers";

/**
 * Counts the attempts that fall within thirty calendar days, the day of an instant among them, D223-9: those of the zone
 * in which most do.
 */
export function countAttempts(attempts: readonly number[], at: number, daysOf: DayNumbers): number {
  if (attempts.length === 0) return 0;
  const days = daysOf(at);
  let most = 0;
  for (let zone = 0; zone < days.length; zone += 1) {
    const from = (days[zone] ?? 0) - ATTEMPT_DAYS;
    let within = 0;
    for (const attempt of attempts) if ((daysOf(attempt)[zone] ?? 0) > from) within += 1;
    most = Math.max(most, within);
  }
  return most;
}
