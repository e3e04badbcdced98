import { itemAt } from "@/lib/domain/invariant/required";
import { readClientBlock, withClientBlock } from "@/lib/domain/import/client-block";
import { findLayout, type AsideReason, type Layout } from "@/lib/domain/import/layout";
import { partsOfSheet } from "@/lib/domain/import/sheet-parts";
import { joinParts, tableRows } from "@/lib/domain/import/table";
import { readAround, type Around, type SheetMarks } from "./around-cells";

/**
 * A sheet as the reader of workbooks gives it; `lines` are the numbers of its rows. Comments of cells and warnings on how
 * they were read stand by the place of the row among the rows and its column, from 0.
 */
export type GridSheet = {
  name: string;
  rows: readonly (readonly string[])[];
  lines: readonly number[];
} & SheetMarks;

/** Lines that are no contract, by the reason, and merged cells that were filled. */
export type AroundTable = Record<(typeof TOLD)[number] | "filled", number>;

export type Table = {
  sheet: string;
  aside: AroundTable;
  head: readonly string[];
  rows: { line: number; cells: readonly string[]; around: Around }[];
};

/** Rules by which a second table further down a sheet is known, and its columns. */
export type Parting = {
  countHeads: (row: readonly string[]) => number;
  guessOf: Parameters<typeof joinParts>[1];
};

/** Reads the table of a sheet; of contracts there may be several, each under a head or a client of its own. */
export function tableIn(
  sheet: GridSheet & { filled: number },
  countHeads: (row: readonly string[]) => number,
  parting: Parting | null = null,
): Table | null {
  const layout = findLayout(sheet.rows, countHeads);
  if (!layout) return null;
  const layouts = parting ? partsOfSheet(sheet.rows, layout, parting.countHeads) : [layout];
  const parts = layouts.map((one) => {
    const header = itemAt(sheet.rows, one.headerRow);
    const part = { name: sheet.name, header, rows: tableRows(sheet, one) };
    return parting ? withClientBlock(part, readClientBlock(sheet.rows, one)) : part;
  });
  const { header, rows } = joinParts(parts, parting?.guessOf ?? (() => []));
  return {
    sheet: sheet.name,
    aside: { ...countAside(layouts), filled: sheet.filled },
    head: header,
    rows: rows.map((row) => ({ line: row.line, cells: row.cells, around: readAround(row) })),
  };
}

const TOLD = ["title", "total", "unticked", "foot"] as const satisfies readonly AsideReason[];

function countAside(layouts: readonly Layout[]): Omit<AroundTable, "filled"> {
  const reasons = layouts.flatMap(({ setAside }) => setAside.map(({ reason }) => reason));
  const count = (reason: AsideReason) => reasons.filter((one) => one === reason).length;
  return { title: count("title"), total: count("total"), unticked: count("unticked"), foot: count("foot") };
}
