import { expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { findMinorCalls } from "@/lib/features/minor/read/queries";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { recordMinorCall } from "./mutations";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

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
