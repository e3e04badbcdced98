import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import type { LineRefusal } from "@/lib/domain/choice/consent-line";
import type { ConsentItems } from "@/lib/domain/campaign/person-facts";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";
import type { Reader } from "@/lib/platform/read/reader";
import type { ConsentExtent } from "@/lib/features/choice/schema";
import { IS_STANDING_AMONG_MANY } from "./standing";

const collectionSelect = {
  id: true,
  title: true,
  purpose: true,
  wording: true,
  wordingSha256: true,
  items: true,
  proofPlace: true,
  recordedAt: true,
  authorName: true,
  controller: { select: { id: true, legalName: true, mergedIntoId: true } },
} as const;

/** Files of a collection that its sheet shows. */
const MOST_FILES = 200;
/** Days after which it is shown how many consents still hold. */
const DAYS_AHEAD = 30;

const LATEST = [{ recordedAt: "desc" as const }, { id: "desc" as const }];

/** Every collection of some controllers and of those merged into them: calls are judged by each. */
export async function findCollections(tx: Tx, controllerIds: readonly string[]) {
  const ids = [...controllerIds];
  const rows = await tx.consentCollection.findMany({
    where: { controller: { OR: [{ id: { in: ids } }, { mergedIntoId: { in: ids } }] } },
    orderBy: LATEST,
    select: collectionSelect,
  });
  return rows.map(readCollection);
}

/** Lists collections, the last recorded first. */
export async function findCollectionPage(tx: Tx, take: number, skip: number) {
  const rows = await tx.consentCollection.findMany({
    orderBy: LATEST,
    take,
    skip,
    select: collectionSelect,
  });
  return rows.map(readCollection);
}

/** Finds the collections of which some file, recorded until an instant, holds each person of the list. */
export async function findWholeCollections(
  tx: Tx,
  collectionIds: readonly string[],
  at: number,
): Promise<Set<string>> {
  const rows = await tx.consentFile.findMany({
    where: {
      collectionId: { in: [...collectionIds] },
      extent: "whole",
      recordedAt: { lte: new Date(at) },
    },
    distinct: ["collectionId"],
    select: { collectionId: true },
  });
  return new Set(rows.map(({ collectionId }) => collectionId));
}

export async function findCollection(tx: Tx, id: string) {
  const row = await tx.consentCollection.findFirst({ where: { id }, select: collectionSelect });
  return row && readCollection(row);
}

function readCollection<R extends { items: unknown; recordedAt: Date }>({ items, recordedAt, ...row }: R) {
  return { ...row, items: items as ConsentItems, recordedAt: recordedAt.getTime() };
}

const fileSelect = {
  id: true,
  collectionId: true,
  extent: true,
  sha256: true,
  lineCount: true,
  addedCount: true,
  knownCount: true,
  keepUntil: true,
  recordedAt: true,
  authorName: true,
} as const;

export async function findConsentFiles(tx: Tx, collectionIds: readonly string[]) {
  const rows = await tx.consentFile.findMany({
    where: { collectionId: { in: [...collectionIds] } },
    orderBy: LATEST,
    take: MOST_FILES,
    select: fileSelect,
  });
  return readFiles(rows);
}

/** Every file that was recorded until an instant, the first first. */
export async function findConsentFilesAt(tx: Tx, collectionIds: readonly string[], at: Date) {
  const rows = await tx.consentFile.findMany({
    where: { collectionId: { in: [...collectionIds] }, recordedAt: { lte: at } },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
    select: fileSelect,
  });
  return readFiles(rows);
}

/**
 * Counts by file the consents that state no end, as they were recorded until an instant: doubtful until their anniversary, then
 * over, R223-1.
 */
export async function countEndless(
  tx: Tx,
  collectionIds: readonly string[],
  at?: Date,
): Promise<Map<string, number>> {
  const rows = await tx.choice.groupBy({
    by: ["consentFileId"],
    where: {
      consentFile: { collectionId: { in: [...collectionIds] } },
      outcome: "allowed",
      validUntil: null,
      recordedAt: { lte: at },
    },
    _count: true,
  });
  return new Map(rows.map(({ consentFileId, _count }) => [consentFileId ?? "", _count]));
}

type StoredFile = Prisma.ConsentFileGetPayload<{ select: typeof fileSelect }>;

function readFiles(rows: readonly StoredFile[]) {
  return rows.map(({ extent, recordedAt, ...row }) => ({
    ...row,
    // The database admits no others.
    extent: extent as ConsentExtent,
    recordedAt: recordedAt.getTime(),
    refusedCount: row.lineCount - row.addedCount - row.knownCount,
  }));
}

/** Numbers of the lines that were refused, by reason. */
export async function findRefusedLines(
  tx: Tx,
  id: string,
): Promise<Partial<Record<LineRefusal, number[]>> | null> {
  const row = await tx.consentFile.findFirst({ where: { id }, select: { refusedLines: true } });
  return row && (row.refusedLines as Partial<Record<LineRefusal, number[]>>);
}

/**
 * Consents of collections that hold on a day and thirty days later, with the day on which the first of them ends, as they
 * were recorded until an instant: what stopped one since takes it away. Joins nothing to the choices of persons, which
 * right after a large file the planner would take for a few: each choice is read once, beside the last stop of its person.
 */
export async function countHolding(
  tx: Reader,
  collectionIds: readonly string[],
  { at, day }: { at: number; day: string },
) {
  const later = addDaysToDay(day, DAYS_AHEAD);
  const until = new Date(at);
  return tx.$queryRaw<{ collectionId: string; today: number; later: number; ends: string }[]>`
    WITH own AS MATERIALIZED (
      SELECT jsonb_object_agg(f.id, f.collection_id) AS files, array_agg(DISTINCT k.controller_id) AS controllers
      FROM consent_file f JOIN consent_collection k ON k.org_id = f.org_id AND k.id = f.collection_id
      WHERE f.collection_id = ANY (${[...collectionIds]}::uuid[])
    ), made AS (
      SELECT (SELECT files FROM own) ->> c.consent_file_id::text AS collection_id, c.person_key, c.valid_until, c.decided_at,
        greatest(
          max(c.decided_at) FILTER (WHERE c.outcome <> 'allowed' AND c.purpose = '')
            OVER (PARTITION BY c.controller_id, c.person_key),
          max(c.decided_at) FILTER (WHERE c.outcome <> 'allowed')
            OVER (PARTITION BY c.controller_id, c.person_key, c.purpose)) AS stopped_at
      FROM choice c
      WHERE c.controller_id = ANY ((SELECT controllers FROM own)::uuid[]) AND c.act = 'telephone'
        AND ${IS_STANDING_AMONG_MANY} AND c.recorded_at <= ${until} AND (c.consent_file_id IS NOT NULL OR c.decided_at <= ${until})
    )
    SELECT collection_id::uuid AS "collectionId", count(DISTINCT person_key)::int AS today,
      count(DISTINCT person_key) FILTER (WHERE valid_until >= ${later})::int AS later, min(valid_until) AS ends
    FROM made
    WHERE collection_id IS NOT NULL AND valid_until >= ${day} AND (stopped_at IS NULL OR stopped_at < decided_at)
    GROUP BY collection_id`;
}
