import { itemAt } from "@/lib/domain/invariant/required";
import { fold } from "@/lib/domain/text/fold";
import { fillSheet } from "@/lib/domain/import/merged";
import { isDayInFigures, isEitherOrder, monthFirstDays, orderOfRows } from "@/lib/domain/import/date-order";
import type { DateOrder } from "@/lib/domain/import/types";
import { rememberedTargets, type PutColumn } from "@/lib/domain/import/remembered-columns";
import { matchHeads, type HeadPhrase } from "@/lib/domain/import/match-heads";
import type { ClauseId } from "@/lib/domain/contract/clauses";
import type { ContractLine } from "./import-plan";
import type { Reading, ReadContract, ReadRow } from "./contract-draft";
import { applyContractRow } from "./apply-contract-row";
import { tableIn, type AroundTable, type GridSheet, type Parting, type Table } from "./sheet-table";
import { isPlaceholder, type ReadCell } from "./read-sheet-cell";
import {
  AMENDMENT_COLUMNS,
  CLAUSE_COLUMNS,
  CONTRACT_TARGETS,
  countContractHeads,
  countExactContractHeads,
  guessContractColumns,
  INSTRUCTOR_COLUMNS,
  type SheetVocabulary,
} from "./sheet-fields";

/** Column of the table of contracts with its target and its first values. */
export type SheetColumn = {
  head: string;
  target: string;
  samples: string[];
  /** The clauses between which the article over it leaves the choice to a person. */
  clauses: readonly ClauseId[];
  /** Fields that its head may mean, until a person says which. */
  asked: readonly string[];
};

export type SheetsReading = {
  sheet: string;
  /** True where columns stand as a person put them for an earlier file of this shape. */
  isRemembered: boolean;
  columns: SheetColumn[];
  lines: ContractLine[];
  /** Lines beside its contracts, and merged cells. */
  aside: AroundTable;
  /** Names of the sheets that hold something and were not read. */
  unread: string[];
  /** Cells whose days may be read in both orders, of sheets that do not say theirs; none is asked where it is empty. */
  orderCells: string[];
  /** Order in which those cells are read; null while it is open. */
  dateOrder: DateOrder | null;
};

type Known = Reading & {
  known: readonly ContractLine[];
  /** Columns in the order a person assigned them; an unassigned column goes where it was guessed. */
  chosen: readonly string[];
  /** Columns as a person put them for a file of this shape. */
  remembered?: readonly PutColumn<string>[];
  /** Order of day and month, as a person said it for this file or for one of its shape. */
  dateOrder?: DateOrder | null;
};

type Filled = ReturnType<typeof fillSheet<GridSheet>>;

const SAMPLES = 3;

/** The head of the table of contracts in a workbook; null where none is one. */
export function findContractHead(
  sheets: readonly GridSheet[],
  vocabulary: SheetVocabulary,
): readonly string[] | null {
  return findTable(sheets.map(fillSheet), vocabulary)?.head ?? null;
}

/**
 * The contracts that a workbook holds, ours or another's: the sheet with the most heads that a contract has, and beside
 * it those that bear the names of our own. Null where none is a table of contracts.
 */
export function readContractSheets(stated: readonly GridSheet[], known: Known): SheetsReading | null {
  const sheets = stated.map(fillSheet);
  const { vocabulary, chosen, remembered = [], dateOrder = null } = known;
  const days: DayReading = { dateOrder, cells: new Set() };
  const table = findTable(sheets, vocabulary);
  if (!table) return null;
  const guess = guessContractColumns(table.head, vocabulary);
  const put = rememberedTargets(
    table.head.map((header, column) => ({ column, header })),
    remembered,
  );
  const columns = table.head.map((head, at) => {
    const guessed = itemAt(guess, at);
    const settled = chosen[at] ?? put[at];
    const target = CONTRACT_TARGETS.find((one) => one === settled) ?? guessed.target;
    return {
      head: head.replace(/\s+/g, " ").trim(),
      target,
      samples: samplesOf(table.rows.map(({ cells }) => cells[at] ?? "")),
      clauses: target === "ignore" ? guessed.clauses : [],
      asked: settled ? [] : guessed.asked,
    };
  });
  const others = sheets.filter(({ name }) => name !== table.sheet);
  const clauses = findClauseSheet(others, vocabulary);
  const matrix = others.find(({ name }) => vocabulary.sheets.get(fold(name)) === "matrix");
  const rows = readTableRows(
    table,
    columns.map(({ target }) => target),
    days,
  );
  const contracts = collectSheets(rows, {
    clauses: rowsIn(clauses, { phrases: vocabulary.clauses, targets: CLAUSE_COLUMNS }, days),
    instructors: rowsIn(
      ownSheet(others, vocabulary, "instructors"),
      { phrases: vocabulary.instructors, targets: INSTRUCTOR_COLUMNS },
      days,
    ),
    amendments: rowsIn(
      ownSheet(others, vocabulary, "amendments"),
      { phrases: vocabulary.amendments, targets: AMENDMENT_COLUMNS },
      days,
    ),
    matrix: matrixRows(matrix, vocabulary, days),
  });
  const status = new Map(known.known.map((contract) => [contract.reference, contract]));
  const lines = contracts.map((contract) =>
    applyContractRow(contract, status.get(contract.reference) ?? null, known),
  );
  const isRead = (sheet: GridSheet) => sheet === clauses || vocabulary.sheets.has(fold(sheet.name));
  const unread = others.filter((sheet) => !isRead(sheet) && !isEmpty(sheet)).map(({ name }) => name);
  const isRemembered = chosen.length === 0 && put.some((target) => target !== null);
  const orderCells = [...days.cells].slice(0, SAMPLES);
  const { sheet, aside } = table;
  return { sheet, aside, isRemembered, columns, lines, unread, orderCells, dateOrder };
}

/**
 * Finds, among the foreign sheets beside the contracts, the one whose head names the most fields; else our
 * matrix.
 */
function findTable(sheets: readonly Filled[], vocabulary: SheetVocabulary): Table | null {
  const count = (row: readonly string[]) => countContractHeads(row, vocabulary);
  const parting: Parting = {
    countHeads: (row) => countExactContractHeads(row, vocabulary),
    guessOf: ({ header }) =>
      guessContractColumns(header, vocabulary).map((one) => ({ ...one, isShared: one.target === "ignore" })),
  };
  const kindOf = ({ name }: GridSheet) => vocabulary.sheets.get(fold(name)) ?? "contracts";
  const best = (kind: "contracts" | "matrix") =>
    sheets
      .filter((sheet) => kindOf(sheet) === kind)
      .flatMap((sheet) => tableIn(sheet, count, kind === "contracts" ? parting : null) ?? [])
      .toSorted((one, other) => count(other.head) - count(one.head))[0];
  return best("contracts") ?? best("matrix") ?? null;
}

/** Our own sheet of clauses, or another's with a reference, a clause and an answer in each row. */
function findClauseSheet(sheets: readonly Filled[], vocabulary: SheetVocabulary): Filled | undefined {
  const own = sheets.find(({ name }) => vocabulary.sheets.get(fold(name)) === "clauses");
  const rules = { phrases: vocabulary.clauses, targets: CLAUSE_COLUMNS };
  return (
    own ??
    sheets
      .filter(({ name }) => !vocabulary.sheets.has(fold(name)))
      .find((sheet) => {
        const table = tableIn(sheet, (row) => matchHeads(row, rules).size);
        const found = [...(table ? matchHeads(table.head, rules).values() : [])];
        return (["reference", "id", "answer"] as const).every((target) => found.includes(target));
      })
  );
}

function matrixRows(sheet: Filled | undefined, vocabulary: SheetVocabulary, days: DayReading): ReadRow[] {
  const table = sheet && tableIn(sheet, (row) => countContractHeads(row, vocabulary));
  if (!table) return [];
  return readTableRows(
    table,
    guessContractColumns(table.head, vocabulary).map(({ target }) => target),
    days,
  );
}

function isEmpty({ rows }: GridSheet): boolean {
  return rows.every((cells) => cells.every((cell) => cell.trim() === ""));
}

/** A sheet of our own, by its name in one of our languages. */
function ownSheet(
  sheets: readonly Filled[],
  vocabulary: SheetVocabulary,
  kind: "instructors" | "amendments",
): Filled | undefined {
  return sheets.find(({ name }) => vocabulary.sheets.get(fold(name)) === kind);
}

function rowsIn<T extends string>(
  sheet: Filled | undefined,
  rules: { phrases: readonly HeadPhrase<T>[]; targets: readonly T[] },
  days: DayReading,
): ReadRow<T>[] {
  const table = sheet && tableIn(sheet, (row) => matchHeads(row, rules).size);
  if (!table) return [];
  const columns = matchHeads(table.head, rules);
  return readTableRows(
    table,
    table.head.map((_, at) => columns.get(at) ?? "ignore"),
    days,
  ) as ReadRow<T>[];
}

/** Order that a person said, and the cells of days for which it is needed. */
type DayReading = { dateOrder: DateOrder | null; cells: Set<string> };

/** Reads each row cell by cell; a blank states nothing. Columns with one target are joined. */
function readTableRows(
  { sheet, head, rows }: Table,
  targets: readonly string[],
  days: DayReading,
): ReadRow[] {
  const shown = orderOfRows(head, rows);
  const isAsked = typeof shown === "object" && shown !== null;
  if (isAsked) for (const cell of shown.asked) days.cells.add(cell);
  const order = isAsked ? (days.dateOrder ?? "asked") : shown;
  return rows.map(({ line, cells, around }) => {
    const row: Record<string, ReadCell> = {};
    const told = [...around.row];
    targets.forEach((target, at) => {
      const stated = {
        sheet,
        line,
        head: itemAt(head, at).replace(/\s+/g, " ").trim(),
        ...readOrder(cells[at] ?? "", order),
        ...around.cell(at),
      };
      if (target === "ignore" || stated.cell.trim() === "") return;
      if (told.length > 0) stated.told = [...told.splice(0), ...(stated.told ?? [])];
      const first = row[target];
      row[target] = first ? { ...first, others: [...(first.others ?? []), stated] } : stated;
    });
    return row;
  });
}

/** A day in figures as its table orders it. */
function readOrder(cell: string, order: DateOrder | "asked" | null): Pick<ReadCell, "cell" | "isOrderOpen"> {
  if (order === "month") return { cell: isDayInFigures(cell) ? monthFirstDays(cell) : cell };
  return order === "asked" && isEitherOrder(cell) ? { cell, isOrderOpen: true } : { cell };
}

type SheetParts = Pick<ReadContract, "clauses" | "instructors" | "amendments" | "matrix">;

/** Each row of the table with what the sheets beside it say under its reference, then those that only they name. */
function collectSheets(rows: readonly ReadRow[], beside: SheetParts): ReadContract[] {
  const named = rows.map(referenceOf);
  const others = [beside.clauses, beside.instructors, beside.amendments, beside.matrix]
    .flat()
    .map(referenceOf);
  const about = (reference: string): SheetParts => {
    const isAbout = (row: ReadRow) => referenceOf(row) === reference;
    return {
      clauses: beside.clauses.filter(isAbout),
      instructors: beside.instructors.filter(isAbout),
      amendments: beside.amendments.filter(isAbout),
      matrix: beside.matrix.filter(isAbout),
    };
  };
  return [
    ...rows.map((row, at) => ({ reference: itemAt(named, at), row, ...about(itemAt(named, at)) })),
    ...[...new Set(others)]
      .filter((reference) => !named.includes(reference))
      .map((reference) => ({ reference, row: null, ...about(reference) })),
  ];
}

function referenceOf({ reference }: ReadRow): string {
  const words = reference?.cell.trim() ?? "";
  return isPlaceholder(words) ? "" : words;
}

function samplesOf(cells: readonly string[]): string[] {
  return [...new Set(cells.map((cell) => cell.trim()).filter(Boolean))]
    .slice(0, SAMPLES)
    .map((cell) => cell.slice(0, 80));
}
