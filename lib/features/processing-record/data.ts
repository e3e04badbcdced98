import type { Prisma } from "@/lib/generated/prisma/client";
import type { RetiredMeasure } from "@/lib/domain/measure/types";
import type { RecordColumns } from "@/lib/domain/processing-record/projection";
import { REFERENCE_LETTERS, referenceNumber } from "@/lib/domain/processing-record/reference";
import type { Capacity } from "@/lib/domain/processing-record/types";
import type { Ctx } from "@/lib/platform/context";
import { insertRows } from "@/lib/platform/insert-rows";
import { recordedBy } from "@/lib/platform/recorded-by";
import type { Tx } from "@/lib/platform/transaction";
import { standingAt } from "@/lib/platform/versions";
import { findMeasureNamesAt, findRecordsAt } from "./as-of";
import { measureNameSelect } from "./organisation-facts";
import { partySelect, readRecord, recordSelect, type Party, type RecordRow } from "./record-row";

export { fingerprintOf } from "./fingerprint";
export { findLinks, findRegisterLinks, lockLinks, type LinksOf } from "./links";
export { findOrganisationFacts } from "./organisation-facts";
export { projectRecords } from "./project";
export { controllerOf, type RecordRow } from "./record-row";
export { findListed, findRegisterStandings, findStandings } from "./sub-processors";
export {
  findRegisterEntries,
  findRegisterParties,
  readDocument,
  type RegisterEntry,
} from "./register-entries";

/** One record as it stands, or as it stood at an instant. */
export async function findRecord(tx: Tx, id: string, at: Date | null = null): Promise<RecordRow | null> {
  if (at) return (await findRecordsAt(tx, at, { id }))[0] ?? null;
  const row = await tx.processingRecord.findFirst({ where: { id }, select: recordSelect });
  return row && readRecord(row);
}

/** Records of the register, in the order of their references. */
export async function findRecords(
  tx: Tx,
  where: Prisma.ProcessingRecordWhereInput = {},
): Promise<RecordRow[]> {
  const rows = await tx.processingRecord.findMany({
    where,
    select: recordSelect,
    orderBy: { reference: "asc" },
  });
  return rows.map(readRecord);
}

/** What some measures are called, or were called at an instant, by their ids; another organisation's are not there. */
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

/** Measures in place that were taken from the library under these codes, in the order of their references. */
export async function findAdopted(tx: Tx, codes: readonly string[]): Promise<string[]> {
  const rows = await tx.measure.findMany({
    where: { libraryCode: { in: [...codes] }, retiredAt: null },
    orderBy: { reference: "asc" },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Which of these measures may not be named: another organisation's, unknown, or retired. Their retiring waits. */
export async function findUnusableMeasures(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const usable = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM measure WHERE id = ANY (${ids}::uuid[]) AND retired_at IS NULL FOR SHARE`;
  return ids.filter((id) => !usable.some((measure) => measure.id === id));
}

/** The controller a record is to be held for, archived ones left out. */
export async function findParty(tx: Tx, id: string): Promise<Party | null> {
  // Its archiving waits for the record, or the record for its archiving.
  await tx.$queryRaw`SELECT 1 FROM controller WHERE id = ${id}::uuid FOR SHARE`;
  return tx.controller.findFirst({ where: { id, archivedAt: null }, select: partySelect });
}

/**
 * Whoever numbers or identifies entries waits here for whoever does the same in this organisation, until the end of
 * the transaction: two creations take two numbers, two imports of one file do not double the register.
 */
export async function lockRegister(tx: Tx, org: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`register ${org}`}, 0))`;
}

/** The highest number among references of a register's own form, under `lockRegister`. */
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
export type VersionChange = (typeof VERSION_CHANGES)[number];

/** All that a version row says of a record: the list's columns and the whole document. */
export type VersionedRecord = Pick<
  RecordRow,
  "id" | "capacity" | "reference" | "controllerId" | "state" | "stateSince" | "content" | "version"
> & { columns: RecordColumns };

/** The conditional update of all in one statement: the version that was read stands in its `where`. Says how many were. */
export function updateRecords(
  tx: Tx,
  { now }: Pick<Ctx, "now">,
  kept: readonly Pick<VersionedRecord, "id" | "version" | "state" | "stateSince" | "content" | "columns">[],
): Promise<number> {
  const rows = kept.map(({ id, version, state, stateSince, content, columns }) => ({
    id,
    version,
    state,
    stateSince,
    content,
    ...columns,
  }));
  return tx.$executeRaw`
    UPDATE processing_record AS r SET
      state = v.state, state_since = v."stateSince", content = v.content, activity = v.activity,
      countries = v.countries, instruments = v.instruments, measure_ids = v."measureIds",
      sub_processor_ids = v."subProcessorIds", contract_ids = v."contractIds", transfer_ids = v."transferIds",
      required_gaps = v."requiredGaps", advisable_gaps = v."advisableGaps", gap_codes = v."gapCodes",
      rules_version = v."rulesVersion", reviewed_on = v."reviewedOn", review_due_on = v."reviewDueOn",
      version = v.version, updated_at = ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS v (
      id uuid, version int, state text, "stateSince" text, content jsonb, activity text, countries text[],
      instruments text[], "measureIds" uuid[], "subProcessorIds" uuid[], "contractIds" uuid[], "transferIds" uuid[],
      "requiredGaps" int, "advisableGaps" int, "gapCodes" text[], "rulesVersion" int, "reviewedOn" text, "reviewDueOn" text)
    WHERE r.id = v.id AND r.version = v.version - 1`;
}

/** Makes the version rows of what now stands, and dates the end of those before, in two statements however many. */
export async function keepRecordVersions(
  tx: Tx,
  ctx: Ctx,
  records: VersionedRecord[],
  change: VersionChange,
): Promise<void> {
  const ids = records.map(({ id }) => id);
  await tx.$executeRaw`
    UPDATE record_version SET superseded_at = ${ctx.now}::timestamptz
    WHERE record_id = ANY (${ids}::uuid[]) AND superseded_at IS NULL`;
  await insertRows(
    tx,
    "record_version",
    records.map(({ id, columns, content, ...record }) => ({
      ...record,
      ...columns,
      ...recordedBy(ctx),
      recordId: id,
      change,
      snapshot: content,
    })),
  );
}

/** Who made the version that stands, or stood at an instant, and when. */
export function findLastVersion(tx: Tx, recordId: string, at: Date | null = null) {
  return tx.recordVersion.findFirst({
    where: { recordId, ...(at ? standingAt(at) : {}) },
    orderBy: { version: "desc" },
    select: { version: true, authorName: true, recordedAt: true, change: true },
  });
}

/** Dated facts of a record's life, newest first; those that were recorded by an instant. */
export function findStateFacts(tx: Tx, recordId: string, at: Date | null = null) {
  return tx.recordStateFact.findMany({
    where: { recordId, ...(at ? { recordedAt: { lte: at } } : {}) },
    orderBy: { recordedAt: "desc" },
    take: 50,
    select: { event: true, state: true, since: true, reason: true, recordedAt: true, authorName: true },
  });
}
