import { expect, test } from "vitest";
import { dailyCron } from "./utc-cron";

test.each([
  ["00:10", "Africa/Casablanca", "2026-09-01T12:00:00Z", "10 23 * * *"],
  ["00:10", "Africa/Casablanca", "2026-11-25T12:00:00Z", "10 0 * * *"],
  ["00:10", "Europe/Paris", "2026-07-01T12:00:00Z", "10 22 * * *"],
  ["23:50", "America/Guadeloupe", "2026-07-01T12:00:00Z", "50 3 * * *"],
  ["03:30", "Pacific/Noumea", "2026-07-01T12:00:00Z", "30 16 * * *"],
] as const)("%s in %s on %s is %s", (wallTime, zone, at, cron) => {
  expect(dailyCron(wallTime, zone, Date.parse(at))).toBe(cron);
});
