import { controllerSnapshotSchema } from "@/lib/domain/controller/snapshot";
import type { RetiredMeasure } from "@/lib/domain/measure/types";
import { organisationFacts } from "@/lib/domain/organisation/facts";
import { organisationSnapshotSchema } from "@/lib/domain/organisation/snapshot";
import type { OrganisationFacts } from "@/lib/domain/organisation/types";
import type { Prisma } from "@/lib/generated/prisma/client";
import { todayIn } from "@/lib/domain/time/zones";
import { findMergedAt } from "@/lib/platform/merged-at";
import type { Reader } from "@/lib/platform/read/reader";
import type { Tx } from "@/lib/platform/database/transaction";
import { versionsAt, versionAtSql } from "@/lib/platform/database/versions";
import { findProcedures } from "./procedures";
import { partySelect, readRecord, type Party, type RecordRow } from "./record-row";

/** Records with the controller of that instant, by reference. */
export async function findRecordsAt(tx: Tx, at: Date, { id }: { id?: string }): Promise<RecordRow[]> {
  const merged = await findMergedAt(tx, at);
  const versions = await tx.recordVersion.findMany({
    where: {
      ...versionsAt(at),
      ...(id ? { recordId: id } : {}),
    },
    orderBy: { reference: "asc" },
    select: {
      recordId: true,
      capacity: true,
      reference: true,
      controllerId: true,
      state: true,
      stateSince: true,
      snapshot: true,
      version: true,
      recordedAt: true,
    },
  });
  const rows = versions.map((row) => ({
    ...row,
    controllerId: merged.get(row.controllerId ?? "") ?? row.controllerId,
  }));
  const parties = await findPartiesAt(
    tx,
    at,
    rows.flatMap(({ controllerId }) => controllerId ?? []),
  );
  return rows.map(({ recordId, snapshot, recordedAt, ...row }) =>
    readRecord({
      ...row,
      id: recordId,
      content: snapshot,
      updatedAt: recordedAt,
      controller: row.controllerId === null ? null : (parties.get(row.controllerId) ?? null),
    }),
  );
}

async function findPartiesAt(tx: Tx, at: Date, ids: string[]): Promise<Map<string, Party>> {
  const wanted = [...new Set(ids)];
  const versions = await tx.controllerVersion.findMany({
    where: { ...versionsAt(at), controllerId: { in: wanted } },
    select: { snapshot: true },
  });
  const previous = versions.map(({ snapshot }) => controllerSnapshotSchema.parse(snapshot));
  // Clock skew may date an entry before its controller: then uses the first known data.
  const missing = wanted.filter((id) => !previous.some((party) => party.id === id));
  const now = missing.length
    ? await tx.controller.findMany({ where: { id: { in: missing } }, select: partySelect })
    : [];
  return new Map([...previous, ...now].map((party) => [party.id, party]));
}

/** Includes measures retired by then, and procedures; null before the organisation's first version. */
export async function findOrganisationFactsAt(tx: Tx, at: Date): Promise<OrganisationFacts | null> {
  const version = await tx.organisationVersion.findFirst({
    where: versionsAt(at),
    select: { snapshot: true },
  });
  if (!version) return null;
  const retiredMeasures = await findMeasureNamesAt(tx, at, { isRetired: true });
  const procedures = await findProcedures(tx, at);
  return {
    ...organisationFacts(organisationSnapshotSchema.parse(version.snapshot)),
    retiredMeasures,
    procedures,
  };
}

export async function findMeasureNamesAt(
  tx: Tx,
  at: Date,
  where: Prisma.MeasureVersionWhereInput,
): Promise<RetiredMeasure[]> {
  const rows = await tx.measureVersion.findMany({
    where: { AND: [versionsAt(at), where] },
    orderBy: { reference: "asc" },
    select: { measureId: true, reference: true, libraryCode: true, title: true },
  });
  return rows.map(({ measureId, ...named }) => ({ id: measureId, ...named }));
}

export function findChoices(tx: Tx, where: Prisma.ControllerWhereInput) {
  return tx.controller.findMany({
    where,
    orderBy: { legalName: "asc" },
    take: CHOICES,
    select: { id: true, legalName: true },
  });
}

/** Controllers with entries where the choices are open, else the chosen one. */
export function findChoicesNow(tx: Reader, { isOpen, chosen }: { isOpen: boolean; chosen: string }) {
  return tx.$queryRaw<{ id: string; legalName: string }[]>`
    SELECT id, legal_name AS "legalName" FROM controller
    WHERE (${isOpen}::boolean AND archived_at IS NULL) OR id = nullif(${chosen}, '')::uuid
    ORDER BY legal_name, id LIMIT ${CHOICES}`;
}

/** Names of that instant. */
export function findChoicesAt(tx: Reader, at: Date) {
  return tx.$queryRaw<{ id: string; legalName: string }[]>`
    SELECT cv.controller_id AS id, cv.snapshot ->> 'legalName' AS "legalName"
    FROM controller_version cv WHERE ${versionAtSql("cv", at)} AND cv.snapshot ->> 'archivedAt' IS NULL
    ORDER BY 2, 1 LIMIT ${CHOICES}`;
}

const CHOICES = 1000;

/** Null before the organisation's first entry. */
export async function findBeginning(tx: Reader): Promise<Date | null> {
  const [first] = await tx.$queryRaw<{ recordedAt: Date }[]>`
    SELECT recorded_at AS "recordedAt" FROM organisation_version ORDER BY version LIMIT 1`;
  return first?.recordedAt ?? null;
}

/** First day of which the register may be read, in Casablanca; null before the organisation's first version. */
export async function findBeginningDay(reader: Reader): Promise<string | null> {
  const began = await findBeginning(reader);
  return began && todayIn("Africa/Casablanca", began.getTime());
}
