import type { Capacity } from "@/lib/domain/processing-record/types";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";
import { versionsAt } from "@/lib/platform/database/versions";
import { LATEST_VERSIONS } from "@/lib/platform/versioned/history";

export const measureSelect = {
  id: true,
  reference: true,
  libraryCode: true,
  title: true,
  description: true,
  family: true,
  articles: true,
  iso: true,
  owner: true,
  evidence: true,
  since: true,
  reviewOn: true,
  version: true,
  retiredAt: true,
  retireReason: true,
} satisfies Prisma.MeasureSelect;

export type MeasureRow = Prisma.MeasureGetPayload<{ select: typeof measureSelect }>;

/** Limit of the list; beyond it a filter is suggested. */
export const MOST_MEASURES = 500;

export function findMeasure(tx: Tx, id: string): Promise<MeasureRow | null> {
  return tx.measure.findFirst({ where: { id }, select: measureSelect });
}

/** Includes retired measures. */
export async function findAdoptedCodes(tx: Tx): Promise<Set<string>> {
  const rows = await tx.measure.findMany({
    where: { libraryCode: { not: null } },
    select: { libraryCode: true },
  });
  return new Set(rows.flatMap(({ libraryCode }) => libraryCode ?? []));
}

/** Counts all in one scan of the register. */
export async function countUses(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; records: number }[]>`
    SELECT used.id, count(*)::int AS records FROM processing_record r, unnest(r.measure_ids) AS used (id)
    GROUP BY used.id`;
  return new Map(rows.map(({ id, records }) => [id, records]));
}

export function countTouched(tx: Tx, measureId: string): Promise<number> {
  return tx.processingRecord.count({ where: { measureIds: { has: measureId } } });
}

/** Limit of listed entries; the count covers the rest. */
export const TOUCHED_SHOWN = 50;

export async function findTouched(tx: Tx, measureId: string) {
  const rows = await tx.processingRecord.findMany({
    where: { measureIds: { has: measureId } },
    orderBy: [{ reference: "asc" }, { id: "asc" }],
    take: TOUCHED_SHOWN,
    select: {
      id: true,
      reference: true,
      activity: true,
      state: true,
      capacity: true,
      controller: { select: { legalName: true } },
    },
  });
  return rows.map((row) => ({ ...row, capacity: row.capacity as Capacity }));
}

/** Includes retired measures, by reference; names as of an instant where given. */
export async function findMeasureNames(tx: Tx, at: Date | null = null) {
  if (at) return findMeasureNamesAt(tx, at);
  const rows = await tx.measure.findMany({
    orderBy: { reference: "asc" },
    select: { id: true, reference: true, libraryCode: true, title: true, retiredAt: true },
  });
  return rows.map(({ retiredAt, ...measure }) => ({ ...measure, isRetired: retiredAt !== null }));
}

async function findMeasureNamesAt(tx: Tx, at: Date) {
  const rows = await tx.measureVersion.findMany({
    where: versionsAt(at),
    orderBy: { reference: "asc" },
    select: { measureId: true, reference: true, libraryCode: true, title: true, isRetired: true },
  });
  return rows.map(({ measureId, ...measure }) => ({ id: measureId, ...measure }));
}

export function flattenMeasure({ retiredAt, ...row }: MeasureRow) {
  return { ...row, retiredAt: retiredAt?.toISOString() ?? null };
}

export function findVersions(tx: Tx, measureId: string, take: number = LATEST_VERSIONS.take) {
  return tx.measureVersion.findMany({
    where: { measureId },
    ...LATEST_VERSIONS,
    take,
    select: { ...LATEST_VERSIONS.select, snapshot: true },
  });
}
