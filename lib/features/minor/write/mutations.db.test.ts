import { afterAll, beforeAll, expect, it } from "vitest";
import { closeClients } from "@/lib/platform/database/clients";
import { withOrg } from "@/lib/platform/database/transaction";
import { findMinorCalls } from "@/lib/features/minor/read/queries";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { recordMinorCall } from "./mutations";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
});
afterAll(async () => {
  await closeClients();
  await database.drop();
});

const found = (own: MadeOrganisation) => withOrg(own.scope, (tx) => findMinorCalls(tx, new Date(0)));

it("notes that it happened and what was done, once for each press", async () => {
  valueOf(await recordMinorCall(ctx, { outcome: "ended" }));
  valueOf(await recordMinorCall(ctx, { outcome: "adult" }));
  const { notes, count } = await found(ctx);
  expect(notes.map(({ outcome }) => outcome).sort()).toEqual(["adult", "ended"]);
  expect(count).toBe(2);
  const entries = await withOrg(ctx.scope, (tx) =>
    tx.journalText.findMany({ where: { event: "minor-call.recorded" }, select: { text: true } }),
  );
  expect(entries).toHaveLength(2);
});

it("is of writers, read in its own organisation alone, and never changed", async () => {
  expect(await recordMinorCall(as(ctx, "viewer"), { outcome: "ended" })).toMatchObject({
    refusal: { kind: "forbidden" },
  });
  const foreign = await makeOrganisation(database.ownerUrl);
  expect((await found(foreign)).notes).toEqual([]);
  const change = withOrg(ctx.scope, (tx) => tx.minorCall.updateMany({ data: { outcome: "adult" } }));
  await expect(change).rejects.toThrow(/permission denied/);
});
