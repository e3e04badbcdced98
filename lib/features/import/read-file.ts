import { createHash } from "node:crypto";
import { readCnilWorkbook, type CnilWorkbook } from "@/lib/domain/import/cnil/workbook";
import { leaveOutSame, type WrittenCells } from "@/lib/domain/import/as-exported";
import { guessColumns, headerSignature } from "@/lib/domain/import/columns";
import { ownLanguage } from "@/lib/domain/import/own-heads";
import { findLayout, hasKnownHead, type Layout } from "@/lib/domain/import/layout";
import { joinContinued } from "@/lib/domain/import/continued";
import { readRow } from "@/lib/domain/import/read-row";
import type { ColumnMapping, RowReading } from "@/lib/domain/import/types";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import { canonicalText } from "@/lib/domain/journal/canonical";
import { restoreCell } from "@/lib/platform/sheets/csv-writer";
import type { Sheet } from "@/lib/platform/sheets/read-workbook";
import { sheetsOf, type FileRefusal, type Source } from "./read-source";

export type ReadFile = {
  /** How a text is written; null for a workbook. */
  text: { encoding: string; delimiter: string } | null;
  /** Where the table stands in a workbook: the name of its sheet, and how many others could have been chosen. */
  sheet: { name: string; others: number } | null;
  header: string[];
  /** Rows of data as written, with the line each begins on. */
  rows: { line: number; cells: string[] }[];
  setAside: { title: number; total: number; empty: number };
  signature: string;
  guess: ColumnMapping;
};

/** A sheet that holds a table; `index` is its place in the workbook, from 0. */
export type TableSheet = { index: number; name: string; rows: number };

export type FileReading =
  | { ok: true; file: ReadFile }
  /** The CNIL's simplified register, for the company's own. */
  | { ok: true; file: null; cnil: CnilWorkbook }
  /** Several sheets hold a table, and nobody has said which is the register. */
  | { ok: true; file: null; choice: TableSheet[] }
  | { ok: false; refusal: FileRefusal };

/** The table within a file: its head, its rows, and what is neither. `chosen` is the place of its sheet. */
export function readFile(source: Source, chosen: number | null): FileReading {
  const read = sheetsOf(source);
  if (!read.ok) return read;
  const cnil = read.text ? null : readCnilWorkbook(read.sheets);
  if (cnil) return { ok: true, file: null, cnil };
  const tables = findTables(read.sheets);
  const table = tables.find(({ index }) => index === chosen) ?? (tables.length === 1 ? tables[0]! : null);
  if (table) {
    const sheet = read.text ? null : { name: table.sheet.name, others: tables.length - 1 };
    const others = read.sheets.filter((other) => other !== table.sheet).map(({ rows }) => rows);
    return { ok: true, file: { ...readTable(table, others, read.text !== null), text: read.text, sheet } };
  }
  if (tables.length === 0) return { ok: false, refusal: { key: "noHeader" } };
  const choice = tables.map(({ index, sheet, layout }) => ({
    index,
    name: sheet.name,
    rows: layout.dataRows.length,
  }));
  return { ok: true, file: null, choice };
}

type Table = { index: number; sheet: Sheet; layout: Layout };

/**
 * A register that was exported is known by its own head, and its cover is no table. Else the sheets whose head names
 * fields of the register, or where none does, those that have any head and a row under it.
 */
function findTables(sheets: readonly Sheet[]): Table[] {
  const tables = sheets.flatMap((sheet, index) => {
    const layout = findLayout(sheet.rows);
    return layout ? [{ index, sheet, layout }] : [];
  });
  const own = tables.filter(({ sheet, layout }) => ownLanguage(sheet.rows[layout.headerRow]!) !== null);
  if (own.length > 0) return own;
  const known = tables.filter(({ sheet, layout }) => hasKnownHead(sheet.rows, layout));
  if (known.length > 0) return known;
  const filled = tables.filter(({ layout }) => layout.dataRows.length > 0);
  return filled.length > 0 ? filled : tables;
}

function readTable(
  { sheet, layout }: Table,
  others: readonly Sheet["rows"][],
  isText: boolean,
): Omit<ReadFile, "text" | "sheet"> {
  const header = sheet.rows[layout.headerRow]!;
  const said = joinContinued(
    header,
    layout.dataRows.map((row) => sheet.rows[row]!),
    others,
  );
  const rows = layout.dataRows.map((row, at) => ({
    line: sheet.lines[row]!,
    // A register exported as text comes back without the apostrophes that kept its formulas from running.
    cells: isText ? said[at]!.map(restoreCell) : [...said[at]!],
  }));
  const count = (reason: string) => layout.setAside.filter((aside) => aside.reason === reason).length;
  return {
    header,
    rows,
    setAside: { title: count("title"), total: count("total"), empty: count("empty") },
    signature: createHash("sha256").update(headerSignature(header)).digest("hex"),
    guess: guessColumns(
      header,
      rows.map(({ cells }) => cells),
    ),
  };
}

/** What our own export would write of the entry that a reference names; nothing of one that the register has not. */
export type WrittenOf = (reference: string) => WrittenCells | null;

/**
 * Every row read under a mapping, with the fingerprint of its cells: SHA-256 of their canonical text. Of our own
 * export, `same` are the fields whose cells say what the register says already.
 */
export function readRows(
  file: ReadFile,
  mapping: ColumnMapping,
  writtenOf: WrittenOf = () => null,
): (RowReading & { fingerprint: string; same?: ReadonlySet<keyof RecordContent> })[] {
  return file.rows.map(({ line, cells }) => {
    const fingerprint = createHash("sha256").update(canonicalText(cells)).digest("hex");
    const reading = readRow({ line, cells, mapping });
    const written = writtenOf(reading.reference);
    if (!written) return { ...reading, fingerprint };
    const settled = leaveOutSame(cells, mapping, written);
    return { ...readRow({ line, cells: settled.cells, mapping }), cells, fingerprint, same: settled.same };
  });
}
