import { subProcessorContentSchema } from "@/lib/domain/sub-processor/content";
import type { Tx } from "@/lib/platform/database/transaction";
import type { TransferContent } from "@/lib/domain/transfer/content";
import type { TransferColumns } from "@/lib/domain/transfer/projection";
import type { Ctx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import {
  columnsOf,
  findTransfer,
  type TransferParty,
  type TransferRow,
} from "@/lib/features/transfer/read/queries";

/** Serialises the numbering of transfers in this organisation. */
export async function lockTransfers(tx: Tx, org: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`transfers ${org}`}, 0))`;
}

/** Excludes ended sub-processors; the transfer reassesses the remaining one. */
export async function findSubProcessorParty(tx: Tx, id: string): Promise<TransferParty | null> {
  await tx.$queryRaw`SELECT 1 FROM sub_processor WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.subProcessor.findFirst({ where: { id, state: "listed" }, select: { content: true } });
  if (!row) return null;
  const { name, country, address, contact } = subProcessorContentSchema.parse(row.content).identity;
  return { name, country, address, contact };
}

export type TransferChange = "created" | "saved" | "moved";

/** Inserts the version row and closes the previous one. */
export async function insertTransferVersion(
  tx: Tx,
  ctx: Ctx,
  row: TransferRow,
  columns: TransferColumns,
  change: TransferChange,
): Promise<void> {
  await tx.transferVersion.updateMany({
    where: { transferId: row.id, supersededAt: null },
    data: { supersededAt: ctx.now },
  });
  await tx.transferVersion.create({
    data: {
      ...recordedBy(ctx),
      transferId: row.id,
      version: row.version,
      controllerId: row.controllerId,
      change,
      reference: row.reference,
      importerName: columns.importerName,
      country: columns.country,
      state: row.state,
      requiredGaps: columns.requiredGaps,
      gapCodes: columns.gapCodes,
      snapshot: {
        controllerId: row.controllerId,
        subProcessorId: row.subProcessorId,
        state: row.state,
        content: row.content,
      },
    },
  });
}
type NewTransfer = {
  reference: string;
  controllerId: string | null;
  subProcessorId: string | null;
  content: TransferContent;
};

/** Inserts the first version too. Requires `lockTransfers`. */
export async function insertTransfer(
  tx: Tx,
  ctx: Ctx,
  stated: NewTransfer,
  on: string,
): Promise<TransferRow> {
  const id = newId(ctx.now);
  const columns = await columnsOf(tx, stated, on);
  const { flow } = stated.content;
  await tx.transfer.create({
    data: { ...stated, ...columns, flow, id, orgId: ctx.scope.org, createdAt: ctx.now, updatedAt: ctx.now },
  });
  const row = (await findTransfer(tx, id))!;
  await insertTransferVersion(tx, ctx, row, columns, "created");
  return row;
}
