// @module-tag multiplies
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openBackup } from "@/lib/platform/backup/backup-file";
import { readTables } from "@/lib/platform/backup/read-tables";
import { restoreBackup, type RestoreOptions } from "@/lib/platform/backup/restore-backup";
import { writeBackup } from "@/lib/platform/backup/write-backup";
import { migrate } from "@/lib/platform/migrate/migrate";
import { type MigrationSources, projectSources } from "@/lib/platform/migrate/read-migrations";
import { issueSetupToken } from "@/lib/platform/secrets/setup-token";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeRecord } from "@/prisma/factories/register";
import { execute } from "@/scripts/test/cluster";
import { bareDatabase, type FreshDatabase, freshDatabase } from "@/scripts/test/fresh-database";
import { temporaryFolder } from "@/scripts/test/temporary-folder";

const folder = temporaryFolder("refusals");
const file = join(folder, "whole.amana");
const otherSecret = "ab".repeat(32);
const LATER = "29990101000000_later";

let source: FreshDatabase;
let whole: Buffer;
let secret: string;
/** The project's migrations and one more. */
let laterSources: MigrationSources;

beforeAll(async () => {
  secret = inject("testCluster").secret;
  source = await freshDatabase();
  await makeRecord(await makeOrganisation(source.ownerUrl));
  await save(source, file);
  whole = readFileSync(file);
  laterSources = { ...projectSources, migrations: join(folder, "migrations") };
  cpSync(projectSources.migrations, laterSources.migrations, { recursive: true });
  mkdirSync(join(laterSources.migrations, LATER));
  writeFileSync(
    join(laterSources.migrations, LATER, "migration.sql"),
    "CREATE TABLE later (org_id uuid PRIMARY KEY); ALTER TABLE later ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY",
  );
});
afterAll(() => source.drop());

function save(database: FreshDatabase, path: string) {
  return writeBackup(database.ownerUrl, path, { secret, amana: "1.2.3", now: new Date() });
}

async function restoreTo(
  database: FreshDatabase,
  path: string,
  stated: Partial<RestoreOptions> = {},
  sources = projectSources,
) {
  const options = { secret, now: new Date(), ...stated };
  return restoreBackup(database.ownerUrl, await openBackup(path, secret), options, sources);
}

/** Reads these bytes to their end and returns the outcome. */
async function readBytes(bytes: Uint8Array, withSecret = secret) {
  const path = join(folder, "changed.amana");
  writeFileSync(path, bytes);
  const opened = await openBackup(path, withSecret);
  return { ...(await readTables(opened)), sealedBy: opened.sealedBy };
}

const refusedFile = { name: "BackupRefused", exitCode: 3 };

async function read(database: FreshDatabase, sql: string) {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    await client.query("SET app.backup = 'on'");
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Constraints that are checked at the end of a transaction by their migration, and not by the restoring. */
const DEFERRED = ["choice_org_id_consent_file_id_fkey"];

/** Expects no row of a person or organisation, and every guard enabled. */
async function expectUntouched(database: FreshDatabase) {
  expect(await read(database, "SELECT FROM organisation")).toEqual([]);
  expect(await read(database, "SELECT FROM journal_head")).toEqual([]);
  const guards = `SELECT bool_and(relforcerowsecurity) AS forced,
      (SELECT bool_and(tgenabled = 'O') FROM pg_trigger) AS triggers,
      (SELECT array_agg(conname::text) FROM pg_constraint WHERE condeferrable) AS deferrable
    FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace`;
  expect(await read(database, guards)).toEqual([{ forced: true, triggers: true, deferrable: DEFERRED }]);
}

describe("a file that is not what was written", () => {
  it("is read when it is", async () => {
    expect(await readBytes(whole)).toMatchObject({
      sealedBy: "this-secret",
      summary: { tables: expect.any(Number) },
    });
  });

  it("is refused when any bit of it is another", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
        const changed = Buffer.from(whole);
        changed[at]! ^= 1 << bit;
        await expect(readBytes(changed)).rejects.toMatchObject(refusedFile);
      }),
      { numRuns: 300 },
    );
  });

  it("is refused when it was cut anywhere, or anything stands behind it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), async (length) => {
        await expect(readBytes(whole.subarray(0, length))).rejects.toMatchObject(refusedFile);
      }),
      { numRuns: 100 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), async (more) => {
        await expect(readBytes(Buffer.concat([whole, more]))).rejects.toMatchObject(refusedFile);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ["an empty file", Buffer.alloc(0), /no backup of Amana/],
    ["a spreadsheet", Buffer.from("Client;Activité\n"), /no backup of Amana/],
    ["two backups in a row", () => Buffer.concat([whole, whole]), /checksum/],
    [
      "a format to come",
      () => Buffer.from(whole.toString("latin1").replace("BACKUP 1", "BACKUP 2"), "latin1"),
      /newer Amana/,
    ],
  ])("is refused: %s", async (_, bytes, message) => {
    await expect(readBytes(typeof bytes === "function" ? bytes() : bytes)).rejects.toThrow(message);
  });

  it("is refused when there is none, or it is a folder", async () => {
    await expect(openBackup(join(folder, "absent"), secret)).rejects.toThrow(/ENOENT/);
    await expect(openBackup(folder, secret)).rejects.toThrow(/no file/);
  });
});

describe("a file of another secret", () => {
  it("is known as such", async () => {
    expect(await readBytes(whole, otherSecret)).toMatchObject({ sealedBy: "another-secret" });
  });

  it("is refused when it pretends to be of this one", async () => {
    const path = join(folder, "forged.amana");
    await writeBackup(source.ownerUrl, path, { secret: otherSecret, amana: "1.2.3", now: new Date() });
    const check = (bytes: Buffer) => /"secretCheck":"([0-9a-f]{64})"/.exec(bytes.toString("latin1"))![1]!;
    const forged = readFileSync(path);
    forged.write(check(whole), forged.indexOf(check(forged)), "latin1");
    const { createHash } = await import("node:crypto");
    createHash("sha256")
      .update(forged.subarray(0, -32))
      .digest()
      .copy(forged, forged.length - 32);
    await expect(readBytes(forged)).rejects.toThrow(/did not have the secret/);
  });
});

describe("migrations", () => {
  it("of a newer Amana are refused before anything is touched", async () => {
    const newer = await bareDatabase();
    const target = await bareDatabase();
    await migrate(newer.ownerUrl, { secret }, laterSources);
    const path = join(folder, "newer.amana");
    await save(newer, path);
    await expect(restoreTo(target, path)).rejects.toThrow(new RegExp(`knows more than this one: ${LATER}`));
    expect(await read(target, "SELECT FROM pg_tables WHERE schemaname = 'public'")).toEqual([]);
    await Promise.all([newer.drop(), target.drop()]);
  });

  it("of an older one are applied first, those it lacks after its rows", async () => {
    const target = await bareDatabase();
    const { upgraded } = await restoreTo(target, file, {}, laterSources);
    expect(upgraded).toEqual([LATER]);
    expect(await read(target, "SELECT FROM organisation")).toHaveLength(1);
    expect(await read(target, "SELECT policyname FROM pg_policies WHERE tablename = 'later'")).toEqual([
      { policyname: "backup" },
    ]);
    await target.drop();
  });

  it("that say something else than here under the same name are refused", async () => {
    const edited = { ...projectSources, migrations: join(folder, "edited") };
    cpSync(projectSources.migrations, edited.migrations, { recursive: true });
    const [first] = readdirSync(edited.migrations).sort();
    writeFileSync(join(edited.migrations, first!, "migration.sql"), "SELECT 1");
    await expect(restoreTo(source, file, {}, edited)).rejects.toThrow(/other migrations/);
  });
});

describe("a database", () => {
  it("that was migrated and never set up takes a backup, its set-up link with it", async () => {
    const target = await bareDatabase();
    await migrate(target.ownerUrl, { secret });
    await issueSetupToken(target.ownerUrl);
    await restoreTo(target, file);
    expect(await read(target, "SELECT FROM organisation")).toHaveLength(1);
    expect(await read(target, "SELECT FROM setup_token WHERE used_at IS NULL")).toEqual([]);
    await target.drop();
  });

  it("with tables of somebody else's, or further than the backup, is refused", async () => {
    const [strange, ahead] = await Promise.all([bareDatabase(), bareDatabase()]);
    await execute(strange.ownerUrl, "CREATE TABLE theirs (id int)");
    await expect(restoreTo(strange, file)).rejects.toMatchObject({ exitCode: 4 });
    await migrate(ahead.ownerUrl, { secret }, laterSources);
    await expect(restoreTo(ahead, file)).rejects.toThrow(/further than the backup/);
    await Promise.all([strange.drop(), ahead.drop()]);
  });

  it("keeps nothing of a backup whose journal was broken, unless that is accepted", async () => {
    const [tampered, target] = await Promise.all([bareDatabase(), bareDatabase()]);
    await restoreTo(tampered, file);
    await execute(
      tampered.ownerUrl,
      "ALTER TABLE journal_text NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER USER",
      "UPDATE journal_text SET text = text || ' ' WHERE seq = 1",
      "ALTER TABLE journal_text FORCE ROW LEVEL SECURITY, ENABLE TRIGGER USER",
    );
    const path = join(folder, "broken.amana");
    await save(tampered, path);
    await expect(restoreTo(target, path)).rejects.toThrow(/was broken already/);
    await expectUntouched(target);
    const { chains } = await restoreTo(target, path, { brokenJournal: true });
    expect(chains.some(({ fault }) => fault?.kind === "digest-mismatch")).toBe(true);
    await Promise.all([tampered.drop(), target.drop()]);
  });

  it("keeps nothing when the load is broken off half-way", async () => {
    const target = await bareDatabase();
    await migrate(target.ownerUrl, { secret });
    // Stands for a server that runs out of disk: the last table's rows are refused.
    await execute(
      target.ownerUrl,
      "ALTER TABLE setup_token ADD CONSTRAINT full_disk CHECK (used_at IS NULL)",
    );
    await expect(restoreTo(target, file)).rejects.toMatchObject(refusedFile);
    await expectUntouched(target);
    await target.drop();
  });
});
