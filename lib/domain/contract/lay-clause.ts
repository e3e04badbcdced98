import { fold } from "@/lib/domain/import/fold";
import { readClauseAnswer } from "./clause-answer-words";
import { CLAUSE_PARTS, clauseTarget, readClauseName, type ClausePart } from "./clause-heads";
import { CLAUSE_IDS, type ClauseId } from "./clauses";
import type { ClauseReading } from "./content";
import {
  isSameValue,
  isTooLong,
  leaveAside,
  refuseCell,
  wordsOf,
  type Draft,
  type Reading,
  type SaidContract,
} from "./lay-draft";
import type { SaidCell } from "./read-sheet-cell";

const LIMITS = { answer: 300, place: 300, note: 2000 } as const;

/** What one row, or one row's columns, say of a clause. */
type SaidClause = { id: ClauseId } & Partial<Record<ClausePart, SaidCell>>;

/**
 * What every sheet says of the clauses. A sheet that repeats what stands says nothing new; two that say different new
 * things of one clause contradict each other, and neither is taken.
 */
export function layClauses(draft: Draft, said: SaidContract, reading: Reading): void {
  const clauses = [
    ...said.clauses.flatMap((row) => clauseInRow(draft, row, reading) ?? []),
    ...clausesInColumns(said.row ?? {}),
  ];
  const inMatrix = said.matrix.flatMap((row) =>
    answersOfMatrix(draft, row, {
      said,
      isSaid: (id) => clauses.some((one) => one.id === id && one.answer),
      reading,
    }),
  );
  const all = [...clauses, ...inMatrix];
  for (const id of CLAUSE_IDS)
    layClause(
      draft,
      id,
      all.filter((one) => one.id === id),
      reading,
    );
}

function clauseInRow(
  draft: Draft,
  { id, clause, ...parts }: SaidContract["clauses"][number],
  { vocabulary: { titles } }: Reading,
): SaidClause | null {
  if (!id) return null;
  const known = readClauseName(id.cell, titles);
  if (!known) {
    refuseCell(draft, id, "clause");
    return null;
  }
  if (clause && titles.get(fold(clause.cell)) !== known) leaveAside(draft, clause, "clauseTitle");
  return { id: known, ...parts };
}

function clausesInColumns(row: NonNullable<SaidContract["row"]>): SaidClause[] {
  return CLAUSE_IDS.flatMap((id) => {
    const parts = CLAUSE_PARTS.flatMap((part) => {
      const cell = row[clauseTarget({ id, part })];
      return cell ? [[part, cell] as const] : [];
    });
    return parts.length > 0 ? [{ id, ...Object.fromEntries(parts) }] : [];
  });
}

type MatrixRead = { said: SaidContract; isSaid: (id: ClauseId) => boolean; reading: Reading };

/**
 * Our matrix is worked out from the clauses: a cell that still says what it would say today is none. One that was changed
 * is an answer where no sheet of clauses answers, and is left aside where one does.
 */
function answersOfMatrix(
  draft: Draft,
  row: SaidContract["matrix"][number],
  { said: { reference }, isSaid, reading }: MatrixRead,
): SaidClause[] {
  const today = reading.matrix.get(reference);
  return CLAUSE_IDS.flatMap((id) => {
    const cell = row[clauseTarget({ id, part: "answer" })];
    if (!cell || (!today && isSaid(id))) return [];
    const isNotAsked = reading.vocabulary.notAsked.has(fold(cell.cell));
    const answer = isNotAsked ? null : readClauseAnswer(cell.cell, reading.vocabulary.answers);
    if (today ? answer === today[id] : isNotAsked) return [];
    if (!isSaid(id) && !isNotAsked) return [{ id, answer: cell }];
    leaveAside(draft, cell, "matrix");
    return [];
  });
}

function layClause(draft: Draft, id: ClauseId, said: readonly SaidClause[], reading: Reading): void {
  const stood = draft.stands.clauses[id];
  const next: ClauseReading = { ...stood };
  const changed: Partial<Record<ClausePart, SaidCell>> = {};
  for (const clause of said)
    for (const part of CLAUSE_PARTS) {
      const cell = clause[part];
      const value = cell && readPart(draft, { id, part }, cell, stood, reading);
      if (!cell || value === undefined || isSameValue(value, stood[part])) continue;
      if (changed[part] && !isSameValue(value, next[part])) return refuseCell(draft, cell, "contradiction");
      changed[part] = cell;
      Object.assign(next, { [part]: value });
    }
  const [first] = Object.values(changed);
  if (!first) return;
  if (draft.amended.has(`clauses.${id}`)) return refuseCell(draft, first, "amended");
  draft.line.content.deed.clauses[id] = next;
}

function readPart(
  draft: Draft,
  { id, part }: { id: ClauseId; part: ClausePart },
  cell: SaidCell,
  stood: ClauseReading,
  { vocabulary }: Reading,
): string | undefined {
  const words = wordsOf(draft, cell, part === "answer" && stood.answer === "unread" ? "" : stood[part]);
  if (words === undefined || isTooLong(draft, cell, LIMITS[part])) return undefined;
  if (part !== "answer") return words;
  const answer = readClauseAnswer(words, vocabulary.answers);
  if (answer === "not-applicable") leaveAside(draft, cell, "notApplicable");
  else if (answer === null) refuseCell(draft, cell, "clauseAnswer", clauseTarget({ id, part }));
  else return answer;
  return undefined;
}
