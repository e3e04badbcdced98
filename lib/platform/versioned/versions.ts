import { Prisma } from "@/lib/generated/prisma/client";
import { columnOf, insertValues, type Table } from "@/lib/platform/database/insert-rows";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";
import { recordedBy, type Recorder } from "@/lib/platform/write/recorded-by";

/** Tables of what is stored beside a document, and the field in them that names its row: "transferId". */
export type VersionTable = { versions: Table; key: string };

/** Something dated that happened to a document; `on` is a calendar day, "2026-11-24". */
export type DatedFact = { event: string; on: string; reason: string };

/** A document's version, with the columns that its table of versions has beside author and instants. */
type VersionRow = { id: string; version: number; columns: object };

/** Closes the versions in force and inserts the given ones, in two statements. */
export async function insertVersions(
  tx: Tx,
  ctx: Recorder,
  { versions, key }: VersionTable,
  rows: readonly VersionRow[],
): Promise<void> {
  await closeVersions(tx, ctx.now, { versions, key }, rows);
  const recorded = rows.map(({ id, version, columns }) => ({
    ...recordedBy(ctx),
    [key]: id,
    version,
    ...columns,
  }));
  await insertValues(tx, versions, recorded);
}

async function closeVersions(
  tx: Tx,
  now: Date,
  { versions, key }: VersionTable,
  rows: readonly VersionRow[],
) {
  const ids = rows.flatMap(({ id, version }) => (version > 1 ? id : []));
  if (ids.length === 0) return;
  await tx.$executeRaw`UPDATE ${Prisma.raw(versions)} SET superseded_at = ${now}
    WHERE ${Prisma.raw(columnOf(key))} = ANY (${ids}::uuid[]) AND superseded_at IS NULL`;
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
