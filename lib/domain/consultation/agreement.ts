import { type Choice, choiceAt } from "@/lib/domain/choice/choices";
import { type Question, subjectOfQuestion } from "./content";

type At = { at: number; day: string };

export type AskedQuestions = {
  questions: readonly Pick<Question, "act" | "purpose" | "country">[];
  /** Numbers of the questions that the person was asked. */
  asked: readonly number[];
};

/**
 * True where what was last chosen about a question is an agreement that holds on the day, or would once a parent authorises it:
 * either is withdrawn, 7(3).
 */
export function isAgreed(
  choices: readonly Choice[],
  question: AskedQuestions["questions"][number],
  on: At,
): boolean {
  const { act, ...subject } = subjectOfQuestion(question);
  if (act === null) return false;
  const { status, choice } = choiceAt(choices, { act, ...subject, ...on });
  const mayHold =
    choice?.outcome === "awaiting" && (choice.validUntil === null || on.day <= choice.validUntil);
  return status === "allowed" || mayHold;
}

/** Numbers of the questions whose agreement, given through a link, holds on a day. */
export function agreedQuestions(
  { asked, questions }: AskedQuestions,
  choices: readonly Choice[],
  on: At,
): number[] {
  return asked.filter((number) => {
    const question = questions[number - 1];
    return question !== undefined && isAgreed(choices, question, on);
  });
}
