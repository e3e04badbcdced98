// @module-tag multiplies
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type BackupFile, openBackup } from "@/lib/platform/backup/backup-file";
import { knownMigrations } from "@/lib/platform/backup/known-migrations";
import { readTables } from "@/lib/platform/backup/read-tables";
import { restoreBackup, type RestoreReport } from "@/lib/platform/backup/restore-backup";
import { writeBackup } from "@/lib/platform/backup/write-backup";
import { migrate, migrationStatus } from "@/lib/platform/migrate/migrate";
import { migrationNames, projectSources } from "@/lib/platform/migrate/read-migrations";
import { readBaseline } from "@/lib/platform/migrate/replaced";
import { pretendReplaced } from "@/lib/platform/migrate/replaced.fixture";
import { bareDatabase, type FreshDatabase } from "@/scripts/test/fresh-database";
import { restoreOlderBackup } from "./older-backup.fixture";
import { temporaryFolder } from "@/scripts/test/temporary-folder";

const folder = temporaryFolder("older");
const baseline = readBaseline(projectSources.migrations)!;
const atBaseline = { ...projectSources, only: [baseline.name] };
const secret = inject("testCluster").secret;

let database: FreshDatabase;
let file: BackupFile;
let report: RestoreReport;

beforeAll(async () => {
  ({ database, file, report } = await restoreOlderBackup());
}, 180_000);
afterAll(async () => {
  await database.drop();
});

async function read<Row extends object>({ ownerUrl }: FreshDatabase, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("SET app.backup = 'on'");
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("a backup of the replaced migrations", () => {
  it("names every one of them, and is restored by the baseline and what came after it", async () => {
    expect(file.header.migrations.map(({ name }) => name)).toEqual(Object.keys(baseline.migrations));
    expect(knownMigrations(file.header, projectSources.migrations)).toEqual([baseline.name]);
    const names = migrationNames(projectSources.migrations);
    expect(report.upgraded).toEqual(names.filter((name) => name !== baseline.name));
    expect(await migrationStatus(database.ownerUrl)).toEqual({ pending: [], failed: [], edited: [] });
  });

  it("gives back every row it holds, the example's among them, and journals that verify", async () => {
    const { summary } = await readTables(file);
    expect(report.rows).toBe(summary.rows);
    const [made] = await read(
      database,
      "SELECT (SELECT count(*)::int FROM processing_record) AS records, (SELECT count(*)::int FROM controller) AS controllers",
    );
    expect(made).toEqual({ records: 45, controllers: 9 });
    expect(report.chains.map(({ name, fault }) => [name, fault])).toContainEqual(["Ancien", undefined]);
    expect(report.chains.filter(({ fault }) => fault)).toEqual([]);
  });

  it("is restored into a database of the same migrations that holds nothing yet", async () => {
    const target = await bareDatabase();
    await migrate(target.ownerUrl, { secret }, atBaseline);
    await pretendReplaced(target.ownerUrl, baseline, Object.keys(baseline.migrations));
    await restoreBackup(target.ownerUrl, file, { secret, now: new Date() });
    expect(await read(target, "SELECT FROM organisation")).toHaveLength(2);
    await target.drop();
  });
});

describe("a backup of some of them", () => {
  it("is refused, with the version of Amana that restores it", async () => {
    const source = await bareDatabase();
    const target = await bareDatabase();
    await migrate(source.ownerUrl, { secret }, atBaseline);
    await pretendReplaced(source.ownerUrl, baseline, Object.keys(baseline.migrations).slice(0, -1));
    const path = join(folder, "partial.amana");
    await writeBackup(source.ownerUrl, path, { secret, amana: "0.0.9", now: new Date() });
    const restoring = restoreBackup(target.ownerUrl, await openBackup(path, secret), {
      secret,
      now: new Date(),
    });
    await expect(restoring).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringMatching(/Amana 0\.0\.9 with 116 of the 117 migrations .*\n.*commit ed139aee/),
    });
    expect(await read(target, "SELECT FROM pg_tables WHERE schemaname = 'public'")).toEqual([]);
    await Promise.all([source.drop(), target.drop()]);
  });

  it("is refused where one of them said something else", () => {
    const [first, ...others] = file.header.migrations;
    const header = { ...file.header, migrations: [{ ...first!, checksum: "0".repeat(64) }, ...others] };
    expect(() => knownMigrations(header, projectSources.migrations)).toThrow(
      new RegExp(`other migrations .*${first!.name}`),
    );
  });
});
