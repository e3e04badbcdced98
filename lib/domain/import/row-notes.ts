import { addNote, type CellsByTarget } from "./row-content";
import type { Leftover } from "./row-parts";
import type { RowRemarks } from "./table";
import type { ColumnMapping } from "./types";

/** Texts of the columns stored as notes, and of those past the head, which have no name. */
export function collectNotes(
  cells: readonly string[],
  mapping: ColumnMapping,
): { header: string; text: string }[] {
  const mapped = new Set(mapping.map(({ column }) => column));
  // A row may run past the head: what stands there has no name, and is kept.
  const additional = cells.flatMap((_, column) => (mapped.has(column) ? [] : [{ column, header: "" }]));
  return [...mapping.filter(({ target }) => target === "note"), ...additional]
    .map(({ column, header }) => ({ header, text: (cells[column] ?? "").trim() }))
    .filter(({ text }) => text !== "");
}

/** Writes a comment of a cell under its column's head: « Client, commentaire : … ». */
export function commentNotes(
  notes: RowRemarks["notes"],
  mapping: ColumnMapping,
): { header: string; text: string }[] {
  return notes.map(([column, text]) => ({ header: mapping[column]?.header ?? "", text }));
}

/** The file's own notes first, then what found no place, then the columns kept as notes. */
export function writeNotes(
  notes: string,
  leftovers: Leftover[],
  cells: CellsByTarget,
  stored: { header: string; text: string }[],
): string {
  const left = leftovers
    .filter(({ text }) => text.trim() !== "")
    .map(({ target, text }) => ({ header: cells[target]?.header ?? "", text }));
  return [...left, ...stored].reduce((all, { header, text }) => addNote(all, header, text), notes);
}
