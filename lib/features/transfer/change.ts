import { conflict, done, type Outcome } from "@/lib/domain/outcome";
import { announce } from "@/lib/platform/announce";
import { today, type Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/transaction";
import {
  columnsOf,
  findVersions,
  keepTransferVersion,
  sayTransfer,
  type TransferChange,
  type TransferRow,
} from "./data";

type Change = {
  before: TransferRow;
  /** The version that the person read. */
  version: number;
  /** What a change says; the rest of the transfer stays. */
  said: Partial<Pick<TransferRow, "content" | "state" | "subProcessorId">>;
  kind: TransferChange;
  /** The fields of the form that asks, as they stand now: shown beside what was typed, should it lose. */
  shown?: (current: TransferRow) => object;
};

/** The conditional update: the version the person read stands in its `where`; a version row keeps what now stands. */
export async function changeTransfer(
  tx: Tx,
  ctx: Ctx,
  { before, version, said, kind, shown = sayTransfer }: Change,
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
  await keepTransferVersion(tx, ctx, after, columns, kind);
  await announceTransfer(tx, ctx, [before, after]);
  return done(after);
}

/** Whoever it was, or now is, the tool of is assessed again. */
export async function announceTransfer(
  tx: Tx,
  ctx: Ctx,
  rows: readonly Pick<TransferRow, "subProcessorId">[],
): Promise<void> {
  const named = rows.map(({ subProcessorId }) => subProcessorId).filter((id) => id !== null);
  const subProcessorIds = [...new Set(named)];
  if (subProcessorIds.length > 0) await announce(tx, ctx, { event: "transfer.changed", subProcessorIds });
}

/** What a journal entry about a transfer is about. */
export function subjectOf({ id, reference, content }: Pick<TransferRow, "id" | "reference" | "content">) {
  const label = [reference, content.importer.name].filter(Boolean).join(" · ");
  return { noun: "transfer" as const, id, label };
}
