import { expect, it } from "vitest";
import { execute } from "@/scripts/test/cluster";
import { makeCollection, makeConsentFile } from "@/prisma/factories/consent";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { seedChoices } from "@/scripts/test/seed-choices";
import { appPool } from "./clients";
import { refreshStatistics } from "./refresh-statistics";
import { withOrg } from "./transaction";

const database = await openDatabase({ isNew: true });
const ctx = { ...(await makeOrganisation(database.ownerUrl)), now: new Date("2026-11-28T09:00:00Z") };
const { id: controllerId } = await makeController(ctx);
const { id: collectionId } = await makeCollection(ctx, { controllerId });
// Nothing else renews them meanwhile.
await execute(database.ownerUrl, "ALTER TABLE choice SET (autovacuum_enabled = off)");

/** Rows that the planner takes a table for; -1 where it has no statistics. */
async function rowsPlanned(): Promise<number> {
  const sql = "SELECT reltuples::float8 AS rows FROM pg_class WHERE oid = 'public.choice'::regclass";
  return (await appPool().query<{ rows: number }>(sql)).rows[0]!.rows;
}

it("a large file is known to the planner when its verb is done", async () => {
  const lines = Array.from({ length: 2_500 }, (_, n) => `06${10_000_000 + n};01/10/2026;30/09/2027;FORM`);
  expect(await rowsPlanned()).toBe(-1);
  await makeConsentFile(ctx, collectionId, lines);
  expect(await rowsPlanned()).toBe(2_500);
});

it("a table that has not grown is left as it is, and one that has is counted again", async () => {
  const renewed = () => appPool().query<{ renewed: number }>("SELECT refresh_statistics() AS renewed");
  await refreshStatistics();
  expect((await renewed()).rows).toEqual([{ renewed: 0 }]);
  await seedChoices(database, ctx.scope, 5_000);
  expect((await renewed()).rows[0]!.renewed).toBeGreaterThan(0);
  expect(await rowsPlanned()).toBe(7_500);
});

it("a failure is reported and takes nothing away from what was done", async () => {
  await execute(database.ownerUrl, "REVOKE EXECUTE ON FUNCTION refresh_statistics() FROM amana_app");
  const written = await withOrg(ctx.scope, async () => "written", { timeoutMs: 60_000 });
  expect(written).toBe("written");
});
