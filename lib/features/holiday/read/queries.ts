import { FEASTS, type AnnouncedHoliday, type Feast } from "@/lib/domain/time/moving-holidays";
import type { Tx } from "@/lib/platform/database/transaction";

export type HolidayRow = AnnouncedHoliday & {
  id: string;
  announcedOn: string;
  announcer: string;
  recordedAt: Date;
  authorName: string;
};

/** Every announcement recorded, the last of each feast and year first. */
export async function findHolidayRows(tx: Tx): Promise<HolidayRow[]> {
  const rows = await tx.holidayAnnouncement.findMany({ orderBy: [{ recordedAt: "desc" }, { id: "desc" }] });
  return rows.filter((row): row is typeof row & { feast: Feast } => isFeast(row.feast));
}

function isFeast(text: string): text is Feast {
  return FEASTS.some((feast) => feast === text);
}
