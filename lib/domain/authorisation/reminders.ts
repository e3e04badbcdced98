import { required } from "@/lib/domain/invariant/required";
import { daysBetween } from "@/lib/domain/time/calendar-day";
import { todayIn } from "@/lib/domain/time/zones";
import { authorisationStatusAt, type StoredAuthorisation } from "./request-status";

/**
 * Days before the last one at which an answer is recalled, and on that day itself; of a short period those that it has:
 * nobody is reminded of what came the same morning.
 */
export const ANSWER_THRESHOLDS = [7, 3, 1, 0] as const;

export type AnswerReminder = {
  authorisationId: string;
  /** `expired`: silence until the deadline of a specific authorisation was a refusal. */
  kind: "answer" | "expired";
  /** The last day, in the controller's zone. */
  lastDay: string;
  /** The threshold that was reached; with the three above it says a reminder's identity. */
  threshold: number;
  daysLeft: number;
};

export type AnswerCandidate = { id: string; asked: StoredAuthorisation };

/** Identifies one reminder; none is sent twice under the same key. */
export function answerKey({ authorisationId, kind, lastDay, threshold }: Omit<AnswerReminder, "daysLeft">) {
  return [authorisationId, kind, lastDay, threshold].join(" ");
}

/**
 * The answers to be recalled at an instant, and the silences that have become refusals, from the candidates and what
 * was already sent. A threshold that was missed is not made up for: the nearest one alone is told.
 */
export function planAnswers(
  candidates: readonly AnswerCandidate[],
  sent: ReadonlySet<string>,
  now: number,
): AnswerReminder[] {
  return candidates
    .map(({ id, asked }) => reached(id, asked, now))
    .filter((reminder): reminder is AnswerReminder => reminder !== null && !sent.has(answerKey(reminder)));
}

function reached(authorisationId: string, asked: StoredAuthorisation, now: number): AnswerReminder | null {
  const { period, state, waits } = authorisationStatusAt(asked, now);
  if (period === null) return null;
  const { lastDay } = period;
  if (state === "expired") return { authorisationId, kind: "expired", lastDay, threshold: 0, daysLeft: 0 };
  if (waits !== "answer") return null;
  const days = required(asked.days, "days of a period that runs");
  const daysLeft = daysBetween(todayIn(asked.zone, now), lastDay);
  const passed = ANSWER_THRESHOLDS.filter((threshold) => daysLeft <= threshold && threshold < days);
  if (passed.length === 0) return null;
  return { authorisationId, kind: "answer", lastDay, threshold: Math.min(...passed), daysLeft };
}
