import { isForClient, type Departure } from "./departure";
import type { Place } from "./file";
import type { NoticePhase } from "./notice";

/**
 * States what holds of a controller that was set aside after it was told, or may have been. "issued": what takes the notice back has
 * not left; "handed-over": the processor's relay took it, which proves no receipt; "made": a proof shows that it came; "nothing-left":
 * no notice reached it or may have; null: it was told nothing, or it is not set aside.
 */
export type Rectification = "owed" | "issued" | "handed-over" | "made" | "nothing-left" | null;

/** A notice that was issued. Instants are milliseconds of UTC. */
export type SentNotice = Departure & { phase: NoticePhase; issuedAt: number };

/** A call: it tells of the breach, or that the data of the one called are not affected. */
export type BreachCall = { at: number; isRectifying: boolean };

/** Everything by which the processor told one controller of one breach; notices are in the order of their numbers. */
export type ToldHistory<Notice extends SentNotice = SentNotice> = {
  notices: readonly Notice[];
  calls: readonly BreachCall[];
};

/** Takes back what was told by what proves it received, as informing is proven, 33(2): until then the controller believes it. */
export function rectificationOf(status: Place["status"], history: ToldHistory): Rectification {
  if (status !== "set-aside") return null;
  if (lastTellingAt(history) === null) return history.notices.length === 0 ? null : "nothing-left";
  if (isTakenBack(history)) return "made";
  const waiting = waitingRectification(history);
  if (!waiting) return "owed";
  return waiting.leftAt === null ? "issued" : "handed-over";
}

/** True where something proves that the controller was told; false where a letter may have reached it, as far as is known. */
export function isKnownTold({ notices, calls }: ToldHistory): boolean {
  return (
    calls.some(({ isRectifying }) => !isRectifying) ||
    notices.some(({ phase, reachedAt }) => phase !== "rectifying" && reachedAt !== null)
  );
}

/** True where the controller was told that its data are affected, and then of everything told that they are not. */
export function isTakenBack(history: ToldHistory): boolean {
  const { notices, calls } = believedTellings(history, "reachedAt");
  return lastTellingAt(history) !== null && notices.length === 0 && calls.length === 0;
}

/** True where the controller may believe that its data were affected: nothing proves that what takes it back was received. */
export function isToldWrongly(rectification: Rectification): boolean {
  return rectification === "owed" || rectification === "issued" || rectification === "handed-over";
}

/** Latest instant at which the controller was told, or may have been, that its data are affected. */
export function lastTellingAt({ notices, calls }: ToldHistory): number | null {
  const instants = [
    ...notices.flatMap(({ phase, issuedAt, reach }) =>
      phase === "rectifying" || reach === "nobody" ? [] : [issuedAt],
    ),
    ...calls.flatMap(({ at, isRectifying }) => (isRectifying ? [] : [at])),
  ];
  return instants.length === 0 ? null : Math.max(...instants);
}

/** The notice that takes back everything told before its issue, of which nothing shows that it was received. */
export function waitingRectification<T extends SentNotice>(history: ToldHistory<T>): T | undefined {
  const { notices, calls } = believedTellings(history, "reachedAt");
  const last = notices.at(-1);
  const later = history.notices.slice(last ? history.notices.indexOf(last) + 1 : 0);
  return later.findLast(
    ({ phase, reach, reachedAt, issuedAt }) =>
      phase === "rectifying" &&
      reach !== "nobody" &&
      reachedAt === null &&
      calls.every(({ at }) => at <= issuedAt),
  );
}

/** Names what counts of a rectification: that it left, by which the next notice follows it, or that it was received, by which it is made. */
type Proof = "leftAt" | "reachedAt";

/**
 * Lists what the controller was told, or may have been, and no rectification takes back. Notices follow one another by their numbers;
 * calls, which are typed to the minute, by their instants.
 */
function believedTellings<T extends SentNotice>(history: ToldHistory<T>, proof: Proof): ToldHistory<T> {
  const { notices, calls } = history;
  const made = notices.findLastIndex((notice) => notice.phase === "rectifying" && notice[proof] !== null);
  const takenAt = lastRectification(history, proof)?.at ?? -Infinity;
  const calledAt = Math.max(...calls.map(({ at, isRectifying }) => (isRectifying ? at : -Infinity)));
  return {
    notices: notices
      .slice(made + 1)
      .filter(
        ({ phase, reach, issuedAt }) => phase !== "rectifying" && reach !== "nobody" && issuedAt > calledAt,
      ),
    calls: calls.filter(({ at, isRectifying }) => !isRectifying && at > takenAt),
  };
}

/** The last rectification that was given to the controller. */
export type TakenBack = { at: number; by: "notice" | "call" };

/** Finds what ends the awareness of everything told before, article 33(2); null where no rectification reached the controller. */
export function takenBack(history: ToldHistory): TakenBack | null {
  return lastRectification(history, "reachedAt");
}

function lastRectification({ notices, calls }: ToldHistory, proof: Proof): TakenBack | null {
  const found = [
    ...notices.flatMap((notice): TakenBack[] => {
      const at = notice[proof];
      return notice.phase === "rectifying" && at !== null ? [{ at, by: "notice" }] : [];
    }),
    ...calls.flatMap(({ at, isRectifying }): TakenBack[] => (isRectifying ? [{ at, by: "call" }] : [])),
  ];
  return found.reduce<TakenBack | null>((last, one) => (last && last.at > one.at ? last : one), null);
}

/** Notices of which the next is a complement: given to the controller, or to be given, since the last rectification. */
export function standingNotices<T extends SentNotice>(history: ToldHistory<T>): T[] {
  return believedTellings(history, "leftAt").notices.filter(isForClient);
}

/** Place of the next notice among those that its controller was given. */
export type NextNotice<T extends SentNotice> = {
  /** Notices that it completes; none: it is the initial one, article 33(2). */
  standing: readonly T[];
  /** The rectification that a new initial notice names; null where none left, or a notice was given since. */
  after: TakenBack | null;
};

export function nextNotice<T extends SentNotice>(history: ToldHistory<T>): NextNotice<T> {
  const standing = standingNotices(history);
  return { standing, after: standing.length === 0 ? lastRectification(history, "leftAt") : null };
}
