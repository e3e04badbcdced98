import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openBackup } from "@/lib/platform/backup/backup-file";
import { listTables } from "@/lib/platform/backup/catalogue";
import { restoreBackup, type RestoreReport } from "@/lib/platform/backup/restore-backup";
import { writeBackup } from "@/lib/platform/backup/write-backup";
import type { StaffCtx } from "@/lib/platform/request/context";
import { done } from "@/lib/domain/outcome/outcome";
import { closeClients } from "@/lib/platform/database/clients";
import { readSession, openSession } from "@/lib/platform/request/session-store";
import { readFile, storeFile } from "@/lib/platform/files/store";
import { withOrg } from "@/lib/platform/database/transaction";
import { write } from "@/lib/platform/write/write";
import { openImport } from "@/lib/features/import/write/mutations";
import { moveRecord } from "@/lib/features/processing-record/write/mutations";
import { queueMail } from "@/lib/platform/mail/queue";
import { fillImportTables } from "@/prisma/factories/import";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { execute } from "@/scripts/test/cluster";
import {
  bareDatabase,
  enterDatabase,
  type FreshDatabase,
  freshDatabase,
} from "@/scripts/test/fresh-database";

const WRITERS = 4;
/** A file of several chunks. */
const picture = {
  purpose: "logo",
  fileName: "logo.png",
  contentType: "image/png",
  bytes: randomBytes(900_000),
} as const;
const folder = mkdtempSync(join(tmpdir(), "amana-backup-"));
const busyFile = join(folder, "busy.amana");
const quietFile = join(folder, "quiet.amana");

let source: FreshDatabase;
let fromBusy: FreshDatabase;
let fromQuiet: FreshDatabase;
let own: StaffCtx;
let foreign: StaffCtx;
let token: string;
/** Controllers whose creation was acknowledged before the busy backup began, and before it ended. */
let before: string[];
let during: string[];
let reports: { busy: RestoreReport; quiet: RestoreReport };

const how = (force = false) => ({
  secret: inject("testCluster").secret,
  amana: "1.2.3",
  now: new Date(),
  force,
});

beforeAll(async () => {
  source = await freshDatabase();
  own = await makeOrganisation(source.ownerUrl);
  foreign = await makeOrganisation(source.ownerUrl);
  for (const ctx of [own, foreign]) await fill(ctx);
  token = await openSession(own.actor.personId, { userAgent: "", address: "" }, new Date());
  await backUpWhileWriting();
  await writeBackup(source.ownerUrl, quietFile, how());
  [fromBusy, fromQuiet] = await Promise.all([bareDatabase(), bareDatabase()]);
  reports = { busy: await restoreTo(fromBusy, busyFile), quiet: await restoreTo(fromQuiet, quietFile) };
}, 180_000);
afterAll(async () => {
  await closeClients();
  await Promise.all([source, fromBusy, fromQuiet].map((database) => database.drop()));
});

/** Bytes of every value and far more than one page, text that COPY must escape, a letter, versions, a state. */
async function fill(ctx: StaffCtx) {
  const record = await makeRecord(ctx, { activity: "Tabulation\tet\\barre\nà la ligne, \\N, ’ é ع" });
  await fillImportTables(ctx, record);
  valueOf(
    await moveRecord(ctx, { id: record.id, version: 1, event: "activate", on: "2026-01-05", reason: "" }),
  );
  const lines = Array.from({ length: 4_000 }, (_, line) => `Orvelle;Appels ${line};\u00e9\\x00`);
  const bytes = new TextEncoder().encode(`Client;Activité;Note\r\n${lines.join("\r\n")}`);
  valueOf(await openImport(ctx, { fileName: "registre.csv", bytes }));
  await withOrg(ctx.scope, (tx) =>
    queueMail(
      tx,
      ctx.scope.org,
      {
        template: "probe",
        locale: "fr",
        to: { name: "Hélène Marchetti", address: "h@orvelle.example" },
        params: { a: "1" },
        secrets: { link: "https://a.example/x" },
      },
      ctx.now,
    ),
  );
  await write(ctx, async (tx, journal) => done(await storeFile(tx, ctx, journal, picture)));
  const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  await withOrg(ctx.scope, (tx) => tx.importRun.updateMany({ data: { bytes: everyByte } }));
}

/** Writers start, then the backup; it ends, then they do. */
async function backUpWhileWriting() {
  const acknowledged: string[] = [];
  let isOver = false;
  const write = async () => acknowledged.push((await makeController(own)).id);
  await Promise.all(Array.from({ length: WRITERS }, write));
  const writers = Array.from({ length: WRITERS }, async () => {
    while (!isOver) await write();
  });
  before = [...acknowledged];
  await writeBackup(source.ownerUrl, busyFile, how()).finally(() => (isOver = true));
  during = acknowledged.slice(before.length);
  await Promise.all(writers);
}

async function restoreTo(database: FreshDatabase, path: string): Promise<RestoreReport> {
  const { secret } = inject("testCluster");
  return restoreBackup(database.ownerUrl, await openBackup(path, secret), { secret, now: new Date() });
}

/** Reads as the owner, with the role attributes of a backup. */
async function read<Row extends object>(database: FreshDatabase, sql: string, values: unknown[] = []) {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    await client.query("SET app.backup = 'on'");
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

async function tablesOf(database: FreshDatabase): Promise<string[]> {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    return (await listTables(client)).map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** Every row of a table as text, bytes in hex. */
async function rowsOf(database: FreshDatabase, table: string): Promise<string[]> {
  const rows = await read<{ row: string }>(
    database,
    `SELECT t::text AS row FROM public."${table}" t ORDER BY t::text COLLATE "C"`,
  );
  return rows.map(({ row }) => row);
}

describe("the policy of backups", () => {
  it("shows the owner every row of every table, and nothing unless it says that it is a backup", async () => {
    const client = new Client({ connectionString: source.ownerUrl });
    await client.connect();
    const counts = async (table: string) =>
      Number((await client.query<{ n: string }>(`SELECT count(*) AS n FROM "${table}"`)).rows[0]!.n);
    for (const { name, isHidden } of await listTables(client)) {
      await client.query("BEGIN");
      const asOwner = await counts(name);
      await client.query("SET LOCAL app.backup = 'on'");
      const asBackup = await counts(name);
      await client.query(`ALTER TABLE "${name}" NO FORCE ROW LEVEL SECURITY`);
      expect([name, isHidden, asBackup]).toEqual([name, false, await counts(name)]);
      if (["member", "processing_record", "import_run", "outbox_mail"].includes(name)) {
        expect([name, asOwner]).toEqual([name, 0]);
        expect(asBackup).toBeGreaterThan(0);
      }
      await client.query("ROLLBACK");
    }
    await client.end();
  });

  it("opens nothing to the application, whatever it says, not even through the owner's functions", async () => {
    await execute(
      source.ownerUrl,
      "CREATE FUNCTION count_members() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM member'",
    );
    for (const url of [source.appUrl, source.authUrl]) {
      const client = new Client({ connectionString: url });
      await client.connect();
      await client.query("SET app.backup = 'on'");
      expect((await client.query("SELECT FROM member")).rowCount).toBe(0);
      expect((await client.query("SELECT count_members()::int AS n")).rows).toEqual([{ n: 0 }]);
      await client.end();
    }
    await execute(source.ownerUrl, "DROP FUNCTION count_members()");
  });
});

describe("a backup taken while four write", () => {
  it("was written to while it was taken, so that what follows proves something", () => {
    expect(during.length).toBeGreaterThan(0);
  });

  it("holds all that was acknowledged before it began, whole", async () => {
    const ids = (await read<{ id: string }>(fromBusy, "SELECT id FROM controller")).map(({ id }) => id);
    expect(before.filter((id) => !ids.includes(id))).toEqual([]);
    const [half] = await read<{ versions: string; entries: string }>(
      fromBusy,
      `SELECT count(*) FILTER (WHERE v.controller_id IS NULL) AS versions,
              count(*) FILTER (WHERE t.subject_id IS NULL) AS entries
       FROM controller c LEFT JOIN controller_version v ON v.controller_id = c.id AND v.version = 1
       LEFT JOIN journal_text t ON t.subject_id = c.id::text AND t.org_id = c.org_id`,
    );
    expect(half).toEqual({ versions: "0", entries: "0" });
  });

  it("holds no row that the source does not, to the byte", async () => {
    for (const table of ["journal_entry", "journal_text", "import_run", "attachment_chunk", "outbox_mail"]) {
      const there = new Set(await rowsOf(source, table));
      expect((await rowsOf(fromBusy, table)).filter((row) => !there.has(row))).toEqual([]);
    }
  });

  it("holds a journal that verifies", () => {
    expect(reports.busy.chains.length).toBeGreaterThanOrEqual(2);
    expect(reports.busy.chains.filter(({ fault }) => fault)).toEqual([]);
  });
});

describe("a restored database", () => {
  it("is the one that was saved, row by row and byte by byte", async () => {
    const tables = await tablesOf(source);
    expect(await tablesOf(fromQuiet)).toEqual(tables);
    for (const table of tables.filter((name) => name !== "session")) {
      expect({ table, rows: await rowsOf(fromQuiet, table) }).toEqual({
        table,
        rows: await rowsOf(source, table),
      });
    }
    const empty = [];
    for (const table of tables) if ((await rowsOf(source, table)).length === 0) empty.push(table);
    expect(empty).not.toContain("import_run");
    const bytes = "SELECT bytes FROM import_run LIMIT 1";
    expect((await read<{ bytes: Buffer }>(fromQuiet, bytes))[0]?.bytes.length).toBe(256);
  });

  it("differs in its sessions alone: they were ended", async () => {
    const same = "SELECT token_hash, created_at, expires_at FROM session ORDER BY id";
    expect(await read(fromQuiet, same)).toEqual(await read(source, same));
    expect(reports.quiet.sessionsEnded).toBe(1);
    enterDatabase(source);
    await closeClients();
    expect(await readSession(token, new Date())).not.toBeNull();
    enterDatabase(fromQuiet);
    await closeClients();
    expect(await readSession(token, new Date())).toBeNull();
  });

  it("has the same privileges, policies, triggers, indexes and constraints", async () => {
    const catalogues = [
      `SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity, c.relacl::text FROM pg_class c
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'S') ORDER BY 1`,
      "SELECT tablename, policyname, roles::text, cmd, qual, with_check FROM pg_policies ORDER BY 1, 2",
      `SELECT t.tgrelid::regclass::text AS on, t.tgname, t.tgenabled FROM pg_trigger t
       WHERE NOT t.tgisinternal ORDER BY 1, 2`,
      "SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1, 2",
      `SELECT conrelid::regclass::text AS on, conname, pg_get_constraintdef(oid) FROM pg_constraint
       WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2`,
    ];
    for (const sql of catalogues) expect(await read(fromQuiet, sql)).toEqual(await read(source, sql));
    const [forced] = await read<{ forced: boolean }>(
      fromQuiet,
      "SELECT relforcerowsecurity AS forced FROM pg_class WHERE oid = 'processing_record'::regclass",
    );
    expect(forced).toEqual({ forced: true });
  });

  it("goes on working: a verb writes and is journalled, scopes stay apart, the journal refuses", async () => {
    enterDatabase(fromQuiet);
    await closeClients();
    const { id } = await makeController(own, { legalName: "Après la restauration" });
    const seen = (ctx: StaffCtx) => withOrg(ctx.scope, (tx) => tx.controller.count({ where: { id } }));
    expect([await seen(own), await seen(foreign)]).toEqual([1, 0]);
    const entries = await read(fromQuiet, "SELECT FROM journal_text WHERE subject_id = $1", [id]);
    expect(entries).toHaveLength(1);
    await expect(read(fromQuiet, "UPDATE journal_entry SET d = h")).rejects.toThrow(/refused/);
    await expect(read(fromQuiet, "UPDATE record_version SET state = 'x'")).resolves.toEqual([]);
  });

  it("gives back files whose chunks and whole match their hashes", async () => {
    enterDatabase(fromQuiet);
    await closeClients();
    const stored = await withOrg(own.scope, async (tx) => {
      const { id } = await tx.attachment.findFirstOrThrow({ where: { chunks: { gt: 1 } } });
      return readFile(tx, id);
    });
    expect(Buffer.compare(picture.bytes, stored!.bytes)).toBe(0);
  });

  it("counts the letters that were waiting", () => {
    expect(reports.quiet.lettersWaiting).toBe(2);
  });
});

describe("the file", () => {
  it("is its owner's alone, and nothing else is left beside it", () => {
    expect(statSync(quietFile).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).sort()).toEqual(["busy.amana", "quiet.amana"]);
  });

  it("is never written over unless that is asked for", async () => {
    const size = statSync(quietFile).size;
    await expect(writeBackup(source.ownerUrl, quietFile, how())).rejects.toMatchObject({ exitCode: 4 });
    expect(statSync(quietFile).size).toBe(size);
    const made = await writeBackup(source.ownerUrl, quietFile, how(true));
    expect(made.rows).toBeGreaterThan(0);
    // Matches sha256sum, whose output an operator compares with the file.
    const bytes = readFileSync(quietFile);
    expect(made).toMatchObject({
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
  });

  it("is refused by a database that holds anything, which stays as it was", async () => {
    const rows = await rowsOf(source, "controller");
    await expect(restoreTo(source, quietFile)).rejects.toMatchObject({ exitCode: 4 });
    expect(await rowsOf(source, "controller")).toEqual(rows);
  });
});
