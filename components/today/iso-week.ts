const DAY_MS = 86_400_000;

/** ISO 8601 week: "2026-11-25" → 48. A week belongs to the year of its Thursday. */
export function isoWeek(isoDay: string): number {
  const day = new Date(`${isoDay}T00:00:00Z`);
  const thursday = day.getTime() + (4 - (day.getUTCDay() || 7)) * DAY_MS;
  const firstOfYear = Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1);
  return Math.floor((thursday - firstOfYear) / (7 * DAY_MS)) + 1;
}
