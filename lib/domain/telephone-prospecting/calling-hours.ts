import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { frenchHolidays, isWorkingDay } from "@/lib/domain/time/public-holidays";
import { instantAt, localParts, startOfDay, todayIn, type Zone } from "@/lib/domain/time/zones";
import { broken, doubt, met, ofConsumers, type Judgement, type Situation } from "./judgement";
import { ruleOf } from "./statute";
import { clockOf } from "./weekday-hours";

/** Hours of D223-9, in minutes of the consumer's day; the end is not among them. */
export const LAWFUL_PARTS = [
  { from: 600, until: 780 },
  { from: 840, until: 1200 },
] as const;
/** Days in which a window is looked for: holidays never close more than four in a row. */
export const DAYS_AHEAD = 14;

/** T5: the hours. Until consent was the rule any prior express consent opened others, since then a precise date and time. */
export function judgeHours(opening: readonly ("express" | "precise")[]) {
  return (situation: Situation): Judgement =>
    ofConsumers(situation, () => {
      const { call, facts, zone } = situation;
      const closed = closedReason(zone, call.at);
      if (closed === null) return met("hours-within");
      if (facts.agreedTime === null) return doubt(`${closed}-agreement-unknown`);
      if (facts.agreedTime === "none") return broken(closed);
      return opening.includes(facts.agreedTime) ? met("hours-agreed") : broken("hours-not-precise");
    });
}

/** Reason for which nobody is called at that instant; null where one may. */
function closedReason(zone: Zone, at: number): string | null {
  const { hour, minute } = localParts(zone, at);
  const day = todayIn(zone, at);
  if (!isWorkingDay(day, new Set())) return "hours-weekend";
  if (!isWorkingDay(day, holidaysOf(day))) return "hours-holiday";
  const minutes = hour * 60 + minute;
  return LAWFUL_PARTS.some(({ from, until }) => from <= minutes && minutes < until) ? null : "hours-outside";
}

export type CallingWindow = { from: number; until: number };

/** Windows of one zone on one of its days. */
export type WindowsOn = (zone: Zone, day: string) => CallingWindow[];

/**
 * The window that an instant is in, or the next one: hours in which every zone is open, since nobody knows in which of
 * them a person is. Null where they are never open together.
 */
export function nextWindow(
  zones: readonly Zone[],
  at: number,
  windowsOn: WindowsOn = (zone, day) => windowsOf(zone, day),
  daysAhead = DAYS_AHEAD,
): CallingWindow | null {
  // A fortnight at a time: what is far ahead is looked at only where nothing lies before it.
  for (let ahead = 0; ahead < daysAhead; ahead += DAYS_AHEAD) {
    const open = intersectAll(zones.map((zone) => windowsFrom(zone, at, { windowsOn, ahead })));
    const next = open.find(({ until }) => until > at);
    if (next) return next;
  }
  return null;
}

type SearchRange = { windowsOn: WindowsOn; ahead: number };

/** Windows of a fortnight, with the day before and the day after: at one instant the days of two zones differ by one. */
function windowsFrom(zone: Zone, at: number, { windowsOn, ahead }: SearchRange): CallingWindow[] {
  const first = addDaysToDay(todayIn(zone, at), ahead - 1);
  const days = Array.from({ length: DAYS_AHEAD + 2 }, (_, index) => addDaysToDay(first, index));
  return days.flatMap((day) => windowsOn(zone, day));
}

/** Windows of the law on a day, whose hours bind from a day on. */
export function windowsOf(zone: Zone, day: string, bindFrom = ruleOf("T5a").from): CallingWindow[] {
  if (day < bindFrom) return [{ from: startOfDay(zone, day), until: startOfDay(zone, addDaysToDay(day, 1)) }];
  if (!isWorkingDay(day, holidaysOf(day))) return [];
  return LAWFUL_PARTS.map(({ from, until }) => ({
    from: instantAt(zone, day, clockOf(from)),
    until: instantAt(zone, day, clockOf(until)),
  }));
}

export function intersect(a: CallingWindow, b: CallingWindow): CallingWindow[] {
  const window = { from: Math.max(a.from, b.from), until: Math.min(a.until, b.until) };
  return window.from < window.until ? [window] : [];
}

/** Hours that are in a window of each list. */
export function intersectAll(lists: readonly (readonly CallingWindow[])[]): CallingWindow[] {
  const [first = [], ...others] = lists;
  return others.reduce<CallingWindow[]>(
    (common, own) => common.flatMap((window) => own.flatMap((other) => intersect(window, other))),
    [...first],
  );
}

const holidaysByYear = new Map<string, ReadonlySet<string>>();

function holidaysOf(day: string): ReadonlySet<string> {
  const year = day.slice(0, 4);
  const known = holidaysByYear.get(year) ?? new Set(frenchHolidays(Number(year)));
  holidaysByYear.set(year, known);
  return known;
}
