import { addDaysToDay, addMonthsToDay } from "@/lib/domain/time/calendar-day";
import type { Calendar } from "@/lib/domain/time/controller-calendar";
import { isWorkingDay, nextWorkingDay } from "@/lib/domain/time/public-holidays";
import { endOfDay, todayIn, type Zone } from "@/lib/domain/time/zones";

export type MonthPeriod = {
  /** Same date of the last month, or its last day. */
  nominalDay: string;
  /** Ends on that day, or on the next working day where it is none, art. 3(4). */
  lastDay: string;
  /** Last millisecond of that day in the controller's zone. */
  endsAt: number;
};

/**
 * A period of months, by Regulation 1182/71: it runs from the day after the event (3(1)), ends with the last hour of the
 * same date of the last month, or of its last day (3(2)(c)), and never on a Saturday, a Sunday or a holiday (3(4)).
 */
export function monthPeriod(fromDay: string, months: number, { zone, holidays }: Calendar): MonthPeriod {
  const nominalDay = addMonthsToDay(fromDay, months);
  const lastDay = onWorkingDay(nominalDay, holidays);
  return { nominalDay, lastDay, endsAt: endOfDay(zone, lastDay) };
}

export function onWorkingDay(day: string, holidays: ReadonlySet<string>): string {
  return isWorkingDay(day, holidays) ? day : nextWorkingDay(day, holidays);
}

/** Days of art. 8 of law 09-08. */
export const CLEAR_DAYS = 10;
const MOROCCO: Zone = "Africa/Casablanca";

export type ClearPeriod = {
  /** Not counted. */
  receivedDay: string;
  firstCounted: string;
  lastCounted: string;
  /** Day after the last that is counted, on which it may still be done. */
  lastDay: string;
  endsAt: number;
};

/** Clear days: neither the day of the event nor that of the end is counted. No day off moves the end. */
export function clearPeriod(receivedAt: number): ClearPeriod {
  const receivedDay = todayIn(MOROCCO, receivedAt);
  const lastDay = addDaysToDay(receivedDay, CLEAR_DAYS + 1);
  return {
    receivedDay,
    firstCounted: addDaysToDay(receivedDay, 1),
    lastCounted: addDaysToDay(receivedDay, CLEAR_DAYS),
    lastDay,
    endsAt: endOfDay(MOROCCO, lastDay),
  };
}
