import { CsvError, parse } from "csv-parse/sync";
import { findDelimiter, type Delimiter } from "./delimiter";
import { SHEET_LIMITS, type SheetLimits } from "./limits";
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

/** `lines` gives the line of the file where each row begins, from 1; `key` is a message under `import.refusals`. */
export type CsvReading =
  | { ok: true; rows: string[][]; lines: number[]; encoding: Encoding; delimiter: Delimiter }
  | { ok: false; key: CsvRefusal; params: Record<string, string> };

/**
 * Reads a CSV whatever program wrote it: UTF-8, UTF-16 or Windows-1252, cut by semicolons, commas or tabs, with any
 * line end. Formulas stay as text. What is no CSV is refused with its reason; nothing is thrown.
 */
export function readCsv(bytes: Uint8Array, limits: SheetLimits = SHEET_LIMITS): CsvReading {
  if (bytes.length > limits.bytes)
    return refuse("tooLarge", { megabytes: String(limits.bytes / 1024 / 1024) });
  const foreign = findForeignFormat(bytes);
  if (foreign) return refuse(foreign);
  const decoded = decodeText(bytes);
  if (!decoded) return refuse("notText");
  return readText(decoded.text, decoded.encoding, limits);
}

function readText(written: string, encoding: Encoding, limits: SheetLimits): CsvReading {
  const lined = written.replace(/\r\n?/g, "\n");
  // Spreadsheet programs put "sep=;" first to say how the rest is cut.
  const said = /^sep=([;,\t])\n/i.exec(lined);
  const text = said ? lined.slice(said[0].length) : lined;
  if (text.trim() === "") return refuse("empty");
  const delimiter = (said?.[1] as Delimiter | undefined) ?? findDelimiter(text);
  const cut = cutRows(text, delimiter, { firstLine: said ? 2 : 1, limits });
  if (!cut.ok) return cut;
  return findExcess(cut, limits) ?? { ok: true, rows: cut.rows, lines: cut.lines, encoding, delimiter };
}

type Cut = { ok: true; rows: string[][]; lines: number[] };

function cutRows(
  text: string,
  delimiter: Delimiter,
  { firstLine, limits }: { firstLine: number; limits: SheetLimits },
): Cut | (CsvReading & { ok: false }) {
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      record_delimiter: "\n",
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
      // One more than is allowed is enough to refuse.
      to: limits.rows + 1,
    });
    return { ok: true, rows, lines: findLines(rows, firstLine) };
  } catch (error) {
    const isOpen = error instanceof CsvError && error.code === "CSV_QUOTE_NOT_CLOSED";
    return refuse(isOpen ? "quoteNotClosed" : "notReadable");
  }
}

/** A row takes one line of the file, and one more for every line end inside its cells. */
function findLines(rows: string[][], firstLine: number): number[] {
  let line = firstLine;
  return rows.map((row) => {
    const start = line;
    line += 1 + row.reduce((ends, cell) => ends + cell.split("\n").length - 1, 0);
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
