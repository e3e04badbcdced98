import { conflict, done, type Outcome } from "@/lib/domain/outcome/outcome";
import { announce } from "@/lib/platform/write/announce";
import { type Ctx, today } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";
import {
  columnsOf,
  findVersions,
  flattenTransfer,
  type TransferRow,
} from "@/lib/features/transfer/read/queries";
import { insertTransferVersion, type TransferChange } from "./rows";

type Change = {
  before: TransferRow;
  /** Version that the person read. */
  version: number;
  /** Changed fields; others are unaffected. */
  said: Partial<Pick<TransferRow, "content" | "state" | "subProcessorId">>;
  kind: TransferChange;
  /** Current fields of the form, shown in a conflict. */
  shown?: (current: TransferRow) => object;
};

/** Updates conditionally on the version read, and inserts a version row. */
export async function changeTransfer(
  tx: Tx,
  ctx: Ctx,
  { before, version, said, kind, shown = flattenTransfer }: Change,
): Promise<Outcome<TransferRow>> {
  const after = { ...before, ...said, version: version + 1 };
  const columns = await columnsOf(tx, after, today(ctx));
  const { count } = await tx.transfer.updateMany({
    where: { id: before.id, version },
    data: { ...said, ...columns, version: version + 1, updatedAt: ctx.now },
  });
  if (count === 0) {
    const [last] = await findVersions(tx, before.id, 1);
    return conflict(shown(before), before.version, last);
  }
  await insertTransferVersion(tx, ctx, after, columns, kind);
  await announceTransfer(tx, ctx, [before, after]);
  return done(after);
}

/** Reassesses the previous and current sub-processor and the entries concerned. */
export async function announceTransfer(
  tx: Tx,
  ctx: Ctx,
  rows: readonly Pick<TransferRow, "id" | "controllerId" | "subProcessorId">[],
): Promise<void> {
  const each = (ids: (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];
  await announce(tx, ctx, {
    event: "transfer.changed",
    transferIds: each(rows.map(({ id }) => id)),
    controllerIds: each(rows.map(({ controllerId }) => controllerId)),
    subProcessorIds: each(rows.map(({ subProcessorId }) => subProcessorId)),
  });
}

export function subjectOf({ id, reference, content }: Pick<TransferRow, "id" | "reference" | "content">) {
  const label = [reference, content.importer.name].filter(Boolean).join(" · ");
  return { noun: "transfer" as const, id, label };
}
