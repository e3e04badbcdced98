import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { publishDay } from "@/lib/features/journal/write/mutations";
import { verifyJournal } from "@/lib/platform/journal/verify-journal";
import { holdRows, rebaseRows } from "@/lib/platform/migrate/rebase-rows";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let owner: Client;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  for (const legalName of ["Orvelle", "Brenval"]) await makeController(ctx, { legalName });
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const faults = async () =>
  (await verifyJournal(owner)).rows.map(({ table, kind, count }) => ({ table, kind, count }));

const forge = async (sql: string) => {
  await owner.query("ALTER TABLE controller DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY");
  await owner.query(sql);
  await owner.query("ALTER TABLE controller ENABLE TRIGGER USER, FORCE ROW LEVEL SECURITY");
};

it("binds rows as a migration leaves them, and says in the next sealing how many", async () => {
  expect(await faults()).toEqual([]);
  await holdRows(owner);
  await owner.query("ALTER TABLE controller ADD COLUMN colour text NOT NULL DEFAULT 'blue'");
  expect(await faults()).toEqual([{ table: "controller", kind: "row-changed", count: 2 }]);
  await rebaseRows(owner);
  expect(await faults()).toEqual([]);
  await publishDay([ctx.scope.org], ctx.now, new AbortController().signal);
  const { rows } = await owner.query<{ stood: string }>(
    `SELECT text::jsonb #>> '{after,stood}' AS stood
     FROM (SELECT set_config('app.backup', 'on', false)) AS s, journal_text
     WHERE event = 'journal.sealed' AND org_id = $1`,
    [ctx.scope.org],
  );
  expect(rows).toEqual([{ stood: "2" }]);
});

it("hides behind no migration what was changed before it, nor behind one that was interrupted", async () => {
  await forge("UPDATE controller SET address = 'Ailleurs' WHERE legal_name = 'Orvelle'");
  await holdRows(owner);
  await forge("UPDATE controller SET colour = 'red'");
  // A run that was killed between the two left its hold: the next keeps it.
  await holdRows(owner);
  await rebaseRows(owner);
  expect(await faults()).toEqual([{ table: "controller", kind: "row-changed", count: 1 }]);
});

it("binds nothing anew without a migration", async () => {
  await forge("UPDATE controller SET address = 'Encore ailleurs' WHERE legal_name = 'Brenval'");
  await rebaseRows(owner);
  expect(await faults()).toEqual([{ table: "controller", kind: "row-changed", count: 2 }]);
});
