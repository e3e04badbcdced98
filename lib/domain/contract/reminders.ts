import { daysBetween } from "@/lib/domain/time/calendar-day";
import { termOn } from "./term";
import type { Contract } from "./types";

/** Reminders of an end, a tacit renewal, the closing of the notice window, a term that has passed. */
export const REMINDER_KINDS = ["end", "renewal", "notice", "expired"] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** Days before the deadline at which one is sent. A renewal is told once more on its eve. */
export const THRESHOLDS: Record<ReminderKind, readonly number[]> = {
  end: [90, 30, 7],
  renewal: [90, 30, 7, 0],
  notice: [90, 30, 7],
  expired: [0],
};

export type Reminder = {
  contractId: string;
  kind: ReminderKind;
  /** The last day of the term, or the last day for notice. */
  deadline: string;
  /** The threshold that was reached; with the three above it says a reminder's identity. */
  threshold: number;
  /** Days left on the day of planning, 0 on the deadline itself. */
  daysLeft: number;
};

export type ReminderCandidate = { id: string; contract: Contract };

/** Identifies one reminder; none is sent twice under the same key. */
export function reminderKey({ contractId, kind, deadline, threshold }: Omit<Reminder, "daysLeft">): string {
  return [contractId, kind, deadline, threshold].join(" ");
}

/**
 * The reminders due on a day, from the candidates and what was already sent. A threshold that was missed, because the
 * contract came in late or nothing ran, is not made up for: the nearest one alone is told.
 */
export function planReminders(
  candidates: readonly ReminderCandidate[],
  sent: ReadonlySet<string>,
  today: string,
): Reminder[] {
  return candidates
    .flatMap(({ id, contract }) =>
      deadlinesOf(contract, today).map((deadline) => reached(id, deadline, today)),
    )
    .filter((reminder): reminder is Reminder => reminder !== null && !sent.has(reminderKey(reminder)));
}

type Deadline = { kind: ReminderKind; on: string };

function deadlinesOf(contract: Contract, today: string): Deadline[] {
  const status = termOn(contract, today);
  switch (status.kind) {
    case "not-begun":
    case "open-ended":
    case "ended":
      return [];
    case "expired":
      return [{ kind: "expired", on: status.ends }];
    case "renews-tomorrow":
      return [{ kind: "renewal", on: status.ends }];
    case "running":
    case "notice-closing":
      return [
        { kind: status.renews ? "renewal" : "end", on: status.ends },
        ...(status.noticeCloses ? [{ kind: "notice" as const, on: status.noticeCloses }] : []),
      ];
  }
}

function reached(contractId: string, { kind, on }: Deadline, today: string): Reminder | null {
  const daysLeft = Math.max(0, daysBetween(today, on));
  const passed = THRESHOLDS[kind].filter((threshold) => daysLeft <= threshold);
  if (passed.length === 0) return null;
  return { contractId, kind, deadline: on, threshold: Math.min(...passed), daysLeft };
}
