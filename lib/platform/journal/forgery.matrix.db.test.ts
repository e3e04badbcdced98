// @module-tag multiplies
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishDay } from "@/lib/features/journal/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { CURRENT_TABLES } from "@/lib/platform/journal/current-tables";
import { EVIDENCE_TABLES } from "@/lib/platform/journal/evidence-tables";
import { headLine, readHeads, type PublishedHead } from "@/lib/platform/journal/published-head";
import { findShapes } from "@/lib/platform/journal/row-digest";
import { findCurrentFaults, findCurrentFaultsOf } from "@/lib/platform/journal/verify-current-rows";
import { findDigestFaults } from "@/lib/platform/journal/verify-digests";
import { verifyChains } from "@/lib/platform/journal/verify-chains";
import { findHeadFaults } from "@/lib/platform/journal/verify-heads";
import { verifyJournal } from "@/lib/platform/journal/verify-journal";
import { findBatchFaults } from "@/lib/platform/journal/verify-rows";
import { fillEvidence } from "@/prisma/factories/evidence";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { openDatabase } from "@/scripts/test/open-database";
import { ACTS, bare, DEPTHS, fillTable, forge, restoreGuards, type Forgery } from "./forgery.fixture";
import { columnsOf } from "./tampering.fixture";

const database = await openDatabase();
let ctx: MadeOrganisation;
let owner: Client;
let kept: PublishedHead[];

beforeAll(async () => {
  ctx = await makeOrganisation(database.ownerUrl);
  await fillEvidence(ctx);
  for (const days of [0, 1])
    await publishDay(
      [ctx.scope.org],
      new Date(ctx.now.getTime() + days * 86_400_000),
      new AbortController().signal,
    );
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ text: string; signature: string }>(
    `SELECT document AS text, signature FROM (SELECT set_config('app.backup', 'on', false)) AS s, journal_publication`,
  );
  kept = readHeads(rows.map(headLine).join("\n"))
    .sort((a, b) => b.document.seq - a.document.seq)
    .slice(0, 1);
}, 240_000);
afterAll(() => owner.end());

/** Runs as the owner and takes everything back. */
async function tried<T>(run: () => Promise<T>): Promise<T> {
  await owner.query("BEGIN");
  try {
    return await run();
  } finally {
    await owner.query("ROLLBACK");
  }
}

/** Tables that hold nothing of their own: words of rows that stand elsewhere, for the search. */
const DERIVED_TABLES = ["search_document", "search_word"];

const isEmpty = async (table: string) => (await owner.query(`SELECT FROM ${table} LIMIT 1`)).rowCount === 0;

it("is whole while nobody touches it", async () => {
  expect(await verifyJournal(owner, kept)).toMatchObject({
    rows: [],
    heads: [],
    unguarded: [],
    isWhole: true,
  });
});

it("binds every table of an organisation: as evidence, by its states, or as the journal itself", async () => {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'org_id'
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT a.attisdropped
       AND c.relname !~ '^(journal_(entry|text|head)|evidence_row|row_line|row_hold)$'`,
  );
  const bound = [...EVIDENCE_TABLES, ...CURRENT_TABLES].map(({ name }) => name);
  const known = [...bound.filter((name) => name !== "organisation"), ...DERIVED_TABLES];
  expect(known.toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
  const triggered = await owner.query<{ name: string }>(
    "SELECT c.relname AS name FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid WHERE g.tgname = 'row_insert'",
  );
  expect(triggered.rows.map(({ name }) => name).toSorted()).toEqual(
    CURRENT_TABLES.map(({ name }) => name).toSorted(),
  );
});

it("knows the same computed columns as the database", async () => {
  for (const { name, computed } of CURRENT_TABLES) {
    const { rows } = await owner.query<{ columns: string[] }>("SELECT row_computed($1) AS columns", [name]);
    expect([name, rows[0]?.columns.toSorted()]).toEqual([name, computed.toSorted()]);
  }
});

describe.each(CURRENT_TABLES)("$name", (table) => {
  it("shows a change of each column, and a row removed, added or swapped", async () => {
    const shapes = await findShapes(owner);
    const unseen = await tried(async () => {
      await bare(owner, table.name);
      if (await isEmpty(table.name)) await fillTable(owner, table.name, ctx.scope.org);
      const columns = await columnsOf(owner, table.name);
      const forgeries = [
        ...columns.map((_, at) => ["changed", at] as const),
        ...ACTS.map((act) => [act, 0] as const),
      ];
      const missed: string[] = [];
      for (const [act, at] of forgeries) {
        await owner.query("SAVEPOINT untouched");
        const done = await forge(owner, { table: table.name, act, depth: "row" }, at);
        const faults = await findCurrentFaultsOf(owner, table, shapes);
        if (done && faults.every(({ kind }) => kind === "row-unexplained"))
          missed.push(`${act} ${columns[at]?.name}`);
        await owner.query("ROLLBACK TO SAVEPOINT untouched");
      }
      return missed;
    });
    expect(unseen).toEqual([]);
  });
});

/** Every table × act × depth in an order of its own, of which 200 are tried. */
const SAMPLE = 200;
const ALL: readonly Forgery[] = CURRENT_TABLES.flatMap(({ name: table }) =>
  ACTS.flatMap((act) => DEPTHS.filter((depth) => depth !== "row").map((depth) => ({ table, act, depth }))),
);
const SAMPLED = Array.from({ length: SAMPLE }, (_, round) => ({
  forgery: ALL[(round * 37) % ALL.length]!,
  round,
}));

/** Parts of a verification that find a forgery of each depth; any other part may, too. */
const FINDERS: Record<Forgery["depth"], () => Promise<unknown[]>> = {
  row: () => findCurrentFaults(owner),
  line: () => findBatchFaults(owner),
  entry: async () => {
    const faults: unknown[] = [];
    for await (const { fault } of verifyChains(owner)) if (fault) faults.push(fault);
    return faults;
  },
  head: () => findHeadFaults(owner, kept),
};

const REWRITE_ATTESTED_LETTERS = "UPDATE outbox_mail SET id = id WHERE template <> 'journal-head'";

it(`finds each of ${SAMPLE} forgeries whose line, entry or head was rewritten, by a head kept elsewhere`, async () => {
  const missed: Forgery[] = [];
  let made = 0;
  for (const { name: table } of CURRENT_TABLES)
    await tried(async () => {
      const sampled = SAMPLED.filter(({ forgery }) => forgery.table === table);
      await bare(owner, table);
      if (await isEmpty(table)) return;
      // The letter that sends a head away is written after it: rows that the head attests are stored behind it again.
      if (table === "outbox_mail") await owner.query(REWRITE_ATTESTED_LETTERS);
      for (const { forgery, round } of sampled) {
        await owner.query("SAVEPOINT untouched");
        if ((await forge(owner, forgery, round)) !== null) {
          made += 1;
          await restoreGuards(owner, table);
          const isFound =
            (await FINDERS[forgery.depth]()).length > 0 || !(await verifyJournal(owner, kept)).isWhole;
          if (!isFound) missed.push(forgery);
        }
        await owner.query("ROLLBACK TO SAVEPOINT untouched");
      }
    });
  expect(missed).toEqual([]);
  expect(made).toBeGreaterThan(SAMPLE / 3);
}, 600_000);

describe("a statement typed into the database", () => {
  const kindsAfter = (table: string, change: string) =>
    tried(async () => {
      await owner.query("SELECT set_config('app.org', $1, true), set_config('app.scope', 'staff', true)", [
        ctx.scope.org,
      ]);
      await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY`);
      for (const name of ["row_insert", "row_update", "row_delete"])
        await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER ${name}`);
      const { rowCount } = await owner.query(`UPDATE ${table} SET ${change}`);
      expect(rowCount).toBeGreaterThan(0);
      return (await verifyJournal(owner, kept)).rows.map(({ table: of, kind }) => ({ table: of, kind }));
    });

  it.each([
    [
      "an authorisation set to approved",
      "authorisation",
      "state = CASE state WHEN 'approved' THEN 'sent' ELSE 'approved' END",
    ],
    ["persons of an issued notice", "breach_notice", `content = '{"persons": 1380}'`],
    ["the instant of a notice", "breach_notice", "issued_at = issued_at - interval '6 hours'"],
  ])("is found, though triggers note it: %s", async (_, table, change) => {
    expect(await kindsAfter(table, change)).toContainEqual({ table, kind: "row-unexplained" });
  });

  it("is found under the application's own role, too, and after the sealing that binds it", async () => {
    const other = await makeOrganisation(database.ownerUrl);
    await fillEvidence(other);
    await withOrg(other.scope, (tx) => tx.$executeRaw`UPDATE house_rule SET reason = 'Autre'`);
    const found = async () =>
      (await verifyJournal(owner, kept)).rows
        .filter(({ org }) => org === other.scope.org)
        .map(({ kind }) => kind);
    expect(await found()).toContain("row-unexplained");
    await publishDay([other.scope.org], ctx.now, new AbortController().signal);
    expect(await found()).toContain("row-unexplained");
  });
});

describe("a digest that is stored", () => {
  it.each([
    ["the text of an authorisation", "authorisation", "text = text || '.' WHERE text_digest IS NOT NULL"],
    ["the list of an authorisation", "authorisation", "list = '[]' WHERE list_digest IS NOT NULL"],
    ["the text of an instruction", "instruction", "text = text || '.'"],
    [
      "the digest that an instruction's entry holds",
      "instruction",
      `text = 'a', text_digest = encode(sha256('a'), 'hex')`,
    ],
    ["a certificate's document", "decision_certificate", "digest = repeat('0', 64)"],
    [
      "the text that a fact names",
      "authorisation_fact",
      "text_digest = repeat('0', 64) WHERE text_digest <> ''",
    ],
  ])("is compared with what it digests: %s", async (_, table, change) => {
    const kinds = await tried(async () => {
      await bare(owner, table);
      expect((await owner.query(`UPDATE ${table} SET ${change}`)).rowCount).toBeGreaterThan(0);
      return (await findDigestFaults(owner)).map(({ table: of, kind }) => ({ table: of, kind }));
    });
    expect(kinds).toContainEqual({ table, kind: "digest-mismatch" });
  });
});
