import type { DataLaw } from "@/lib/domain/statute/applicable-laws";
import type { AnswerClock } from "./answer-clocks";
import { answerDue, answeredAt } from "./clock-verdicts";
import type { RequestFile } from "./file";
import type { ClearPeriod } from "./periods";

/** The first day by which something is owed to the person. */
export type FirstDue = {
  lastDay: string;
  /** Instant, in milliseconds. */
  endsAt: number;
  /** Law that sets it; "clear-days" are those of rectification, law 09-08, art. 8. */
  by: DataLaw | "clear-days";
  /** True where the law applies only if an unanswered question is answered so: the stricter, shown as such. */
  isPresumed: boolean;
};

type Clocked = { clocks: readonly AnswerClock[]; clear: ClearPeriod | null; file: RequestFile };

/** The earliest clock of a request, the one of lists, letters and pages alike; null where no law sets any. */
export function firstDue({ clocks, clear, file }: Clocked): FirstDue | null {
  const months = clocks.map((clock): FirstDue => {
    const { lastDay, endsAt } = answerDue(clock, file);
    return { lastDay, endsAt, by: clock.law, isPresumed: clock.open !== null };
  });
  const known: FirstDue[] = months.filter(({ isPresumed }) => !isPresumed);
  if (clear)
    known.push({ lastDay: clear.lastDay, endsAt: clear.endsAt, by: "clear-days", isPresumed: false });
  const [first] = (known.length > 0 ? known : months).toSorted((one, other) => one.endsAt - other.endsAt);
  return first ?? null;
}

/**
 * True once the first end has passed without an answer to a person who could be reached. A term that an unanswered question of law
 * alone sets is missed by nobody, and nothing is awaited of one that was set aside.
 */
export function isOverdue(due: FirstDue | null, file: RequestFile, now: number): boolean {
  const isAwaited = answeredAt(file) === null && file.notReached === null && file.setAside === null;
  return due !== null && !due.isPresumed && isAwaited && now > due.endsAt;
}

/** First receipt of a request, by its controller or by its processor. */
export function firstReceipt({ receivedAt, file }: { receivedAt: number; file: RequestFile }): number {
  return Math.min(receivedAt, file.controllerAt ?? receivedAt);
}
