import "server-only";
import { todayAtHome } from "@/lib/domain/obligation/types";
import { can } from "@/lib/domain/nouns/policy";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { isConfirmed, movingHolidays } from "@/lib/domain/time/moving-holidays";
import { findHolidayRows } from "@/lib/features/holiday/read/queries";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { today } from "@/lib/platform/request/context";
import { requireStaff } from "@/lib/platform/request/request-session";

/** Moving holidays of this year and the next, each as proposed and with every announcement recorded, the last first. */
export async function loadHolidays(slug: string) {
  const ctx = await requireStaff(slug);
  const rows = await readInScope(ctx.scope, findHolidayRows);
  const year = Number(today(ctx).slice(0, 4));
  const feasts = [year, year + 1]
    .flatMap((one) => movingHolidays("MA", one))
    .toSorted((one, other) => (one.day < other.day ? -1 : 1))
    .map(({ feast, year: of, day, days }) => ({
      feast,
      year: of,
      proposed: Array.from({ length: days }, (_, at) => addDaysToDay(day, at)),
      announcements: rows
        .filter((row) => row.feast === feast && row.year === of)
        .map(({ recordedAt, ...row }) => ({
          ...row,
          recordedAt: recordedAt.getTime(),
          isConfirmed: isConfirmed(row, todayAtHome(recordedAt.getTime())),
        })),
    }));
  return { feasts, today: today(ctx), mayConfirm: can(ctx.actor, "holiday.confirm") };
}
