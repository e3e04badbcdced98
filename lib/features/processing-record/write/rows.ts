import { Prisma } from "@/lib/generated/prisma/client";
import { authorOf } from "@/lib/platform/write/recorded-by";
import { announce } from "@/lib/platform/write/announce";
import type { Ctx } from "@/lib/platform/request/context";
import type { RecordColumns } from "@/lib/domain/processing-record/projection";
import type { Tx } from "@/lib/platform/database/transaction";
import type { RecordRow } from "@/lib/features/processing-record/read/record-row";
import { VERSION_CHANGES } from "@/lib/features/processing-record/read/queries";

/**
 * Serialises numbering and imports in this organisation until the transaction ends, so that numbers are unique and no
 * file is imported twice.
 */
export async function lockRegister(tx: Tx, org: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`register ${org}`}, 0))`;
}

export type VersionChange = (typeof VERSION_CHANGES)[number];

export type VersionedRecord = Pick<
  RecordRow,
  "id" | "capacity" | "reference" | "controllerId" | "state" | "stateSince" | "content" | "version"
> & { columns: RecordColumns };

/** Updates all in one statement, conditionally on their versions. Returns their number. */
export function updateRecords(
  tx: Tx,
  { now }: Pick<Ctx, "now">,
  stored: readonly Pick<VersionedRecord, "id" | "version" | "state" | "stateSince" | "content" | "columns">[],
): Promise<number> {
  const rows = stored.map(({ id, version, state, stateSince, content, columns }) => ({
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
      sub_processor_ids = v."subProcessorIds", contract_ids = v."contractIds", transfer_ids = v."transferIds", procedure_id = v."procedureId",
      required_gaps = v."requiredGaps", advisable_gaps = v."advisableGaps", gap_codes = v."gapCodes",
      rules_version = v."rulesVersion", reviewed_on = v."reviewedOn", review_due_on = v."reviewDueOn",
      version = v.version, updated_at = ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS v (
      id uuid, version int, state text, "stateSince" text, content jsonb, activity text, countries text[],
      instruments text[], "measureIds" uuid[], "subProcessorIds" uuid[], "contractIds" uuid[], "transferIds" uuid[],
      "procedureId" uuid,
      "requiredGaps" int, "advisableGaps" int, "gapCodes" text[], "rulesVersion" int, "reviewedOn" text, "reviewDueOn" text)
    WHERE r.id = v.id AND r.version = v.version - 1`;
}

/** Copies entries, as they have just been written, into version rows, and closes the previous versions. */
export async function insertRecordVersions(
  tx: Tx,
  ctx: Ctx,
  records: readonly Pick<VersionedRecord, "id">[],
  change: VersionChange,
): Promise<void> {
  if (records.length === 0) return;
  const ids = records.map(({ id }) => id);
  const { authorId, authorName } = authorOf(ctx.actor);
  await tx.$executeRaw`
    UPDATE record_version SET superseded_at = ${ctx.now}::timestamptz
    WHERE record_id = ANY (${ids}::uuid[]) AND superseded_at IS NULL`;
  await tx.$executeRaw`
    INSERT INTO record_version (record_id, org_id, recorded_at, author_id, author_name, change, snapshot, ${COPIED})
    SELECT id, org_id, ${ctx.now}::timestamptz, ${authorId}::uuid, ${authorName}, ${change}, content, ${COPIED}
    FROM processing_record WHERE id = ANY (${ids}::uuid[])`;
  await announce(tx, ctx, { event: "reliance.changed", recordIds: ids });
}

/** The columns that an entry and its versions have in common. */
const COPIED = Prisma.raw(
  `version, capacity, reference, controller_id, state, state_since, activity, countries, instruments, measure_ids,
  sub_processor_ids, contract_ids, transfer_ids, procedure_id, required_gaps, advisable_gaps, gap_codes, rules_version, reviewed_on,
  review_due_on`,
);
