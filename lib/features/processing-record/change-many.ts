import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/transaction";
import type { Said } from "./change";
import type { RecordRow } from "./data";
import { keepRecordVersions, updateRecords, type VersionChange, type VersionedRecord } from "./rows";
import { projectRecords } from "./project";

/** One change of several entries that were locked and read: their gaps found again, each with its version row. */
export async function changeRecords(
  tx: Tx,
  ctx: Ctx,
  changes: readonly { record: RecordRow; said: Said }[],
  kind: VersionChange,
): Promise<RecordRow[]> {
  const changed = changes.map(({ record, said }) => ({ ...record, ...said, version: record.version + 1 }));
  const kept = await projectRecords(tx, ctx, changed);
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
