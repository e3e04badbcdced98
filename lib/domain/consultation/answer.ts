import type { Choice, ChoiceOutcome } from "@/lib/domain/choice/choices";
import { addDaysToDay, addMonthsToDay } from "@/lib/domain/time/calendar-day";
import { agreedQuestions, type AskedQuestions, isAgreed } from "./agreement";
import type { ConsultationContent } from "./content";

/** Answers that a person may press beside a question; a question without one is not answered. */
export const ANSWERS = ["allow", "refuse"] as const;
export type Answer = (typeof ANSWERS)[number];

export type Answered = {
  /** Number of the question, from 1. */
  number: number;
  outcome: ChoiceOutcome;
  /** Last day of an agreement; null for a refusal, which has no end. */
  validUntil: string | null;
};

type Asked = Pick<ConsultationContent, "months" | "questions"> & {
  /** Numbers of the questions that this person is asked. */
  asked: readonly number[];
};

/**
 * Makes choices of the answers to the questions that were asked; others are left out. A refusal of what was allowed before
 * is its withdrawal.
 */
export function readAnswers(
  answers: ReadonlyMap<number, Answer>,
  { asked, months, questions }: Asked,
  { before, at, day }: { before: readonly Choice[]; at: number; day: string },
): Answered[] {
  return asked.flatMap((number): Answered[] => {
    const [question, answer] = [questions[number - 1], answers.get(number)];
    if (!question || question.act === null || answer === undefined) return [];
    if (answer === "allow") return [{ number, outcome: "allowed", validUntil: lastDayOf(day, months) }];
    return [
      {
        number,
        outcome: isAgreed(before, question, { at, day }) ? "withdrawn" : "refused",
        validUntil: null,
      },
    ];
  });
}

/**
 * Makes withdrawals of the refusals of what is agreed; any other answer is left out. Withdrawing lasts as long as what was
 * agreed, whatever became of the consultation, art. 7(3), R223-3.
 */
export function readWithdrawals(
  answers: ReadonlyMap<number, Answer>,
  asked: AskedQuestions,
  { before, ...on }: { before: readonly Choice[]; at: number; day: string },
): Answered[] {
  return agreedQuestions(asked, before, on)
    .filter((number) => answers.get(number) === "refuse")
    .map((number) => ({ number, outcome: "withdrawn", validUntil: null }));
}

/** An agreement of a year from 1 March ends on the last day of February. */
function lastDayOf(day: string, months: number | null): string | null {
  return months === null ? null : addDaysToDay(addMonthsToDay(day, months), -1);
}
