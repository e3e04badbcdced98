import { DRAWN, type DrawnNoun } from "@/lib/domain/nouns/drawn";
import type { DrawnTable } from "@/lib/domain/nouns/drawn-table";
import type { Tx } from "@/lib/platform/database/transaction";
import { log } from "@/lib/platform/log/log";

/**
 * True where what a page draws of one noun does not agree with the journal: a row that the reader sees is not as its last
 * line, or as it was noted when it was written. A row that was taken away is found by `journal:verify` alone.
 */
export async function isDisputed(tx: Tx, noun: DrawnNoun, id: string): Promise<boolean> {
  const tables = await findDisputed(tx, DRAWN[noun], id);
  if (tables.length > 0)
    log.error({ noun, id, tables }, "rows that a page shows do not agree with the journal");
  return tables.length > 0;
}

/** The tables of which some row does not agree with the journal; one statement for all of them. */
export async function findDisputed(tx: Tx, drawn: readonly DrawnTable[], id: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ table: string }[]>`
    SELECT d.name AS table FROM unnest(${drawn.map(({ table }) => table)}::text[], ${drawn.map(({ column }) => column)}::text[])
      AS d (name, by_column) WHERE rows_disagreeing(d.name, d.by_column, ${id}::uuid) > 0`;
  return rows.map(({ table }) => table);
}

/** Finds, of what one page of a list shows, that of which some row does not agree with the journal; one statement. */
export async function findDisputedOf(
  tx: Tx,
  drawn: readonly DrawnTable[],
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT id FROM unnest(${drawn.map(({ table }) => table)}::text[], ${drawn.map(({ column }) => column)}::text[])
      AS d (name, by_column), rows_disagreeing_among(d.name, d.by_column, ${ids}::uuid[]) AS id`;
  return new Set(rows.map(({ id }) => id));
}

/** Rows of which one statement compares no more, so that it ends within its time. */
const AT_ONCE = 2_000;

/** Subjects that do not agree, and the numbers of their rows by table. */
export type DisputedAmong = { ids: ReadonlySet<string>; tables: Readonly<Record<string, number>> };

/**
 * Finds, of what is given, that of which some row does not agree with the journal, and the tables of those rows. Asked
 * for what leaves the organisation: files, extracts, dossiers and what auditors read.
 */
export async function findDisputedAmong(
  tx: Tx,
  rows: readonly DrawnTable[],
  among: readonly string[],
): Promise<DisputedAmong> {
  const ids = new Set<string>();
  const tables: Record<string, number> = {};
  for (let from = 0; from < among.length; from += AT_ONCE) {
    const part = among.slice(from, from + AT_ONCE);
    for (const { table, column } of rows) {
      const found = await tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM rows_disagreeing_among(${table}, ${column}, ${part}::uuid[]) AS id`;
      for (const { id } of found) ids.add(id);
      if (found.length > 0) tables[table] = (tables[table] ?? 0) + found.length;
    }
  }
  return { ids, tables };
}
