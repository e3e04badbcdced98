import type { Prisma } from "@/lib/generated/prisma/client";
import type { ControllerFacts } from "@/lib/domain/controller/types";
import { asController } from "@/lib/domain/organisation/as-controller";
import { organisationFacts } from "@/lib/domain/organisation/facts";
import type { RetiredMeasure } from "@/lib/domain/measure/types";
import type { OrganisationFacts } from "@/lib/domain/organisation/types";
import { recordContentSchema, type RecordContent } from "@/lib/domain/processing-record/content";
import type { RecordColumns } from "@/lib/domain/processing-record/projection";
import { REFERENCE_LETTERS, referenceNumber } from "@/lib/domain/processing-record/reference";
import type { Capacity, RecordState } from "@/lib/domain/processing-record/types";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/transaction";

const partySelect = {
  id: true,
  legalName: true,
  isPlaceholder: true,
  country: true,
  address: true,
  contactName: true,
  contactEmail: true,
  contactPhone: true,
  dpoContact: true,
  hasNoDpo: true,
  representative: true,
  representativeReason: true,
  archivedAt: true,
} satisfies Prisma.ControllerSelect;

export const recordSelect = {
  id: true,
  capacity: true,
  reference: true,
  controllerId: true,
  state: true,
  stateSince: true,
  content: true,
  version: true,
  createdAt: true,
  updatedAt: true,
  controller: { select: partySelect },
} satisfies Prisma.ProcessingRecordSelect;

type StoredRecord = Prisma.ProcessingRecordGetPayload<{ select: typeof recordSelect }>;

/** A record as the domain reads it, with the controller it is held for; none where the company is the controller. */
export type RecordRow = Omit<StoredRecord, "content" | "state" | "capacity"> & {
  content: RecordContent;
  state: RecordState;
  capacity: Capacity;
};

export async function findRecord(tx: Tx, id: string): Promise<RecordRow | null> {
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

function readRecord(row: StoredRecord): RecordRow {
  return {
    ...row,
    content: recordContentSchema.parse(row.content),
    state: row.state as RecordState,
    capacity: row.capacity as Capacity,
  };
}

type Party = NonNullable<RecordRow["controller"]>;

export function partyFacts(party: Party): ControllerFacts {
  return { ...party, representativeAbsentReason: party.representativeReason };
}

/** Who is the controller of a record: whom it is held for, or the organisation itself, 30(1)(a). */
export function controllerOf(
  { controller }: Pick<RecordRow, "controller">,
  organisation: OrganisationFacts,
): ControllerFacts {
  return controller ? partyFacts(controller) : asController(organisation);
}

/** What the rules need of the organisation whose register this is. */
export async function findOrganisationFacts(tx: Tx): Promise<OrganisationFacts> {
  const retiredMeasures = await tx.measure.findMany({
    where: { retiredAt: { not: null } },
    orderBy: { reference: "asc" },
    select: measureNameSelect,
  });
  return { ...organisationFacts(await tx.organisation.findFirstOrThrow()), retiredMeasures };
}

const measureNameSelect = {
  id: true,
  reference: true,
  libraryCode: true,
  title: true,
} satisfies Prisma.MeasureSelect;

/** What some measures are called, by their ids; those of another organisation are not there. */
export async function findMeasureNames(tx: Tx, ids: readonly string[]): Promise<RetiredMeasure[]> {
  if (ids.length === 0) return [];
  return tx.measure.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { reference: "asc" },
    select: measureNameSelect,
  });
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
] as const;
export type VersionChange = (typeof VERSION_CHANGES)[number];

/** All that a version row says of a record: the list's columns and the whole document. */
export type VersionedRecord = Pick<
  RecordRow,
  "id" | "capacity" | "reference" | "controllerId" | "state" | "stateSince" | "content" | "version"
> & { columns: RecordColumns };

/** Makes the version rows of what now stands, and dates the end of those before, in two statements however many. */
export async function keepRecordVersions(
  tx: Tx,
  { actor, now, scope }: Ctx,
  records: VersionedRecord[],
  change: VersionChange,
): Promise<void> {
  await tx.recordVersion.updateMany({
    where: { recordId: { in: records.map(({ id }) => id) }, supersededAt: null },
    data: { supersededAt: now },
  });
  await tx.recordVersion.createMany({
    data: records.map(({ id, columns, content, ...record }) => ({
      ...record,
      ...columns,
      recordId: id,
      orgId: scope.org,
      recordedAt: now,
      authorId: actor.kind === "staff" ? actor.memberId : null,
      authorName: "name" in actor ? actor.name : "",
      change,
      snapshot: content,
    })),
  });
}

/** Who made the version that now stands, and when. */
export function findLastVersion(tx: Tx, recordId: string) {
  return tx.recordVersion.findFirst({
    where: { recordId },
    orderBy: { version: "desc" },
    select: { version: true, authorName: true, recordedAt: true, change: true },
  });
}

/** Dated facts of a record's life, newest first. */
export function findStateFacts(tx: Tx, recordId: string) {
  return tx.recordStateFact.findMany({
    where: { recordId },
    orderBy: { recordedAt: "desc" },
    take: 50,
    select: { event: true, state: true, since: true, reason: true, recordedAt: true, authorName: true },
  });
}
