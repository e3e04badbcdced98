import type { Tx } from "@/lib/platform/database/transaction";
import { type Ctx, today } from "@/lib/platform/request/context";
import { defineDocument } from "@/lib/platform/versioned/define-document";
import { allocateReference } from "@/lib/platform/versioned/numbering";
import { announce } from "@/lib/platform/write/announce";
import {
  columnsOf,
  findTransfer,
  flattenTransfer,
  type TransferRow,
} from "@/lib/features/transfer/read/queries";

type TransferFields = Pick<
  TransferRow,
  "reference" | "controllerId" | "subProcessorId" | "state" | "content"
>;

export const transferDocument = defineDocument<TransferRow, TransferFields>()({
  noun: "transfer",
  table: "transfer",
  versions: "transfer_version",
  facts: "transfer_fact",
  key: "transferId",
  find: findTransfer,
  columnsOf: async (tx, ctx, fields) => ({
    ...(await columnsOf(tx, fields, today(ctx))),
    flow: fields.content.flow,
  }),
  versionOf: (row, change: "created" | "saved" | "moved", columns) => ({
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
  }),
  flatten: flattenTransfer,
  labelOf: ({ reference, content }) => [reference, content.importer.name].filter(Boolean).join(" · "),
  announce: (tx, ctx, after, before) => announceTransfers(tx, ctx, before ? [before, after] : [after]),
});

/** Allocates "TR-001", "TR-002", … in this organisation. */
export function allocateTransferReference(tx: Tx, ctx: Ctx): Promise<string> {
  return allocateReference(tx, ctx, { table: "transfer", letters: "TR" });
}

/** Reassesses the previous and current sub-processor and the entries concerned. */
async function announceTransfers(tx: Tx, ctx: Ctx, rows: readonly TransferRow[]): Promise<void> {
  const each = (ids: (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];
  await announce(tx, ctx, {
    event: "transfer.changed",
    transferIds: each(rows.map(({ id }) => id)),
    controllerIds: each(rows.map(({ controllerId }) => controllerId)),
    subProcessorIds: each(rows.map(({ subProcessorId }) => subProcessorId)),
  });
}
