import { conflict, done, type Outcome } from "@/lib/domain/outcome/outcome";
import type { Ctx } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";
import { findLastVersion, type RecordRow } from "@/lib/features/processing-record/read/queries";
import { insertRecordVersions, type VersionChange } from "./rows";
import { columnsOf } from "@/lib/features/processing-record/read/project";

/** Changed fields; others are unaffected. */
export type RecordChange = Partial<
  Pick<RecordRow, "reference" | "controllerId" | "controller" | "content" | "state" | "stateSince">
>;

/** Updates conditionally on the version read, and inserts a version row. */
export async function changeRecord(
  tx: Tx,
  ctx: Ctx,
  before: RecordRow,
  version: number,
  stated: RecordChange,
  kind: VersionChange,
): Promise<Outcome<RecordRow>> {
  const after = { ...before, ...stated, version: version + 1 };
  const columns = await columnsOf(tx, ctx, after);
  const { reference, controllerId, state, stateSince, content } = after;
  const { count } = await tx.processingRecord.updateMany({
    where: { id: before.id, version },
    data: {
      reference,
      controllerId,
      state,
      stateSince,
      content,
      ...columns,
      version: version + 1,
      updatedAt: ctx.now,
    },
  });
  if (count === 0) return conflictOf(tx, before);
  await insertRecordVersions(tx, ctx, [before], kind);
  return done(after);
}

export function flattenRecord({ reference, controllerId, content }: RecordRow) {
  return { reference, controllerId, ...content };
}

export function subjectOf({ id, reference }: Pick<RecordRow, "id" | "reference">) {
  return { noun: "processing-record" as const, id, label: reference };
}

export async function conflictOf(tx: Tx, current: RecordRow): Promise<Outcome<RecordRow>> {
  const { id, reference, controllerId, content, version } = current;
  return conflict({ ...content, reference, controllerId }, version, await findLastVersion(tx, id));
}
