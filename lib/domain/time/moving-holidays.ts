import { addDaysToDay } from "./calendar-day";

/** Holidays of the Islamic calendar that Morocco gives, each by announcement once the moon was seen. */
export const FEASTS = ["fitr", "adha", "muharram", "mawlid"] as const;
export type Feast = (typeof FEASTS)[number];

/** First day that a calendar proposes for a feast, and how many days are given. */
export type MovingHoliday = { feast: Feast; day: string; days: number; year: number };

/** Days of a feast as officially announced; `year` is that of the day proposed. */
export type AnnouncedHoliday = { feast: Feast; year: number; days: readonly string[] };

const DAYS: Record<Feast, number> = { fitr: 2, adha: 2, muharram: 1, mawlid: 2 };

/** Proposals of the Umm al-Qura calendar, computed on 2026-12-01 from the data of Unicode CLDR; the announcement decides. */
const PROPOSED: Record<Feast, readonly string[]> = {
  fitr: [
    ...["2025-03-30", "2026-03-20", "2027-03-09", "2028-02-26"],
    ...["2029-02-14", "2030-02-04", "2031-01-24", "2032-01-14"],
  ],
  adha: [
    ...["2025-06-06", "2026-05-27", "2027-05-16", "2028-05-05"],
    ...["2029-04-24", "2030-04-13", "2031-04-02", "2032-03-22"],
  ],
  muharram: [
    ...["2025-06-26", "2026-06-16", "2027-06-06", "2028-05-25"],
    ...["2029-05-14", "2030-05-04", "2031-04-23", "2032-04-11"],
  ],
  mawlid: [
    ...["2025-09-04", "2026-08-25", "2027-08-14", "2028-08-03"],
    ...["2029-07-24", "2030-07-13", "2031-07-02", "2032-06-20"],
  ],
};

/** Days by which an announcement may differ from a proposal. */
export const UNCERTAIN_DAYS = 2;

/** Days from the 29th of the lunar month before, on which the moon is looked for, to the first day of a feast, at most. */
const SIGHTED_BEFORE: Record<Feast, number> = { fitr: 2, adha: 11, muharram: 2, mawlid: 13 };

/** First day on which a feast that begins on a day can be announced for good: before it nobody has looked for the moon. */
export function earliestAnnouncement(feast: Feast, firstDay: string): string {
  return addDaysToDay(firstDay, -SIGHTED_BEFORE[feast]);
}

/** True of an announcement that counts: neither taken back, without any day, nor recorded before it can have been made for good. */
export function isConfirmed(
  { feast, days: [first] }: Pick<AnnouncedHoliday, "feast" | "days">,
  recordedOn: string,
): boolean {
  return first !== undefined && recordedOn >= earliestAnnouncement(feast, first);
}

/**
 * Moving holidays of a country (ISO 3166-1 alpha-2) in a year, as proposed, without those that were announced; none of a country
 * or a year without a proposal.
 */
export function movingHolidays(
  country: string,
  year: number,
  announced: readonly AnnouncedHoliday[] = [],
): MovingHoliday[] {
  if (country !== "MA") return [];
  const isOpen = (feast: Feast) => !announced.some((one) => one.feast === feast && one.year === year);
  return FEASTS.filter(isOpen).flatMap((feast) =>
    PROPOSED[feast]
      .filter((day) => day.startsWith(`${year}-`))
      .map((day) => ({ feast, day, days: DAYS[feast], year })),
  );
}

/** The moving holiday that may fall on a day, by which a period that ends there would end later; null where none may. */
export function movingHolidayOn(moving: readonly MovingHoliday[], day: string): MovingHoliday | null {
  return (
    moving.find(
      (one) =>
        addDaysToDay(one.day, -UNCERTAIN_DAYS) <= day &&
        day <= addDaysToDay(one.day, one.days - 1 + UNCERTAIN_DAYS),
    ) ?? null
  );
}
