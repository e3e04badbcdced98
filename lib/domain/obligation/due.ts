import { addDaysToDay, daysBetween } from "@/lib/domain/time/calendar-day";
import { endOfDay, startOfDay, todayIn, type Zone } from "@/lib/domain/time/zones";
import { ruleOf } from "./rules";
import type { Due, Duty } from "./types";

/** Instant at which it is late; a duty without a period is owed from its beginning. */
export function endsAt(due: Due): number {
  return due.type === "day" ? endOfDay(due.zone, due.day) + 1 : due.at;
}

/** Calendar day on which it falls due, in its own zone. */
export function dueDay(due: Due): string {
  return due.type === "day" ? due.day : todayIn(due.zone, due.at);
}

/** Days left where it falls due: 0 on the day, negative after it, or since a duty without a period began. */
export function daysLeft(due: Due, now: number): number {
  return daysBetween(todayIn(due.zone, now), dueDay(due));
}

/** Hours left, rounded up: 0 within the hour after its end, or after a duty without a period began. */
export function hoursLeft(due: Due, now: number): number {
  return Math.ceil((endsAt(due) - now) / HOUR);
}

/** Groups of the list, in its order. */
export const HORIZONS = [
  "breach",
  "burning",
  "late",
  "undelayed",
  "today",
  "week",
  "month",
  "open",
  "own",
  "later",
  "done",
  // Ended without being done: each is counted by itself.
  "left",
  "set-aside",
  "not-reached",
  "void",
] as const;
export type Horizon = (typeof HORIZONS)[number];

const HOUR = 3_600_000;
/** A period in hours whose lapse changes a right burns in its last day. */
const BURNS_BEFORE = 24 * HOUR;
const BURNS = 5;
/** Lightest weight of a lack that is owed without delay: a transfer without a tool, a tool that nobody authorised. */
const UNDELAYED = 4;
const WEEK = 7;
const MONTH = 31;

/** Groups of what ended without being done. */
export const ENDED_UNDONE = [
  "left",
  "set-aside",
  "not-reached",
  "void",
] as const satisfies readonly Horizon[];

type Grouped = Pick<Duty, "kind" | "due" | "doneAt" | "ending"> & { isDrill?: boolean };

/** Instant and day of an end, computed once where a list is grouped again and again. */
export type Ends = { at: number; day: string };

export function endsOf(due: Due): Ends {
  return { at: endsAt(due), day: dueDay(due) };
}

/** Days of one zone, up to which something falls due today, this week and this month. */
type Days = Record<"today" | "week" | "month", string>;

export function daysAt(zone: Zone, now: number): Days {
  const today = todayIn(zone, now);
  return { today, week: addDaysToDay(today, WEEK), month: addDaysToDay(today, MONTH) };
}

/**
 * Groups obligations at an instant: what a running breach owes first, then a running period in hours, then what is late, then
 * what is owed without delay and has no period that could end. A lighter lack without a date is open, behind everything that
 * has one near; a date that the organisation set for itself comes after all that a law or a contract asks for. The day of each
 * zone is computed once for all.
 */
export function horizonsAt(now: number): (duty: Grouped, ends?: Ends) => Horizon {
  const horizonOf = legalHorizonsAt(now);
  return (duty, ends) => {
    const horizon = horizonOf(duty, ends);
    if (isOwnDate(duty) && OWN_NEAR.includes(horizon)) return "own";
    return isOfBreach(duty) && BREACH_NEAR.includes(horizon) ? "breach" : horizon;
  };
}

const OWN_NEAR: readonly Horizon[] = ["burning", "late", "today", "week", "month"];
const BREACH_NEAR: readonly Horizon[] = ["burning", "late", "undelayed", "today"];
const BREACH_NOUNS: readonly string[] = ["breach", "breach-notice"];

/** A day or instant that no law and no contract of a client sets. */
function isOwnDate({ kind, due }: Pick<Grouped, "kind" | "due">): boolean {
  const { basis, noun } = ruleOf(kind);
  // Judging a delay of a breach is asked for by its clock, which the organisation's threshold alone starts.
  return (due.type === "day" || due.type === "instant") && basis === "own" && !BREACH_NOUNS.includes(noun);
}

/** Owed because of a breach; a drill is listed by its dates, and never before what is real. */
function isOfBreach({ kind, isDrill }: Pick<Grouped, "kind" | "isDrill">): boolean {
  return !isDrill && BREACH_NOUNS.includes(ruleOf(kind).noun);
}

function legalHorizonsAt(now: number): (duty: Grouped, ends?: Ends) => Horizon {
  const daysOf = new Map<Zone, Days>();
  const daysIn = (zone: Zone): Days => {
    const known = daysOf.get(zone);
    if (known) return known;
    const days = daysAt(zone, now);
    daysOf.set(zone, days);
    return days;
  };
  return ({ kind, due, doneAt, ending }, ends) => {
    if (doneAt !== null) return ending === "met" ? "done" : ending;
    if (due.type === "open") return ruleOf(kind).weight >= UNDELAYED ? "undelayed" : "open";
    if (due.type === "since") return due.at <= now ? "undelayed" : "later";
    if ((ends?.at ?? endsAt(due)) <= now) return "late";
    if (due.type === "instant" && ruleOf(kind).weight === BURNS && due.at - now <= BURNS_BEFORE)
      return "burning";
    const [day, { today, week, month }] = [ends?.day ?? dueDay(due), daysIn(due.zone)];
    if (day <= today) return "today";
    if (day <= week) return "week";
    return day <= month ? "month" : "later";
  };
}

/**
 * Instant from which it is burning, late, owed without delay or due today; once it presses, only its being done ends that. A
 * date that the organisation set for itself never presses.
 */
export function urgentFrom({ kind, due, doneAt }: Omit<Grouped, "ending">): number {
  const { weight } = ruleOf(kind);
  if (doneAt !== null || isOwnDate({ kind, due })) return Infinity;
  if (due.type === "open") return weight >= UNDELAYED ? -Infinity : Infinity;
  if (due.type === "since") return due.at;
  const dayBegins = startOfDay(due.zone, dueDay(due));
  return due.type === "instant" && weight === BURNS ? Math.min(dayBegins, due.at - BURNS_BEFORE) : dayBegins;
}
