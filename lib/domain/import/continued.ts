import { fold } from "@/lib/domain/text/fold";
import { OWN_HEADS, ownLanguage } from "./own-heads";

type Rows = readonly (readonly string[])[];

/**
 * Cells of our own workbook that were too long for a spreadsheet, whole again: such a cell ends in a line that says where
 * it goes on, and a sheet of its own has the rest, by reference and column.
 */
export function joinContinued(header: readonly string[], rows: Rows, others: readonly Rows[]): Rows {
  const language = ownLanguage(header);
  const rests = language ? findRests(others, OWN_HEADS[language].continued) : new Map<string, string>();
  if (rests.size === 0) return rows;
  return rows.map((row) =>
    row.map((cell, column) => {
      const rest = rests.get(keyOf(row[0] ?? "", header[column] ?? ""));
      return rest === undefined ? cell : cell.slice(0, Math.max(0, cell.lastIndexOf("\n"))) + rest;
    }),
  );
}

function findRests(sheets: readonly Rows[], heads: readonly string[]): Map<string, string> {
  const wanted = heads.map(fold).join("|");
  const found = sheets.find(([head = []]) => head.map(fold).join("|") === wanted) ?? [];
  const rests = new Map<string, string>();
  for (const [reference = "", column = "", part = ""] of found.slice(1)) {
    const key = keyOf(reference, column);
    rests.set(key, (rests.get(key) ?? "") + part);
  }
  return rests;
}

function keyOf(reference: string, head: string): string {
  return JSON.stringify([reference.trim(), fold(head)]);
}
