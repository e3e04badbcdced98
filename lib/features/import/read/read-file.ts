import { createHash } from "node:crypto";
import { readCnilWorkbook, type CnilWorkbook } from "@/lib/domain/import/cnil/workbook";
import { leaveOutSame, type WrittenCells } from "@/lib/domain/import/as-exported";
import { countKnownHeads, guessRegister, headerSignature } from "@/lib/domain/import/columns";
import { ownLanguage } from "@/lib/domain/import/own-heads";
import {
  findLayout,
  hasKnownHead,
  NO_HEADER,
  type AsideReason,
  type Layout,
} from "@/lib/domain/import/layout";
import { groupedHead, isGroupRow } from "@/lib/domain/import/head-groups";
import { joinContinued } from "@/lib/domain/import/continued";
import { joinTables, tableRows, type TablePart, type TableRow } from "@/lib/domain/import/table";
import { fillMerged } from "@/lib/domain/import/merged";
import { readRow } from "@/lib/domain/import/read-row";
import type { ColumnMapping, RowReading } from "@/lib/domain/import/types";
import { itemAt } from "@/lib/domain/invariant/required";
import type { NamedProcedure } from "@/lib/domain/organisation/types";
import type { Capacity } from "@/lib/domain/processing-record/types";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import { canonicalText } from "@/lib/domain/journal/canonical";
import { restoreCell } from "@/lib/platform/sheets/csv-writer";
import type { Sheet } from "@/lib/platform/sheets/read-workbook";
import { sheetsOf, type FileRefusal, type Source } from "./read-source";
import type { ReadChoices } from "@/lib/features/import/schema";

export type ReadFile = {
  /** Encoding of a text; null for a workbook. */
  text: { encoding: string; delimiter: string } | null;
  /** Sheet names of the table, and the number of other candidates. */
  sheet: { name: string; others: number } | null;
  /** Register as guessed from the heading, or as chosen. */
  register: Capacity;
  header: string[];
  /** Data rows as written, each with its first line. */
  rows: TableRow[];
  setAside: { title: number; total: number; empty: number; band: number };
  /** Hidden rows, columns and sheets that were read, and cells filled from merged ones. */
  unseen: { rows: number; columns: number; sheets: number; filled: number; unread: number };
  /** Line of the heading, 0 without one, and the first lines to choose from. */
  head: { line: number; first: { line: number; text: string }[] };
  signature: string;
  guess: ColumnMapping;
};

/** `index` is the sheet's place in the workbook, from 0. */
export type TableSheet = { index: number; name: string; rows: number; isHidden: boolean };

export type FileReading =
  /** `offered` are the sheets of a workbook that may be read instead, none of a text. */
  | { ok: true; file: ReadFile; offered: TableSheet[] }
  /** CNIL's simplified register, for the own register. */
  | { ok: true; file: null; cnil: CnilWorkbook }
  /** Several sheets with a table, and none chosen. */
  | { ok: true; file: null; choice: TableSheet[] }
  | { ok: false; refusal: FileRefusal };

/** Finds heading, rows and remainder by the person's choices. */
export function readFile(source: Source, choices: ReadChoices): FileReading {
  const read = sheetsOf(source, choices);
  if (!read.ok) return read;
  const cnil = read.text ? null : readCnilWorkbook(read.sheets);
  if (cnil) return { ok: true, file: null, cnil };
  // The CNIL's sheets are read by cell, tables by complete row.
  const sheets = read.sheets.map(fillSheet);
  const all = findTables(sheets, choices.header);
  const likely = findLikelyShown(all);
  const chosen = all.filter(({ index }) => choices.sheets.includes(index));
  const tables = chosen.length > 0 ? chosen : likely.length === 1 ? likely : [];
  const offered = read.text ? [] : describeOffered(choices.header === null ? all : findTables(sheets, null));
  if (tables.length > 0)
    return {
      ok: true,
      offered,
      file: joinFile(tables, {
        sheets,
        text: read.text,
        register: choices.register,
        others: new Set([...likely, ...all.filter(({ sheet }) => sheet.isHidden)]).size - tables.length,
        unread: all.filter((table) => table.sheet.isHidden && !tables.includes(table)).length,
      }),
    };
  if (likely.length === 0) return { ok: false, refusal: { key: "noHeader" } };
  return { ok: true, file: null, choice: offered };
}

/** Reads hidden sheets only on request, or where every sheet with a table is hidden. */
function isShown({ sheet, layout }: FoundTable): boolean {
  return !sheet.isHidden && (layout.dataRows.length > 0 || hasKnownHead(sheet.rows, layout));
}

function findLikelyShown(all: readonly FoundTable[]): FoundTable[] {
  return findLikely(all.some(isShown) ? all.filter(isShown) : all);
}

/** Includes hidden sheets, after the others. */
function describeOffered(all: readonly FoundTable[]): TableSheet[] {
  const likely = findLikelyShown(all);
  return [...likely, ...all.filter((table) => table.sheet.isHidden && !likely.includes(table))].map(
    describeTable,
  );
}

function describeTable({ index, sheet, layout }: FoundTable): TableSheet {
  return { index, name: sheet.name, rows: layout.dataRows.length, isHidden: sheet.isHidden ?? false };
}

type FilledSheet = Sheet & { filled: number };
type FoundTable = { index: number; sheet: FilledSheet; layout: Layout };

function fillSheet(sheet: Sheet): FilledSheet {
  if (!sheet.merges?.length) return { ...sheet, filled: 0 };
  return { ...sheet, ...fillMerged(sheet.rows, sheet.merges) };
}

function findTables(sheets: readonly FilledSheet[], header: number | null): FoundTable[] {
  return sheets.flatMap((sheet, index) => {
    const at = header === null || header === 0 ? -1 : sheet.lines.indexOf(header);
    const chosen = header === 0 ? NO_HEADER : at < 0 ? null : at;
    const layout = findTable(sheet, chosen);
    return layout ? [{ index, sheet, layout }] : [];
  });
}

/** Uses the lower row of a heading of two rows, each name prefixed by the one above. */
function findTable(sheet: FilledSheet, chosen: number | null): Layout | null {
  const found = findLayout(sheet.rows, undefined, chosen);
  if (!found || chosen !== null || !isGroupRow(sheet, found.headerRow)) return found;
  return findLayout(sheet.rows, undefined, found.headerRow + 1);
}

/** Prefers the heading of an exported register, then headings with known fields, then any heading above a row. */
function findLikely(tables: readonly FoundTable[]): FoundTable[] {
  const own = tables.filter(({ sheet, layout }) => ownLanguage(sheet.rows[layout.headerRow] ?? []) !== null);
  if (own.length > 0) return own;
  const known = tables.filter(({ sheet, layout }) => hasKnownHead(sheet.rows, layout));
  if (known.length > 0) return known;
  const filled = tables.filter(({ layout }) => layout.dataRows.length > 0);
  return filled.length > 0 ? filled : [...tables];
}

type ReadSheets = {
  sheets: FilledSheet[];
  text: ReadFile["text"];
  register: Capacity | null;
  /** Candidate sheets, and the number of hidden ones. */
  others: number;
  unread: number;
};

function joinFile(
  tables: readonly FoundTable[],
  { sheets, text, register: chosen, others, unread }: ReadSheets,
): ReadFile {
  const parts = tables.map((found) => partOf(found, sheets, text !== null));
  const register = chosen ?? registerOf(parts);
  const table = joinTables(parts, register);
  const sum = (count: (found: FoundTable) => number) =>
    tables.reduce((total, found) => total + count(found), 0);
  const aside = (reason: AsideReason) =>
    sum(({ layout }) => layout.setAside.filter((row) => row.reason === reason).length);
  const [first] = tables;
  return {
    text,
    sheet: text ? null : { name: tables.map(({ sheet }) => sheet.name).join(", "), others },
    register,
    header: table.header,
    rows: tables.length > 1 ? table.rows : table.rows.map((row) => ({ ...row, sheet: "" })),
    setAside: { title: aside("title"), total: aside("total"), empty: aside("empty"), band: table.bands },
    unseen: {
      rows: sum(({ sheet }) => sheet.hidden?.rows ?? 0),
      columns: sum(({ sheet }) => sheet.hidden?.columns ?? 0),
      sheets: sum(({ sheet }) => (sheet.isHidden ? 1 : 0)),
      filled: sum(({ sheet }) => sheet.filled),
      unread,
    },
    head: {
      line: first ? (first.sheet.lines[first.layout.headerRow] ?? 0) : 0,
      first: first ? firstLines(first.sheet) : [],
    },
    signature: signatureOf(table.header, register),
    guess: table.guess,
  };
}

/** Mappings are separate per register. */
function signatureOf(header: readonly string[], register: Capacity): string {
  const own = register === "controller" ? "own register " : "";
  return createHash("sha256")
    .update(own + headerSignature(header))
    .digest("hex");
}

function registerOf(parts: readonly TablePart[]): Capacity {
  const [first] = parts;
  return first
    ? guessRegister(
        first.header,
        first.rows.map(({ cells }) => cells),
      )
    : "processor";
}

const FIRST_LINES = 30;
const LONGEST_LINE = 100;

function firstLines({ rows, lines }: Sheet): ReadFile["head"]["first"] {
  return rows.slice(0, FIRST_LINES).map((row, at) => {
    const stated = row
      .map((cell) => cell.replace(/\s+/g, " ").trim())
      .filter((cell) => cell !== "")
      .join(" · ");
    return {
      line: itemAt(lines, at),
      text: stated.length > LONGEST_LINE ? `${stated.slice(0, LONGEST_LINE - 1)}…` : stated,
    };
  });
}

function partOf({ sheet, layout }: FoundTable, sheets: readonly Sheet[], isText: boolean): TablePart {
  const header = groupedHead(sheet, layout.headerRow, (heading) => countKnownHeads([heading]) > 0);
  const rows = tableRows(sheet, layout);
  const stated = joinContinued(
    header,
    rows.map(({ cells }) => cells),
    sheets.filter((other) => other !== sheet).map((other) => other.rows),
  );
  return {
    name: sheet.name,
    header,
    rows: rows.map((row, at) => ({
      ...row,
      // Removes the apostrophes that an exported text adds against formulas.
      cells: isText ? itemAt(stated, at).map(restoreCell) : [...itemAt(stated, at)],
    })),
  };
}

/** Exported cells of the entry with a reference; undefined where the register has none. */
export type WrittenOf = (reference: string) => WrittenCells | null;

/**
 * Reads rows under a mapping, with the SHA-256 of their canonical cells. Of an exported register, `same` are fields
 * equal to the current export.
 */
export function readRows(
  file: ReadFile,
  mapping: ColumnMapping,
  {
    writtenOf = () => null,
    procedures = [],
  }: { writtenOf?: WrittenOf; procedures?: readonly NamedProcedure[] } = {},
): (RowReading & { fingerprint: string; same?: ReadonlySet<keyof RecordContent> })[] {
  return file.rows.map(({ line, sheet, cells, notes, remarks }) => {
    const fingerprint = createHash("sha256").update(canonicalText(cells)).digest("hex");
    const beside = { line, mapping, procedures, notes, remarks };
    const reading = { ...readRow({ ...beside, cells }), sheet };
    const written = writtenOf(reading.reference);
    if (!written) return { ...reading, fingerprint };
    const settled = leaveOutSame(cells, mapping, written);
    const read = readRow({ ...beside, cells: settled.cells });
    return { ...read, sheet, cells, fingerprint, same: settled.same };
  });
}
