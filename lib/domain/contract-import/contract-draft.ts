import { isSheetError } from "@/lib/domain/text/sheet-error";
import { readDitto } from "@/lib/domain/text/qualifiers";
import type { ContractTermsDocument } from "@/lib/domain/contract/content";
import type { ContractLine } from "./import-plan";
import type { MatrixRow } from "./matrix";
import { isPlaceholder, readDay, type CellIssue, type CellSetAside, type ReadCell } from "./read-sheet-cell";
import type { AMENDMENT_COLUMNS, CLAUSE_COLUMNS, INSTRUCTOR_COLUMNS, SheetVocabulary } from "./sheet-fields";

/** A row of a sheet: what it says, by the field of each column. */
export type ReadRow<T extends string = string> = Readonly<Partial<Record<T, ReadCell>>>;

/** All that a workbook says of one contract. */
export type ReadContract = {
  reference: string;
  /** Its row in the table of contracts; null where only a sheet beside it names the contract. */
  row: ReadRow | null;
  clauses: readonly ReadRow<(typeof CLAUSE_COLUMNS)[number]>[];
  instructors: readonly ReadRow<(typeof INSTRUCTOR_COLUMNS)[number]>[];
  amendments: readonly ReadRow<(typeof AMENDMENT_COLUMNS)[number]>[];
  /** Its rows in our own matrix of clauses. */
  matrix: readonly ReadRow[];
};

export type Reading = {
  vocabulary: SheetVocabulary;
  /** Row of today's matrix for each contract, by reference. */
  matrix: ReadonlyMap<string, MatrixRow>;
  today: string;
  /** True where a name of the file was said to be the client of this legal name. */
  isChosenName: (name: string, legalName: string) => boolean;
};

/** A contract while the cells of a workbook are laid over it. */
export type Draft = {
  line: ContractLine;
  before: ContractLine;
  /** Terms in force today, amendments included. */
  inForce: ContractTermsDocument;
  /** "terms.breachNoticeHours", "clauses.K25": what an amendment in force says. */
  amended: ReadonlySet<string>;
  issues: CellIssue[];
  asides: CellSetAside[];
};

/** Blind to how a line ends: a spreadsheet has one way only. */
export function isSameValue(one: unknown, other: unknown): boolean {
  const plain = (value: unknown) =>
    typeof value === "string" ? value.replace(/\r\n?/g, "\n").trim() : JSON.stringify(value);
  return plain(one) === plain(other);
}

/** The words of a cell; undefined where it says nothing, which is told where something would have been replaced. */
export function wordsOf(draft: Draft, cell: ReadCell | undefined, previous: unknown): string | undefined {
  if (!cell) return undefined;
  const other = cell.others?.find(({ cell: stated }) => !isSameValue(stated, cell.cell));
  if (other) {
    refuseCell(draft, other, "twoColumns");
    return undefined;
  }
  const words = cell.cell.trim();
  if (isSheetError(words)) {
    addAside(draft, cell, "sheetError");
    return undefined;
  }
  if (readDitto(words)) {
    refuseCell(draft, cell, "ditto");
    return undefined;
  }
  if (!isPlaceholder(words) || isSameValue(words, previous)) return words;
  const isStated = previous !== null && previous !== undefined && previous !== "" && !isEmptyList(previous);
  if (isStated) addAside(draft, cell, "placeholder");
  return undefined;
}

export function dayIn(draft: Draft, cell: ReadCell | undefined, previous: string | null): string | null {
  const words = wordsOf(draft, cell, previous);
  if (!cell || words === undefined) return null;
  const read = cell.isOrderOpen ? ({ ok: false, key: "dayOrder" } as const) : readDay(words);
  if (read.ok) return String(read.value);
  refuseCell(draft, cell, read.key);
  return null;
}

export function isTooLong(draft: Draft, cell: ReadCell | undefined, most: number): boolean {
  if (!cell || cell.cell.trim().length <= most) return false;
  refuseCell(draft, cell, "limits");
  return true;
}

export function refuseCell(draft: Draft, cell: ReadCell, key: CellIssue["key"], target?: string): void {
  draft.issues.push({ ...placeOf(cell), key, target });
}

/** Tells what stands around the cells of a row, and refuses words that are struck through. */
export function tellAround(draft: Draft, row: ReadRow): void {
  for (const first of Object.values(row))
    for (const cell of first ? [first, ...(first.others ?? [])] : []) {
      if (cell.struck) refuseCell(draft, { ...cell, cell: cell.struck }, "struck");
      for (const { key, text } of cell.told ?? []) addAside(draft, { ...cell, cell: text }, key);
    }
}

export function addAside(draft: Draft, cell: ReadCell, key: CellSetAside["key"]): void {
  draft.asides.push({ ...placeOf(cell), key });
}

function placeOf({ others: _others, struck: _struck, told: _told, ...place }: ReadCell): ReadCell {
  return place;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
