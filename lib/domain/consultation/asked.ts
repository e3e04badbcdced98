import { type Choice, choiceAt } from "@/lib/domain/choice/choices";
import { isMarketing, type PendingObjection } from "@/lib/domain/choice/pending-objection";
import { type Question, subjectOfQuestion } from "./content";

type At = { at: number; day: string };

/**
 * Finds the numbers, from 1, of the questions that a person may be asked, by the choices made towards the controller. Who
 * refused an act for a purpose is not consulted again for the same, nor about marketing while an objection of theirs waits
 * for its controller; who is left nothing to answer is not consulted at all.
 */
export function questionsToAsk(
  { choices, pending }: { choices: readonly Choice[]; pending: readonly PendingObjection[] },
  questions: readonly Pick<Question, "act" | "purpose" | "country">[],
  { at, day }: At,
): number[] {
  return questions.flatMap((question, index) => {
    const { act, ...subject } = subjectOfQuestion(question);
    if (act === null || (pending.length > 0 && isMarketing(act))) return [];
    return choiceAt(choices, { act, ...subject, at, day }).status === "refused" ? [] : [index + 1];
  });
}
