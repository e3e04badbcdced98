import type { Ctx } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";
import type { RecordChange } from "./change";
import type { RecordRow } from "@/lib/features/processing-record/read/queries";
import { insertRecordVersions, updateRecords, type VersionChange } from "./rows";
import { projectRecords } from "@/lib/features/processing-record/read/project";

/** Requires locked entries; reassesses them and inserts versions. */
export async function changeRecords(
  tx: Tx,
  ctx: Ctx,
  changes: readonly { record: RecordRow; change: RecordChange }[],
  kind: VersionChange,
): Promise<RecordRow[]> {
  const changed = changes.map(({ record, change }) => ({
    ...record,
    ...change,
    version: record.version + 1,
  }));
  const stored = await projectRecords(tx, ctx, changed);
  const written = await updateRecords(tx, ctx, stored);
  if (written !== stored.length)
    throw new Error(`${stored.length - written} of ${stored.length} entries changed while they were locked.`);
  await insertRecordVersions(tx, ctx, stored, kind);
  return changed;
}
