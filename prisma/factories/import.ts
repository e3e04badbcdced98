import { type Ctx, today } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import { withOrg } from "@/lib/platform/database/transaction";
import { emptyContent } from "@/lib/domain/processing-record/content";
import { planRun } from "@/lib/features/import/read/plan-run";
import { isPlanned } from "@/lib/features/import/read/plan-store";
import { commitImport } from "@/lib/features/import/write/commit";
import { openImport } from "@/lib/features/import/write/mutations";
import { valueOf } from "./register";

/** A file that was sent and waits for its check. */
export async function makeImport(ctx: Ctx, fileName: string, file: readonly string[] | Uint8Array) {
  const bytes = file instanceof Uint8Array ? file : Buffer.from(file.join("\r\n"), "utf8");
  return valueOf(await openImport(ctx, { fileName, bytes: new Uint8Array(bytes) }));
}

/** A file whose rows are in the register. */
export async function makeCommittedImport(ctx: Ctx, fileName: string, file: readonly string[] | Uint8Array) {
  const { id } = await makeImport(ctx, fileName, file);
  const made = await planRun({ scope: ctx.scope, id, today: today(ctx) });
  if (!made || !isPlanned(made.result)) throw new Error(`${fileName} could not be planned.`);
  valueOf(await commitImport(ctx, { id, version: 1, plan: made.result.fingerprint }));
  return { id };
}

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
