import type { PlannedController } from "@/lib/domain/import/controllers";
import type { RowOutcome, PlannedRow } from "@/lib/domain/import/plan";
import { required } from "@/lib/domain/invariant/required";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import { BLANK_CONTENT, withoutBlanks } from "@/lib/domain/processing-record/blank-content";
import { projectRecord } from "@/lib/domain/processing-record/projection";
import { nextReference, referenceNumber } from "@/lib/domain/processing-record/reference";
import { todayIn } from "@/lib/domain/time/zones";
import type { Capacity } from "@/lib/domain/processing-record/types";
import type { OrganisationFacts } from "@/lib/domain/organisation/types";
import { controllerFacts, type ControllerRow } from "@/lib/features/controller/read/queries";
import {
  controllerOf,
  findHighestReference,
  findOrganisationFacts,
  findRecords,
  findStatuses,
  lockLinks,
  type RecordRow,
} from "@/lib/features/processing-record/read/queries";
import {
  insertRecordVersions,
  updateRecords,
  type VersionedRecord,
} from "@/lib/features/processing-record/write/rows";
import { announce } from "@/lib/platform/write/announce";
import type { Ctx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import { insertRows } from "@/lib/platform/database/insert-rows";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import type { Tx } from "@/lib/platform/database/transaction";
import { endReason, journalRecord } from "./journal-record";
import type { PlannedImport } from "@/lib/features/import/read/planned";
import { isStopAsked, reportProgress } from "@/lib/features/import/read/progress";
import { type AbsentWritten, writeAbsent } from "./write-absent";
import { chunks, insertImportRows } from "./write-import-rows";
import { writeControllers } from "./write-controllers";
import type { Rejected } from "@/lib/features/import/print/rejects-csv";

export type Written = {
  tally: Record<RowOutcome, number>;
  controllers: number;
  rejects: Rejected[];
  /** The entries that the rows stood for. */
  recordIds: string[];
  absent: AbsentWritten;
};

type Work = { runId: string; planned: Pick<PlannedImport, "plan" | "capacity" | "aside"> };

/**
 * Writes controllers, records, versions and facts of a plan; statements are few however many rows there are. Where a
 * person asked for its end, or saved an entry meanwhile, what was written is for the caller to undo.
 */
export async function writePlan(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  { runId, planned }: Work,
): Promise<Written | "stopped" | "outdated"> {
  const { plan, capacity } = planned;
  const needed = new Set(
    plan.rows.filter(({ fate }) => fate === "new").map(({ controllerKey }) => controllerKey),
  );
  const { rows: controllers, filled } = await writeControllers(tx, ctx, journal, plan.controllers, {
    batch: runId,
    needed,
  });
  const organisation = await findOrganisationFacts(tx);
  const coming = plan.rows.filter(({ fate }) => fate === "new" || fate === "changed");
  const status = await findUnchanged(tx, coming);
  const numbers = referenceSource(capacity, await findHighestReference(tx, capacity), plan.rows);
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  // Sub-processors without an authorisation are imported and reported as gaps, art. 28(2).
  const statusesOf = await findStatuses(
    tx,
    ctx,
    coming.flatMap((row) => {
      const before = status.get(row.recordId ?? "");
      const controllerId = before ? before.controllerId : (controllers.get(row.controllerKey)?.id ?? null);
      return [{ controllerId, content: row.content }, ...(before ? [before] : [])];
    }),
  );

  const held = [...controllers.values(), ...[...status.values()].map((row) => ({ id: row.controllerId }))];
  const linksOf = await lockLinks(
    tx,
    ctx.now,
    held.flatMap(({ id }) => id ?? []),
  );
  const recordOf = (row: PlannedRow): WrittenRecord => {
    const before = status.get(row.recordId ?? "") ?? null;
    const controller = before ? null : (controllers.get(row.controllerKey) ?? null);
    const entry = { capacity, controllerId: controller?.id ?? null };
    const record = before ? changeRecord(before, row) : newRecord(ctx, row, entry, numbers, today);
    const columns = projectRecord(record, {
      controller: factsOf(controller, before, organisation),
      organisation,
      subProcessors: statusesOf(record),
      links: linksOf(record),
      on: today,
    });
    return { row, before, record: { ...record, columns } };
  };

  const made = await writeRecords(tx, ctx, journal, { runId, rows: coming, recordOf });
  if (!made) return "stopped";
  const absent = await writeAbsent(tx, ctx, journal, { runId, plan });
  if (!absent) return "outdated";
  await insertImportRows(tx, ctx, plan.rows, made);
  if (filled.length > 0) await announce(tx, ctx, { event: "controller.changed", controllerIds: filled });

  const cells = new Map(planned.aside);
  const rejects = plan.rows.flatMap(({ line, sheet, reason }, at) =>
    reason ? [{ line, sheet, reason, cells: cells.get(at) ?? [] }] : [],
  );
  return {
    tally: plan.tally,
    controllers: plan.controllers.filter(isNew).length,
    rejects,
    recordIds: plan.rows.flatMap(({ fingerprint, recordId }) => made.get(fingerprint) ?? recordId ?? []),
    absent,
  };
}

type PlannedWrite = { runId: string; rows: PlannedRow[]; recordOf: (row: PlannedRow) => WrittenRecord };

/**
 * Some hundreds at a time, each with its versions, facts and journal entries, so that somebody waiting sees how far it
 * is and memory is that of some hundreds. Says which record each row became, by its fingerprint; null once a person
 * asked for its end.
 */
async function writeRecords(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  { runId, rows, recordOf }: PlannedWrite,
): Promise<Map<string, string> | null> {
  const made = new Map<string, string>();
  const total = rows.length;
  await reportProgress(tx, runId, { written: 0, total });
  for (const chunkOfRows of chunks(rows)) {
    if (await isStopAsked(tx, runId)) return null;
    const chunk = chunkOfRows.map(recordOf);
    await insertRecords(
      tx,
      ctx,
      chunk.filter(({ before }) => !before).map(({ record: stored }) => stored),
    );
    await changeRecords(
      tx,
      ctx,
      chunk.filter(({ before }) => before).map(({ record: stored }) => stored),
    );
    const entries = chunk.map(({ record: stored }) => stored);
    await insertRecordVersions(tx, ctx, entries, "imported");
    await insertEnds(tx, ctx, chunk);
    for (const { row, before, record: stored } of chunk) {
      journalRecord(journal, before, stored, runId);
      made.set(row.fingerprint, stored.id);
    }
    await reportProgress(tx, runId, { written: made.size, total });
  }
  return made;
}

function isNew({ existingId }: PlannedController): boolean {
  return existingId === null;
}

async function findUnchanged(tx: Tx, rows: PlannedRow[]): Promise<Map<string, RecordRow>> {
  const ids = rows.flatMap(({ recordId }) => recordId ?? []);
  const records = ids.length ? await findRecords(tx, { id: { in: ids } }) : [];
  return new Map(records.map((record) => [record.id, record]));
}

/** Free numbers for rows that bring no reference, past those of the register and of the file. */
function referenceSource(capacity: Capacity, highest: number, rows: PlannedRow[]): () => string {
  const ofRows = rows.map(({ reference }) => referenceNumber(reference ?? "", capacity));
  let last = ofRows.reduce((most, number) => Math.max(most, number), highest);
  return () => nextReference(last++, capacity);
}

type Draft = Omit<VersionedRecord, "columns">;

function newRecord(
  ctx: Ctx,
  row: PlannedRow,
  entry: Pick<Draft, "capacity" | "controllerId">,
  nextNumber: () => string,
  today: string,
): Draft {
  const ends = row.proposedEnd !== null && row.acceptsEnd;
  return {
    id: newId(ctx.now),
    ...entry,
    reference: row.reference ?? nextNumber(),
    state: ends ? "ended" : "draft",
    stateSince: ends ? row.proposedEnd : today,
    content: row.content,
    version: 1,
  };
}

function changeRecord(before: RecordRow, row: PlannedRow): Draft {
  const stated: Partial<RecordContent> = Object.fromEntries(
    row.changes.map(({ field }) => [field, row.content[field]]),
  );
  const ends = row.proposedEnd !== null && row.acceptsEnd;
  const { id, capacity, reference, controllerId } = before;
  return {
    id,
    capacity,
    reference,
    controllerId,
    state: ends ? "ended" : before.state,
    stateSince: ends ? row.proposedEnd : before.stateSince,
    content: { ...before.content, ...stated },
    version: before.version + 1,
  };
}

// A record found by its reference stays with its controller: only a person moves it to another.
function factsOf(
  controller: ControllerRow | null,
  before: RecordRow | null,
  organisation: OrganisationFacts,
) {
  return controller
    ? controllerFacts(controller)
    : controllerOf(before ?? { controller: null }, organisation);
}

async function insertRecords(tx: Tx, ctx: Ctx, records: VersionedRecord[]): Promise<void> {
  const rows = records.map(({ columns, ...record }) => ({
    ...record,
    content: withoutBlanks(record.content),
    ...columns,
    orgId: ctx.scope.org,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  }));
  await insertRows(tx, "processing_record", rows, {
    laidOver: { column: "content", document: BLANK_CONTENT },
  });
}

async function changeRecords(tx: Tx, ctx: Ctx, records: VersionedRecord[]): Promise<void> {
  const changed = records.length === 0 ? 0 : await updateRecords(tx, ctx, records);
  if (changed !== records.length)
    throw new Error(`${records.length - changed} records changed while their import was being written.`);
}

type WrittenRecord = { row: PlannedRow; before: RecordRow | null; record: VersionedRecord };

async function insertEnds(tx: Tx, ctx: Ctx, written: WrittenRecord[]): Promise<void> {
  const ended = written.filter(
    ({ row, record: stored }) => stored.state === "ended" && row.proposedEnd !== null && row.acceptsEnd,
  );
  const facts = ended.map(({ row, record: stored }) => ({
    ...recordedBy(ctx),
    id: newId(ctx.now),
    recordId: stored.id,
    event: "end",
    state: "ended",
    since: required(row.proposedEnd, "end of a row that ends"),
    reason: endReason(stored.content),
  }));
  await insertRows(tx, "record_state_fact", facts);
}
