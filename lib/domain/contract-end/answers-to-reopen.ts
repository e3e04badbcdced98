import type { LineAnswer, EvidenceValues } from "./answers";

/** Answers that carry out what the controller chose; that nothing was held, or that a law keeps, is so with any choice. */
const CARRYING_OUT: readonly LineAnswer[] = [
  "deleted",
  "returned",
  "handed-over",
  "purge-dated",
  "purged",
  "attested",
];

export const CHOICES = ["chose-deletion", "chose-return", "chose-hand-over"] as const satisfies LineAnswer[];

/** Answer given or revoked, with its instant in milliseconds. */
export type PastAnswer = { event: string; evidence: Partial<EvidenceValues>; at: number };

type Answered = { id: string; answer: LineAnswer | null; at: number };

/**
 * Lines that are asked again once the controller has chosen, 28(3)(g): all that was done before it chose at all, or while
 * it had chosen otherwise. The same choice, written down anew, asks only what was answered while none stood. `before` is
 * what the line of the choice went through, the newest first.
 */
export function answersToReopen(
  lines: readonly Answered[],
  choice: { answer: LineAnswer; evidence: Partial<EvidenceValues> },
  before: readonly PastAnswer[],
): string[] {
  if (!CHOICES.some((one) => one === choice.answer)) return [];
  const carried = lines.filter(({ answer }) => answer !== null && CARRYING_OUT.includes(answer));
  const previous = before.find(({ event }) => CHOICES.some((one) => one === event));
  const isSame =
    previous?.event === choice.answer && previous.evidence.recipient === choice.evidence.recipient;
  const takenBackAt = before.find(({ event }) => event === "taken-back")?.at ?? 0;
  return carried.filter(({ at }) => !isSame || at >= takenBackAt).map(({ id }) => id);
}
