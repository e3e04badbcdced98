import { afterAll, beforeAll, expect, it } from "vitest";
import { archiveController } from "@/lib/features/controller-archive/mutations";
import { closeClients } from "@/lib/platform/db";
import { withOrg } from "@/lib/platform/transaction";
import { makeRequest, prepareRequest } from "@/prisma/factories/authorisation";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findAuthorisation } from "./data";
import { askConfirmation } from "./mutations";
import { sendRequests } from "./sending";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-02T09:00:00Z"));
});
afterAll(async () => {
  await closeClients();
  await database.drop();
});

const archive = async (id: string) =>
  valueOf(await archiveController(ctx, { id, version: 1, reason: "Marché perdu" }));

it("nothing goes to a controller that was archived since it was prepared", async () => {
  const { id: controllerId } = await makeController(ctx);
  const draft = await prepareRequest(ctx, { controllerId });
  await archive(controllerId);
  expect(await sendRequests(ctx, { requests: [draft] })).toMatchObject({
    refusal: {
      issues: [
        {
          path: "requests",
          key: "authorisation.controllerLeft",
          params: { reference: draft.reference },
        },
      ],
    },
  });
  expect(await withOrg(ctx.scope, (tx) => findAuthorisation(tx, draft.id))).toMatchObject({
    state: "draft",
    letterId: null,
  });
});

it("nor is it asked to confirm", async () => {
  const { id: controllerId } = await makeController(ctx);
  const { id, version } = await makeRequest(ctx, { controllerId });
  await archive(controllerId);
  expect(await askConfirmation(ctx, { id, version })).toMatchObject({
    refusal: { issues: [{ key: "authorisation.controllerLeft" }] },
  });
});

it("two that go to one controller at once bear two numbers of its list", async () => {
  const { id: controllerId } = await makeController(ctx);
  const drafts = [await prepareRequest(ctx, { controllerId }), await prepareRequest(ctx, { controllerId })];
  const sent = await Promise.all(drafts.map((draft) => sendRequests(ctx, { requests: [draft] })));
  const versions = sent.map((outcome) => valueOf(outcome)[0]!.list.version);
  expect(versions.toSorted()).toEqual([1, 2]);
});
