import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { daysBetween } from "@/lib/domain/time/calendar-day";
import {
  earliestAnnouncement,
  type Feast,
  movingHolidays,
  UNCERTAIN_DAYS,
} from "@/lib/domain/time/moving-holidays";
import { findHolidayRows } from "@/lib/features/holiday/read/queries";
import type { HolidayConfirm, HolidayTakeBack } from "@/lib/features/holiday/schema";
import { newId } from "@/lib/platform/database/ids";
import { type StaffCtx, today } from "@/lib/platform/request/context";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import { type Authorised, isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";

/** Days by which a further day may differ from the proposed first one before it is taken for a slip. */
const MOST_APART = 5;

/** Records the days of a feast as announced, or corrects them: rows are only ever added. */
export async function confirmHoliday(ctx: StaffCtx, input: HolidayConfirm): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "holiday.confirm")) return refuse({ kind: "forbidden" });
  const { feast, year, announcedOn, announcer, seen } = input;
  const proposed = movingHolidays("MA", year).find((one) => one.feast === feast);
  if (!proposed) return refuse({ kind: "not-found" });
  const days = [...new Set(input.days)].toSorted();
  if (days.some((day) => Math.abs(daysBetween(proposed.day, day)) > MOST_APART))
    return invalid("days", "holiday.farDay");
  const [first = proposed.day] = days;
  if (Math.abs(daysBetween(proposed.day, first)) > UNCERTAIN_DAYS) return invalid("days", "holiday.farFirst");
  if (announcedOn > today(ctx)) return invalid("announcedOn", "holiday.future");
  if (announcedOn < earliestAnnouncement(feast, first)) return invalid("announcedOn", "holiday.early");
  return record(ctx, { feast, year, seen, days, announcedOn, announcer });
}

/** Takes the last announcement back: a row without days, after which the feast is to be confirmed again. */
export async function takeBackHoliday(
  ctx: StaffCtx,
  input: HolidayTakeBack,
): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "holiday.confirm")) return refuse({ kind: "forbidden" });
  return record(ctx, { ...input, days: [] });
}

type Recorded = {
  feast: Feast;
  year: number;
  seen: string;
  days: readonly string[];
  /** Absent where an announcement is taken back: the row repeats that of which it is. */
  announcedOn?: string;
  announcer?: string;
};

function record(
  ctx: Authorised<StaffCtx>,
  { feast, year, seen, days, ...by }: Recorded,
): Promise<Outcome<{ id: string }>> {
  return write(ctx, async (tx, journal) => {
    const before = (await findHolidayRows(tx)).find((row) => row.feast === feast && row.year === year);
    if ((before?.id ?? "") !== seen) return invalid("", "holiday.changed");
    if (before?.days.length === 0 && days.length === 0) return invalid("", "holiday.changed");
    const id = newId(ctx.now);
    const { announcedOn = before?.announcedOn ?? "", announcer = before?.announcer ?? "" } = by;
    await tx.holidayAnnouncement.create({
      data: { ...recordedBy(ctx), id, feast, year, days: [...days], announcedOn, announcer },
    });
    journal.note({
      event: before ? "holiday.corrected" : "holiday.confirmed",
      subject: { noun: "holiday", id, label: `${feast} ${year}` },
      ...(before && {
        before: {
          days: before.days.join(", "),
          announcedOn: before.announcedOn,
          announcer: before.announcer,
        },
      }),
      after: { feast, year, days: days.join(", "), announcedOn, announcer },
    });
    return done({ id });
  });
}
