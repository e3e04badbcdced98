import { daysBetween } from "@/lib/domain/time/calendar-day";
import { todayIn } from "@/lib/domain/time/zones";
import { authorisationStatusAt, type StoredAuthorisation } from "./request-status";

/** Tasks of the processor about an open request. Words: `authorisation.today.<kind>`. */
export type Watched =
  /** The answer is due within three days: the controller may have missed the letter. */
  | { kind: "answer"; day: string; daysLeft: number }
  /** Silence has become a refusal: ask again, propose another, or give it up. */
  | { kind: "expired"; day: string }
  /** Silence will never prove anything: ask for a written confirmation. */
  | { kind: "confirmation" }
  /** The contract that let silence count binds no more: the same. */
  | { kind: "lapsed" }
  /** Receipt is not shown, so no period runs. */
  | { kind: "receipt" };

const SOON = 3;

/** Returns null while there is only to wait. */
export function watchedAt(asked: StoredAuthorisation, now: number): Watched | null {
  const { state, period, waits } = authorisationStatusAt(asked, now);
  if (period !== null && state === "expired") return { kind: "expired", day: period.lastDay };
  if (waits === "confirmation") return { kind: asked.days === null ? "confirmation" : "lapsed" };
  if (waits === "receipt") return { kind: waits };
  if (period === null || waits !== "answer") return null;
  const daysLeft = daysBetween(todayIn(asked.zone, now), period.lastDay);
  return daysLeft <= SOON ? { kind: "answer", day: period.lastDay, daysLeft } : null;
}
