import { recordedBy } from "@/lib/platform/write/recorded-by";
import type { Ctx } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";
import { type MeasureRow, flattenMeasure } from "@/lib/features/measure/read/queries";

/** Serialises numbering and adoption in this organisation. */
export async function lockMeasures(tx: Tx, org: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`measures ${org}`}, 0))`;
}

/** Serialises with entries that are about to name it. */
export async function lockMeasure(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM measure WHERE id = ${id}::uuid FOR UPDATE`;
}

export type MeasureChange = "created" | "saved" | "retired" | "restored";

/** Inserts version rows and closes the previous ones. */
export async function insertMeasureVersions(
  tx: Tx,
  ctx: Ctx,
  rows: readonly MeasureRow[],
  change: MeasureChange,
): Promise<void> {
  await tx.measureVersion.updateMany({
    where: { measureId: { in: rows.map(({ id }) => id) }, supersededAt: null },
    data: { supersededAt: ctx.now },
  });
  await tx.measureVersion.createMany({
    data: rows.map((row) => ({
      ...recordedBy(ctx),
      measureId: row.id,
      version: row.version,
      change,
      reference: row.reference,
      libraryCode: row.libraryCode,
      title: row.title,
      family: row.family,
      articles: row.articles,
      isRetired: row.retiredAt !== null,
      snapshot: flattenMeasure(row),
    })),
  });
}
