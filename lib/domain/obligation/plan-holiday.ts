import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { type AnnouncedHoliday, isConfirmed, movingHolidays } from "@/lib/domain/time/moving-holidays";
import { type Obligation, obligationOf, onDay, todayAtHome } from "./types";

/** Days before the proposed day from which it is to be confirmed, and after it until which that is still asked. */
const ASKED_BEFORE = 10;
const ASKED_AFTER = 30;

/** A holiday as announced, with the instant at which that was recorded. */
type Recorded = AnnouncedHoliday & { id: string; recordedAt: number };

/** Moving holidays of Morocco that nobody confirmed some days before the proposed day, and those that were. */
export function planHolidays(announced: readonly Recorded[], now: number): Obligation[] {
  const today = todayAtHome(now);
  const year = Number(today.slice(0, 4));
  return [year - 1, year, year + 1]
    .flatMap((one) => movingHolidays("MA", one))
    .flatMap(({ feast, day, year: of }) => {
      const last = announced.find((one) => one.feast === feast && one.year === of);
      const known = last && isConfirmed(last, todayAtHome(last.recordedAt)) ? last : null;
      const isNear = addDaysToDay(day, -ASKED_BEFORE) <= today && today <= addDaysToDay(day, ASKED_AFTER);
      if (!known && !isNear) return [];
      const row = {
        subject: { id: known?.id ?? `${feast} ${of}`, reference: String(of) },
        controller: null,
        path: `/obligations/holidays?of=${feast}-${of}`,
        version: 1,
        changedAt: known?.recordedAt ?? 0,
      };
      const more = { about: feast, part: feast, doneAt: known?.recordedAt ?? null };
      return [obligationOf(row, "holiday.confirm", onDay(addDaysToDay(day, -1)), more)];
    });
}
