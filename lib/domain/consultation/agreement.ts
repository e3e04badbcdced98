import { type Choice, choiceAt } from "@/lib/domain/choice/choices";
import { type Question, subjectOfQuestion } from "./content";

type At = { at: number; day: string };

export type AskedQuestions = {
  questions: readonly Pick<Question, "act" | "purpose" | "country">[];
  /** Numbers of the questions that the person was asked. */
  asked: readonly number[];
};

/** True where what was last chosen about a question is an agreement that holds on the day. */
export function isAgreed(
  choices: readonly Choice[],
  question: AskedQuestions["questions"][number],
  on: At,
): boolean {
  const { act, ...subject } = subjectOfQuestion(question);
  return act !== null && choiceAt(choices, { act, ...subject, ...on }).status === "allowed";
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
