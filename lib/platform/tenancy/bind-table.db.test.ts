import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "@/scripts/test/fresh-database";

let database: FreshDatabase;
let owner: Client;

/** Tables bound by hand in the migrations, and the copies that a test binds by the functions. */
const COPIES = [
  { name: "transfer", copy: "visit", kind: "row" },
  { name: "sub_processor_version", copy: "visit_version", kind: "version" },
  { name: "sub_processor_fact", copy: "visit_fact", kind: "fact" },
] as const;

/** Transfers move with the controllers that are merged. */
const SHOWN_ROWS = `((merged_from_id IS NULL AND controller_id = ANY ((SELECT app_controllers())::uuid[]))
  OR merged_from_id = ANY ((SELECT app_controllers())::uuid[]))`;

beforeAll(async () => {
  database = await freshDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  for (const { name, copy, kind } of COPIES) {
    await owner.query(`CREATE TABLE ${copy} (LIKE ${name} INCLUDING INDEXES)`);
    await owner.query("SELECT amana_bind_table($1, $2)", [copy, kind]);
  }
  const { rows } = await owner.query<{ shown: string[] }>(
    `SELECT array_agg(attname::text ORDER BY attnum) AS shown FROM pg_attribute
      WHERE attrelid = 'portal.transfer'::regclass AND attnum > 0`,
  );
  await owner.query("SELECT amana_bind_portal('visit', $1, $2)", [rows[0]!.shown, SHOWN_ROWS]);
  await owner.query(`CREATE FUNCTION visit_document(v visit) RETURNS search_document LANGUAGE sql IMMUTABLE AS
    $$ SELECT ROW(v.id, 'transfer', v.org_id, v.controller_id, fold_text(v.reference), '', '{}'::text[])::search_document $$`);
  await owner.query("SELECT amana_bind_search('visit', 'visit_document')");
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

async function rowsOf(sql: string, name: string): Promise<unknown[]> {
  return (await owner.query<Record<string, unknown>>(sql, [name])).rows;
}

const SECURITY = `SELECT relrowsecurity, relforcerowsecurity, relacl::text FROM pg_class WHERE oid = $1::regclass`;
const COLUMN_GRANTS = `SELECT attname, attacl::text FROM pg_attribute
  WHERE attrelid = $1::regclass AND attacl::text ~ 'amana_app' ORDER BY 1`;
const PORTAL_GRANTS = `SELECT attname, attacl::text FROM pg_attribute
  WHERE attrelid = $1::regclass AND attacl::text ~ 'amana_portal' ORDER BY attnum`;
const POLICIES = `SELECT polname, polcmd, polpermissive, polroles::regrole[]::text AS roles,
    pg_get_expr(polqual, polrelid) AS reads, pg_get_expr(polwithcheck, polrelid) AS writes
  FROM pg_policy WHERE polrelid = $1::regclass AND polname IN ('staff', 'auditor', 'portal') ORDER BY 1`;
/** Triggers of the binding alone, without the names of their table and of the function of its search. */
const TRIGGERS = `SELECT tgname, tgtype, tgargs, tgnewtable, tgoldtable,
    CASE WHEN tgname IN ('search_made', 'search_changed') THEN '' ELSE tgfoid::regproc::text END AS function
  FROM pg_trigger WHERE tgrelid = $1::regclass AND NOT tgisinternal
    AND tgname ~ '^(evidence_|search_|refuse_)' ORDER BY 1`;
const KEY = /sub_processor_id/g;

describe.each(COPIES)("a table bound as a $kind", ({ name, copy }) => {
  it.each([
    ["row-level security and grants", SECURITY],
    ["grants of columns", COLUMN_GRANTS],
    ["policies", POLICIES],
    ["triggers", TRIGGERS],
  ])("has the %s of one that was bound by hand", async (_, sql) => {
    const [bound, byHand] = [await rowsOf(sql, copy), await rowsOf(sql, name)];
    expect(JSON.stringify(bound).replace(KEY, "key")).toEqual(JSON.stringify(byHand).replace(KEY, "key"));
  });
});

describe("the portal's view of a table", () => {
  it("is the view that was made by hand: as whoever asks, behind a barrier, for its role alone", async () => {
    const sql = `SELECT array(SELECT unnest(reloptions) ORDER BY 1) AS options, relacl::text, replace(pg_get_viewdef(oid), relname || '.', '') AS text
      FROM pg_class WHERE oid = $1::regclass`;
    const [bound, byHand] = [await rowsOf(sql, "portal.visit"), await rowsOf(sql, "portal.transfer")];
    expect(JSON.stringify(bound).replaceAll("visit", "transfer")).toEqual(JSON.stringify(byHand));
  });
});

describe("the portal's role", () => {
  it("has the columns that the view shows, and no other", async () => {
    expect(await rowsOf(PORTAL_GRANTS, "visit")).toEqual(await rowsOf(PORTAL_GRANTS, "transfer"));
  });
});

describe("the functions that bind", () => {
  it("refuse a kind that there is not", async () => {
    await expect(owner.query("SELECT amana_bind_table('visit', 'log')")).rejects.toMatchObject({
      code: "22023",
    });
  });

  it("make a function of the search that nobody calls, and that searches temporary tables last", async () => {
    const sql = `SELECT prosecdef, proconfig::text, has_function_privilege('public', oid, 'EXECUTE') AS open
      FROM pg_proc WHERE proname = $1`;
    expect(await rowsOf(sql, "search_visit")).toEqual([
      { prosecdef: true, proconfig: '{"search_path=pg_catalog, public, pg_temp"}', open: false },
    ]);
  });
});
