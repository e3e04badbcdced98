import { afterAll, beforeAll, expect, it } from "vitest";
import { PageReader } from "@/lib/platform/read/reader";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeSubProcessor, stepSubProcessor } from "@/prisma/factories/sub-processor";
import { freshDatabase, type FreshDatabase } from "@/scripts/test/fresh-database";
import { countSubProcessors, findSubProcessorPage, subProcessorQuerySchema } from "./list";

let database: FreshDatabase;
let ctx: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  await makeSubProcessor(ctx);
  await stepSubProcessor(ctx, await makeSubProcessor(ctx, { name: "Sortie SARL" }), "end");
});
afterAll(() => database.drop());

it("lists and counts the sub-processors of each view, alike for a page and within a transaction", async () => {
  const query = subProcessorQuerySchema.parse({ view: "ended" });
  const reader = new PageReader(ctx.scope);
  const [ended, counts] = await Promise.all([
    findSubProcessorPage(reader, query, null),
    countSubProcessors(reader, null),
  ]);
  expect(ended).toMatchObject([{ name: "Sortie SARL", state: "ended" }]);
  expect(counts).toEqual({ all: 1, gaps: 1, ended: 1 });
  expect(ended).toEqual(await withOrg(ctx.scope, (tx) => findSubProcessorPage(tx, query, null)));
});
