import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applicationRoles } from "@/lib/platform/environment/env";
import { type FreshDatabase, freshDatabase } from "@/scripts/test/fresh-database";
import { DOCUMENTS, FUNCTIONS, NO_TENANT, OPEN_FUNCTIONS, PORTAL_COLUMNS } from "./catalogue.fixture";
import { TABLES } from "./privileges.fixture";

let database: FreshDatabase;
let owner: Client;
const ROLES = Object.values(applicationRoles);

beforeAll(async () => {
  database = await freshDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

async function rowsOf<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await owner.query<Row>(sql, values)).rows;
}

/** Excludes objects of extensions. */
const OURS = `NOT EXISTS (SELECT FROM pg_depend d
  WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')`;

/**
 * Each role's verbs on each table (S, I, U, D; U with its columns where only they may change), and the scopes that a
 * policy opens to the verb: a scope by its name, "person" by who has signed in, "org" by the organisation alone, "any"
 * without a condition on either, "all" where no row is secured. Roles of guests are in no other scope than their own.
 */
const CELLS = `
  SELECT c.relname AS table, r.role, string_agg(DISTINCT x.scope || ':' || letter, ' ' ORDER BY x.scope || ':' || letter) AS cells
  FROM pg_class c
  CROSS JOIN unnest($1::text[]) AS r(role)
  CROSS JOIN (VALUES ('SELECT', 'r', 'S'), ('INSERT', 'a', 'I'), ('UPDATE', 'w', 'U'), ('DELETE', 'd', 'D')) AS v(verb, cmd, short)
  CROSS JOIN LATERAL (SELECT v.short || CASE WHEN v.verb <> 'UPDATE' OR has_table_privilege(r.role, c.oid, 'UPDATE') THEN ''
    ELSE (SELECT '(' || string_agg(a.attname, ',' ORDER BY a.attnum) || ')' FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND has_column_privilege(r.role, c.oid, a.attnum, 'UPDATE')) END AS letter) l
  LEFT JOIN LATERAL (
    SELECT unnest(CASE WHEN m.named IS NOT NULL THEN m.named WHEN e.expr ~ 'app_person' THEN ARRAY['person']
      WHEN e.expr ~ 'app_org' THEN ARRAY['org'] ELSE ARRAY['any'] END) AS scope
    FROM pg_policy p
    CROSS JOIN LATERAL (SELECT CASE WHEN v.cmd = 'a' AND p.polwithcheck IS NOT NULL
      THEN pg_get_expr(p.polwithcheck, p.polrelid) ELSE pg_get_expr(p.polqual, p.polrelid) END AS expr) e
    CROSS JOIN LATERAL (SELECT array_agg(DISTINCT t[1]) AS named
      FROM regexp_matches(e.expr, '''(staff|portal|auditor|public|data-subject|platform)''::text', 'g') t) m
    WHERE p.polrelid = c.oid AND c.relrowsecurity AND p.polpermissive AND p.polcmd IN (v.cmd::"char", '*')
      AND (0 = ANY (p.polroles) OR r.role::regrole = ANY (p.polroles))
    UNION SELECT 'all' WHERE NOT c.relrowsecurity
  ) x ON CASE r.role WHEN 'amana_portal' THEN x.scope NOT IN ('staff', 'auditor', 'public', 'data-subject', 'platform')
    WHEN 'amana_auditor' THEN x.scope NOT IN ('staff', 'portal', 'public', 'data-subject', 'platform')
    WHEN 'amana_public' THEN x.scope NOT IN ('staff', 'portal', 'auditor', 'platform') ELSE true END
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
    AND CASE v.verb WHEN 'DELETE' THEN has_table_privilege(r.role, c.oid, 'DELETE')
      ELSE has_any_column_privilege(r.role, c.oid, v.verb) END
  GROUP BY 1, 2 ORDER BY 1, 2`;

describe("the tables", () => {
  it("open to each role and scope the verbs that are declared, and are all declared", async () => {
    const cells = await rowsOf<{ table: string; role: string; cells: string }>(CELLS, [ROLES]);
    const tables = await rowsOf<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace
        AND relkind IN ('r', 'p', 'v', 'm', 'f') ORDER BY 1`,
    );
    const actual = Object.fromEntries(
      tables.map(({ name }) => [
        name,
        Object.fromEntries(
          cells.filter(({ table }) => table === name).map(({ role, cells }) => [role.slice(6), cells]),
        ),
      ]),
    );
    expect(actual).toEqual(TABLES);
  });

  it("secure by row, the owner included, whatever holds an organisation's rows and is open to a role", async () => {
    const open = await rowsOf<{ name: string; secured: boolean; tenant: boolean }>(
      `SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS secured, EXISTS (SELECT FROM pg_attribute a
          WHERE a.attrelid = c.oid AND a.attname = 'org_id') OR c.relname = 'organisation' AS tenant
        FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
          AND EXISTS (SELECT FROM unnest($1::text[]) AS r(role) WHERE has_any_column_privilege(r.role, c.oid, 'SELECT, INSERT, UPDATE'))`,
      [ROLES],
    );
    expect(open.filter(({ tenant, secured }) => tenant && !secured)).toEqual([]);
    expect(
      open
        .filter(({ tenant }) => !tenant)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(NO_TENANT);
  });

  it("name the organisation in each policy of a role, or the person who signed in", async () => {
    const loose = await rowsOf<{ policy: string }>(
      `SELECT polrelid::regclass || '.' || polname AS policy FROM pg_policy
        WHERE polpermissive AND NOT (polroles = ARRAY[$1::regrole::oid])
          AND (coalesce(pg_get_expr(polqual, polrelid), '') || coalesce(pg_get_expr(polwithcheck, polrelid), '')) !~ 'app_(org|person)\\('
        ORDER BY 1`,
      [await ownerName()],
    );
    // Policies by a letter's token and by the address at sign-in apply before there is an organisation.
    expect(loose.map(({ policy }) => policy)).toEqual([
      "audit_grant.by_address",
      "calendar_feed.by_token",
      "controller_contact.by_address",
      "invitation.by_token",
    ]);
  });

  it("give PUBLIC nothing, and no role what the owner alone needs", async () => {
    const given = await rowsOf(
      `SELECT c.relname, p.privilege FROM pg_class c, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) AS p(privilege)
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
          AND has_any_column_privilege('public', c.oid, p.privilege)`,
    );
    expect(given).toEqual([]);
    const much = await rowsOf(
      `SELECT c.relname, r.role, p.privilege FROM pg_class c, unnest($1::text[]) AS r(role),
          unnest(ARRAY['TRUNCATE', 'TRIGGER', 'REFERENCES']) AS p(privilege)
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
          AND has_table_privilege(r.role, c.oid, p.privilege)`,
      [ROLES],
    );
    expect(much).toEqual([]);
  });
});

describe("the portal's role", () => {
  it("is in no scope without a session, whatever a statement sets", async () => {
    const client = new Client({ connectionString: database.portalUrl });
    await client.connect();
    for (const scope of ["", "staff", "auditor", "platform"]) {
      await client.query("SELECT set_config('app.scope', $1, false)", [scope]);
      expect((await client.query("SELECT app_scope() AS scope")).rows).toEqual([{ scope: "" }]);
    }
    await client.end();
  });

  it("has of each table the columns that are declared, by its views, and no other", async () => {
    expect(await columnsOf("portal", "SELECT")).toEqual(PORTAL_COLUMNS);
  });

  it("reads no column of a table that its view does not show, and none of a document", async () => {
    const read = await columnsOf("public", "SELECT");
    const additional = Object.entries(read).flatMap(([table, columns]) =>
      columns
        .split(" ")
        .filter((column) => !PORTAL_COLUMNS[table]?.split(" ").includes(column))
        .map((column) => `${table}.${column}`),
    );
    // Columns by which a function checks that no letter uses a file; none of the rows is in the scope.
    expect(additional).toEqual(["outbox_mail.org_id", "outbox_mail.attachment_id"]);
    for (const [table, column] of DOCUMENTS)
      expect(read[table]?.split(" ") ?? [], table).not.toContain(column);
  });

  it("writes through its views what it may write in the tables", async () => {
    for (const privilege of ["INSERT", "UPDATE"] as const)
      expect(await columnsOf("portal", privilege)).toEqual(await columnsOf("public", privilege));
  });

  it("is the only one that its schema is open to, and makes nothing there", async () => {
    const open = await rowsOf(
      `SELECT r.role, p.privilege FROM unnest($1::text[]) AS r(role), unnest(ARRAY['USAGE', 'CREATE']) AS p(privilege)
        WHERE has_schema_privilege(r.role, 'portal', p.privilege)`,
      [[...ROLES, "public"]],
    );
    expect(open).toEqual([{ role: "amana_portal", privilege: "USAGE" }]);
    const called = await rowsOf(
      `SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = 'portal'::regnamespace
        AND (prosecdef OR has_function_privilege('public', oid, 'EXECUTE'))`,
    );
    expect(called).toEqual([]);
    const leaky = await rowsOf(
      `SELECT relname FROM pg_class WHERE relnamespace = 'portal'::regnamespace AND relkind = 'v'
        AND NOT coalesce(reloptions::text ~ 'security_barrier=true', false)`,
    );
    expect(leaky).toEqual([]);
  });
});

/** The columns of each table or view of a schema on which the portal's role has a privilege. */
async function columnsOf(schema: string, privilege: string): Promise<Record<string, string>> {
  const rows = await rowsOf<{ name: string; columns: string }>(
    `SELECT c.relname AS name, string_agg(a.attname, ' ' ORDER BY a.attnum) AS columns
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relnamespace = $1::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
        AND has_column_privilege('amana_portal', c.oid, a.attnum, $2)
      GROUP BY 1 ORDER BY 1`,
    [schema, privilege],
  );
  return Object.fromEntries(rows.map(({ name, columns }) => [name, columns]));
}

type Definer = { name: string; definer: boolean; owner: string; config: string[] | null; grantees: string[] };

async function functionsOf(): Promise<Definer[]> {
  return rowsOf<Definer>(
    `SELECT p.oid::regprocedure::text AS name, p.prosecdef AS definer, p.proowner::regrole::text AS owner,
        p.proconfig AS config, ARRAY(SELECT r.role FROM unnest($1::text[]) AS r(role)
          WHERE has_function_privilege(r.role, p.oid, 'EXECUTE') ORDER BY 1) AS grantees
      FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND ${OURS} ORDER BY 1`,
    [[...ROLES, "public"]],
  );
}

async function ownerName(): Promise<string> {
  return (await rowsOf<{ name: string }>("SELECT current_user::text AS name"))[0]!.name;
}

/** "app_binding" is no schema: it marks the two functions that find whose session a secret opens. */
const PATH = /^search_path=pg_catalog, public, (app_binding, )?pg_temp$/;

describe("the functions", () => {
  it("that run as their owner are the owner's, and search temporary tables last", async () => {
    const definers = (await functionsOf()).filter(({ definer }) => definer);
    expect(definers.length).toBeGreaterThan(20);
    const name = await ownerName();
    for (const one of definers)
      expect(one, one.name).toMatchObject({
        owner: name,
        config: expect.arrayContaining([expect.stringMatching(PATH)]),
      });
  });

  it("that pin a path end it with pg_temp", async () => {
    for (const { name, config } of await functionsOf())
      if (config) expect(config, name).toContainEqual(expect.stringMatching(PATH));
  });

  it("are called by the roles that are declared, and are all declared", async () => {
    const actual = (await functionsOf()).filter(({ grantees }) => !grantees.includes("public"));
    const called = actual.filter(({ grantees }) => grantees.length > 0);
    expect(
      Object.fromEntries(
        called.map(({ name, grantees }) => [name, grantees.map((one) => one.slice(6)).join(" ")]),
      ),
    ).toEqual(FUNCTIONS);
  });

  it("that anybody may call run as the caller, fire for nobody's table, and are declared", async () => {
    const open = (await functionsOf()).filter(({ grantees }) => grantees.includes("public"));
    expect(open.filter(({ definer }) => definer)).toEqual([]);
    expect(open.map(({ name }) => name)).toEqual(OPEN_FUNCTIONS);
    const triggers = await rowsOf(
      `SELECT p.oid::regprocedure::text FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        AND p.prorettype = 'trigger'::regtype AND ${OURS} AND EXISTS (SELECT FROM unnest($1::text[]) AS r(role)
          WHERE has_function_privilege(r.role, p.oid, 'EXECUTE'))`,
      [[...ROLES, "public"]],
    );
    expect(triggers).toEqual([]);
  });
});

describe("the database", () => {
  it("lets no role make anything but pg-boss's own tables, in their schema", async () => {
    const makes = await rowsOf<{ role: string; schema: string }>(
      `SELECT r.role, n.nspname AS schema FROM unnest($1::text[]) AS r(role), pg_namespace n
        WHERE has_schema_privilege(r.role, n.oid, 'CREATE') AND n.nspname !~ '^pg_' ORDER BY 1`,
      [[...ROLES, "public"]],
    );
    expect(makes).toEqual([{ role: "amana_jobs", schema: "amana_jobs" }]);
    const allowed = await rowsOf(
      `SELECT r.role, p.privilege FROM unnest($1::text[]) AS r(role), unnest(ARRAY['TEMPORARY', 'CREATE']) AS p(privilege)
        WHERE has_database_privilege(r.role, current_database(), p.privilege)`,
      [[...ROLES, "public"]],
    );
    expect(allowed).toEqual([]);
  });

  it("makes none of the roles a member of another, and gives none a power", async () => {
    const powers = await rowsOf(
      `SELECT rolname FROM pg_roles WHERE rolname = ANY ($1)
        AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)`,
      [ROLES],
    );
    expect(powers).toEqual([]);
    const members = await rowsOf(
      `SELECT m.roleid::regrole::text FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member WHERE r.rolname = ANY ($1)`,
      [ROLES],
    );
    expect(members).toEqual([]);
  });
});
