import type { Ctx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import { withOrg } from "@/lib/platform/database/transaction";
import { emptyContent } from "@/lib/domain/processing-record/content";

/** A row in each table of the import, as an import of one line leaves them. */
export async function fillImportTables(
  ctx: Ctx,
  record: { id: string; controllerId: string },
): Promise<void> {
  const orgId = ctx.scope.org;
  await withOrg(ctx.scope, async (tx) => {
    await tx.importRun.create({
      data: {
        id: newId(ctx.now),
        orgId,
        fileName: "registre.csv",
        sha256: "0".repeat(64),
        bytes: new Uint8Array([65]),
        mapping: [],
        decisions: {},
        tally: {},
        rejects: [],
        createdBy: "Salma Idrissi",
        createdAt: ctx.now,
        updatedAt: ctx.now,
      },
    });
    await tx.importMapping.create({ data: { orgId, signature: "a", mapping: [], updatedAt: ctx.now } });
    await tx.importRow.create({
      data: {
        orgId,
        fingerprint: "b",
        recordId: record.id,
        decision: {},
        content: emptyContent("Chat"),
        updatedAt: ctx.now,
      },
    });
    await tx.controllerSpelling.create({
      data: { orgId, spelling: "ORVELLE", controllerId: record.controllerId, createdAt: ctx.now },
    });
  });
}
