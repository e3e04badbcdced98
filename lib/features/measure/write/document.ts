import { announce } from "@/lib/platform/write/announce";
import type { Tx } from "@/lib/platform/database/transaction";
import { defineDocument } from "@/lib/platform/versioned/define-document";
import { findMeasure, flattenMeasure, type MeasureRow } from "@/lib/features/measure/read/queries";

export type MeasureFields = Omit<MeasureRow, "id" | "version">;

export const measureDocument = defineDocument<MeasureRow, MeasureFields>()({
  noun: "measure",
  table: "measure",
  versions: "measure_version",
  key: "measureId",
  find: openMeasure,
  versionOf: (row, change: "created" | "saved" | "retired" | "restored") => ({
    change,
    reference: row.reference,
    libraryCode: row.libraryCode,
    title: row.title,
    family: row.family,
    articles: row.articles,
    isRetired: row.retiredAt !== null,
    snapshot: flattenMeasure(row),
  }),
  flatten: flattenMeasure,
  labelOf: ({ reference, title }) => [reference, title].filter(Boolean).join(" · "),
  // No entry names a new one.
  announce: async (tx, ctx, { id }, before) => {
    if (before) await announce(tx, ctx, { event: "measure.changed", measureId: id });
  },
});

/** Serialises with entries that are about to name it. */
async function openMeasure(tx: Tx, id: string): Promise<MeasureRow | null> {
  await tx.$queryRaw`SELECT 1 FROM measure WHERE id = ${id}::uuid FOR UPDATE`;
  return findMeasure(tx, id);
}
