import { addDaysToDay, addMonthsToDay } from "@/lib/domain/time/calendar-day";
import type { ContractTermsDocument } from "./content";

export type Term = ContractTermsDocument["term"];

/** The last day on which notice can be given for an end: a month's notice for 31 December closes on 30 November. */
export function noticeClosesOn(
  { noticeCount, noticeUnit }: Pick<Term, "noticeCount" | "noticeUnit">,
  ends: string,
): string | null {
  if (noticeCount === null) return null;
  const after = addDaysToDay(ends, 1);
  const latest =
    noticeUnit === "days" ? addDaysToDay(after, -noticeCount) : addMonthsToDay(after, -noticeCount);
  return addDaysToDay(latest, -1);
}

type Asked = { day: string; noticeGivenOn: string | null };

/**
 * The end of the period that a day is in, and whether it renews. Notice stops the first renewal for which it came in
 * time: given too late for this one, it serves for the next.
 */
export function endOf(
  term: Term,
  endsOn: string,
  { day, noticeGivenOn }: Asked,
): { ends: string; renews: boolean } {
  if (term.renewal !== "tacit" || term.renewalMonths === null) return { ends: endsOn, renews: false };
  for (let count = 0; ; count += 1) {
    const ends = renewedEnd(endsOn, term.renewalMonths * count);
    const closes = noticeClosesOn(term, ends) ?? ends;
    if (noticeGivenOn !== null && noticeGivenOn <= closes) return { ends, renews: false };
    if (ends >= day) return { ends, renews: true };
  }
}

/** The last day on which a term can bind; null where it goes on: no end is fixed, or nothing stops its renewal. */
export function lastDayOf(term: Term, noticeGivenOn: string | null): string | null {
  if (term.endsOn === null) return null;
  const isRenewed = term.renewal === "tacit" && term.renewalMonths !== null;
  if (isRenewed && noticeGivenOn === null) return null;
  // Notice stops the first renewal for which it came in time, whatever the day.
  return endOf(term, term.endsOn, { day: LATEST_DAY, noticeGivenOn }).ends;
}

const LATEST_DAY = "9999-12-31";

/** Counted from the first end, or months would drift: a year more than 28 February 2027 ends on 29 February 2028. */
function renewedEnd(endsOn: string, months: number): string {
  return addDaysToDay(addMonthsToDay(addDaysToDay(endsOn, 1), months), -1);
}
