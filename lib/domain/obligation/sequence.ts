import { daysBetween } from "@/lib/domain/time/calendar-day";
import { dueDay } from "./due";
import type { Obligation } from "./types";

/** Days after this one number a date that moves without a save, as a tacit renewal does. */
const EPOCH = "2000-01-01";
/** More days than lie between the epoch and any date that a form takes. */
const STEPS = 40_000;

/**
 * Revision number of a calendar entry (RFC 5545, 3.8.7.4): grows with each save of the row, and where its date moves on
 * without one. Meeting it is a change too.
 */
export function sequenceOf({ version, due, doneAt }: Pick<Obligation, "version" | "due" | "doneAt">): number {
  const step = Math.min(Math.max(daysBetween(EPOCH, dueDay(due)), 0), STEPS - 2);
  return version * STEPS + step + (doneAt === null ? 0 : 1);
}
