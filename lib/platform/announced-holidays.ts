import { type AnnouncedHoliday, isConfirmed } from "@/lib/domain/time/moving-holidays";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Reader } from "@/lib/platform/read/reader";

/** Last announcement of a feast and a year, with the day on which it was recorded, in Casablanca. */
export type LastAnnouncement = AnnouncedHoliday & { recordedOn: string };

/** Statement of the last announcements, by feast and year, for a statement that reads more; `countedHolidays` says which count. */
export const LAST_ANNOUNCEMENTS = Prisma.sql`SELECT DISTINCT ON (feast, year) feast, year, days,
  to_char(recorded_at AT TIME ZONE 'Africa/Casablanca', 'YYYY-MM-DD') AS "recordedOn" FROM holiday_announcement
  ORDER BY feast, year, recorded_at DESC, id DESC`;

/** Holidays that count of those last announced: one taken back, or recorded before the moon was looked for, is open. */
export function countedHolidays(last: readonly LastAnnouncement[]): AnnouncedHoliday[] {
  return last
    .filter((one) => isConfirmed(one, one.recordedOn))
    .map(({ feast, year, days }) => ({ feast, year, days }));
}

/** Moving holidays as last announced, by feast and year: what every calendar of a client counts. */
export async function findAnnouncedHolidays(reader: Reader): Promise<AnnouncedHoliday[]> {
  return countedHolidays(await reader.$queryRaw<LastAnnouncement[]>(LAST_ANNOUNCEMENTS));
}
