import { daysBetween } from "@/lib/domain/time/calendar-day";
import { beginningOf, contractOn } from "./in-force";
import { endOf, noticeClosesOn } from "./term-end";
import type { Contract } from "./types";

/** Status of the term on a day. A tacit renewal is not an end, and an end is not an expiry. */
export type TermStatus =
  /** Unsigned, or not yet in effect. */
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

/** Days before a deadline from which it is shown. */
export const WARNING_DAYS = 90;

export function termOn(contract: Contract, day: string): TermStatus {
  if (contract.endedOn !== null && contract.endedOn <= day) return { kind: "ended", on: contract.endedOn };
  const begins = beginningOf(contract);
  if (begins === null || begins > day) return { kind: "not-begun", begins };
  const { term } = contractOn(contract, day).contractTerms;
  if (term.endsOn === null) return { kind: "open-ended" };
  const { ends, renews } = endOf(term, term.endsOn, { day, noticeGivenOn: contract.noticeGivenOn });
  if (ends < day) return { kind: "expired", ends };
  if (!renews) return { kind: "running", ends, renews, noticeCloses: null };
  if (ends === day) return { kind: "renews-tomorrow", ends, renews };
  const noticeCloses = noticeClosesOn(term, ends);
  if (noticeCloses === null || noticeCloses < day)
    return { kind: "running", ends, renews, noticeCloses: null };
  const kind = daysBetween(day, noticeCloses) <= WARNING_DAYS ? "notice-closing" : "running";
  return { kind, ends, renews, noticeCloses };
}
