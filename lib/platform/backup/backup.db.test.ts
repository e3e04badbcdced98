import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { listTables } from "@/lib/platform/backup/catalogue";
import { writeBackup } from "@/lib/platform/backup/write-backup";
import type { StaffCtx } from "@/lib/platform/request/context";
import { closeClients } from "@/lib/platform/database/clients";
import { readSession } from "@/lib/platform/request/session-store";
import { readFile } from "@/lib/platform/files/store";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeController } from "@/prisma/factories/register";
import { execute } from "@/scripts/test/cluster";
import { enterDatabase, type FreshDatabase } from "@/scripts/test/fresh-database";
import {
  prepareBackups,
  picture,
  folder,
  quietFile,
  source,
  fromBusy,
  fromQuiet,
  own,
  foreign,
  token,
  before,
  during,
  reports,
  how,
  restoreTo,
} from "./backup.fixture";

prepareBackups();

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

/** Every row of a table as text, bytes in hex. */
async function rowsOf(database: FreshDatabase, table: string): Promise<string[]> {
  const rows = await read<{ row: string }>(
    database,
    `SELECT t::text AS row FROM public."${table}" t ORDER BY t::text COLLATE "C"`,
  );
  return rows.map(({ row }) => row);
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
