import { describe, expect, it } from "vitest";
import { RULES_VERSION } from "@/lib/domain/processing-record/completeness";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeOwnRecord, makeRecord } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { reassessOutdated } from "./mutations";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const foreign = await makeOrganisation(database.ownerUrl);

/** State of an older assessment. */
const OUTDATED = { rulesVersion: 1, requiredGaps: 0, advisableGaps: 0, gapCodes: [], countries: ["XX"] };

describe("reassessOutdated", () => {
  it("assesses both registers again, one batch after the other, and makes no version of it", async () => {
    const { id: controllerId } = await makeController(ctx);
    const made = [await makeOwnRecord(ctx), await makeRecord(ctx, { controllerId })];
    const before = await withOrg(ctx.scope, (tx) => tx.processingRecord.findMany({ orderBy: { id: "asc" } }));
    await withOrg(ctx.scope, (tx) => tx.processingRecord.updateMany({ data: OUTDATED }));

    expect(await reassessOutdated(ctx.scope, ctx.now)).toBe(made.length);
    const after = await withOrg(ctx.scope, (tx) => tx.processingRecord.findMany({ orderBy: { id: "asc" } }));
    expect(after).toEqual(before);
    expect(after.every(({ rulesVersion }) => rulesVersion === RULES_VERSION)).toBe(true);
    expect(await withOrg(ctx.scope, (tx) => tx.recordVersion.count())).toBe(made.length);
    const stored = await withOrg(ctx.scope, (tx) =>
      tx.recordAssessment.findMany({ orderBy: { recordId: "asc" } }),
    );
    expect(stored).toMatchObject(
      before.map(({ id, gapCodes, requiredGaps }) => ({
        recordId: id,
        version: 1,
        recordedAt: ctx.now,
        gapCodes,
        requiredGaps,
      })),
    );
    expect(await reassessOutdated(ctx.scope, ctx.now)).toBe(0);
  });

  it("is bounded by no batch, and reaches no other organisation", async () => {
    const { id: controllerId } = await makeController(ctx);
    const many = 210;
    const one = await makeRecord(ctx, { controllerId });
    await withOrg(ctx.scope, async (tx) => {
      const row = await tx.processingRecord.findFirstOrThrow({ where: { id: one.id } });
      const copies = Array.from({ length: many }, (_, index) => ({
        ...row,
        ...OUTDATED,
        id: crypto.randomUUID(),
        reference: `C-${index}`,
        content: row.content as object,
      }));
      await tx.processingRecord.createMany({ data: copies });
    });
    const theirs = await makeRecord(foreign);
    await withOrg(foreign.scope, (tx) => tx.processingRecord.updateMany({ data: OUTDATED }));
    expect(await reassessOutdated(ctx.scope, ctx.now)).toBe(many);
    const stale = await withOrg(foreign.scope, (tx) =>
      tx.processingRecord.findFirstOrThrow({ where: { id: theirs.id } }),
    );
    expect(stale).toMatchObject({ rulesVersion: 1 });
  });
});
