/** French Excel reads UTF-8 as Windows-1252 without this mark. */
export const CSV_START = "\ufeff";

const SEPARATOR = ";";
const LINE_END = "\r\n";

/** Matches formulas of a spreadsheet: a sign first, after any blanks, full-width signs too. */
const FORMULA = /^'*(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹢﹣﹦﹫])/u;

/**
 * Formats a line of CSV that French Excel opens by a double click: `;`, CRLF, quotes doubled. Every cell is
 * neutralised.
 */
export function writeCsvRow(cells: readonly string[]): string {
  return cells.map((cell) => quoteCell(neutraliseCell(cell))).join(SEPARATOR) + LINE_END;
}

/**
 * A cell that a spreadsheet would run is put behind an apostrophe. It stays readable, and the apostrophe is seen:
 * « '-5 », « '+33 3 20 00 00 01 », « '=1+1 ». Numbers and telephones are no exception, so that the rule has no hole.
 * A cell that already begins so gets one more: `restoreCell` gives back exactly what was written.
 */
export function neutraliseCell(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** Takes the apostrophe of `neutraliseCell` away, for whoever reads back what was exported. */
export function restoreCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

function quoteCell(cell: string): string {
  return /[";\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
