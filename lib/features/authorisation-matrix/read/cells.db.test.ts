import { afterAll, beforeAll, expect, it } from "vitest";
import { authorisationCellOf, type UsedSubProcessor } from "@/lib/domain/authorisation/authorisation-status";
import { requestReader } from "@/lib/domain/authorisation/read-request";
import { AUTHORISATION_STATES } from "@/lib/domain/authorisation/types";
import { newId } from "@/lib/platform/database/ids";
import { withOrg } from "@/lib/platform/database/transaction";
import { insertAuthorisation } from "@/prisma/factories/authorisation-row";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { makeWholeSubProcessor } from "@/prisma/factories/sub-processor";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findMatrix } from "./queries";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let voice: Awaited<ReturnType<typeof makeWholeSubProcessor>>;

const STORED = AUTHORISATION_STATES.filter((state) => state !== "expired" && state !== "not-objected");

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-24T10:00:00Z"));
  voice = await makeWholeSubProcessor(ctx);
  for (const state of STORED) {
    const ask = async (stated: {
      scopeDigest?: string;
      isMet?: boolean;
      before?: string;
      writtenBefore?: string;
    }) => {
      const { id: controllerId } = await makeController(ctx, {
        legalName: `${state} ${JSON.stringify(stated)}`,
      });
      const subProcessor = { ...voice, ...(stated.scopeDigest && { scopeDigest: stated.scopeDigest }) };
      const regime = state === "notified" ? ("general" as const) : ("specific" as const);
      if (stated.before)
        await insertAuthorisation(ctx, { controllerId, subProcessor: voice, state: stated.before });
      const later = { controllerId, subProcessor: voice, at: "2026-11-21T09:00:00Z" };
      if (stated.writtenBefore) await insertAuthorisation(ctx, { ...later, state: stated.writtenBefore });
      const asked = { controllerId, subProcessor, state, regime, at: "2026-11-20T09:00:00Z" };
      const { id } = await insertAuthorisation(ctx, asked);
      if (stated.isMet !== undefined) await insertCondition(id, controllerId, stated.isMet);
    };
    await ask({});
    await ask({ scopeDigest: "what it did before" });
    await ask({ isMet: false });
    await ask({ isMet: true });
    await ask({ before: "approved" });
    await ask({ before: "submitted" });
    // The later of two requests governs, whatever their order of insertion.
    await ask({ writtenBefore: "approved" });
    await ask({ writtenBefore: "refused" });
  }
});
afterAll(() => database.drop());

async function insertCondition(authorisationId: string, controllerId: string, isMet: boolean) {
  await withOrg(ctx.scope, (tx) =>
    tx.authorisationCondition.create({
      data: {
        authorisationId,
        controllerId,
        position: 1,
        text: "Aucun accès de nuit",
        id: newId(ctx.now),
        orgId: ctx.scope.org,
        metAt: isMet ? ctx.now : null,
      },
    }),
  );
}

it("says of every cell what the rule says of its requests, each read by itself", async () => {
  const used: UsedSubProcessor = {
    hasContract: true,
    countries: ["FR"],
    coveredBy: [],
    laws: ["gdpr"],
    tool: null,
    assessedOn: null,
    scopeDigest: voice.scopeDigest,
    isListed: true,
  };
  const stored = await withOrg(ctx.scope, (tx) =>
    tx.authorisation.findMany({
      include: { conditions: { select: { metAt: true } }, contract: { select: { bindsUntil: true } } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
  );
  const readRequest = requestReader();
  const read = (row: Omit<Parameters<typeof readRequest>[0], "announced">) =>
    readRequest({ ...row, announced: [] });
  const { rows } = await withOrg(ctx.scope, (tx) => findMatrix(tx, ctx.now));
  expect(rows).toHaveLength(STORED.length * 8);
  for (const { controllerId, controller, regime, cells } of rows) {
    const requests = stored
      .filter((one) => one.controllerId === controllerId)
      .map((one) =>
        read({ ...one, conditions: one.conditions.map(({ metAt }) => ({ isMet: metAt !== null })) }),
      );
    const stated = authorisationCellOf({ requests, subProcessor: used, regime }, ctx.now.getTime());
    expect(stated, controller).toMatchObject(cells[0]!);
  }
});
