import { addDaysToDay } from "./calendar-day";
import { instantAt, offsetAt, todayIn, type Zone } from "./zones";

const DAY_MINUTES = 24 * 60;

/**
 * "00:10" on the walls of a city, each day, as a cron line in UTC: by the offset of that instant and the zone rules
 * that are shipped, since the runtime's are wrong for Casablanca after 20 September 2026. An offset that changes makes
 * another line.
 */
export function dailyCron(wallTime: string, zone: Zone, nowMs: number): string {
  const [hour = 0, minute = 0] = wallTime.split(":").map(Number);
  const utc = hour * 60 + minute - offsetAt(zone, nowMs);
  const minutes = ((utc % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  return `${minutes % 60} ${Math.floor(minutes / 60)} * * *`;
}

/** The last instant, now or before, at which it was "00:10" on the walls of a city. */
export function lastOccurrence(wallTime: string, zone: Zone, nowMs: number): number {
  const today = todayIn(zone, nowMs);
  const at = instantAt(zone, today, wallTime);
  return at <= nowMs ? at : instantAt(zone, addDaysToDay(today, -1), wallTime);
}
