// @module-tag multiplies
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openBackup } from "@/lib/platform/backup/backup-file";
import { restoreBackup } from "@/lib/platform/backup/restore-backup";
import { writeBackup } from "@/lib/platform/backup/write-backup";
import { findTableFaults } from "@/lib/platform/journal/verify-rows";
import { migrationNames, projectSources } from "@/lib/platform/migrate/read-migrations";
import { bareDatabase, type FreshDatabase } from "@/scripts/test/fresh-database";
import { temporaryFolder } from "@/scripts/test/temporary-folder";
import { restoreOlderBackup } from "./older-backup.fixture";

const { secret } = inject("testCluster");
const path = join(temporaryFolder("people"), "older.amana");
const ADDRESS = "odile.quarantequatre@exemple.test";
const ID = "01a30000-0000-7000-8000-000000000001";
const SEALED = "\\x0102030405";

/** A backup of before keys of counts were hashed and people left the evidence, restored by all migrations. */
let restored: FreshDatabase;
let owner: Client;

beforeAll(async () => {
  const names = migrationNames(projectSources.migrations);
  const before = names.slice(
    0,
    names.findIndex((name) => name.endsWith("hashed_rate_limits")),
  );
  const { database } = await restoreOlderBackup(before);
  await withOwner(database, async (client) => {
    await client.query("INSERT INTO rate_limit (key, window_start, count) VALUES ($1, now(), 1)", [
      `subscribe:address:${ADDRESS}`,
    ]);
    const { rows } = await client.query<{ id: string; org: string }>(
      "SELECT id, org_id AS org FROM choice LIMIT 1",
    );
    await client.query("SELECT set_config('app.org', $1, false), set_config('app.scope', 'staff', false)", [
      rows[0]!.org,
    ]);
    await client.query(
      `INSERT INTO parental_authorisation (id, org_id, choice_id, people_sealed, country, power, risk, means, proof,
         authorised_on, recorded_at, author_name)
       VALUES ($1, $2, $3, $4, 'FR', 'parent', 'low', 'call-back', 'REC-7', '2026-10-01', now(), 'Salma')`,
      [ID, rows[0]!.org, rows[0]!.id, SEALED],
    );
  });
  await writeBackup(database.ownerUrl, path, { secret, amana: "0.1.0", now: new Date() });
  await database.drop();
  restored = await bareDatabase();
  const report = await restoreBackup(restored.ownerUrl, await openBackup(path, secret), {
    secret,
    now: new Date(),
  });
  expect(report.chains.filter(({ fault }) => fault)).toEqual([]);
  owner = new Client({ connectionString: restored.ownerUrl });
  await owner.connect();
  await owner.query("SET app.backup = 'on'");
}, 240_000);
afterAll(async () => {
  await owner.end();
  await restored.drop();
});

async function withOwner({ ownerUrl }: FreshDatabase, work: (client: Client) => Promise<void>) {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("SET app.backup = 'on'");
    await work(client);
  } finally {
    await client.end();
  }
}

describe("a backup of before people were kept apart", () => {
  it("leaves no address of anybody among the counts of tries", async () => {
    const { rows } = await owner.query<{ key: string }>("SELECT key FROM rate_limit");
    expect(rows.filter(({ key }) => !/^(k1|refused-sign-in):/.test(key))).toEqual([]);
    expect(JSON.stringify(rows)).not.toContain(ADDRESS);
  });

  it("has a parent and child in a row of their own, which may be emptied, beside evidence that holds", async () => {
    const { rows } = await owner.query(
      `SELECT a.means, a.authorised_on, a.people_digest = sha256(p.people_sealed) AS "isOfPeople", p.erased_at,
         p.people_sealed = $2::bytea AS "isKept", p.person_key = c.person_key AS "isOfChild", p.token_hash
       FROM parental_consent a JOIN parental_person p ON p.consent_id = a.id JOIN choice c ON c.id = a.choice_id
       WHERE a.id = $1`,
      [ID, SEALED],
    );
    expect(rows).toEqual([
      {
        means: "call-back",
        authorised_on: "2026-10-01",
        isOfPeople: true,
        isKept: true,
        isOfChild: true,
        erased_at: null,
        token_hash: null,
      },
    ]);
    const table = { name: "parental_consent", key: ["id"], changeable: "" };
    expect(await findTableFaults(owner, table)).toEqual([]);
    const { rows: old } = await owner.query("SELECT to_regclass('parental_authorisation') AS name");
    expect(old).toEqual([{ name: null }]);
  });
});
