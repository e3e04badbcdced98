import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import type { LineRefusal } from "@/lib/domain/choice/consent-line";
import type { ConsentItems } from "@/lib/domain/campaign/person-facts";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";
import type { ConsentExtent } from "@/lib/features/choice/schema";

const collectionSelect = {
  ...{ id: true, title: true, purpose: true, wording: true, wordingSha256: true, items: true },
  ...{ proofPlace: true, recordedAt: true, authorName: true },
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
    ...{ orderBy: LATEST, take, skip, select: collectionSelect },
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
      ...{ collectionId: { in: [...collectionIds] }, extent: "whole" },
      recordedAt: { lte: new Date(at) },
    },
    ...{ distinct: ["collectionId"], select: { collectionId: true } },
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
  ...{ id: true, collectionId: true, extent: true, sha256: true, lineCount: true, addedCount: true },
  ...{ knownCount: true, keepUntil: true, recordedAt: true, authorName: true },
} as const;

export async function findConsentFiles(tx: Tx, collectionIds: readonly string[]) {
  const rows = await tx.consentFile.findMany({
    where: { collectionId: { in: [...collectionIds] } },
    ...{ orderBy: LATEST, take: MOST_FILES, select: fileSelect },
  });
  return readFiles(rows);
}

/** Every file that was recorded until an instant, the first first. */
export async function findConsentFilesAt(tx: Tx, collectionIds: readonly string[], at: Date) {
  const rows = await tx.consentFile.findMany({
    where: { collectionId: { in: [...collectionIds] }, recordedAt: { lte: at } },
    ...{ orderBy: [{ recordedAt: "asc" }, { id: "asc" }], select: fileSelect },
  });
  return readFiles(rows);
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

/** Consents of collections that hold on a day and thirty days later, with the day on which the first of them ends, as they were recorded until an instant: what stopped one since takes it away. */
export async function countHolding(
  tx: Tx,
  collectionIds: readonly string[],
  { at, day }: { at: number; day: string },
) {
  const later = addDaysToDay(day, DAYS_AHEAD);
  return tx.$queryRaw<{ collectionId: string; today: number; later: number; ends: string }[]>`
    SELECT f.collection_id AS "collectionId", count(DISTINCT c.person_key)::int AS today,
      count(DISTINCT c.person_key) FILTER (WHERE c.valid_until >= ${later})::int AS later,
      min(c.valid_until) AS ends
    FROM consent_file f JOIN choice c ON c.org_id = f.org_id AND c.consent_file_id = f.id
    WHERE f.collection_id = ANY (${[...collectionIds]}::uuid[]) AND c.valid_until >= ${day}
      AND c.recorded_at <= ${new Date(at)}
      AND NOT EXISTS (SELECT FROM choice s WHERE s.org_id = c.org_id AND s.person_key = c.person_key
        AND s.controller_id = c.controller_id AND s.act = 'telephone' AND s.purpose IN (c.purpose, '')
        AND s.outcome <> 'allowed' AND s.decided_at >= c.decided_at AND s.decided_at <= ${new Date(at)}
        AND s.recorded_at <= ${new Date(at)})
    GROUP BY f.collection_id`;
}
