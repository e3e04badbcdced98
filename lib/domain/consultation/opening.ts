import type { InstructionStatus } from "@/lib/domain/instruction/in-force";
import { type ConsultationContent, type Question, subjectOfQuestion } from "./content";

/** Reasons for which a consultation cannot be opened, in the order in which they are named. */
export const OPENING_LACKS = [
  "instruction",
  "days",
  "past",
  "months",
  "questions",
  "act",
  "country",
  "wording",
  "twice",
] as const;
export type OpeningLack = (typeof OPENING_LACKS)[number];

type ToOpen = Pick<ConsultationContent, "firstDay" | "lastDay" | "months" | "questions"> & {
  /** Status on that day of the instruction that it executes, art. 28(3)(a); null where none is named. */
  instruction: InstructionStatus | null;
};

/** Lists what a consultation lacks on a day, before its links may be used. */
export function lacksOf(
  { instruction, firstDay, lastDay, months, questions }: ToOpen,
  today: string,
): OpeningLack[] {
  const subjects = questions.map((question) => JSON.stringify(subjectOfQuestion(question)));
  const lacking: Record<OpeningLack, boolean> = {
    instruction: instruction !== "in-force",
    days: firstDay === null || lastDay === null,
    past: lastDay !== null && lastDay < today,
    months: months === null,
    questions: questions.length === 0,
    act: questions.some(({ act }) => act === null),
    country: questions.some(({ act, country }) => act === "transfer" && country === ""),
    wording: questions.some((question) => !isWorded(question)),
    twice: new Set(subjects).size < subjects.length,
  };
  return OPENING_LACKS.filter((lack) => lacking[lack]);
}

/** True where it is worded in each language: whoever is asked reads one of three. */
function isWorded({ fr, en, ar }: Question): boolean {
  return [fr, en, ar].every((words) => words.trim() !== "");
}
