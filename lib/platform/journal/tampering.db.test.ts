import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PLATFORM_CHAIN } from "@/lib/domain/journal/chain-id";
import { clearJournalTexts, publishDay } from "@/lib/features/journal/write/mutations";
import { saveOrganisationSection } from "@/lib/features/organisation/write/mutations";
import { sectionSaveSchema } from "@/lib/features/organisation/schema";
import { moveRecord } from "@/lib/features/processing-record/write/mutations";
import { closeClients } from "@/lib/platform/database/clients";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { EVIDENCE_TABLES } from "@/lib/platform/journal/evidence-tables";
import { readHeads, headLine, type PublishedHead } from "@/lib/platform/journal/published-head";
import { verifyJournal } from "@/lib/platform/journal/verify-journal";
import { recordAccess } from "@/lib/platform/access/access-log";
import { withOrg } from "@/lib/platform/database/transaction";
import { writeAsSelf, write } from "@/lib/platform/write/write";
import { done } from "@/lib/domain/outcome/outcome";
import { makeClosed, makeDocument, makeWithdrawn } from "@/prisma/factories/attachment";
import { makeRequest } from "@/prisma/factories/authorisation";
import { makeWork, stepWork } from "@/prisma/factories/dpo-work";
import { makeIssuedNotice } from "@/prisma/factories/breach";
import { recordMinorCall } from "@/lib/features/minor/write/mutations";
import { houseRuleSchema } from "@/lib/features/telephone/schema";
import { saveHouseRule } from "@/lib/features/telephone/write/house";
import { makeApprovedScript } from "@/prisma/factories/call-script";
import { makeClosedLog } from "@/prisma/factories/call-log";
import { makeConsents, makeEndedCampaign, makeScrub } from "@/prisma/factories/campaign";
import { makeAuthorisation, makeChoice, makeListCheck } from "@/prisma/factories/choice";
import { makeAnswered } from "@/prisma/factories/consultation";
import { makeRightsRequest } from "@/prisma/factories/rights-request";
import { makeContact } from "@/prisma/factories/contact";
import { makeContract, makeContractInForce } from "@/prisma/factories/contract";
import { makeClosedEnd } from "@/prisma/factories/contract-end";
import { makeUndoneMerge } from "@/prisma/factories/merge";
import { makeOpenPage } from "@/prisma/factories/public-page";
import { makeDecision } from "@/prisma/factories/decision";
import { makeAccepted } from "@/prisma/factories/instruction";
import { adoptMeasure, nameMeasures } from "@/prisma/factories/measure";
import { makeLetter, makeReport } from "@/prisma/factories/outbox";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeRecord, valueOf } from "@/prisma/factories/register";
import { makeSubProcessor, stepSubProcessor } from "@/prisma/factories/sub-processor";
import { makeForm } from "@/prisma/factories/submission";
import { addMessage } from "@/prisma/factories/thread";
import { makeTransfer, stepTransfer } from "@/prisma/factories/transfer";
import { freshDatabase } from "@/scripts/test/fresh-database";

const JOURNAL_TABLES = ["journal_entry", "journal_text", "journal_head", "evidence_row"];
const TABLES = [...JOURNAL_TABLES, ...EVIDENCE_TABLES.map(({ name }) => name)];

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let owner: Client;
let kept: PublishedHead[];

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  await fillEveryTable();
  await writeAsSelf({ person: null, now: ctx.now }, async (_tx, journal) => {
    journal.note({ event: "sign-in.failed", subject: { noun: "account", id: null } });
    return done(null);
  });
  valueOf(await clearJournalTexts(ctx, { seqs: [3, 4], reason: "Durée de conservation atteinte" }));
  const tomorrow = new Date(ctx.now.getTime() + 86_400_000);
  for (const day of [ctx.now, tomorrow]) await publishDay([ctx.scope.org], day, new AbortController().signal);
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
afterAll(async () => {
  await owner.end();
  await closeClients();
  await database.drop();
});

/** A row or two in every table of evidence, by the verbs of the product. */
async function fillEveryTable() {
  const record = await makeRecord(ctx);
  const controllerId = record.controllerId!;
  const measure = await adoptMeasure(ctx, "two-factors");
  const { version } = await nameMeasures(ctx, record, [measure.id]);
  valueOf(await moveRecord(ctx, { id: record.id, version, event: "activate", on: "2026-01-05", reason: "" }));
  const identity = { section: "identity", version: 1, legalName: "Autre nom", country: "MA" };
  valueOf(await saveOrganisationSection(ctx, sectionSaveSchema.parse(identity)));
  await makeAccepted(ctx, { controllerId });
  const inForce = await makeContractInForce(ctx, { controllerId });
  await makeClosed(ctx, inForce.id);
  const contract = await makeContract(ctx, { controllerId });
  await makeWithdrawn(ctx, contract);
  await makeDocument(ctx, { noun: "contract", subjectId: contract.id });
  await stepTransfer(ctx, await makeTransfer(ctx, { controllerId }), "suspend");
  await stepSubProcessor(ctx, await makeSubProcessor(ctx), "end");
  await makeClosedEnd(ctx, { controllerId });
  await makeUndoneMerge(ctx, controllerId);
  await stepWork(ctx, await makeWork(ctx, "training"), "hold");
  await makeChoice(ctx, { controllerId });
  await makeListCheck(ctx, { controllerId });
  await makeAuthorisation(ctx, { controllerId });
  await makeAnswered(ctx, { controllerId });
  await makeApprovedScript(ctx, { controllerId });
  await makeRightsRequest(ctx, { controllerId });
  valueOf(await recordMinorCall(ctx, { outcome: "ended" }));
  valueOf(await saveHouseRule(ctx, houseRuleSchema.parse({ version: 0, attempts: "2", reason: "Charte" })));
  await makeOpenPage(ctx);
  await makeClosedLog(ctx, { controllerId });
  await makeScrub(ctx, (await makeEndedCampaign(ctx, { controllerId })).id);
  await makeConsents(ctx, { controllerId });
  await makeIssuedNotice(ctx, { controllerId });
  const contact = await makeContact(ctx, { controllerId });
  await makeDecision(contact, await makeRequest(ctx, { controllerId }));
  await addMessage(makeForm()(contact), record.id);
  const look = (label: string) =>
    withOrg(contact.scope, (tx) =>
      recordAccess(tx, contact, { noun: "processing-record", id: record.id, label }),
    );
  await look("T-001");
  await look("T-002");
  const letter = await makeLetter(ctx);
  await makeReport(ctx, letter.id, { kind: "delayed", at: ctx.now });
}

type Column = { name: string; type: string };

async function columnsOf(table: string): Promise<Column[]> {
  const { rows } = await owner.query<Column>(
    `SELECT column_name AS name, CASE WHEN data_type = 'ARRAY' THEN 'ARRAY' ELSE data_type END AS type
     FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1 ORDER BY ordinal_position`,
    [table],
  );
  return rows;
}

/** Another value than the one that stands there. */
function changed({ name, type }: Column): string {
  const column = `"${name}"`;
  if (type === "uuid") return "gen_random_uuid()";
  if (type === "ARRAY") return `array_append(${column}, NULL)`;
  if (type === "jsonb") return `jsonb_build_object('changed', ${column})`;
  if (type === "bytea") return `coalesce(${column}, '') || '\\x00'`;
  if (type === "boolean") return `NOT ${column}`;
  if (type === "integer" || type === "bigint") return `coalesce(${column}, 0) + 7`;
  if (type.startsWith("timestamp")) return `coalesce(${column}, now()) + interval '1 hour'`;
  return `coalesce(${column}, '') || '7'`;
}

/** Tampers as an owner with triggers off, and restores the database afterwards. */
async function faultsAfter(table: string, ...statements: string[]): Promise<number> {
  return tried(async () => {
    for (const { table: of, name } of await constraintsOf(table))
      await owner.query(`ALTER TABLE ${of} DROP CONSTRAINT "${name}"`);
    await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY`);
    let touched = 0;
    for (const sql of statements) touched += (await owner.query(sql)).rowCount ?? 0;
    if (touched === 0 && !statements[0]!.startsWith("TRUNCATE"))
      throw new Error(`${table}: nothing was touched`);
    await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER, FORCE ROW LEVEL SECURITY`);
    const report = await verifyJournal(owner, kept);
    const { chains, rows, heads, unguarded } = report;
    return chains.filter(({ fault }) => fault).length + rows.length + heads.length + unguarded.length;
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

/** Foreign keys of a table and to it, and what else it refuses. */
async function constraintsOf(table: string): Promise<{ table: string; name: string }[]> {
  const { rows } = await owner.query(
    `SELECT conrelid::regclass::text AS table, conname AS name FROM pg_constraint
     WHERE contype IN ('f', 'c') AND (conrelid = $1::regclass OR confrelid = $1::regclass)`,
    [table],
  );
  return rows;
}

/**
 * Selects the last row by its place, so that an entry's number or a key may grow without meeting another's.
 */
const LAST = (table: string) => `ctid = (SELECT max(ctid) FROM ${table})`;

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
      const unseen: string[] = [];
      for (const column of await columnsOf(table)) {
        const sql = `UPDATE ${table} SET "${column.name}" = ${changed(column)} WHERE ${LAST(table)}`;
        if ((await faultsAfter(table, sql)) === 0) unseen.push(column.name);
      }
      expect(unseen).toEqual([]);
    });

    it("shows a row taken away, put in twice, or all of them gone", async () => {
      expect(await faultsAfter(table, `DELETE FROM ${table} WHERE ${LAST(table)}`), "delete").toBeGreaterThan(
        0,
      );
      expect(await faultsAfter(table, `TRUNCATE ${table} CASCADE`), "truncate").toBeGreaterThan(0);
      expect(await faultsAfter(table, ...(await copyOf(table))), "insert").toBeGreaterThan(0);
    });

    it("shows two rows that changed places", async () => {
      const swap = await swapOf(table);
      if (swap) expect(await faultsAfter(table, swap)).toBeGreaterThan(0);
    });
  });
});

/** The last row once more under another key; constraints that forbid it are taken away first. */
async function copyOf(table: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT i.indexrelid::regclass::text AS name FROM pg_index i
     WHERE i.indrelid = $1::regclass AND i.indisunique AND NOT i.indisprimary`,
    [table],
  );
  const { rows: keys } = await owner.query<{ name: string }>(
    "SELECT conname AS name FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'p'",
    [table],
  );
  return [
    ...rows.map(({ name }) => `DROP INDEX ${name}`),
    ...keys.map(({ name }) => `ALTER TABLE ${table} DROP CONSTRAINT "${name}" CASCADE`),
    `INSERT INTO ${table} SELECT * FROM ${table} WHERE ${LAST(table)}`,
  ];
}

/** Two rows exchange what they say and keep their keys. */
async function swapOf(table: string): Promise<string | null> {
  const { rows: keys } = await owner.query<{ name: string }>(
    `SELECT a.attname AS name FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
     WHERE i.indrelid = $1::regclass AND i.indisunique`,
    [table],
  );
  const unique = new Set(keys.map(({ name }) => name));
  const { rows } = await owner.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
  const columns = (await columnsOf(table)).filter(({ name }) => !unique.has(name) && name !== "org_id");
  if (rows[0]!.count < 2 || columns.length === 0) return null;
  const names = columns.map(({ name }) => `"${name}"`);
  const other = names.map((name) => `o.${name}`).join(", ");
  const pair = `SELECT min(ctid) AS a, max(ctid) AS b FROM ${table}`;
  return `UPDATE ${table} t SET (${names.join(", ")}) = ROW(${other}) FROM ${table} o, (${pair}) p
    WHERE (t.ctid = p.a AND o.ctid = p.b) OR (t.ctid = p.b AND o.ctid = p.a)`;
}

describe("who holds everything", () => {
  /** Rewrites an entry and every hash after it, and the head: a chain that is whole by itself. */
  const REWRITE = `DO $$
    DECLARE e record; prev bytea; c bytea; dd bytea;
    BEGIN
      SELECT h INTO prev FROM journal_entry WHERE org_id = 'ORG' AND seq = 4;
      FOR e IN SELECT j.*, t.salt, t.text, t.event, t.noun FROM journal_entry j
        JOIN journal_text t USING (org_id, seq) WHERE j.org_id = 'ORG' AND j.seq > 4 ORDER BY j.seq LOOP
        IF e.seq = 5 THEN e.text := regexp_replace(e.text, '"name":"[^"]*"', '"name":"Autre"'); END IF;
        c := CASE WHEN e.text IS NULL THEN e.commitment ELSE sha256(e.salt || convert_to(e.text, 'UTF8')) END;
        dd := sha256(convert_to(concat_ws(':', 'amana-entry-2', e.org_id, e.seq,
          (extract(epoch FROM e.recorded_at) * 1000)::bigint, e.event, e.noun, e.rows_count,
          coalesce(encode(e.rows_digest, 'hex'), ''), encode(c, 'hex')), 'UTF8'));
        prev := sha256(prev || dd);
        UPDATE journal_entry SET commitment = c, d = dd, h = prev WHERE org_id = e.org_id AND seq = e.seq;
        UPDATE journal_text SET text = e.text, actor_name = e.text::jsonb #>> '{actor,name}'
          WHERE org_id = e.org_id AND seq = e.seq AND text IS NOT NULL;
      END LOOP;
      UPDATE journal_head SET h = prev WHERE org_id = 'ORG';
    END $$`;
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
        for (const { table, name: key } of await constraintsOf(name))
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
    const collected = await write(job, async (tx, journal) => {
      const [row] = await tx.$queryRaw<[{ n: bigint }]>`SELECT evidence_collect(${ctx.scope.org}::uuid) AS n`;
      journal.note({ event: "journal.sealed", subject: { noun: "journal", id: null }, after: {} });
      return done(Number(row.n));
    });
    expect(collected.ok).toBe(true);
    expect((await verifyJournal(owner)).isWhole).toBe(true);
  });
});
