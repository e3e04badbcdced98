import { addDaysToDay } from "@/lib/domain/time/calendar-day";

/** Counts what goes beyond contract and instructions on a day, by the entries that nobody changed since `before`. */
type CountOn = (day: string, before: string) => number;

/**
 * Days of a period on which a contract or an instruction began to cover everything that went beyond them the day before.
 * An entry that changed since is left out: what it stated then is not what it states now.
 */
export function coveredDays(
  days: readonly string[],
  { from, until }: { from: string; until: string },
  countOn: CountOn,
): { day: string; points: number }[] {
  return [...new Set(days)]
    .filter((day) => from <= day && day <= until)
    .toSorted()
    .flatMap((day) => {
      const points = countOn(addDaysToDay(day, -1), day);
      return points > 0 && countOn(day, day) === 0 ? [{ day, points }] : [];
    });
}
