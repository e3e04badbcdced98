import { fold } from "@/lib/domain/import/fold";
import { findLayout } from "@/lib/domain/import/layout";
import { matchHeads, type HeadPhrase } from "@/lib/domain/import/match-heads";
import { isBlankCell } from "@/lib/domain/import/values/none";
import type { ContractLine } from "./import-plan";
import { layLine, type SaidContract, type SaidRow } from "./lay-line";
import {
  AMENDMENT_COLUMNS,
  CLAUSE_COLUMNS,
  CONTRACT_TARGETS,
  countContractHeads,
  guessContractColumns,
  INSTRUCTOR_COLUMNS,
  type SheetVocabulary,
} from "./sheet-fields";

/** A sheet as the reader of workbooks gives it; `lines` are the numbers of its rows. */
export type GridSheet = { name: string; rows: readonly (readonly string[])[]; lines: readonly number[] };

/** One column of the table of contracts, where it goes, and the first things it says. */
export type SheetColumn = { head: string; target: string; samples: string[] };

export type SheetsReading = { sheet: string; columns: SheetColumn[]; lines: ContractLine[] };

type Known = {
  standing: readonly ContractLine[];
  vocabulary: SheetVocabulary;
  /** Where a person put the columns, in their order; without a word of theirs one goes where it was guessed. */
  chosen: readonly string[];
  today: string;
};

const SAMPLES = 3;

/**
 * The contracts that a workbook holds, ours or another's: the sheet with the most heads that a contract has, and beside
 * it those that bear the names of our own. Null where none is a table of contracts.
 */
export function readContractSheets(sheets: readonly GridSheet[], known: Known): SheetsReading | null {
  const { vocabulary, chosen, today } = known;
  const table = findTable(sheets, vocabulary);
  if (!table) return null;
  const guess = guessContractColumns(table.head, vocabulary);
  const columns = table.head.map((head, at) => ({
    head: head.replace(/\s+/g, " ").trim(),
    target: CONTRACT_TARGETS.find((target) => target === chosen[at]) ?? guess[at]!,
    samples: samplesOf(table.rows.map(({ cells }) => cells[at] ?? "")),
  }));
  const contracts = gather(
    saidRows(
      table,
      columns.map(({ target }) => target),
    ),
    {
      clauses: rowsOf(sheets, vocabulary, "clauses", CLAUSE_COLUMNS),
      instructors: rowsOf(sheets, vocabulary, "instructors", INSTRUCTOR_COLUMNS),
      amendments: rowsOf(sheets, vocabulary, "amendments", AMENDMENT_COLUMNS),
    },
  );
  const standing = new Map(known.standing.map((contract) => [contract.reference, contract]));
  const lines = contracts.map((contract) =>
    layLine(contract, standing.get(contract.reference) ?? null, { vocabulary, today }),
  );
  return { sheet: table.sheet, columns, lines };
}

type Table = { sheet: string; head: readonly string[]; rows: { line: number; cells: readonly string[] }[] };

/** Of the sheets that are none of ours beside the contracts, the one whose head names the most fields. */
function findTable(sheets: readonly GridSheet[], vocabulary: SheetVocabulary): Table | null {
  const count = (row: readonly string[]) => countContractHeads(row, vocabulary);
  const tables = sheets
    .filter(({ name }) => (vocabulary.sheets.get(fold(name)) ?? "contracts") === "contracts")
    .flatMap((sheet) => tableIn(sheet, count) ?? []);
  return tables.toSorted((one, other) => count(other.head) - count(one.head))[0] ?? null;
}

function tableIn(sheet: GridSheet, countHeads: (row: readonly string[]) => number): Table | null {
  const layout = findLayout(sheet.rows, countHeads);
  if (!layout) return null;
  const rows = layout.dataRows.map((row) => ({ line: sheet.lines[row]!, cells: sheet.rows[row]! }));
  return { sheet: sheet.name, head: sheet.rows[layout.headerRow]!, rows };
}

/** The rows of a sheet of our own, by its name in one of our languages; none where the workbook has no such sheet. */
function rowsOf<T extends string>(
  sheets: readonly GridSheet[],
  vocabulary: SheetVocabulary,
  kind: "clauses" | "instructors" | "amendments",
  targets: readonly T[],
): SaidRow<T>[] {
  const rules = { phrases: vocabulary[kind] as readonly HeadPhrase<T>[], targets };
  const sheet = sheets.find(({ name }) => vocabulary.sheets.get(fold(name)) === kind);
  const table = sheet && tableIn(sheet, (row) => matchHeads(row, rules).size);
  if (!table) return [];
  const columns = matchHeads(table.head, rules);
  return saidRows(
    table,
    table.head.map((_, at) => columns.get(at) ?? "ignore"),
  ) as SaidRow<T>[];
}

/** What each row says, cell by cell; a blank, or what only fills a place, says nothing. */
function saidRows({ sheet, head, rows }: Table, targets: readonly string[]): SaidRow[] {
  return rows.map(({ line, cells }) =>
    Object.fromEntries(
      targets.flatMap((target, at) => {
        const cell = cells[at] ?? "";
        if (target === "ignore" || isBlankCell(cell)) return [];
        return [[target, { sheet, line, head: head[at]!.trim(), cell }]];
      }),
    ),
  );
}

type Beside = Pick<SaidContract, "clauses" | "instructors" | "amendments">;

/** Each row of the table with what the sheets beside it say under its reference, then those that only they name. */
function gather(rows: readonly SaidRow[], beside: Beside): SaidContract[] {
  const referenceOf = (row: SaidRow) => row.reference?.cell.trim() ?? "";
  const named = rows.map(referenceOf);
  const others = [beside.clauses, beside.instructors, beside.amendments].flat().map(referenceOf);
  const about = (reference: string): Beside => ({
    clauses: beside.clauses.filter((row) => referenceOf(row) === reference),
    instructors: beside.instructors.filter((row) => referenceOf(row) === reference),
    amendments: beside.amendments.filter((row) => referenceOf(row) === reference),
  });
  return [
    ...rows.map((row, at) => ({ reference: named[at]!, row, ...about(named[at]!) })),
    ...[...new Set(others)]
      .filter((reference) => !named.includes(reference))
      .map((reference) => ({ reference, row: null, ...about(reference) })),
  ];
}

function samplesOf(cells: readonly string[]): string[] {
  return [...new Set(cells.map((cell) => cell.trim()).filter(Boolean))]
    .slice(0, SAMPLES)
    .map((cell) => cell.slice(0, 80));
}
