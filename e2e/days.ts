import { frenchHolidays, nextWorkingDay } from "@/lib/domain/time/public-holidays";
import { dayAt } from "@/lib/i18n/format";

const DAY_MS = 86_400_000;

/** Calendar day in Casablanca `days` from now, "2026-11-25"; negative for the past. */
export function dayFromNow(days: number): string {
  return dayAt(Date.now() + days * DAY_MS, "Africa/Casablanca");
}

/** Next day on which consumers in France may be called at all (D223-9 of the Code de la consommation), "2026-11-26". */
export function nextCallDay(): string {
  const year = new Date().getFullYear();
  return nextWorkingDay(dayFromNow(0), new Set([year, year + 1].flatMap(frenchHolidays)));
}
