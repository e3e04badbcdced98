import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import type { ConsultationState } from "./lifecycle";

/** Days after its end for which the contacts of a consultation serve to correct what was sent. */
export const CONTACT_DAYS = 30;

/**
 * True where contacts have served: thirty days after the day on which the consultation was closed or revoked, or, left
 * open, after its last day. Choices and their proof stay under the key of the person, art. 5(1)(e).
 */
export function areContactsOver(
  { state, lastDay, endedOn }: { state: ConsultationState; lastDay: string | null; endedOn: string | null },
  today: string,
): boolean {
  const end = endedOn ?? (state === "open" ? lastDay : null);
  return end !== null && today > addDaysToDay(end, CONTACT_DAYS);
}
