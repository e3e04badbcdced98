// @module-tag multiplies
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PLATFORM_CHAIN } from "@/lib/domain/journal/chain-id";
import { clearJournalTexts, publishDay } from "@/lib/features/journal/write/mutations";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { EVIDENCE_TABLES } from "@/lib/platform/journal/evidence-tables";
import { readHeads, headLine, type PublishedHead } from "@/lib/platform/journal/published-head";
import { verifyJournal } from "@/lib/platform/journal/verify-journal";
import { findTableFaults } from "@/lib/platform/journal/verify-rows";
import { withoutRight } from "@/lib/platform/write/authorised";
import { writeAsSelf, write } from "@/lib/platform/write/write";
import { done } from "@/lib/domain/outcome/outcome";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeRecord, valueOf } from "@/prisma/factories/register";
import { makeStamp } from "@/lib/platform/timestamp/make-stamp.fixture";
import { openDatabase } from "@/scripts/test/open-database";
import { changed, columnsOf, constraintsOf, copyOf, LAST, REWRITE, swapOf } from "./tampering.fixture";
import { fillEvidence } from "@/prisma/factories/evidence";

const JOURNAL_TABLES = ["journal_entry", "journal_text", "journal_head", "evidence_row"];
const TABLES = [...JOURNAL_TABLES, ...EVIDENCE_TABLES.map(({ name }) => name)];

const database = await openDatabase();
let ctx: MadeOrganisation;
let owner: Client;
let kept: PublishedHead[];

beforeAll(async () => {
  ctx = await makeOrganisation(database.ownerUrl);
  await fillEvidence(ctx);
  await writeAsSelf({ person: null, now: ctx.now }, async (_tx, journal) => {
    journal.note({ event: "sign-in.failed", subject: { noun: "account", id: null } });
    return done(null);
  });
  valueOf(await clearJournalTexts(ctx, { seqs: [3, 4], reason: "Durée de conservation atteinte" }));
  const tomorrow = new Date(ctx.now.getTime() + 86_400_000);
  await publishDay([ctx.scope.org], ctx.now, new AbortController().signal);
  await makeStamp(ctx);
  await publishDay([ctx.scope.org], tomorrow, new AbortController().signal);
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ text: string; signature: string }>(
    `SELECT document AS text, signature FROM (SELECT set_config('app.backup', 'on', false)) AS s, journal_publication`,
  );
  // The last head, as somebody has it who keeps its letters.
  kept = readHeads(rows.map(headLine).join("\n"))
    .sort((a, b) => b.document.seq - a.document.seq)
    .slice(0, 1);
});
afterAll(() => owner.end());

/** Everything that a verification of the whole journal finds. */
async function countFaults(): Promise<number> {
  const { chains, rows, heads, unguarded } = await verifyJournal(owner, kept);
  return chains.filter(({ fault }) => fault).length + rows.length + heads.length + unguarded.length;
}

/**
 * Faults that a changed table shows: of a table of evidence those of its own rows, which are a part of the whole, and
 * cost a sixtieth of it; of the journal's own tables those of the whole.
 */
function countFaultsOf(table: string): () => Promise<number> {
  const evidence = EVIDENCE_TABLES.find(({ name }) => name === table);
  return evidence ? async () => (await findTableFaults(owner, evidence)).length : countFaults;
}

/**
 * Tampers as an owner with triggers off, by one act after another, each on the table as it was; restores the database
 * afterwards. Returns the faults after each.
 */
async function faultsAfter(table: string, ...acts: string[][]): Promise<number[]> {
  const count = countFaultsOf(table);
  return tried(async () => {
    for (const { table: of, name } of await constraintsOf(owner, table))
      await owner.query(`ALTER TABLE ${of} DROP CONSTRAINT "${name}"`);
    await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY`);
    const faults: number[] = [];
    for (const statements of acts) {
      await owner.query("SAVEPOINT untouched");
      let touched = 0;
      for (const sql of statements) touched += (await owner.query(sql)).rowCount ?? 0;
      if (touched === 0 && !statements[0]!.startsWith("TRUNCATE"))
        throw new Error(`${table}: nothing was touched`);
      await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER, FORCE ROW LEVEL SECURITY`);
      faults.push(await count());
      await owner.query("ROLLBACK TO SAVEPOINT untouched");
    }
    return faults;
  });
}

/** Runs as the owner and takes everything back. */
async function tried<T>(run: () => Promise<T>): Promise<T> {
  await owner.query("BEGIN");
  try {
    return await run();
  } finally {
    await owner.query("ROLLBACK");
  }
}

describe("what the journal binds", () => {
  it("is whole while nobody touches it, and its last head is reached", async () => {
    const report = await verifyJournal(owner, kept);
    expect(report).toMatchObject({ rows: [], heads: [], unguarded: [] });
    expect(report.chains.filter(({ fault }) => fault)).toEqual([]);
    expect(report.isWhole).toBe(true);
  });

  it("holds rows in every table, so that what follows proves something", async () => {
    for (const table of TABLES) {
      const { rows } = await owner.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
      expect([table, rows[0]!.count > 0]).toEqual([table, true]);
    }
  });

  it("is every table of versions, facts, files, certificates and looks, and its list is that of the triggers", async () => {
    const { rows } = await owner.query<{ name: string; key: string; changeable: string }>(
      `SELECT c.relname AS name, split_part(encode(g.tgargs, 'escape'), '\\000', 1) AS key,
         split_part(encode(g.tgargs, 'escape'), '\\000', 2) AS changeable
       FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid WHERE g.tgname = 'evidence_insert' ORDER BY 1`,
    );
    const listed = EVIDENCE_TABLES.map(({ name, key, changeable }) => ({
      name,
      key: key.join(","),
      changeable,
    }));
    expect(rows).toEqual(listed.sort((a, b) => (a.name < b.name ? -1 : 1)));
    // A dossier's file is made of what the journal binds already, and its digest is in the entry that says it is made.
    const { rows: due } = await owner.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       AND relname ~ '(_version|_fact|_certificate|_look|_chunk)$' AND relname <> 'dossier_chunk' ORDER BY 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(due.map(({ name }) => name)));
  });

  describe.each(TABLES)("%s", (table) => {
    it("shows a change of each column", async () => {
      const columns = await columnsOf(owner, table);
      const changes = columns.map((column) => [
        `UPDATE ${table} SET "${column.name}" = ${changed(column)} WHERE ${LAST(table)}`,
      ]);
      const faults = await faultsAfter(table, ...changes);
      expect(columns.filter((_, at) => faults[at] === 0).map(({ name }) => name)).toEqual([]);
    });

    it("shows a row taken away, put in twice, or all of them gone", async () => {
      const removed = `DELETE FROM ${table} WHERE ${LAST(table)}`;
      const acts = [[removed], await copyOf(owner, table), [`TRUNCATE ${table} CASCADE`]];
      const [deleted, copied, truncated] = await faultsAfter(table, ...acts);
      expect(deleted, "delete").toBeGreaterThan(0);
      expect(truncated, "truncate").toBeGreaterThan(0);
      expect(copied, "insert").toBeGreaterThan(0);
    });

    it("shows two rows that changed places", async () => {
      const swap = await swapOf(owner, table);
      if (swap) expect((await faultsAfter(table, [swap]))[0]).toBeGreaterThan(0);
    });
  });
});

describe("who holds everything", () => {
  const open = async () => {
    for (const table of [...JOURNAL_TABLES, "journal_publication", "journal_key"])
      await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY`);
  };
  const shut = async () => {
    for (const table of [...JOURNAL_TABLES, "journal_publication", "journal_key"])
      await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER, FORCE ROW LEVEL SECURITY`);
  };

  it("rewrites a whole chain unseen but for a head that was kept elsewhere", async () => {
    const { blind, told } = await tried(async () => {
      await open();
      await owner.query(REWRITE.replaceAll("ORG", ctx.scope.org));
      await shut();
      return { blind: await verifyJournal(owner), told: await verifyJournal(owner, kept) };
    });
    expect(blind.chains.filter(({ fault }) => fault)).toEqual([]);
    expect(told.heads).toContainEqual({
      org: ctx.scope.org,
      kind: "head-not-reached",
      of: kept[0]!.document.day,
    });
  });

  it.each([
    ["the organisation's", () => ctx.scope.org],
    ["the sign-ins'", () => PLATFORM_CHAIN],
  ])("cannot cut the tail of %s chain, nor take it away, once a head was published", async (_, chain) => {
    for (const cut of [1, 0]) {
      const report = await tried(async () => {
        await open();
        const point = `WHERE org_id = '${chain()}' AND seq >= ${cut === 0 ? 1 : "(SELECT max(seq) - 3 FROM journal_entry WHERE org_id = '" + chain() + "')"}`;
        const seqs = await owner.query<{ seq: string }>(`SELECT min(seq) AS seq FROM journal_entry ${point}`);
        const first = Number(seqs.rows[0]!.seq);
        for (const table of ["journal_text", "journal_entry"])
          await owner.query(`DELETE FROM ${table} WHERE org_id = $1 AND seq >= $2`, [chain(), first]);
        if (first > 1)
          await owner.query(
            `UPDATE journal_head SET seq = $2, h = (SELECT h FROM journal_entry WHERE org_id = $1 AND seq = $2)
           WHERE org_id = $1`,
            [chain(), first - 1],
          );
        else await owner.query("DELETE FROM journal_head WHERE org_id = $1", [chain()]);
        await shut();
        return verifyJournal(owner, kept);
      });
      expect(report.heads.map(({ org, kind }) => ({ org, kind }))).toContainEqual({
        org: chain(),
        kind: "head-not-reached",
      });
    }
  });

  it("is told of what no head covers, by its count", async () => {
    const before = await verifyJournal(owner, kept);
    await makeRecord(ctx);
    const after = await verifyJournal(owner, kept);
    const openOf = (report: typeof before) => report.uncovered.find(({ org }) => org === ctx.scope.org)!;
    expect(after.isWhole).toBe(true);
    expect(openOf(after).entries).toBeGreaterThan(openOf(before).entries);
    expect(openOf(after).rows).toBeGreaterThan(openOf(before).rows);
    const bare = await verifyJournal(owner);
    expect(openOf(bare).entries).toBe(bare.chains.find(({ org }) => org === ctx.scope.org)!.seq);
  });

  it("names a text that cannot be explained by an entry that says it was cleared", async () => {
    const report = await tried(async () => {
      await open();
      await owner.query(
        `UPDATE journal_text SET salt = NULL, text = NULL, actor_id = NULL, actor_name = NULL, subject_id = NULL,
         cleared_at = now() WHERE org_id = $1 AND event <> 'journal.cleared'`,
        [ctx.scope.org],
      );
      await shut();
      return verifyJournal(owner);
    });
    expect(report.chains.find(({ org }) => org === ctx.scope.org)!.fault?.kind).toBe("cleared-unexplained");
  });

  it("cannot take an organisation away with all that it held", async () => {
    const other = await makeOrganisation(database.ownerUrl);
    await publishDay([other.scope.org], ctx.now, new AbortController().signal);
    const report = await tried(async () => {
      const { rows } = await owner.query<{ name: string }>(
        `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'org_id'
       WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`,
      );
      const names = [...rows.map(({ name }) => name), "organisation"];
      for (const name of names) {
        for (const { table, name: key } of await constraintsOf(owner, name))
          await owner.query(`ALTER TABLE ${table} DROP CONSTRAINT "${key}"`);
        await owner.query(`ALTER TABLE ${name} DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY`);
        const column = name === "organisation" ? "id" : "org_id";
        await owner.query(`DELETE FROM ${name} WHERE ${column} = $1`, [other.scope.org]);
        await owner.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
      }
      return verifyJournal(owner);
    });
    expect(report.heads).toContainEqual({
      org: other.scope.org,
      kind: "organisation-gone",
      of: other.scope.org,
    });
  });

  it("cannot change a head that was signed", async () => {
    const [head] = kept;
    const document = { ...head!.document, seq: head!.document.seq - 1 };
    const forged = { document, text: JSON.stringify(document), signature: head!.signature };
    const report = await verifyJournal(owner, [forged]);
    expect(report.heads).toContainEqual({ org: ctx.scope.org, kind: "signature-invalid", of: document.day });
  });
});

describe("an entry", () => {
  it("binds the rows that its transaction wrote, and none of another", async () => {
    await makeRecord(ctx);
    const { rows } = await owner.query<{ tables: string[] }>(
      `SELECT array_agg(r.table_name ORDER BY r.table_name) AS tables FROM evidence_row r
       JOIN journal_entry e ON e.org_id = r.org_id AND e.rows_batch = r.batch
       WHERE e.org_id = $1 GROUP BY e.seq ORDER BY e.seq DESC LIMIT 1`,
      [ctx.scope.org],
    );
    expect(rows[0]!.tables).toContain("record_version");
  });

  it("of a job that seals binds what was written without one", async () => {
    const job = jobContext("journal-publication", ctx.scope.org, ctx.now);
    const collected = await write(withoutRight(job), async (tx, journal) => {
      const [row] = await tx.$queryRaw<[{ n: bigint }]>`SELECT evidence_collect(${ctx.scope.org}::uuid) AS n`;
      journal.note({ event: "journal.sealed", subject: { noun: "journal", id: null }, after: {} });
      return done(Number(row.n));
    });
    expect(collected.ok).toBe(true);
    expect((await verifyJournal(owner)).isWhole).toBe(true);
  });
});
