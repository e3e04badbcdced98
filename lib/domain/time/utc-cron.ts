import { offsetAt, type Zone } from "./zones";

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
