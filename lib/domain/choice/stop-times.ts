import { z } from "zod";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import { clockIn, localParts, todayIn, type Zone, ZONES } from "@/lib/domain/time/zones";
import { type ClockSpan, fillDay, spanOfClock } from "./day-spans";

/** Days of the week by ISO 8601, Monday 1 to Sunday 7. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "invalid");

/**
 * Part of one day of the week: "not on Monday after 18:00". Both hours are of that day: 20:00 to 18:00 leaves open what lies between
 * 18:00 and 20:00 on it, and takes nothing of the next day.
 */
const dayWindow = z
  .object({ day: z.number().int().min(1).max(7), from: clock, until: clock })
  .refine(({ from, until }) => from !== until);
export type DayWindow = z.output<typeof dayWindow>;

/** Parts that each day of the week may have. */
export const DAY_PARTS = [1, 2] as const;

/**
 * Times to which a person limits an objection, 21(2): whole days of the week, a part of every day, up to two parts of each day,
 * and the last day of it all. `from` 20:00 and `until` 18:00 go over midnight: they leave open what lies between 18:00 and 20:00.
 * Without days and hours it holds at any time until its last day.
 */
export const statedTimesSchema = z.object({
  days: z.array(z.number().int().min(1).max(7)).max(7).optional(),
  from: clock.optional(),
  until: clock.optional(),
  windows: z
    .array(dayWindow)
    .max(WEEKDAYS.length * DAY_PARTS.length)
    .refine((windows) => WEEKDAYS.every((day) => windowsOn(windows, day).length <= DAY_PARTS.length))
    .optional(),
  /** "2027-01-31". */
  lastDay: z.string().refine(isCalendarDay).optional(),
});
export type StatedTimes = z.output<typeof statedTimesSchema>;

/** Adds the zones in which the person may be: an objection holds while it does in any of them. */
export const stopTimesSchema = statedTimesSchema.extend({ zones: z.array(z.enum(ZONES)).min(1).max(20) });
export type StopTimes = z.output<typeof stopTimesSchema>;

/** Length of what is asked about: an instant, the whole of its day, or whenever somebody calls who was handed a number. */
export type TimeSpan = "instant" | "day" | "any";

/** Amount of what is asked about that an objection takes. */
export type TimeCover = "whole" | "part" | "none";

/** Tells how much of an instant, a day in Paris "2026-12-01" or any time from then on a limited objection takes. */
export function coverOf(
  times: StopTimes,
  { at, day, span = "instant" }: { at: number; day: string; span?: TimeSpan },
): TimeCover {
  if (span === "instant") return isBarredAt(times, at) ? "whole" : "none";
  if (times.lastDay !== undefined && day > times.lastDay) return "none";
  if (span === "any") return isWholeDay(times) ? "whole" : "part";
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  if (isWholeDay(times) || takesWhole(times, weekday)) return "whole";
  return refusedOn(times, weekday).length > 0 ? "part" : "none";
}

/** True where something in a limited objection says when: with neither days, hours nor a last day it is none. */
export function hasTimes({ days = [], from, until, windows = [], lastDay }: StatedTimes): boolean {
  const hasHours = (from !== undefined && until !== undefined) || windows.length > 0;
  return days.length > 0 || lastDay !== undefined || hasHours;
}

/** Parts of one day of the week. */
export function windowsOn<Window extends { day: number }>(
  windows: readonly Window[] | undefined,
  weekday: number,
): Window[] {
  return (windows ?? []).filter(({ day }) => day === weekday);
}

/** True where every day is refused whole, also by parts that fill it together. */
function isWholeDay(times: StatedTimes): boolean {
  const { days = [], from, windows = [] } = times;
  if (days.length === 0 && from === undefined && windows.length === 0) return true;
  return WEEKDAYS.every((day) => takesWhole(times, day));
}

function takesWhole(times: StatedTimes, weekday: number): boolean {
  return times.days?.includes(weekday) === true || fillDay(refusedOn(times, weekday).map(spanOfClock));
}

/** Parts that are refused of a day of the week: the hours of every day, and its own. */
function refusedOn({ from, until, windows }: StatedTimes, weekday: number): ClockSpan[] {
  const ofEvery = from === undefined || until === undefined ? [] : [{ from, until }];
  return [...ofEvery, ...windowsOn(windows, weekday)];
}

function isBarredAt(times: StopTimes, at: number): boolean {
  return times.zones.some((zone) => isBarredIn(times, zone, at));
}

function isBarredIn(times: StopTimes, zone: Zone, at: number): boolean {
  if (times.lastDay !== undefined && todayIn(zone, at) > times.lastDay) return false;
  const { weekday } = localParts(zone, at);
  if (isWholeDay(times) || times.days?.includes(weekday)) return true;
  const now = clockIn(zone, at);
  return refusedOn(times, weekday).some((part) => isWithin(now, part));
}

/** "00:00" as an end is midnight at the end of the day. */
function isWithin(now: string, { from, until }: ClockSpan): boolean {
  return from < until ? from <= now && now < until : now >= from || now < until;
}
