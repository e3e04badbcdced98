/**
 * Sheet: heads over columns, then rows. Text is text; a `Date` is a day (UTC midnight), a number a number.
 */
export type WorkSheet = {
  name: string;
  /** `width` is a number of characters. */
  columns: readonly { head: string; width: number }[];
  rows: Iterable<readonly CellValue[]> | AsyncIterable<readonly CellValue[]>;
};
export type CellValue = string | number | Date;

export type WorkBook = {
  /** Written from right to left: columns begin at the right. */
  isRightToLeft: boolean;
  createdAt: Date;
  sheets: readonly WorkSheet[];
};

/** Excel's limit for a cell, in UTF-16 units; a longer one is "damaged" to it. */
export const LONGEST_CELL = 32_767;

/** Text as XML holds it: what no XML can hold is left out, half a character is a question mark. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()

    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** A name that both formats let a sheet have: 31 characters, none of `[]:*?/\`. */
export function sheetName(name: string): string {
  return name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31);
}

/** "2026-02-03" of a day. */
export function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}
