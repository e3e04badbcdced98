import { DRAWN, isDrawn } from "@/lib/domain/nouns/drawn";
import type { DrawnTable } from "@/lib/domain/nouns/drawn-table";
import { LISTED } from "@/lib/domain/nouns/listed";
import type { AnyNoun } from "@/lib/domain/nouns/nouns";
import type { Tx } from "@/lib/platform/database/transaction";
import { findDisputedAmong, type DisputedAmong } from "@/lib/platform/journal/agreement";

/** Lines of a file that do not agree with the journal, by reference in the file's order, and the numbers of rows by table. */
export type DisputedRows = { references: readonly string[]; tables: DisputedAmong["tables"] };

/** Limits of a reading that compares thousands of rows, in milliseconds; rows and comparison are of one snapshot. */
export const LEAVING_LIMITS = { timeoutMs: 60_000, isSnapshot: true } as const;

/**
 * Tables of which a line of a noun is drawn where it leaves as it stands: those of its client's page, else of its list. Earlier
 * versions are drawn by a history alone.
 */
export function tablesLeaving(noun: AnyNoun["id"]): readonly DrawnTable[] {
  const drawn = isDrawn(noun) ? DRAWN[noun] : (LISTED[noun] ?? []);
  return drawn.filter(({ table }) => !table.endsWith("_version"));
}

/** Joins what several nouns of one file gave. */
export function joinDisputed(parts: readonly DisputedRows[]): DisputedRows {
  const tables: Record<string, number> = {};
  for (const [table, count] of parts.flatMap((part) => Object.entries(part.tables)))
    tables[table] = (tables[table] ?? 0) + count;
  return { references: parts.flatMap(({ references }) => references), tables };
}

/** Compares what a file holds with the journal, its lines given by id with their reference. */
export async function findDisputedRows(
  tx: Tx,
  drawn: readonly DrawnTable[],
  referenceOf: ReadonlyMap<string, string>,
): Promise<DisputedRows> {
  const { ids, tables } = await findDisputedAmong(tx, drawn, [...referenceOf.keys()]);
  return {
    references: [...referenceOf].flatMap(([id, reference]) => (ids.has(id) ? [reference] : [])),
    tables,
  };
}
