import type { NamedProcedure } from "@/lib/domain/organisation/types";
import type { NotEngaged } from "@/lib/domain/minor/requirement";
import { fold } from "@/lib/domain/text/fold";
import type { RecordContent } from "./content";

type Stated = Pick<RecordContent, "minorsAnswer" | "minorsConsent" | "legalBases">;

/** Reason for which article 8 asks nothing for the young of a record. */
export type NotEngagedReason = Exclude<NotEngaged, "outside"> | "counselling";

/** Status of a record under article 8; "open" while nobody has said whether it is engaged. */
export type YoungCase =
  | { kind: "none" }
  | { kind: "unknown" }
  | { kind: "not-engaged"; reason: NotEngagedReason }
  | { kind: "open" }
  | { kind: "engaged" };

/**
 * Says whether article 8 is engaged for the young of a record. The legal bases of the own register decide before the
 * answer: without consent among them it is not engaged, and with it another basis is no answer.
 */
export function youngCase({ minorsAnswer, minorsConsent, legalBases }: Stated): YoungCase {
  if (minorsAnswer === "no") return { kind: "none" };
  if (minorsAnswer === "unanswered") return { kind: "unknown" };
  if (legalBases.length > 0 && !legalBases.includes("consent"))
    return { kind: "not-engaged", reason: "other-basis" };
  if (minorsConsent === "unanswered") return { kind: "open" };
  if (minorsConsent === "engaged") return { kind: "engaged" };
  return minorsConsent === "other-basis" && legalBases.includes("consent")
    ? { kind: "open" }
    : { kind: "not-engaged", reason: minorsConsent };
}

/** The procedure that a record names; null where it names none, or its row is not there. */
export function procedureOf(
  { minorsProcedureId }: Pick<RecordContent, "minorsProcedureId">,
  procedures: readonly NamedProcedure[] = [],
): NamedProcedure | null {
  return procedures.find(({ id }) => id === minorsProcedureId) ?? null;
}

/** The procedure that a record names, as a document written outside refers to it. */
export function linkedProcedure(
  content: Pick<RecordContent, "minorsProcedureId">,
  procedures: readonly NamedProcedure[],
): (ProcedureName & { id: string }) | null {
  const named = procedureOf(content, procedures);
  return named && { id: named.id, reference: named.reference, title: named.title };
}

/** Procedures that may be named: those that nobody has withdrawn, and the one that is named already. */
export function namableProcedures<P extends NamedProcedure>(
  procedures: readonly P[],
  { minorsProcedureId }: Pick<RecordContent, "minorsProcedureId">,
): P[] {
  return procedures.filter(({ id, state }) => state !== "withdrawn" || id === minorsProcedureId);
}

export type ProcedureName = Pick<NamedProcedure, "reference" | "title">;

/** "PR-002 · Accueil des mineurs": a procedure as registers write it. */
export function callProcedure({ reference, title }: ProcedureName): string {
  return `${reference} · ${title}`;
}

/** Finds the procedure that a text means, by its reference, its title or both; null where none or several do. */
export function findProcedure<P extends NamedProcedure>(text: string, procedures: readonly P[]): P | null {
  const meant = fold(text);
  const usable = procedures.filter(({ state }) => state !== "withdrawn");
  const found = usable.filter((one) =>
    [one.reference, one.title, callProcedure(one)].some((name) => fold(name) === meant),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The most that the words on minors hold. */
const LONGEST_WORDS = 1000;

/**
 * The document with the procedure of another organisation's file in place of its id: the one of the same name here, or
 * its name among the words on minors.
 */
export function renameProcedure(
  content: RecordContent,
  written: (ProcedureName & { id: string }) | null,
  procedures: readonly NamedProcedure[],
): RecordContent {
  if (content.minorsProcedureId === null) return content;
  const named = written?.id === content.minorsProcedureId ? written : null;
  const found = named && findProcedure(named.title, procedures);
  const words = named && !found ? callProcedure(named) : "";
  return {
    ...content,
    minorsProcedureId: found?.id ?? null,
    minorsText: [content.minorsText, words].filter(Boolean).join(" · ").slice(0, LONGEST_WORDS),
  };
}
