// @module-tag multiplies
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { listTables } from "@/lib/platform/backup/catalogue";
import { restoreOlderBackup } from "@/lib/platform/backup/older-backup.fixture";
import { listMigrations } from "@/lib/platform/migrate/history";
import { migrate, migrationStatus } from "@/lib/platform/migrate/migrate";
import { migrationNames, projectSources } from "@/lib/platform/migrate/read-migrations";
import { readBaseline } from "@/lib/platform/migrate/replaced";
import { pretendReplaced } from "@/lib/platform/migrate/replaced.fixture";
import type { FreshDatabase } from "@/scripts/test/fresh-database";

const baseline = readBaseline(projectSources.migrations)!;
const replaced = Object.keys(baseline.migrations);
const secret = inject("testCluster").secret;

/** A database as the replaced migrations leave it, with the example. */
let database: FreshDatabase;
let owner: Client;

beforeAll(async () => {
  ({ database } = await restoreOlderBackup([baseline.name]));
  await pretendReplaced(database.ownerUrl, baseline, replaced);
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
}, 180_000);
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const namesApplied = async () => (await listMigrations(owner)).map(({ name }) => name);

/** Sums every row of every table, as a backup reads them. */
/** Tables that are made of others, and made again where a migration finds more in them. */
const DERIVED = ["search_document", "search_word"];

/** Columns of each table: what a later migration adds is no part of the rows that were there. */
async function columnsNow(): Promise<Map<string, string[]>> {
  const { rows } = await owner.query<{ name: string; columns: string[] }>(
    `SELECT table_name AS name, array_agg(column_name::text) AS columns FROM information_schema.columns
     WHERE table_schema = 'public' GROUP BY table_name`,
  );
  return new Map(rows.map(({ name, columns }) => [name, columns]));
}

/** Digest of the rows of each table, by the columns that are asked for. */
async function sumRows(columns: ReadonlyMap<string, string[]>): Promise<Record<string, string>> {
  await owner.query("BEGIN");
  await owner.query("SET LOCAL app.backup = 'on'");
  const sums: Record<string, string> = {};
  for (const { name } of await listTables(owner)) {
    if (DERIVED.includes(name) || !columns.has(name)) continue;
    const sql = `SELECT md5(string_agg(line, '|' ORDER BY line COLLATE "C")) AS sum FROM (SELECT (
      SELECT jsonb_object_agg(key, value) FROM jsonb_each(to_jsonb(t)) WHERE key = ANY ($1))::text AS line
      FROM public."${name}" t) AS lines`;
    sums[name] = (await owner.query<{ sum: string }>(sql, [columns.get(name)])).rows[0]!.sum;
  }
  await owner.query("ROLLBACK");
  return sums;
}

/** Migrates with the database changed, expects a refusal that changed nothing, and takes the change back. */
async function refusalOf(change: string, back: string): Promise<string> {
  await owner.query(change);
  const message = await migrate(database.ownerUrl, { secret }).then(
    () => "",
    (error: Error) => `${error.name}: ${error.message}`,
  );
  expect(await namesApplied()).toEqual(replaced);
  await owner.query(back);
  return message;
}

describe("a database of the replaced migrations that is another than they made", () => {
  it.each([
    [
      "a column",
      "ALTER TABLE controller ADD COLUMN internal_code text",
      "ALTER TABLE controller DROP COLUMN internal_code",
      [/baseline:\n- The column controller\.internal_code should not be there\.\nBring/],
    ],
    [
      "an index that is gone",
      "DROP INDEX processing_record_gaps_idx",
      "CREATE INDEX processing_record_gaps_idx ON processing_record (org_id, capacity, required_gaps, advisable_gaps, id)",
      [/The index processing_record_gaps_idx is missing\./],
    ],
    [
      "a policy that lets through more",
      "ALTER POLICY staff ON controller USING (true)",
      `ALTER POLICY staff ON controller USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')`,
      [/The policy controller\.staff differs in line 2: it says "USING \(true\)" and not "USING \(org_id/],
    ],
    [
      "a privilege",
      "GRANT DELETE ON journal_entry TO amana_app",
      "REVOKE DELETE ON journal_entry FROM amana_app",
      [/The grant journal_entry to amana_app differs: it says "GRANT DELETE, .*" and not "GRANT/],
    ],
    [
      "row-level security",
      "ALTER TABLE measure NO FORCE ROW LEVEL SECURITY",
      "ALTER TABLE measure FORCE ROW LEVEL SECURITY",
      [/The row security measure differs/],
    ],
    [
      "a trigger that is off",
      "ALTER TABLE record_version DISABLE TRIGGER refuse_rewrite",
      "ALTER TABLE record_version ENABLE TRIGGER refuse_rewrite",
      [/The trigger record_version\.refuse_rewrite differs/],
    ],
    [
      "a row that migrations wrote",
      "DELETE FROM example.holding_table WHERE noun = 'contract' AND name = 'attachment'",
      "INSERT INTO example.holding_table (noun, name, key, but_own) VALUES ('contract', 'attachment', 'subject_id', false)",
      [/The row example\.holding_table \('contract', 'attachment', 'subject_id', .*\) is missing\./],
    ],
    [
      "a table of somebody else's, in one sentence",
      "CREATE TABLE theirs (id int PRIMARY KEY)",
      "DROP TABLE theirs",
      [/left it, so it cannot go on from \S+:\n- The table theirs should not be there\.\nBring/],
    ],
  ])("says what differs, and changes nothing: %s", async (_, change, back, sentences) => {
    const message = await refusalOf(change, back);
    for (const sentence of [/^ConfigurationError/, ...sentences]) expect(message).toMatch(sentence);
  });

  it("shows of a function the first line that is another", async () => {
    const { rows } = await owner.query<{ text: string }>(
      "SELECT pg_get_functiondef('journal_refuse()'::regprocedure) AS text",
    );
    const back = rows[0]!.text;
    const message = await refusalOf(back.replace("RAISE EXCEPTION", "RAISE WARNING"), back);
    expect(message).toMatch(
      /The function journal_refuse\(\) differs in line \d+: it says "RAISE WARNING .*" and not "RAISE EXCEPTION /,
    );
  });
});

describe("a database of some of the replaced migrations", () => {
  it("says which version of Amana to start first", async () => {
    const last = replaced.at(-1)!;
    const message = await refusalOfPartial(last);
    expect(message).toContain(
      `has 116 of the 117 migrations that ${baseline.name} replaces, and not ${last}`,
    );
    expect(message).toContain(`Start it once with Amana ${baseline.lastVersion}`);
  });

  async function refusalOfPartial(missing: string): Promise<string> {
    await owner.query("BEGIN");
    await owner.query("UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = $1", [
      missing,
    ]);
    await owner.query("COMMIT");
    const message = await migrate(database.ownerUrl, { secret }).then(
      () => "",
      (error: Error) => error.message,
    );
    await owner.query("UPDATE _prisma_migrations SET finished_at = now() WHERE migration_name = $1", [
      missing,
    ]);
    return message;
  }
});

// Runs last: the database is of the baseline afterwards.
describe("a database of the replaced migrations", () => {
  it("goes on from the baseline with every row as it was, and is then like any other", async () => {
    const columns = await columnsNow();
    const before = await sumRows(columns);
    // A later migration moves its rows into tables of their own, which the tests of older backups follow.
    delete before.parental_authorisation;
    const names = migrationNames(projectSources.migrations);
    expect(await migrate(database.ownerUrl, { secret })).toEqual(
      names.filter((name) => name !== baseline.name),
    );
    expect(await namesApplied()).toEqual(names);
    expect(await sumRows(columns)).toMatchObject(before);
    expect(await migrationStatus(database.ownerUrl)).toEqual({ pending: [], failed: [], edited: [] });
    expect(await migrate(database.ownerUrl, { secret })).toEqual([]);
  });

  it("keeps a note of what was replaced, and when it had been applied", async () => {
    const { rows } = await owner.query("SELECT logs FROM _prisma_migrations WHERE migration_name = $1", [
      baseline.name,
    ]);
    expect(rows[0].logs).toMatch(/^Taken over from 117 migrations, applied from 20\d\d-.* to 20\d\d-/);
  });
});
