import { itemAt } from "@/lib/domain/invariant/required";

/** First row, first column, last row and last column of a merged cell, from 0. */
export type Merge = readonly [firstRow: number, firstColumn: number, lastRow: number, lastColumn: number];

type SheetRemark = readonly [row: number, column: number, key: string, params?: { words: string }];

/** Rows of a sheet with its merged cells and the marks of its cells. */
type MergedSheet = {
  rows: readonly (readonly string[])[];
  merges?: readonly Merge[] | undefined;
  remarks?: readonly SheetRemark[] | undefined;
};

/** A sheet whose merged cells are filled; `filled` are cells that were blank. */
export type Filled<S> = S & { filled: number };

/** Fills the merged cells of a sheet. One that is struck through is so in each row that it fills. */
export function fillSheet<S extends MergedSheet>(sheet: S): Filled<S> {
  const { rows, merges = [], remarks = [] } = sheet;
  if (merges.length === 0) return { ...sheet, filled: 0 };
  const struck = remarks.filter(([, , key]) => key === "textStruck");
  const ofMerges = merges.flatMap(([first, column, last]) =>
    struck
      .filter(([row, at]) => row === first && at === column)
      .flatMap(([, , ...told]) =>
        rows.slice(first + 1, last + 1).map((_, at): SheetRemark => [first + 1 + at, column, ...told]),
      ),
  );
  return { ...sheet, remarks: [...remarks, ...ofMerges], ...fillMerged(rows, merges) };
}

/**
 * Fills merged cells with what their first says: down always, across where the row says something beside them, for a
 * title or a band over a table is one cell however wide.
 */
export function fillMerged(
  rows: readonly (readonly string[])[],
  merges: readonly Merge[],
): { rows: string[][]; filled: number } {
  const full = rows.map((row) => [...row]);
  let filled = 0;
  for (const [firstRow, firstColumn, lastRow, lastColumn] of merges) {
    const text = rows[firstRow]?.[firstColumn] ?? "";
    for (let at = firstRow; at <= lastRow && at < full.length; at += 1) {
      if (isBlankBeside(itemAt(rows, at), firstColumn, lastColumn)) continue;
      filled += fillRow(itemAt(full, at), { text, firstColumn, lastColumn });
    }
  }
  return { rows: full, filled };
}

function isBlankBeside(row: readonly string[], firstColumn: number, lastColumn: number): boolean {
  return row.every((cell, column) => cell === "" || (column >= firstColumn && column <= lastColumn));
}

type Span = { text: string; firstColumn: number; lastColumn: number };

function fillRow(row: string[], { text, firstColumn, lastColumn }: Span): number {
  let filled = 0;
  for (let column = firstColumn; column <= lastColumn; column += 1) {
    while (row.length <= column) row.push("");
    if (row[column] !== "") continue;
    row[column] = text;
    filled += 1;
  }
  return filled;
}
