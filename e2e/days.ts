import { dayAt } from "@/lib/i18n/format";

const DAY_MS = 86_400_000;

/** Calendar day in Casablanca `days` from now, "2026-11-25"; negative for the past. */
export function dayFromNow(days: number): string {
  return dayAt(Date.now() + days * DAY_MS, "Africa/Casablanca");
}
