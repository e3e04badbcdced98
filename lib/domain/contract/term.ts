import { addDaysToDay, addMonthsToDay, daysBetween } from "@/lib/domain/time/calendar-day";
import type { Deed } from "./content";
import { beginningOf, contractOn } from "./in-force";
import type { Contract } from "./types";

type Term = Deed["term"];

/** Where a contract stands in its term on a day. A tacit renewal is not an end, and an end is not an expiry. */
export type TermStanding =
  /** Not signed, or not yet in effect. */
  | { kind: "not-begun"; begins: string | null }
  | { kind: "open-ended" }
  /** In its term; `noticeCloses` is the last day on which notice stops the renewal, null where none is agreed. */
  | { kind: "running"; ends: string; renews: boolean; noticeCloses: string | null }
  /** The window is still open, and closes within the days looked ahead. */
  | { kind: "notice-closing"; ends: string; renews: true; noticeCloses: string }
  /** Its last day, with nothing to stop the renewal any more. */
  | { kind: "renews-tomorrow"; ends: string; renews: true }
  /** The term is over and nobody has recorded an end: without a contract, 28(3). */
  | { kind: "expired"; ends: string }
  | { kind: "ended"; on: string };

/** How far ahead a deadline is worth saying. */
export const LOOK_AHEAD_DAYS = 90;

export function termOn(contract: Contract, day: string): TermStanding {
  if (contract.endedOn !== null && contract.endedOn <= day) return { kind: "ended", on: contract.endedOn };
  const begins = beginningOf(contract);
  if (begins === null || begins > day) return { kind: "not-begun", begins };
  const { term } = contractOn(contract, day).deed;
  if (term.endsOn === null) return { kind: "open-ended" };
  const { ends, renews } = endOf(term, term.endsOn, { day, noticeGivenOn: contract.noticeGivenOn });
  if (ends < day) return { kind: "expired", ends };
  if (!renews) return { kind: "running", ends, renews, noticeCloses: null };
  if (ends === day) return { kind: "renews-tomorrow", ends, renews };
  const noticeCloses = noticeClosesOn(term, ends);
  if (noticeCloses === null || noticeCloses < day)
    return { kind: "running", ends, renews, noticeCloses: null };
  const kind = daysBetween(day, noticeCloses) <= LOOK_AHEAD_DAYS ? "notice-closing" : "running";
  return { kind, ends, renews, noticeCloses };
}

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
function endOf(term: Term, endsOn: string, { day, noticeGivenOn }: Asked): { ends: string; renews: boolean } {
  if (term.renewal === "none" || term.renewalMonths === null) return { ends: endsOn, renews: false };
  for (let count = 0; ; count += 1) {
    const ends = renewedEnd(endsOn, term.renewalMonths * count);
    const closes = noticeClosesOn(term, ends) ?? ends;
    if (noticeGivenOn !== null && noticeGivenOn <= closes) return { ends, renews: false };
    if (ends >= day) return { ends, renews: true };
  }
}

/** Counted from the first end, or months would drift: a year more than 28 February 2027 ends on 29 February 2028. */
function renewedEnd(endsOn: string, months: number): string {
  return addDaysToDay(addMonthsToDay(addDaysToDay(endsOn, 1), months), -1);
}
