import { CsvError, parse } from "csv-parse/sync";
import { cleanText, hasUnseen } from "./clean-text.mjs";
import { findDelimiter, type Delimiter } from "./delimiter";
import { SHEET_LIMITS, type SheetLimits } from "./limits";
import type { CellRemark, Sheet } from "./read-workbook";
import { decodeText, findForeignFormat, type Encoding, type NotText } from "./sniff";

export type CsvRefusal =
  | NotText
  | "empty"
  | "tooLarge"
  | "tooManyRows"
  | "tooManyColumns"
  | "cellTooLong"
  | "quoteNotClosed"
  | "notReadable";

type Marked = Pick<Sheet, "rows" | "lines"> & { remarks: [number, number, CellRemark][] };

/** `key` is a message under `import.refusals`; `isSure` is false where another encoding reads the bytes nearly as well. */
export type CsvReading =
  | ({ ok: true; encoding: Encoding; isSure: boolean; delimiter: Delimiter } & Marked)
  | { ok: false; key: CsvRefusal; params: Record<string, string> };

/** Encoding and delimiter chosen by a person; null decides by the bytes. */
export type CsvChoices = { encoding?: Encoding | null; delimiter?: Delimiter | null };

/**
 * Reads a CSV whatever program wrote it, in the encodings and with the separators of spreadsheets and any line end.
 * Formulas stay as text. What is no CSV is refused with its reason; nothing is thrown.
 */
export function readCsv(
  bytes: Uint8Array,
  limits: SheetLimits = SHEET_LIMITS,
  { encoding = null, delimiter = null }: CsvChoices = {},
): CsvReading {
  if (bytes.length > limits.bytes)
    return refuse("tooLarge", { megabytes: String(limits.bytes / 1024 / 1024) });
  const foreign = findForeignFormat(bytes);
  if (foreign) return refuse(foreign);
  const decoded = decodeText(bytes, encoding);
  if (!decoded) return refuse("notText");
  return readText(decoded, delimiter, limits);
}

type Decoded = { text: string; encoding: Encoding; isSure: boolean };

function readText(
  { text: written, encoding, isSure }: Decoded,
  chosen: Delimiter | null,
  limits: SheetLimits,
): CsvReading {
  const lined = written.replace(/\r\n?/g, "\n");
  // Spreadsheet programs put "sep=;" first to say how the rest is cut.
  const stated = /^sep=([;,\t|])\n/i.exec(lined);
  const text = stated ? lined.slice(stated[0].length) : lined;
  if (cleanText(text).trim() === "") return refuse("empty");
  const delimiter = chosen ?? (stated?.[1] as Delimiter | undefined) ?? findDelimiter(text);
  const cut = cutRows(text, delimiter, { firstLine: stated ? 2 : 1, limits });
  if (!cut.ok) return cut;
  return findExcess(cut, limits) ?? { ok: true, ...markCells(cut, delimiter), encoding, isSure, delimiter };
}

type Cut = { ok: true; rows: string[][]; lines: number[] };

/** Stands for a quotation mark that opens a cell and is never closed, until the rows are cut. */
const OPEN_QUOTE = "\ue000";
const MOST_REPAIRS = 20;

function cutRows(
  text: string,
  delimiter: Delimiter,
  { firstLine, limits }: { firstLine: number; limits: SheetLimits },
): Cut | (CsvReading & { ok: false }) {
  const mended = closeQuotes(text, delimiter);
  try {
    const rows: string[][] = parse(mended, {
      delimiter,
      record_delimiter: "\n",
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
      // Reads one row beyond the limit, which is enough to refuse.
      to: limits.rows + 1,
    });
    return { ok: true, rows, lines: findLines(rows, firstLine) };
  } catch (error) {
    const isOpen = error instanceof CsvError && error.code === "CSV_QUOTE_NOT_CLOSED";
    return refuse(isOpen ? "quoteNotClosed" : "notReadable");
  }
}

/** Takes a quotation mark that is never closed for a letter, so that it swallows none of the rows after it. */
function closeQuotes(text: string, delimiter: Delimiter): string {
  let mended = text;
  for (let repair = 0; repair < MOST_REPAIRS; repair += 1) {
    const at = findOpenQuote(mended, delimiter);
    if (at === null) break;
    mended = mended.slice(0, at) + OPEN_QUOTE + mended.slice(at + 1);
  }
  return mended;
}

/** Returns the line of a quoted cell that is never closed, or over whose lines another cell is opened. */
function findOpenQuote(text: string, delimiter: Delimiter): number | null {
  let opened: number | null = null;
  let hasLines = false;
  const isEdge = (letter: string | undefined) =>
    letter === undefined || letter === "\n" || letter === delimiter;
  let before = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    hasLines ||= opened !== null && text.slice(before, at).includes("\n");
    before = at;
    const startsCell = isEdge(text[at - 1]);
    if (opened === null) {
      if (startsCell) [opened, hasLines] = [at, false];
    } else if (isEdge(text[at + 1])) opened = null;
    else if (text[at + 1] === '"') at += 1;
    else if (startsCell && hasLines) return opened;
  }
  return opened;
}

/** A cell without any of these has nothing to be said of it: each of its letters is plain and it has one line. */
const MARKED = /[^\x20-\x7e\xa0-\u1fff\u2010-\u2027\u20a0-\u2fff]/;

/** Cells as they can be shown and stored, with what a person should know of them. */
function markCells({ rows, lines }: Cut, delimiter: Delimiter): Marked {
  const remarks: Marked["remarks"] = [];
  const width = Math.max(0, ...rows.slice(0, 30).map((row) => row.length));
  const marked = rows.map((row, at) =>
    row.map((cell, column) => {
      if (!MARKED.test(cell)) return cell;
      for (const remark of remarksOf(cell, delimiter, width)) remarks.push([at, column, remark]);
      return cleanText(cell.replaceAll(OPEN_QUOTE, '"'));
    }),
  );
  return { rows: marked, lines, remarks };
}

function remarksOf(cell: string, delimiter: Delimiter, width: number): CellRemark[] {
  return [
    ...(hasUnseen(cell) ? (["charactersRemoved"] as const) : []),
    ...(cell.includes("\ufffd") ? (["unreadableByte"] as const) : []),
    ...(cell.includes(OPEN_QUOTE) ? (["quoteLeftOpen"] as const) : []),
    ...(containsRows(cell, delimiter, width) ? (["quoteMaybeOpen"] as const) : []),
  ];
}

/** True for a cell of several lines of which one is cut as a row of the table would be. */
function containsRows(cell: string, delimiter: Delimiter, width: number): boolean {
  if (width < 3 || !cell.includes("\n")) return false;
  return cell.split("\n").some((line) => line.split(delimiter).length >= width - 1);
}

/** A row takes one line of the file, and one more for every line end inside its cells. */
function findLines(rows: string[][], firstLine: number): number[] {
  let line = firstLine;
  return rows.map((row) => {
    const start = line;
    line += 1 + row.reduce((ends, cell) => ends + (cell.includes("\n") ? cell.split("\n").length - 1 : 0), 0);
    return start;
  });
}

function findExcess({ rows, lines }: Cut, limits: SheetLimits): CsvReading | null {
  if (rows.length > limits.rows) return refuse("tooManyRows", { rows: String(limits.rows) });
  for (const [index, row] of rows.entries()) {
    const line = String(lines[index]);
    if (row.length > limits.columns)
      return refuse("tooManyColumns", { line, columns: String(limits.columns) });
    if (row.some((cell) => cell.length > limits.cell))
      return refuse("cellTooLong", { line, characters: String(limits.cell) });
  }
  return null;
}

function refuse(key: CsvRefusal, params: Record<string, string> = {}): CsvReading & { ok: false } {
  return { ok: false, key, params };
}
