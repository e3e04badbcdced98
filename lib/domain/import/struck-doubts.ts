import { commented } from "./comment-doubts";
import { question } from "./doubts";
import { canStayOpen } from "./left-open";
import type { RowRemarks } from "./table";
import type { ColumnMapping, Doubt } from "./types";

/**
 * Questions about cells with words struck through: who strikes a country out says that it is one no more, or forgot to
 * take it out. A field whose reading cannot be taken back, and a note, is told.
 */
export function doubtsOfStruck(
  remarks: RowRemarks["remarks"],
  cells: readonly string[],
  mapping: ColumnMapping,
): Doubt[] {
  return remarks.flatMap(([column, key, { words = "" } = {}]): Doubt[] => {
    const { target: field = "note", header = "" } = mapping[column] ?? {};
    const cell = (cells[column] ?? "").trim();
    if (key !== "textStruck" || field === "ignore" || cell === "") return [];
    if (!canStayOpen(field))
      return [{ field, key: "strikeLost", params: { column: header || String(column + 1), words } }];
    const asked = question("textStruck", words === cell ? cell : commented(cell, words), { words });
    return [{ field, ...asked }];
  });
}
