import type { Prisma } from "@/lib/generated/prisma/client";
import type { RetiredMeasure } from "@/lib/domain/measure/types";
import { REFERENCE_LETTERS, referenceNumber } from "@/lib/domain/processing-record/reference";
import type { Capacity } from "@/lib/domain/processing-record/types";
import type { Tx } from "@/lib/platform/database/transaction";
import { versionsAt } from "@/lib/platform/database/versions";
import { findMeasureNamesAt, findRecordsAt } from "./as-of";
import { measureNameSelect } from "./organisation-facts";
import {
  type Party,
  partySelect,
  readRecord,
  recordColumns,
  type RecordRow,
  recordSelect,
} from "./record-row";

export { fingerprintOf } from "./fingerprint";
export { findLinks, findRegisterLinks, lockLinks, type LinksOf } from "./links";
export { findOrganisationFacts } from "./organisation-facts";
export { findProcedures } from "./procedures";
export { projectRecords } from "./project";
export { controllerOf, type RecordRow } from "./record-row";
export { findListed, findRegisterStatuses, findStatuses } from "./sub-processors";

/** References are unique per register. */
export async function isReferenceUsed(
  tx: Tx,
  { id, capacity }: RecordRow,
  reference: string,
): Promise<boolean> {
  const twin = await tx.processingRecord.findFirst({
    where: { capacity, reference, id: { not: id } },
    select: { id: true },
  });
  return twin !== null;
}

export {
  findRegisterEntries,
  findRegisterParties,
  readDocument,
  type RegisterEntry,
} from "./register-entries";

export async function findRecord(tx: Tx, id: string, at: Date | null = null): Promise<RecordRow | null> {
  if (at) return (await findRecordsAt(tx, at, { id }))[0] ?? null;
  const row = await tx.processingRecord.findFirst({ where: { id }, select: recordSelect });
  return row && readRecord(row);
}

/** Reads each controller once: Prisma asks for those of a relation by a parameter or two of every entry, up to 32,767. */
export async function findRecords(
  tx: Tx,
  where: Prisma.ProcessingRecordWhereInput = {},
): Promise<RecordRow[]> {
  const rows = await tx.processingRecord.findMany({
    where,
    select: recordColumns,
    orderBy: { reference: "asc" },
  });
  const partyOf = await findPartiesOf(tx, rows);
  return rows.map((row) => readRecord({ ...row, controller: partyOf(row) }));
}

type Controlled = { controllerId: string | null };

async function findPartiesOf(
  tx: Tx,
  rows: readonly Controlled[],
): Promise<(row: Controlled) => Party | null> {
  const ids = [...new Set(rows.flatMap(({ controllerId }) => controllerId ?? []))];
  const parties =
    ids.length === 0 ? [] : await tx.controller.findMany({ where: { id: { in: ids } }, select: partySelect });
  const byId = new Map(parties.map((party) => [party.id, party]));
  return ({ controllerId }) => byId.get(controllerId ?? "") ?? null;
}

/** Excludes other organisations' measures. */
export async function findMeasureNames(
  tx: Tx,
  ids: readonly string[],
  at: Date | null = null,
): Promise<RetiredMeasure[]> {
  if (ids.length === 0) return [];
  if (at) return findMeasureNamesAt(tx, at, { measureId: { in: [...ids] } });
  return tx.measure.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { reference: "asc" },
    select: measureNameSelect,
  });
}

/** Adopted measures by library code, sorted by reference. */
export async function findAdopted(tx: Tx, codes: readonly string[]): Promise<string[]> {
  const rows = await tx.measure.findMany({
    where: { libraryCode: { in: [...codes] }, retiredAt: null },
    orderBy: { reference: "asc" },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Foreign, unknown or retired measures. Locks the others against retirement. */
export async function findUnusableMeasures(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const usable = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM measure WHERE id = ANY (${ids}::uuid[]) AND retired_at IS NULL FOR SHARE`;
  return ids.filter((id) => !usable.some((measure) => measure.id === id));
}

/** Excludes archived controllers. */
export async function findParty(tx: Tx, id: string): Promise<Party | null> {
  // Locks the controller, to serialise with its archiving.
  await tx.$queryRaw`SELECT 1 FROM controller WHERE id = ${id}::uuid FOR SHARE`;
  return tx.controller.findFirst({ where: { id, archivedAt: null }, select: partySelect });
}

/** Requires `lockRegister`. */
export async function findHighestReference(tx: Tx, capacity: Capacity = "processor"): Promise<number> {
  const ownForm = `^${REFERENCE_LETTERS[capacity]}-[0-9]{1,8}$`;
  const rows = await tx.$queryRaw<{ reference: string }[]>`
    SELECT reference FROM processing_record WHERE capacity = ${capacity} AND reference ~ ${ownForm}
    ORDER BY substring(reference FROM 3)::int DESC LIMIT 1`;
  return rows[0] ? referenceNumber(rows[0].reference, capacity) : 0;
}

export const VERSION_CHANGES = [
  "created",
  "saved",
  "imported",
  "activated",
  "suspended",
  "ended",
  "reopened",
  "reviewed",
  "restored",
] as const;

export function findLastVersion(tx: Tx, recordId: string, at: Date | null = null) {
  return tx.recordVersion.findFirst({
    where: { recordId, ...(at ? versionsAt(at) : {}) },
    orderBy: { version: "desc" },
    select: { version: true, authorName: true, recordedAt: true, change: true },
  });
}

/** Newest first; limited to those recorded by an instant. */
export function findStateFacts(tx: Tx, recordId: string, at: Date | null = null) {
  return tx.recordStateFact.findMany({
    where: { recordId, ...(at ? { recordedAt: { lte: at } } : {}) },
    orderBy: { recordedAt: "desc" },
    take: 50,
    select: { event: true, state: true, since: true, reason: true, recordedAt: true, authorName: true },
  });
}
