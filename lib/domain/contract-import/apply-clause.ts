import { fold } from "@/lib/domain/text/fold";
import { readClauseAnswer } from "./clause-answer-words";
import { CLAUSE_PARTS, clauseTarget, readClauseName, type ClausePart } from "./clause-heads";
import { retainTogetherMark } from "@/lib/domain/contract/clause-families";
import { CLAUSE_IDS, type ClauseId } from "@/lib/domain/contract/clauses";
import type { ClauseReading } from "@/lib/domain/contract/content";
import {
  isSameValue,
  isTooLong,
  addAside,
  refuseCell,
  wordsOf,
  type Draft,
  type Reading,
  type ReadContract,
} from "./contract-draft";
import type { ReadCell } from "./read-sheet-cell";

const LIMITS = { answer: 300, place: 300, note: 2000 } as const;

/** Parts of one clause read from one row, or from one row's columns. */
type ReadClause = { id: ClauseId } & Partial<Record<ClausePart, ReadCell>>;

/**
 * Applies the clauses of every sheet. A sheet that repeats the stored answer changes nothing; two that give
 * different new answers contradict each other, and neither is applied.
 */
export function applyClauses(draft: Draft, stated: ReadContract, reading: Reading): void {
  const clauses = [
    ...stated.clauses.flatMap((row) => clauseInRow(draft, row, reading) ?? []),
    ...clausesInColumns(stated.row ?? {}),
  ];
  const inMatrix = stated.matrix.flatMap((row) =>
    answersOfMatrix(draft, row, {
      stated,
      isStated: (id) => clauses.some((one) => one.id === id && one.answer),
      reading,
    }),
  );
  const all = [...clauses, ...inMatrix];
  for (const id of CLAUSE_IDS)
    applyClause(
      draft,
      id,
      all.filter((one) => one.id === id),
      reading,
    );
}

function clauseInRow(
  draft: Draft,
  { id, clause, ...parts }: ReadContract["clauses"][number],
  { vocabulary: { titles } }: Reading,
): ReadClause | null {
  if (!id) return null;
  const known = readClauseName(id.cell, titles);
  if (!known) {
    refuseCell(draft, id, "clause");
    return null;
  }
  if (clause && titles.get(fold(clause.cell)) !== known) addAside(draft, clause, "clauseTitle");
  return { id: known, ...parts };
}

function clausesInColumns(row: NonNullable<ReadContract["row"]>): ReadClause[] {
  return CLAUSE_IDS.flatMap((id) => {
    const parts = CLAUSE_PARTS.flatMap((part) => {
      const cell = row[clauseTarget({ id, part })];
      return cell ? [[part, cell] as const] : [];
    });
    return parts.length > 0 ? [{ id, ...Object.fromEntries(parts) }] : [];
  });
}

type MatrixRead = { stated: ReadContract; isStated: (id: ClauseId) => boolean; reading: Reading };

/**
 * Our matrix is worked out from the clauses: a cell that still says what it would say today is none. One that was changed
 * is an answer where no sheet of clauses answers, and is left aside where one does.
 */
function answersOfMatrix(
  draft: Draft,
  row: ReadContract["matrix"][number],
  { stated: { reference }, isStated, reading }: MatrixRead,
): ReadClause[] {
  const today = reading.matrix.get(reference);
  return CLAUSE_IDS.flatMap((id) => {
    const cell = row[clauseTarget({ id, part: "answer" })];
    if (!cell || (!today && isStated(id))) return [];
    const isNotAsked = reading.vocabulary.notAsked.has(fold(cell.cell));
    const answer = isNotAsked ? null : readClauseAnswer(cell.cell, reading.vocabulary.answers);
    if (today ? answer === today[id] : isNotAsked) return [];
    if (!isStated(id) && !isNotAsked) return [{ id, answer: cell }];
    addAside(draft, cell, "matrix");
    return [];
  });
}

function applyClause(draft: Draft, id: ClauseId, stated: readonly ReadClause[], reading: Reading): void {
  const previous = draft.inForce.clauses[id];
  const next: ClauseReading = { ...previous };
  const changed: Partial<Record<ClausePart, ReadCell>> = {};
  for (const clause of stated)
    for (const part of CLAUSE_PARTS) {
      const cell = clause[part];
      const value = cell && readPart(draft, { id, part }, cell, previous, reading);
      if (!cell || value === undefined || isSameValue(value, previous[part])) continue;
      if (changed[part] && !isSameValue(value, next[part])) return refuseCell(draft, cell, "contradiction");
      changed[part] = cell;
      Object.assign(next, { [part]: value });
    }
  const [first] = Object.values(changed);
  if (!first) return;
  if (draft.amended.has(`clauses.${id}`)) return refuseCell(draft, first, "amended");
  draft.line.content.deed.clauses[id] = retainTogetherMark(previous, next);
}

function readPart(
  draft: Draft,
  { id, part }: { id: ClauseId; part: ClausePart },
  cell: ReadCell,
  previous: ClauseReading,
  { vocabulary }: Reading,
): string | undefined {
  const words = wordsOf(draft, cell, part === "answer" && previous.answer === "unread" ? "" : previous[part]);
  if (words === undefined || isTooLong(draft, cell, LIMITS[part])) return undefined;
  if (part !== "answer") return words;
  const answer = readClauseAnswer(words, vocabulary.answers);
  if (answer === "not-applicable") addAside(draft, cell, "notApplicable");
  else if (answer === null) refuseCell(draft, cell, "clauseAnswer", clauseTarget({ id, part }));
  else return answer;
  return undefined;
}
