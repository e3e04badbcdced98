import type { NamesOf } from "@/lib/domain/nouns/nouns";
import { startOfDay, todayIn, type Zone } from "@/lib/domain/time/zones";

/** Dates that the nouns declare. */
export type ObligationKind = NamesOf<"obligations">;

/** End of a period, or the beginning of a duty without one. */
export type Due =
  /** Counts whole: ends at 24:00 there. */
  | { type: "day"; day: string; zone: Zone }
  /** End of a period in hours, in milliseconds. */
  | { type: "instant"; at: number; zone: Zone }
  /** Owed without delay from an instant on: no term is invented, the time is counted up. */
  | { type: "since"; at: number; zone: Zone };

/** Something lacks, and no fact says since when: owed, without an instant that could be invented. */
const UNDATED = { type: "open" } as const;

/** Clock of the organisation, by which its own dates are read. */
export const HOME: Zone = "Africa/Casablanca";

export function onDay(day: string): Due {
  return { type: "day", day, zone: HOME };
}

export function since(at: number, zone: Zone = HOME): Due {
  return { type: "since", at, zone };
}

export function atInstant(at: number): Due {
  return { type: "instant", at, zone: HOME };
}

/** Instant of a fact that has a day and no hour. */
export function instantOfDay(day: string): number {
  return startOfDay(HOME, day);
}

/** Day at the organisation. */
export function todayAtHome(now: number): string {
  return todayIn(HOME, now);
}

/**
 * Ends of an obligation, none of which counts as another: met by a fact; left undone, with a reason, when its file was closed;
 * set aside with the row that proved to be none of its file; not reached, since the person could not be; void, since it no longer applies.
 */
export const ENDINGS = ["met", "left", "set-aside", "not-reached", "void"] as const;
export type Ending = (typeof ENDINGS)[number];

export type Obligation = {
  kind: ObligationKind;
  /** Row that it is about, and the name of the row on screens. */
  subject: { id: string; reference: string };
  /** Part of the row where one row has several of a kind; "" otherwise. */
  part: string;
  /** Company, tool or line that it concerns, in the words of the row; "" where the reference is enough. */
  about: string;
  controller: { id: string; name: string } | null;
  due: Due;
  /** Days of the whole period, where one was agreed: what is longer than it is never recalled. */
  periodDays: number | null;
  /** Page of the act, below the organisation's address. */
  path: string;
  /** Version of the row, which no save lowers, and the instant of its last change. */
  version: number;
  changedAt: number;
  /** Instant of the fact that ended it; null while it is open. */
  doneAt: number | null;
  /** End of it; read where `doneAt` is not null. */
  ending: Ending;
  /** Part of an exercise: marked wherever it is shown, and in no figure. */
  isDrill: boolean;
  /** Instant before which nobody is reminded, while more of the same may come; unset where stages alone decide. */
  tellFrom?: number;
};

/** Something owed, with a date or without: calendars, feeds and reminders are made of those that have one. */
export type Duty = Omit<Obligation, "due"> & { due: Due | typeof UNDATED };

export function isDated(duty: Duty): duty is Obligation {
  return duty.due.type !== "open";
}

/** Holds what planners add to each obligation of one row. */
export type Row = Pick<Obligation, "subject" | "controller" | "path" | "version" | "changedAt">;

type More = Partial<
  Pick<Obligation, "part" | "about" | "periodDays" | "doneAt" | "ending" | "isDrill" | "path" | "tellFrom">
>;

/** Makes an obligation of a row; the rest is as of one that is open and has one part. */
export function obligationOf(row: Row, kind: ObligationKind, due: Due, more: More = {}): Obligation {
  return { ...withoutDue(row, kind, more), due };
}

function withoutDue(
  { subject, controller, path, version, changedAt }: Row,
  kind: ObligationKind,
  more: More,
): Omit<Obligation, "due"> {
  return {
    subject,
    controller,
    path,
    version,
    changedAt,
    kind,
    part: "",
    about: "",
    periodDays: null,
    doneAt: null,
    ending: "met" as const,
    isDrill: false,
    ...more,
  };
}

/** Makes an obligation whose beginning no fact tells. */
export function undatedOf(row: Row, kind: ObligationKind, more: More = {}): Duty {
  return { ...withoutDue(row, kind, more), due: UNDATED };
}
