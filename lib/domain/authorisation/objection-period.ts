import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { isWorkingDay, nextWorkingDay } from "@/lib/domain/time/public-holidays";
import { startOfDay, todayIn, type Zone } from "@/lib/domain/time/zones";

export type ObjectionPeriod = {
  /** Calendar day on which it ends, in the controller's zone. */
  lastDay: string;
  /** The instant of its end, 24:00 of that day there, in milliseconds; what comes before it is in time. */
  endsAt: number;
  /** False is shown beside the day. It never moves the end. */
  endsOnWorkingDay: boolean;
  /** Instant from which silence counts in the general regime; until then an objection is in time. */
  usableFrom: number;
};

type Agreed = {
  /** The instant of receipt, in milliseconds. */
  receivedAt: number;
  /** Calendar days, as the contract has them: the law knows no such period. */
  days: number;
  zone: Zone;
  /** The public holidays there, of every year concerned. */
  holidays: ReadonlySet<string>;
};

/**
 * A period of days to answer or object: the day after receipt is day 1, the last day counts whole. Where that is no
 * working day, the end stands, and silence counts only once the next working day is over.
 */
export function objectionPeriod({ receivedAt, days, zone, holidays }: Agreed): ObjectionPeriod {
  const lastDay = addDaysToDay(todayIn(zone, receivedAt), days);
  const endsOnWorkingDay = isWorkingDay(lastDay, holidays);
  const endsAt = endOf(zone, lastDay);
  return {
    lastDay,
    endsAt,
    endsOnWorkingDay,
    usableFrom: endsOnWorkingDay ? endsAt : endOf(zone, nextWorkingDay(lastDay, holidays)),
  };
}

/** 24:00 of a day, which is 0:00 of the next. */
function endOf(zone: Zone, isoDay: string): number {
  return startOfDay(zone, addDaysToDay(isoDay, 1));
}
