// @module-tag multiplies
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { JOURNAL_FIELDS } from "@/lib/domain/nouns/events";
import { fillExample } from "@/lib/features/example/write/mutations";
import { columnsOf } from "@/lib/platform/journal/tampering.fixture";
import { fillDigests } from "./digests.fixture";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { COLUMN_DIGESTS } from "./column-digests";
import { ENTRY_DIGESTS } from "./entry-digests";
import { UNCOMPARED_COLUMNS, UNCOMPARED_FIELDS } from "./uncompared-digests.fixture";
import { bare } from "./forgery.fixture";
import { findDigestFaults } from "./verify-digests";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const owner = new Client({ connectionString: database.ownerUrl });

beforeAll(async () => {
  await fillDigests(ctx);
  await owner.connect();
  await owner.query("SELECT set_config('app.backup', 'on', false)");
}, 240_000);
afterAll(() => owner.end());

const DIGEST_NAME = /digest|sha256|fingerprint|(^|[a-z_])hash$|^manifest$/i;
/** SHA-256 in hex, also after the word that names its text. */
const DIGEST = "^([a-z]+:)?[0-9a-f]{64}$";
/** The journal's own digests are what is verified; a hash of a secret has its text nowhere. */
const OWN = /^(journal_|evidence_row|row_line|row_hold)|_hash$/;

const ofEntries = [...ENTRY_DIGESTS, ...UNCOMPARED_FIELDS].map(({ noun, field }) => `${noun}.${field}`);
const ofColumns = [
  ...COLUMN_DIGESTS.map(({ table, column }) => `${table}.${column}`),
  ...Object.keys(UNCOMPARED_COLUMNS),
];

it("compares, or says why not, every field of an entry that is called a digest or holds one", async () => {
  const declared = Object.entries(JOURNAL_FIELDS).flatMap(([noun, fields]) =>
    [...fields.declared].filter((field) => DIGEST_NAME.test(field)).map((field) => `${noun}.${field}`),
  );
  const { rows } = await owner.query<{ name: string }>(
    `SELECT DISTINCT t.noun || '.' || m.key AS name FROM journal_text t, jsonb_each_text(t.text::jsonb -> 'after') AS m
     WHERE m.value ~ '${DIGEST}'`,
  );
  const found = new Set([...declared, ...rows.map(({ name }) => name)]);
  expect([...new Set(ofEntries)].toSorted()).toEqual([...found].toSorted());
});

it("compares, or says why not, every column that is called a digest or holds one", async () => {
  const { rows: tables } = await owner.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'org_id'
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  const found: string[] = [];
  for (const { name: table } of tables)
    for (const { name, type } of await columnsOf(owner, table)) {
      if (OWN.test(table) || OWN.test(name) || !["text", "bytea"].includes(type)) continue;
      const holds = `SELECT FROM ${table} WHERE ${type === "text" ? `"${name}"` : `encode("${name}", 'escape')`} ~ '${DIGEST}' LIMIT 1`;
      if (DIGEST_NAME.test(name) || (await owner.query(holds)).rowCount) found.push(`${table}.${name}`);
    }
  expect(found.toSorted()).toEqual([...new Set(ofColumns)].toSorted());
});

it("finds nothing while nobody touched it, in an organisation with the example either", async () => {
  valueOf(await fillExample(await makeOrganisation(database.ownerUrl)));
  expect(await findDigestFaults(owner)).toEqual([]);
});

async function faultsAfter(table: string, ...statements: string[]) {
  await owner.query("BEGIN");
  try {
    await bare(owner, table);
    let changed = 0;
    for (const sql of statements) changed += (await owner.query(sql)).rowCount ?? 0;
    return { changed, faults: await findDigestFaults(owner) };
  } finally {
    await owner.query("ROLLBACK");
  }
}

describe.each(ENTRY_DIGESTS)("the $field of an entry about $noun", (digest) => {
  const { noun, field, events, table, prefix = "" } = digest;
  const about = `noun = '${noun}' AND text::jsonb -> 'after' ->> '${field}' LIKE '${prefix}%'
    ${events ? `AND event IN (${events.map((event) => `'${event}'`).join()})` : ""}`;

  it("is found when it is of something else", async () => {
    const { changed, faults } = await faultsAfter(
      table,
      `UPDATE journal_text SET text = jsonb_set(text::jsonb, '{after,${field}}', '"${prefix}${"0".repeat(64)}"')::text WHERE ${about}`,
    );
    expect(changed).toBeGreaterThan(0);
    expect(faults.map((fault) => fault.table)).toContain(table);
  });
});

describe.each(COLUMN_DIGESTS)("the column $column of $table", ({ table, column }) => {
  it("is found when it is of something else", async () => {
    const { changed, faults } = await faultsAfter(
      table,
      `UPDATE ${table} SET ${column} = repeat('0', 64) WHERE ${column} <> ''`,
    );
    expect(changed).toBeGreaterThan(0);
    expect(faults).toContainEqual(expect.objectContaining({ table, kind: "digest-mismatch" }));
  });
});

describe("what a digest is of", () => {
  it.each([
    [
      "a piece of a document",
      "attachment_chunk",
      "UPDATE attachment_chunk SET bytes = bytes || 'x'",
      "attachment",
    ],
    ["a document that is gone", "attachment", "DELETE FROM attachment", "decision_certificate"],
    [
      "the words of a notice",
      "breach_notice",
      `UPDATE breach_notice SET content = content || '{"nature": "x"}'`,
      "breach_notice",
    ],
    [
      "the findings of a log",
      "call_log_judgement",
      `UPDATE call_log_judgement SET findings = '{}'`,
      "call_log",
    ],
    ["a message", "thread_message", "UPDATE thread_message SET text = text || '.'", "thread_message"],
    ["a look of a sealed batch", "access_look", "UPDATE access_look SET label = label || '.'", "access_look"],
    ["the rows given to an auditor", "audit_row", "DELETE FROM audit_row", "audit_grant"],
    ["a piece of a dossier", "dossier_chunk", "UPDATE dossier_chunk SET bytes = bytes || 'x'", "dossier"],
    [
      "the answer of an authority of time stamps",
      "journal_stamp",
      "UPDATE journal_stamp SET answer = answer || 'x'",
      "journal_stamp",
    ],
  ])("is compared: %s", async (_, table, statement, faulty) => {
    const { changed, faults } = await faultsAfter(table, statement);
    expect(changed).toBeGreaterThan(0);
    expect(faults).toContainEqual(expect.objectContaining({ table: faulty, kind: "digest-mismatch" }));
  });

  it("is missed when it was taken away with its lines", async () => {
    const { faults } = await faultsAfter(
      "instruction",
      "DELETE FROM instruction",
      "DELETE FROM row_line WHERE table_name = 'instruction'",
    );
    expect(faults).toContainEqual(expect.objectContaining({ table: "instruction", kind: "row-missing" }));
  });

  it("is not missed when an entry says that it was deleted", async () => {
    const { faults } = await faultsAfter(
      "instruction",
      "ALTER TABLE instruction ENABLE TRIGGER row_delete",
      "DELETE FROM instruction",
    );
    expect(faults.filter(({ table }) => table === "instruction")).toEqual([]);
  });
});
