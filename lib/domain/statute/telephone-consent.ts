import { addMonthsToDay } from "@/lib/domain/time/calendar-day";

/** Longest duration of a consent to be called in months, R223-1; it is not renewed tacitly. */
export const LONGEST_CONSENT_MONTHS = 12;

/** Last day, on one reading, that a consent to be called given on a day may cover. */
export function lastConsentDay(givenOn: string): string {
  return addMonthsToDay(givenOn, LONGEST_CONSENT_MONTHS);
}
