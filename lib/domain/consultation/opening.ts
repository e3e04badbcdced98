import type { ExecutionRefusal } from "@/lib/domain/instruction/naming";
import { type ConsultationContent, type Question, subjectOfQuestion } from "./content";

/** Reasons for which a consultation cannot be opened, in the order in which they are named. */
export const OPENING_LACKS = [
  "instruction",
  "unreceived",
  "unexamined",
  "contested",
  "unwritten",
  "unproven",
  "ended",
  "to-come",
  "kind-unsaid",
  "kind-other",
  "days",
  "past",
  "months",
  "questions",
  "act",
  "country",
  "purpose",
  "wording",
  "twice",
] as const;
export type OpeningLack = (typeof OPENING_LACKS)[number];

type ToOpen = Pick<ConsultationContent, "firstDay" | "lastDay" | "months" | "questions"> & {
  /** Refusals that day of the instruction that it executes, art. 28(3)(a), beside its reason; null where none is named. */
  refusals: readonly ExecutionRefusal[] | null;
};

/** Lack of a consultation whose instruction is refused. */
export const LACK_OF_REFUSAL: Record<ExecutionRefusal, OpeningLack> = {
  Unreceived: "unreceived",
  Unexamined: "unexamined",
  Contested: "contested",
  Unwritten: "unwritten",
  Unproven: "unproven",
  Ended: "ended",
  ToCome: "to-come",
  KindUnsaid: "kind-unsaid",
  OtherKind: "kind-other",
};

/** Lists everything that a consultation lacks on a day, before its links may be used. */
export function lacksOf(
  { refusals, firstDay, lastDay, months, questions }: ToOpen,
  today: string,
): OpeningLack[] {
  const subjects = questions.map((question) => JSON.stringify(subjectOfQuestion(question)));
  const ofInstruction = (refusals ?? []).map((refusal) => LACK_OF_REFUSAL[refusal]);
  const others: [OpeningLack, boolean][] = [
    ["instruction", refusals === null],
    ["days", firstDay === null || lastDay === null],
    ["past", lastDay !== null && lastDay < today],
    ["months", months === null],
    ["questions", questions.length === 0],
    ["act", questions.some(({ act }) => act === null)],
    ["country", questions.some(({ act, country }) => act === "transfer" && country === "")],
    ["purpose", questions.some(isWithoutPurpose)],
    ["wording", questions.some((question) => !isWorded(question))],
    ["twice", new Set(subjects).size < subjects.length],
  ];
  const lacking = [...ofInstruction, ...others.flatMap(([lack, holds]) => (holds ? [lack] : []))];
  return OPENING_LACKS.filter((lack) => lacking.includes(lack));
}

/** True of an act for no purpose that is named: a consent is specific, 4(11). A transfer is named by its country. */
export function isWithoutPurpose({ act, purpose }: Pick<Question, "act" | "purpose">): boolean {
  return act !== null && act !== "transfer" && purpose.trim() === "";
}

/** True where it is worded in each language: whoever is asked reads one of three. */
function isWorded({ fr, en, ar }: Question): boolean {
  return [fr, en, ar].every((words) => words.trim() !== "");
}
