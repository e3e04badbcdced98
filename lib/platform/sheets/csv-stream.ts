import { withoutTurningMarks } from "@/lib/forms/turning-marks";
import type { Delimiter } from "./delimiter";
import type { Encoding } from "./sniff";

/** A record and the line on which it begins, the first line of the file being 1. */
export type StreamedRow = { line: number; cells: string[] };

/** Longest record and the most lines that a quoted cell may run over: beyond, its quotation mark is a letter. */
const LONGEST_RECORD = 64 * 1024;
const MOST_LINES = 20;
/** Bytes that are cut into records at once. */
const CHUNK = 64 * 1024;

/**
 * Cuts a CSV of any length into records as its bytes arrive; what is held are the records of one chunk. A file that a form
 * brought arrives as one piece, and is cut into chunks first. Marks that turn the order of letters are removed; blank
 * lines are counted and not given.
 */
export async function* streamCsv(
  bytes: AsyncIterable<Uint8Array>,
  { encoding, delimiter }: { encoding: Encoding; delimiter: Delimiter },
): AsyncGenerator<StreamedRow[]> {
  const decoder = new TextDecoder(encoding);
  const cutter = makeRowCutter(delimiter);
  for await (const piece of bytes)
    for (let at = 0; at < piece.length; at += CHUNK)
      yield cutter.push(
        withoutTurningMarks(decoder.decode(piece.subarray(at, at + CHUNK), { stream: true })),
      );
  yield [...cutter.push(withoutTurningMarks(decoder.decode())), ...cutter.end()];
}

/** Cuts text into records, wherever it is broken into pieces. Lines end with LF or CRLF, or with CR alone. */
export function makeRowCutter(delimiter: Delimiter) {
  let rest = "";
  let lineEnd: "\n" | "\r" | null = null;
  let line = 0;
  let open: string[] = [];

  /** Takes one line of the file, and gives the records that it completes. */
  const append = (text: string, rows: StreamedRow[]): void => {
    line += 1;
    if (open.length === 0 && !text.includes('"')) {
      if (text !== "") rows.push({ line, cells: text.split(delimiter) });
      return;
    }
    open.push(text);
    const cells = cutQuoted(open.join("\n"), delimiter);
    if (cells) {
      rows.push({ line: line - open.length + 1, cells });
      open = [];
    } else if (open.length > MOST_LINES || open.reduce((sum, { length }) => sum + length, 0) > LONGEST_RECORD)
      closeOpen(rows);
  };
  /** Reads the first open line as it is, and the lines after it anew. */
  const closeOpen = (rows: StreamedRow[]): void => {
    const [first = "", ...after] = open;
    line -= after.length;
    rows.push({ line, cells: first.split(delimiter) });
    open = [];
    for (const text of after) append(text, rows);
  };
  const cut = (text: string, rows: StreamedRow[], end: "\n" | "\r"): string => {
    let from = 0;
    for (let at = text.indexOf(end); at >= 0; at = text.indexOf(end, from)) {
      append(text.slice(from, end === "\n" && text[at - 1] === "\r" ? at - 1 : at), rows);
      from = at + 1;
    }
    return text.slice(from);
  };
  return {
    push(text: string): StreamedRow[] {
      const rows: StreamedRow[] = [];
      rest = line === 0 && rest === "" ? text.replace(/^\ufeff/, "") : rest + text;
      // A CR at the very end may be the first half of a CRLF.
      lineEnd ??= rest.includes("\n") ? "\n" : /\r[^\n]/.test(rest) ? "\r" : null;
      if (lineEnd) rest = cut(rest, rows, lineEnd);
      return rows;
    },
    end(): StreamedRow[] {
      const rows: StreamedRow[] = [];
      if (rest !== "") append(rest.replace(/\r$/, ""), rows);
      rest = "";
      while (open.length > 0) closeOpen(rows);
      return rows;
    },
  };
}

/** Cells of a record with quotation marks; null where one is still open. A mark inside a cell is a letter. */
function cutQuoted(text: string, delimiter: Delimiter): string[] | null {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (text[at] !== '"') {
      const end = text.indexOf(delimiter, at);
      cells.push(end < 0 ? text.slice(at) : text.slice(at, end));
      if (end < 0) return cells;
      at = end + 1;
      continue;
    }
    const closed = findClose(text, at + 1);
    if (closed < 0) return null;
    const end = text.indexOf(delimiter, closed + 1);
    const tail = end < 0 ? text.slice(closed + 1) : text.slice(closed + 1, end);
    cells.push(text.slice(at + 1, closed).replaceAll('""', '"') + tail);
    if (end < 0) return cells;
    at = end + 1;
  }
}

/** The mark that closes a cell: one that is not doubled. */
function findClose(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at;
  return -1;
}
