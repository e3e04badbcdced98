import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import type { ConsultationState } from "./lifecycle";

export type Ending = {
  state: ConsultationState;
  lastDay: string | null;
  endedOn: string | null;
  /** Days for which the contacts serve after the end. */
  contactDays: number;
};

/**
 * Last day on which the contacts of a consultation serve: so many days after the day on which it was closed or revoked, or,
 * left open, after its last day; null before an end is known. Choices and their proof stay under the key of the person,
 * art. 5(1)(e).
 */
export function lastContactDay({ state, lastDay, endedOn, contactDays }: Ending): string | null {
  const end = endedOn ?? (state === "open" ? lastDay : null);
  return end === null ? null : addDaysToDay(end, contactDays);
}

/** True where contacts have served. */
export function areContactsOver(ending: Ending, today: string): boolean {
  const last = lastContactDay(ending);
  return last !== null && today > last;
}
