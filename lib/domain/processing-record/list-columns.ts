/** Columns of a register's list that may be left out, in their order. The reference and the name of a row stay. */
export const LIST_COLUMNS = ["text", "access", "state", "gaps", "version", "reviewed"] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

/** Default columns. */
export const USUAL_COLUMNS: readonly ListColumn[] = ["text", "access", "gaps", "version", "reviewed"];

const NONE = "none";

/** "text.gaps" of an address or a cookie; what is no column is passed over. The usual ones where nothing is said. */
export function readColumns(text: string): readonly ListColumn[] {
  const named = text.split(".");
  const columns = LIST_COLUMNS.filter((column) => named.includes(column));
  return columns.length > 0 || text === NONE ? columns : USUAL_COLUMNS;
}

/** Encodes a choice of columns for an address: "" for the default. */
export function writeColumns(columns: readonly ListColumn[]): string {
  const written = LIST_COLUMNS.filter((column) => columns.includes(column)).join(".") || NONE;
  return written === USUAL_COLUMNS.join(".") ? "" : written;
}
