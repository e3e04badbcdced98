import { recordedBy } from "@/lib/platform/write/recorded-by";
import { insertRows } from "@/lib/platform/database/insert-rows";
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

/** Inserts version rows and closes the previous ones, in two statements. */
export async function insertRecordVersions(
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
