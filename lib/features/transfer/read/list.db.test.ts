import { afterAll, beforeAll, expect, it } from "vitest";
import { PageReader } from "@/lib/platform/read/reader";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { makeTransfer, stepTransfer } from "@/prisma/factories/transfer";
import { freshDatabase, type FreshDatabase } from "@/scripts/test/fresh-database";
import { countTransfers, findTransferPage, transferQuerySchema } from "./list";

const READ = { today: "2026-11-25", ids: null };
let database: FreshDatabase;
let ctx: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  const { id: controllerId } = await makeController(ctx);
  await makeTransfer(ctx, { controllerId });
  await stepTransfer(ctx, await makeTransfer(ctx, { controllerId }), "end");
});
afterAll(() => database.drop());

it("lists and counts the transfers of each view, alike for a page and within a transaction", async () => {
  const query = transferQuerySchema.parse({ view: "ended" });
  const reader = new PageReader(ctx.scope);
  const [ended, counts] = await Promise.all([
    findTransferPage(reader, query, READ),
    countTransfers(reader, READ),
  ]);
  expect(ended).toMatchObject([{ reference: "TR-002", state: "ended" }]);
  expect(counts).toEqual({ all: 1, gaps: 1, review: 0, ended: 1 });
  expect(ended).toEqual(await withOrg(ctx.scope, (tx) => findTransferPage(tx, query, READ)));
});
