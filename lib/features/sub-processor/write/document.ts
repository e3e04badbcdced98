import { projectSubProcessor } from "@/lib/domain/sub-processor/projection";
import type { Tx } from "@/lib/platform/database/transaction";
import { type Ctx, today } from "@/lib/platform/request/context";
import { defineDocument } from "@/lib/platform/versioned/define-document";
import { allocateReference } from "@/lib/platform/versioned/numbering";
import { announce } from "@/lib/platform/write/announce";
import { findClients } from "@/lib/features/sub-processor/read/clients";
import {
  digestScope,
  findKnownNumbers,
  findLinkedTransfers,
  findSubProcessor,
  flattenSubProcessor,
  type SubProcessorRow,
} from "@/lib/features/sub-processor/read/queries";

type SubProcessorFields = Pick<SubProcessorRow, "reference" | "state" | "content">;

export const subProcessorDocument = defineDocument<SubProcessorRow, SubProcessorFields>()({
  noun: "sub-processor",
  table: "sub_processor",
  versions: "sub_processor_version",
  facts: "sub_processor_fact",
  key: "subProcessorId",
  find: findSubProcessor,
  columnsOf: async (tx, ctx, { id, content }) => ({
    ...projectSubProcessor({
      content,
      transfers: await findLinkedTransfers(tx, id),
      clients: (await findClients(tx, { on: today(ctx), subProcessorIds: [id] }))(id),
      on: today(ctx),
    }),
    scopeDigest: digestScope(content, await findKnownNumbers(tx, id)),
  }),
  versionOf: (row, change: "created" | "saved" | "linked" | "moved", columns) => ({
    change,
    reference: row.reference,
    name: columns.name,
    country: columns.country,
    countries: columns.countries,
    requiredGaps: columns.requiredGaps,
    gapCodes: columns.gapCodes,
    state: row.state,
    scopeDigest: columns.scopeDigest,
    snapshot: { state: row.state, content: row.content },
  }),
  flatten: flattenSubProcessor,
  labelOf: ({ reference, content }) => `${reference} · ${content.identity.name}`,
  // Nothing names a new one.
  announce: async (tx, ctx, { id }, before) => {
    if (before) await announce(tx, ctx, { event: "sub-processor.changed", subProcessorIds: [id] });
  },
});

/** Allocates "SP-001", "SP-002", … in this organisation. */
export function allocateSubProcessorReference(tx: Tx, ctx: Ctx): Promise<string> {
  return allocateReference(tx, ctx, { table: "sub_processor", letters: "SP" });
}
