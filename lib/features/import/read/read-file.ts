import { createHash } from "node:crypto";
import { readCnilWorkbook, type CnilWorkbook } from "@/lib/domain/import/cnil/workbook";
import { leaveOutSame, type WrittenCells } from "@/lib/domain/import/as-exported";
import { countKnownHeads, guessColumns, guessRegister } from "@/lib/domain/import/columns";
import type { AsideReason } from "@/lib/domain/import/layout";
import { isRegisterAsked } from "@/lib/domain/import/register-asked";
import { groupedHead } from "@/lib/domain/import/head-groups";
import { joinContinued } from "@/lib/domain/import/continued";
import { fillDittos } from "@/lib/domain/import/ditto";
import { askRoles } from "@/lib/domain/import/row-roles";
import { fillSheet } from "@/lib/domain/import/merged";
import { partsOfSheet } from "@/lib/domain/import/sheet-parts";
import { readClientBlock, withClientBlock } from "@/lib/domain/import/client-block";
import { joinTables, tableRows, type Table, type TablePart, type TableRow } from "@/lib/domain/import/table";
import { readRow } from "@/lib/domain/import/read-row";
import type { ColumnMapping, RowReading } from "@/lib/domain/import/types";
import { itemAt } from "@/lib/domain/invariant/required";
import type { NamedProcedure } from "@/lib/domain/organisation/types";
import type { Capacity } from "@/lib/domain/processing-record/types";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import { canonicalText } from "@/lib/domain/journal/canonical";
import { restoreCell } from "@/lib/platform/sheets/csv-writer";
import type { Sheet } from "@/lib/platform/sheets/read-workbook";
import { layoutSignature } from "./remembered-mapping";
import { sheetsOf, type FileRefusal, type Source } from "./read-source";
import {
  describeOffered,
  findLikelyShown,
  findTables,
  type FilledSheet,
  type FoundTable,
  type TableSheet,
} from "./sheet-tables";
import type { AskedChoice, ReadChoices } from "@/lib/features/import/schema";

export type ReadFile = {
  /** Encoding of a text; null for a workbook. */
  text: { encoding: string; delimiter: string } | null;
  /** Sheet names of the table, and the number of other candidates. */
  sheet: { name: string; others: number } | null;
  /** Register as guessed from the heading, or as chosen. */
  register: Capacity;
  /** Choices left to a person before anything is written: no role or client decides, or the bytes tell no encoding. */
  asked: readonly AskedChoice[];
  header: string[];
  /** Data rows as written, each with its first line. */
  rows: TableRow[];
  setAside: { title: number; total: number; empty: number; band: number; foot: number; unticked: number };
  /**
   * Hidden rows, columns and sheets that were read, rows that a filter leaves out apart; cells filled from merged ones;
   * conditions that strike or grey cells.
   */
  unseen: Record<"rows" | "filtered" | "columns" | "sheets" | "filled" | "unread" | "conditions", number>;
  /** Line of the heading, 0 without one, and the first lines to choose from. */
  head: { line: number; first: { line: number; text: string }[] };
  signature: string;
  guess: ColumnMapping;
};

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
        text: read.text && { encoding: read.text.encoding, delimiter: read.text.delimiter },
        isEncodingSure: read.text?.isSure ?? true,
        register: choices.register,
        others: new Set([...likely, ...all.filter(({ sheet }) => sheet.isHidden)]).size - tables.length,
        unread: all.filter((table) => table.sheet.isHidden && !tables.includes(table)).length,
      }),
    };
  if (likely.length === 0) return { ok: false, refusal: { key: "noHeader" } };
  return { ok: true, file: null, choice: offered };
}

type ReadSheets = {
  sheets: FilledSheet[];
  text: ReadFile["text"];
  isEncodingSure: boolean;
  register: Capacity | null;
  /** Candidate sheets, and the number of hidden ones. */
  others: number;
  unread: number;
};

function joinFile(
  tables: readonly FoundTable[],
  { sheets, text, isEncodingSure, register: chosen, others, unread }: ReadSheets,
): ReadFile {
  const parts = tables.flatMap((found) =>
    partsOfSheet(found.sheet.rows, found.layout).map((layout) =>
      partOf({ ...found, layout }, sheets, text !== null),
    ),
  );
  const register = chosen ?? registerOf(parts);
  const joined = joinTables(parts, register);
  const table = { ...joined, rows: askRoles(joined.rows, joined.header, register) };
  const sum = (count: (found: FoundTable) => number) =>
    tables.reduce((total, found) => total + count(found), 0);
  const aside = (reason: AsideReason) =>
    sum(({ layout }) => layout.setAside.filter((row) => row.reason === reason).length);
  const rowsOfParts = parts.reduce((total, { rows }) => total + rows.length, 0);
  const headsAndBlocks = sum(({ layout }) => layout.dataRows.length) - rowsOfParts;
  const [first] = tables;
  return {
    text,
    sheet: text ? null : { name: tables.map(({ sheet }) => sheet.name).join(", "), others },
    register,
    asked: [
      ...(chosen === null && isTableAsked(table, register) ? (["register"] as const) : []),
      ...(isEncodingSure ? [] : (["encoding"] as const)),
    ],
    header: table.header,
    rows: tables.length > 1 ? table.rows : table.rows.map((row) => ({ ...row, sheet: "" })),
    setAside: {
      title: aside("title") + headsAndBlocks,
      total: aside("total"),
      empty: aside("empty"),
      band: table.bands,
      foot: aside("foot"),
      unticked: aside("unticked"),
    },
    unseen: {
      rows: sum(({ sheet }) => sheet.hidden?.rows ?? 0),
      filtered: sum(({ sheet }) => sheet.hidden?.filtered ?? 0),
      columns: sum(({ sheet }) => sheet.hidden?.columns ?? 0),
      sheets: sum(({ sheet }) => (sheet.isHidden ? 1 : 0)),
      filled: sum(({ sheet }) => sheet.filled),
      unread,
      conditions: sum(({ sheet }) => sheet.hidden?.conditions ?? 0),
    },
    head: {
      line: first ? (first.sheet.lines[first.layout.headerRow] ?? 0) : 0,
      first: first ? firstLines(first.sheet) : [],
    },
    signature: layoutSignature(table.header, register),
    guess: table.guess,
  };
}

function isTableAsked({ header, rows, guess }: Table, register: Capacity): boolean {
  const cells = rows.map((row) => row.cells);
  const other = register === "processor" ? "controller" : "processor";
  const others = guessColumns(header, cells, other);
  return isRegisterAsked({
    header,
    rows: cells,
    guess:
      register === "processor"
        ? { processor: guess, controller: others }
        : { processor: others, controller: guess },
  });
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
  const read = rows.map((row, at) => ({
    ...row,
    // Removes the apostrophes that an exported text adds against formulas.
    cells: isText ? itemAt(stated, at).map(restoreCell) : [...itemAt(stated, at)],
  }));
  return withClientBlock(
    { name: sheet.name, header, rows: fillDittos(read) },
    readClientBlock(sheet.rows, layout),
  );
}

/** Exported cells of the entry with a reference; undefined where the register has none. */
export type WrittenOf = (reference: string) => WrittenCells | null;

/** SHA-256 of the canonical cells, by which later imports know a row again. */
export function rowFingerprint(cells: readonly string[]): string {
  return createHash("sha256")
    .update(canonicalText([...cells]))
    .digest("hex");
}

/**
 * Reads rows under a mapping, with the SHA-256 of their canonical cells. Of an exported register, `same` are fields
 * equal to the current export.
 */
export function readRows(
  file: Pick<ReadFile, "rows">,
  mapping: ColumnMapping,
  {
    writtenOf = () => null,
    procedures = [],
  }: { writtenOf?: WrittenOf; procedures?: readonly NamedProcedure[] } = {},
): (RowReading & { fingerprint: string; same?: ReadonlySet<keyof RecordContent> })[] {
  return file.rows.map(({ line, sheet, cells, notes, remarks }) => {
    const fingerprint = rowFingerprint(cells);
    const beside = { line, mapping, procedures, notes, remarks };
    const reading = { ...readRow({ ...beside, cells }), sheet };
    const written = writtenOf(reading.reference);
    if (!written) return { ...reading, fingerprint };
    const settled = leaveOutSame(cells, mapping, written);
    const read = readRow({ ...beside, cells: settled.cells });
    return { ...read, sheet, cells, fingerprint, same: settled.same };
  });
}
