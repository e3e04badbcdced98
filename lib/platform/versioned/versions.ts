import { Prisma } from "@/lib/generated/prisma/client";
import { columnOf, insertValues, type Table } from "@/lib/platform/database/insert-rows";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";
import { recordedBy } from "@/lib/platform/write/recorded-by";

/** Tables of what is stored beside a document, and the field in them that names its row: "transferId". */
export type Beside = { versions: Table; key: string };

/** Something dated that happened to a document; `on` is a calendar day, "2026-11-24". */
export type DatedFact = { event: string; on: string; reason: string };

/** A document's version, with the columns that its table of versions has beside author and instants. */
type VersionRow = { id: string; version: number; columns: object };

/** Closes the versions in force and inserts the given ones, in two statements. */
export async function insertVersions(
  tx: Tx,
  ctx: Ctx,
  { versions, key }: Beside,
  rows: readonly VersionRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const column = Prisma.raw(columnOf(key));
  const ids = rows.map(({ id }) => id);
  await tx.$executeRaw`UPDATE ${Prisma.raw(versions)} SET superseded_at = ${ctx.now}
    WHERE ${column} = ANY (${ids}::uuid[]) AND superseded_at IS NULL`;
  const recorded = rows.map(({ id, version, columns }) => ({
    ...recordedBy(ctx),
    [key]: id,
    version,
    ...columns,
  }));
  await insertValues(tx, versions, recorded);
}

/** Author and instant of the latest version, which a conflict shows; null before the first. */
export async function findLastVersion(
  tx: Tx,
  { versions, key }: Beside,
  id: string,
): Promise<{ authorName: string; recordedAt: Date } | null> {
  const [last] = await tx.$queryRaw<{ authorName: string; recordedAt: Date }[]>`
    SELECT author_name AS "authorName", recorded_at AS "recordedAt" FROM ${Prisma.raw(versions)}
    WHERE ${Prisma.raw(columnOf(key))} = ${id}::uuid ORDER BY version DESC LIMIT 1`;
  return last ?? null;
}

/** Inserts a dated fact, with its author; facts are only followed, never changed. */
export async function insertFact(
  tx: Tx,
  ctx: Ctx,
  { facts, key }: { facts?: Table; key: string },
  { id, event, on, reason }: DatedFact & { id: string },
): Promise<void> {
  if (!facts) throw new Error(`No table of facts is declared beside ${key}.`);
  const row = { ...recordedBy(ctx), id: newId(ctx.now), [key]: id, event, factOn: on, reason };
  await insertValues(tx, facts, [row]);
}
