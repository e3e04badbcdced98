import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import type { ConsultationState } from "./lifecycle";

/** Days after its end for which the contacts of a consultation serve to correct what was sent. */
export const CONTACT_DAYS = 30;

type Ending = { state: ConsultationState; lastDay: string | null; endedOn: string | null };

/**
 * Last day on which contacts serve: thirty days after the day on which the consultation was closed or revoked, or, left
 * open, after its last day; null while nobody knows. Choices and their proof stay under the key of the person, art. 5(1)(e).
 */
export function lastContactDay({ state, lastDay, endedOn }: Ending): string | null {
  const end = endedOn ?? (state === "open" ? lastDay : null);
  return end && addDaysToDay(end, CONTACT_DAYS);
}

/** True where contacts have served. */
export function areContactsOver(ending: Ending, today: string): boolean {
  const last = lastContactDay(ending);
  return last !== null && today > last;
}
