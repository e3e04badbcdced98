import { lastOf } from "@/lib/domain/invariant/required";
import type { OrgScope } from "@/lib/domain/access/scope";
import { RULES_VERSION } from "@/lib/domain/processing-record/completeness";
import type { RecordColumns } from "@/lib/domain/processing-record/projection";
import { done, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { findRecords, projectRecords } from "@/lib/features/processing-record/read/queries";
import { assessSubProcessors } from "@/lib/features/sub-processor/write/rows";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Announcement } from "@/lib/platform/write/announce";
import { type Ctx, today } from "@/lib/platform/request/context";
import { type Tx, withOrg } from "@/lib/platform/database/transaction";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { assessContracts } from "./contracts";
import { assessTransfers } from "./transfers";

/** Reassesses entries in the same transaction after a change of party, measure, procedure or sub-processor. */
export async function reassessRecords(
  tx: Tx,
  ctx: Pick<Ctx, "now" | "scope">,
  announcement: Announcement,
): Promise<void> {
  // A contact cannot write records: the database marks them for a job.
  if (ctx.scope.scope === "portal") return;
  const where = recordsNaming(announcement);
  if (where) await reassess(tx, ctx.now, where);
}

function recordsNaming(announcement: Announcement): Prisma.ProcessingRecordWhereInput | null {
  switch (announcement.event) {
    case "organisation.changed":
      return {};
    case "controller.changed":
      return { controllerId: { in: [...announcement.controllerIds] } };
    case "measure.changed":
      return { measureIds: { has: announcement.measureId } };
    case "procedure.changed":
      return { procedureId: announcement.procedureId };
    case "contract.changed":
      return { controllerId: { in: [...announcement.controllerIds] } };
    case "transfer.changed":
      return transferConcerns(announcement);
    case "sub-processor.changed":
      return { subProcessorIds: { hasSome: [...announcement.subProcessorIds] } };
    // Adds nothing: an entry was assessed as it was written.
    case "reliance.changed":
      return null;
    case "authorisation.changed":
      return {
        OR: announcement.uses.map(({ controllerId, subProcessorId }) => ({
          controllerId,
          subProcessorIds: { has: subProcessorId },
        })),
      };
  }
}

/** Entries of the transfer's controller, linked or not; for several controllers, linked entries alone. */
function transferConcerns({
  transferIds,
  controllerIds,
  subProcessorIds,
}: Announcement & { event: "transfer.changed" }): Prisma.ProcessingRecordWhereInput {
  return {
    OR: [
      { transferIds: { hasSome: [...transferIds] } },
      { controllerId: { in: [...controllerIds] } },
      { subProcessorIds: { hasSome: [...subProcessorIds] } },
    ],
  };
}

const LIMITS = { timeoutMs: 600_000 };

/** Reassesses records of older rules. Returns their number. */
export function reassessOutdated(scope: OrgScope, now: Date): Promise<number> {
  return withOrg(scope, (tx) => reassess(tx, now, { rulesVersion: { not: RULES_VERSION } }), LIMITS);
}

/** Records locked at once, which bounds the wait of a concurrent save. */
const BATCH = 200;

/** Reassesses in batches what depends on the day. Returns the number of changes. */
export async function reassessDay(ctx: Ctx, signal: AbortSignal): Promise<Outcome<number>> {
  if (!isAuthorised(ctx, "record.assess")) return refuse({ kind: "forbidden" });
  let changed = 0;
  for (let after: string | null = FIRST_ID; after && !signal.aborted;) {
    const from = after;
    const batch: DayBatch = await withOrg(ctx.scope, (tx) => reassessBatch(tx, ctx.now, from), LIMITS);
    changed += batch.changed;
    after = batch.last;
  }
  const contracts = await withOrg(ctx.scope, (tx) => assessContracts(tx, ctx.now), LIMITS);
  // Runs after contracts, whose terms bind transfers.
  const transfers = await withOrg(ctx.scope, (tx) => assessTransfers(tx, ctx.now), LIMITS);
  // Runs after transfers, which are the tools of sub-processors.
  const subProcessors = await withOrg(ctx.scope, (tx) => assessSubProcessors(tx, today(ctx)), LIMITS);
  return done(changed + contracts + transfers + subProcessors);
}

const FIRST_ID = "00000000-0000-0000-0000-000000000000";

type DayBatch = { changed: number; last: string | null };

/** Locks first, so that concurrent saves are included. */
async function reassessBatch(tx: Tx, now: Date, after: string): Promise<DayBatch> {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM processing_record WHERE id > ${after}::uuid ORDER BY id LIMIT ${BATCH} FOR UPDATE`;
  const ids = locked.map(({ id }) => id);
  const changed = await reassess(tx, now, { id: { in: ids } });
  return { changed, last: ids.length < BATCH ? null : lastOf(ids) };
}

async function reassess(tx: Tx, now: Date, where: Prisma.ProcessingRecordWhereInput): Promise<number> {
  const found = await tx.processingRecord.findMany({ where, select: { id: true }, orderBy: { id: "asc" } });
  const ids = found.map(({ id }) => id);
  let changed = 0;
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH);
    // Locks before reading.
    await tx.$executeRaw`SELECT 1 FROM processing_record WHERE id = ANY (${batch}::uuid[]) ORDER BY id FOR UPDATE`;
    const records = await projectRecords(tx, { now }, await findRecords(tx, { id: { in: batch } }));
    changed += await writeColumns(
      tx,
      now,
      records.map(({ id, columns }) => ({ id, ...columns })),
    );
  }
  return changed;
}

/**
 * Derived columns: no version and no journal entry. Writes changed rows alone in one statement, with a dated
 * assessment. Returns their number.
 */
function writeColumns(tx: Tx, now: Date, rows: ({ id: string } & RecordColumns)[]): Promise<number> {
  return tx.$executeRaw`
    WITH assessed AS (
      UPDATE processing_record AS r SET
        activity = v.activity, countries = v.countries, instruments = v.instruments, measure_ids = v."measureIds",
        sub_processor_ids = v."subProcessorIds", contract_ids = v."contractIds", transfer_ids = v."transferIds",
        required_gaps = v."requiredGaps", advisable_gaps = v."advisableGaps", gap_codes = v."gapCodes",
        rules_version = v."rulesVersion", reviewed_on = v."reviewedOn", review_due_on = v."reviewDueOn"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS v (
        id uuid, activity text, countries text[], instruments text[], "measureIds" uuid[],
        "subProcessorIds" uuid[], "contractIds" uuid[], "transferIds" uuid[], "requiredGaps" int, "advisableGaps" int,
        "gapCodes" text[], "rulesVersion" int, "reviewedOn" text, "reviewDueOn" text)
      WHERE r.id = v.id AND (r.required_gaps, r.advisable_gaps, r.gap_codes, r.rules_version, r.countries, r.instruments)
        IS DISTINCT FROM (v."requiredGaps", v."advisableGaps", v."gapCodes", v."rulesVersion", v.countries,
          v.instruments)
      RETURNING r.*)
    INSERT INTO record_assessment
      (record_id, version, recorded_at, org_id, required_gaps, advisable_gaps, gap_codes, rules_version)
    SELECT id, version, ${now}::timestamptz, org_id, required_gaps, advisable_gaps, gap_codes, rules_version FROM assessed
    ON CONFLICT (record_id, version, recorded_at) DO UPDATE SET
      required_gaps = excluded.required_gaps, advisable_gaps = excluded.advisable_gaps,
      gap_codes = excluded.gap_codes, rules_version = excluded.rules_version`;
}
