import { daysLeft, hoursLeft } from "./due";
import type { Channel } from "./reminder-choice";
import { compareSubjects } from "./order";
import { obligationKey, ruleOf } from "./rules";
import type { Due, Obligation, ObligationKind } from "./types";

/** A person to remind, by their own choice. */
export type Reader = {
  id: string;
  channel: Channel;
  /** Days before; null for those that each rule proposes. Days after are always told. */
  leads: readonly number[] | null;
  /** Null for every kind. */
  kinds: readonly ObligationKind[] | null;
};

/** Identity of a reminder; the same is never queued twice. */
export type Stage = { readerId: string; obligation: string; due: string; stage: number };

export type Reminder = Stage & { of: Obligation; daysLeft: number };

/** Describes one letter: a single reminder, those of a day's digest, or many that came due at once. */
export type PlannedLetter = { readerId: string; channel: "mail" | "digest"; reminders: Reminder[] };

/** Beyond so many at once, as after a long stop, one letter holds them all. */
export const MOST_LETTERS = 10;

export type Planning = {
  readers: readonly Reader[];
  /** Keys of reminders whose letter was queued. */
  sent: ReadonlySet<string>;
  /** Readers whose digest of this day was queued. */
  digestsToday: ReadonlySet<string>;
  /** Readers and rows of which an alarm was queued within the hour, by `alarmKey`. */
  alarmed: ReadonlySet<string>;
  now: number;
};

/** Milliseconds in which one row is told of once, however much of it becomes owed. */
export const ALARM_PAUSE_MS = 3_600_000;

export function alarmKey(readerId: string, subjectId: string): string {
  return `${readerId} ${subjectId}`;
}

export function stageKey({ readerId, obligation, due, stage }: Stage): string {
  return [readerId, obligation, due, stage].join("|");
}

/**
 * Letters due at an instant. Of the stages that an obligation has passed, one letter tells the nearest alone: after a stop
 * of any length nothing due is left out, and nothing is told late that a nearer stage says better.
 */
export function planReminders(obligations: readonly Obligation[], planning: Planning): PlannedLetter[] {
  const open = obligations.filter(({ doneAt }) => doneAt === null);
  return planning.readers.flatMap((reader) => lettersFor(reader, open, planning));
}

function lettersFor(
  reader: Reader,
  obligations: readonly Obligation[],
  { sent, digestsToday, alarmed, now }: Planning,
): PlannedLetter[] {
  const { channel, id: readerId } = reader;
  if (channel === "none") return [];
  const reminders = obligations
    .flatMap((obligation) => reminderFor(reader, obligation, now) ?? [])
    .filter((reminder) => !sent.has(stageKey(reminder)))
    .filter((reminder) => !waitsForHour(reminder) || !alarmed.has(alarmKey(readerId, reminder.of.subject.id)))
    .toSorted(byUrgency);
  if (channel === "mail") return mailsOf(readerId, reminders);
  const [hourly, daily] = partition(reminders, ({ of }) => ruleOf(of.kind).isHourly === true);
  const digest = daily.length === 0 || digestsToday.has(readerId) ? [] : [daily];
  return [...mailsOf(readerId, hourly), ...digest.map((of) => ({ readerId, channel, reminders: of }))];
}

/** Holds back what only becomes owed, never the end of a period nor a deadline before it. */
function waitsForHour({ of }: Reminder): boolean {
  return ruleOf(of.kind).isHourly === true && of.due.type === "since";
}

/** Periods in hours of one row are told together: ten clients of a breach are one alarm. */
function mailsOf(readerId: string, reminders: Reminder[]): PlannedLetter[] {
  const groups = new Map<string, Reminder[]>();
  for (const reminder of reminders) {
    const { kind, subject } = reminder.of;
    const key = ruleOf(kind).isHourly ? subject.id : stageKey(reminder);
    groups.set(key, [...(groups.get(key) ?? []), reminder]);
  }
  if (groups.size > MOST_LETTERS) return [{ readerId, channel: "mail", reminders }];
  return [...groups.values()].map((group) => ({ readerId, channel: "mail", reminders: group }));
}

function partition<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}

/** The nearest stage that was reached; null before the first. */
export function reminderFor(reader: Reader, of: Obligation, now: number): Reminder | null {
  if (reader.kinds && !reader.kinds.includes(of.kind)) return null;
  if (of.tellFrom !== undefined && now < of.tellFrom) return null;
  const left = ruleOf(of.kind).isHourly ? hoursLeft(of.due, now) : daysLeft(of.due, now);
  const reached = stagesFor(reader, of).filter((stage) => left <= stage);
  if (reached.length === 0) return null;
  return {
    of,
    daysLeft: daysLeft(of.due, now),
    readerId: reader.id,
    obligation: obligationKey(of),
    due: dueKey(of.due),
    stage: Math.min(...reached),
  };
}

/** Stages in the unit of the rule. A stage as long as the whole period would recall what came the same morning. */
function stagesFor({ leads }: Reader, { kind, due, periodDays }: Obligation): number[] {
  const { leads: proposed, isHourly } = ruleOf(kind);
  if (isHourly) return proposed.filter((stage) => due.type !== "since" || stage <= 0);
  const before = due.type === "since" ? [] : (leads ?? proposed.filter((stage) => stage >= 0));
  const stages = [...before, ...proposed.filter((stage) => stage < 0)];
  return periodDays === null ? stages : stages.filter((stage) => stage < periodDays);
}

/** Fewest days first, then the heavier, then by reference: the same whatever the order given. */
function byUrgency(one: Reminder, other: Reminder): number {
  return (
    one.daysLeft - other.daysLeft ||
    ruleOf(other.of.kind).weight - ruleOf(one.of.kind).weight ||
    compareSubjects(one.of, other.of)
  );
}

/** Identifies a date among those that one obligation had: a moved date is recalled anew. */
export function dueKey(due: Due): string {
  return due.type === "day" ? due.day : new Date(due.at).toISOString();
}
