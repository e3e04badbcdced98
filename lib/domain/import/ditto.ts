import { readDitto } from "@/lib/domain/text/qualifiers";
import type { TableRow } from "./table";

type Remark = TableRow["remarks"][number];

/**
 * Fills cells that repeat another: "idem" and "//" from the row above, "Idem I1" from the row that bears the reference.
 * Each is told with the line it was taken from; one that repeats nothing becomes blank and is told too.
 */
export function fillDittos(rows: readonly TableRow[]): TableRow[] {
  const filled: TableRow[] = [];
  for (const row of rows) filled.push(fillRow(row, filled));
  return filled;
}

function fillRow(row: TableRow, before: readonly TableRow[]): TableRow {
  const told: Remark[] = [];
  const cells = row.cells.map((cell, column) => {
    const ditto = cell === "" ? null : readDitto(cell);
    if (!ditto) return cell;
    const source = findSource(before, ditto.of);
    const text = source?.cells[column] ?? "";
    // Takes over the question about words struck through.
    told.push(...(source?.remarks ?? []).filter(([at, key]) => at === column && key === "textStruck"));
    told.push(
      source
        ? [column, "dittoFilled", { text: cell.trim(), line: String(source.line) }]
        : [column, "dittoWithoutRow", { text: cell.trim() }],
    );
    return text;
  });
  return told.length === 0 ? row : { ...row, cells, remarks: [...row.remarks, ...told] };
}

/** A line of one cell is a band or a title, and no row that another could repeat. */
function findSource(before: readonly TableRow[], reference: string): TableRow | undefined {
  if (reference === "") return before.findLast(({ cells }) => cells.filter((cell) => cell !== "").length > 1);
  return before.findLast(({ cells }) => cells.some((cell) => cell.trim() === reference));
}
