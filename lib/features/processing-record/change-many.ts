import { projectRecord } from "@/lib/domain/processing-record/projection";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/transaction";
import { today, type Said } from "./change";
import {
  controllerOf,
  findOrganisationFacts,
  keepRecordVersions,
  type RecordRow,
  type VersionChange,
  type VersionedRecord,
} from "./data";

/** One change of several entries that were locked and read: their gaps found again, each with its version row. */
export async function changeRecords(
  tx: Tx,
  ctx: Ctx,
  changes: readonly { record: RecordRow; said: Said }[],
  kind: VersionChange,
): Promise<RecordRow[]> {
  const organisation = await findOrganisationFacts(tx);
  const changed = changes.map(({ record, said }) => ({ ...record, ...said, version: record.version + 1 }));
  const kept = changed.map((after) => ({
    ...after,
    columns: projectRecord(after, controllerOf(after, organisation), organisation, today(ctx)),
  }));
  const written = await updateRecords(tx, ctx, kept);
  if (written !== kept.length)
    throw new Error(`${kept.length - written} of ${kept.length} entries changed while they were locked.`);
  await keepRecordVersions(tx, ctx, kept.map(versioned), kind);
  return changed;
}

function versioned(kept: RecordRow & Pick<VersionedRecord, "columns">): VersionedRecord {
  const { id, capacity, reference, controllerId, state, stateSince, content, version, columns } = kept;
  return { id, capacity, reference, controllerId, state, stateSince, content, version, columns };
}

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
      required_gaps = v."requiredGaps", advisable_gaps = v."advisableGaps", gap_codes = v."gapCodes",
      rules_version = v."rulesVersion", reviewed_on = v."reviewedOn", review_due_on = v."reviewDueOn",
      version = v.version, updated_at = ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS v (
      id uuid, version int, state text, "stateSince" text, content jsonb, activity text, countries text[],
      instruments text[], "measureIds" uuid[], "requiredGaps" int, "advisableGaps" int, "gapCodes" text[],
      "rulesVersion" int, "reviewedOn" text, "reviewDueOn" text)
    WHERE r.id = v.id AND r.version = v.version - 1`;
}
