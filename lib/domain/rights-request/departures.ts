import type { Fact } from "./facts";

/** Departure of a letter: the instant at which it left, in milliseconds; null of one that waits, ended unsent or came back. */
export type Departure = { leftAt: number | null; isWaiting: boolean };

/** Departures by the id of the letter; a letter that is not among them is not known to have left. */
export type Departures = ReadonlyMap<string, Departure>;

/** Facts that the outbox has of a letter; instants are milliseconds, null while there is none. */
export type SentLetter = {
  state: string;
  /** Our relay took it. */
  acceptedAt: number | null;
  /** The recipient's server reported so. */
  deliveredAt: number | null;
  /** A person told that it was received, also of one that came back from elsewhere. */
  toldAt: number | null;
};

/** Finds when a letter left. One that came back reached nobody, unless a person told of its receipt. */
export function departureOf({ state, acceptedAt, deliveredAt, toldAt }: SentLetter): Departure {
  const isGone = state === "accepted" || state === "delivered";
  const leftAt = isGone ? (acceptedAt ?? deliveredAt ?? toldAt) : toldAt;
  return { leftAt, isWaiting: leftAt === null && (state === "queued" || state === "sending") };
}

/**
 * Reads a fact as it stands: by letters it is true from the instant at which the first of them left, null while none has.
 * One without a letter was told by a person, and stands as recorded.
 */
export function standing(fact: Fact, departures: Departures): Fact | null {
  const ids = fact.value.letterIds ?? [];
  if (ids.length === 0) return fact;
  const left = ids.flatMap((id) => departures.get(id)?.leftAt ?? []);
  return left.length === 0 ? null : { ...fact, at: Math.min(...left) };
}

/** A fact whose letters have not left: it passes on, answers and confirms nothing. */
export type Unsent = { fact: Fact; isWaiting: boolean };

export function unsentOf(fact: Fact, departures: Departures): Unsent | null {
  if (standing(fact, departures) !== null) return null;
  const ids = fact.value.letterIds ?? [];
  return { fact, isWaiting: ids.some((id) => departures.get(id)?.isWaiting) };
}
