import { hasClientColumn, pairsOf, targetOf } from "./client-line";
import type { Layout } from "./layout";
import type { TablePart } from "./table";
import type { ImportTarget } from "./types";

/** A line over the table that says something of the client: "Adresse : 8 quai des Brumes". */
export type BlockLine = { label: string; value: string; target: ImportTarget };

/** A client's name, address, contact and the like as they stand over its table, one to a line or several. */
export function readClientBlock(rows: readonly (readonly string[])[], layout: Layout): BlockLine[] {
  const own = layout.blockRows ?? [];
  const over = rows.slice(0, Math.max(0, layout.headerRow));
  const lines = (own.length > 0 ? own.map((at) => rows[at] ?? []) : over).flatMap(pairsOf);
  const taken = new Set<ImportTarget>();
  return lines.flatMap(({ label, value }) => {
    const target = targetOf(label);
    if (!target.startsWith("controller") || taken.has(target)) return [];
    taken.add(target);
    return [{ label, value, target }];
  });
}

/** Gives each row what stands over the table of its client, where no column names one. */
export function withClientBlock(part: TablePart, block: readonly BlockLine[]): TablePart {
  if (!block.some(({ target }) => target === "controllerName") || hasClientColumn(part.header)) return part;
  const width = Math.max(part.header.length, ...part.rows.map(({ cells }) => cells.length));
  const padded = (cells: readonly string[]) => Array.from({ length: width }, (_, at) => cells[at] ?? "");
  return {
    name: part.name,
    header: [...padded(part.header), ...block.map(({ label }) => label)],
    rows: part.rows.map((row) => ({
      ...row,
      cells: [...padded(row.cells), ...block.map(({ value }) => value)],
    })),
  };
}
