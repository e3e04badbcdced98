import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "@/scripts/test/fresh-database";

let database: FreshDatabase;
let owner: Client;

beforeAll(async () => {
  database = await freshDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

/**
 * Columns that refer to a row of a noun that the example brings, by a foreign key to its table or by the name that such
 * columns have, and that neither list names for this noun.
 */
const UNLISTED = `
  WITH nouns AS (
    SELECT DISTINCT ON (noun) noun, name, regexp_replace(name, '^processing_', '') AS stem
    FROM example.cleared_table ORDER BY noun, position DESC),
  referring AS (
    SELECT n.noun, r.relname AS name, a.attname AS key FROM nouns n
      JOIN pg_constraint c ON c.contype = 'f' AND c.confrelid = n.name::regclass
      JOIN pg_class r ON r.oid = c.conrelid
      JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum = ANY (c.conkey) AND a.attname <> 'org_id'
    UNION
    SELECT n.noun, r.relname, a.attname FROM nouns n
      JOIN pg_class r ON r.relnamespace = 'public'::regnamespace AND r.relkind = 'r'
      JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
        AND a.attname IN (n.stem || '_id', n.stem || '_ids'))
  SELECT noun || ': ' || name || '.' || key AS line FROM referring r
  WHERE NOT EXISTS (SELECT FROM example.cleared_table t WHERE (t.noun, t.name, t.key) = (r.noun, r.name, r.key))
    AND NOT EXISTS (SELECT FROM example.holding_table h WHERE (h.noun, h.name, h.key) = (r.noun, r.name, r.key))
    -- Rows that go with another noun's, which the lists name for it.
    AND NOT EXISTS (SELECT FROM example.cleared_table t WHERE t.name = r.name AND t.emptied IS NULL AND t.key <> 'id')
  ORDER BY 1`;

/** Columns that no list needs to name: what they belong to is in one, or they only remember. */
const ELSEWHERE = [
  // With the file, the run of the end, the thread.
  "controller: attachment_closure.controller_id",
  "controller: attachment_withdrawal.controller_id",
  "controller: contract_end_certificate.controller_id",
  "controller: thread_message.controller_id",
  "controller: thread_read.controller_id",
  // Logs, and documents that the triggers of the search remove.
  "controller: access_look.controller_id",
  // Grants and dossiers stay, with the names that they were made with.
  "controller: audit_grant.controller_ids",
  "controller: dossier.controller_ids",
  "controller: form_submission.controller_id",
  "controller: search_document.controller_id",
  "processing-record: import_run.record_ids",
];

async function unlisted(): Promise<string[]> {
  const { rows } = await owner.query<{ line: string }>(UNLISTED);
  return rows.map(({ line }) => line).filter((line) => !ELSEWHERE.includes(line));
}

it("lists every table whose rows refer to what the example brings", async () => {
  expect(await unlisted()).toEqual([]);
});

it("finds a new table that no list names", async () => {
  await owner.query(
    `CREATE TABLE visit (id uuid PRIMARY KEY, org_id uuid NOT NULL, controller_id uuid, record_ids uuid[])`,
  );
  expect(await unlisted()).toEqual([
    "controller: visit.controller_id",
    "processing-record: visit.record_ids",
  ]);
  await owner.query("DROP TABLE visit");
});

it("clears each noun's own table last, and names tables and columns that there are", async () => {
  const { rows: last } = await owner.query(
    `SELECT DISTINCT ON (noun) noun, key, emptied FROM example.cleared_table ORDER BY noun, position DESC`,
  );
  for (const line of last) expect(line).toMatchObject({ key: "id", emptied: null });
  const { rows: missing } = await owner.query(
    `SELECT name, key FROM (SELECT name, key FROM example.cleared_table UNION SELECT name, emptied FROM example.cleared_table
        WHERE emptied IS NOT NULL UNION SELECT name, key FROM example.holding_table
        UNION SELECT name, later FROM example.holding_table WHERE later IS NOT NULL) s
      WHERE NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = to_regclass(s.name) AND a.attname = s.key)`,
  );
  expect(missing).toEqual([]);
});
