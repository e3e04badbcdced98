import { Client, escapeIdentifier } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { StaffCtx } from "@/lib/platform/request/context";
import { databaseName } from "@/lib/platform/embedded/settings";
import { env } from "@/lib/platform/environment/env";
import { restrictDatabase } from "@/lib/platform/migrate/restrict-database";
import { makeContact, portalSettings } from "@/prisma/factories/contact";
import { makeGrant } from "@/prisma/factories/grant";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeRecord } from "@/prisma/factories/register";
import { urlOfDatabase } from "@/scripts/test/cluster";
import { bareDatabase, type FreshDatabase, freshDatabase } from "@/scripts/test/fresh-database";

let database: FreshDatabase;
let ctx: StaffCtx;
let owner: Client;
let opened: Client[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  await makeRecord(ctx);
  owner = await open(database.ownerUrl);
  opened = [];
});
afterEach(async () => {
  await Promise.all(opened.map((client) => client.end()));
  opened = [];
  await restrictDatabase(owner);
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

async function open(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  opened.push(client);
  return client;
}

/** Grants temporary tables, as older databases did: the second protection must suffice alone. */
async function allowTemporary() {
  const { rows } = await owner.query<{ name: string }>("SELECT current_database() AS name");
  await owner.query(`GRANT TEMPORARY ON DATABASE ${escapeIdentifier(rows[0]!.name)} TO PUBLIC`);
}

const roles = (): [string, string][] => [
  ["amana_app", database.appUrl],
  ["amana_auth", database.authUrl],
  ["amana_jobs", database.jobsUrl],
  ["amana_portal", database.portalUrl],
  ["amana_auditor", database.auditorUrl],
  ["amana_public", database.publicUrl],
];

/** A trigger of the caller's that would note on whose behalf it ran. */
const ATTACKERS_TRIGGER = [
  "CREATE TEMP TABLE seen (name text)",
  "GRANT ALL ON seen TO PUBLIC",
  `CREATE FUNCTION pg_temp.spy() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN INSERT INTO pg_temp.seen VALUES (current_user); RETURN NEW; END $$`,
];

/** Enters as staff, and as whoever the session of a guest's role binds. */
async function enter(client: Client, bound: Record<string, string> = {}) {
  for (const [name, value] of Object.entries({ org: ctx.scope.org, scope: "staff", ...bound }))
    await client.query("SELECT set_config($1, $2, false)", [`app.${name}`, value]);
}

type Bound = { settings: Record<string, string>; author: object };

/** Settings by which a guest's role is in its scope, and the author of its entries. */
async function boundOf(role: string): Promise<Bound> {
  if (role === "amana_portal") {
    const { actor, scope } = await makeContact(ctx);
    return {
      settings: portalSettings(scope),
      author: { kind: actor.kind, id: actor.contactId, name: actor.name },
    };
  }
  if (role !== "amana_auditor") return { settings: {}, author: {} };
  const { actor, scope } = await makeGrant(ctx, { sections: ["register"] });
  return {
    settings: { grant: actor.grantId, session: scope.sessionHash ?? "" },
    author: { kind: actor.kind, id: actor.grantId, name: actor.name },
  };
}

async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(
    () => undefined,
    (error: { code: string }) => error.code,
  );
}

const append = (client: Client, actor: object = {}) =>
  client.query<{ seq: string }>(
    `SELECT journal_append($1, ARRAY[decode(repeat('00', 16), 'hex')], ARRAY[$2]) AS seq`,
    [ctx.scope.org, JSON.stringify({ event: "probe", subject: { noun: "journal" }, actor })],
  );

async function headOf(): Promise<number> {
  const { rows } = await owner.query<{ seq: string }>("SELECT seq FROM journal_head WHERE org_id = $1", [
    ctx.scope.org,
  ]);
  return Number(rows[0]!.seq);
}

describe("temporary tables", () => {
  it("are made by no role of the application, in no new database that was migrated", async () => {
    for (const [role, url] of roles()) {
      const client = await open(url);
      expect(await codeOf(client.query("CREATE TEMP TABLE journal_head (seq bigint)")), role).toBe("42501");
      expect(await codeOf(client.query("CREATE FUNCTION pg_temp.f() RETURNS int RETURN 1")), role).toBe(
        "42501",
      );
      expect(await codeOf(client.query("CREATE TABLE public.own (id int)")), role).toBe("42501");
    }
  });

  it("are withdrawn again from a copy, which has the privileges of a new database", async () => {
    const copy = await bareDatabase();
    const client = await open(copy.ownerUrl);
    const allowed = "SELECT has_database_privilege('public', current_database(), 'TEMPORARY') AS allowed";
    expect((await client.query(allowed)).rows).toEqual([{ allowed: true }]);
    await restrictDatabase(client);
    expect((await client.query(allowed)).rows).toEqual([{ allowed: false }]);
    await client.end();
    opened = opened.filter((one) => one !== client);
    await copy.drop();
  });

  it("stop the start with what to run, where the owner cannot withdraw them", async () => {
    await allowTemporary();
    const stranger = await open(database.appUrl);
    await expect(restrictDatabase(stranger)).rejects.toThrow(/REVOKE TEMPORARY ON DATABASE "?amana_test_/);
  });

  it.each(["amana_app", "amana_auth", "amana_portal", "amana_auditor"])(
    "let %s run nothing as the owner by the journal",
    async (role) => {
      await allowTemporary();
      const client = await open(Object.fromEntries(roles())[role]!);
      const { settings, author } = await boundOf(role);
      await enter(client, settings);
      await client.query("CREATE TEMP TABLE journal_head (org_id uuid PRIMARY KEY, seq bigint, h bytea)");
      await client.query("GRANT ALL ON journal_head TO PUBLIC");
      for (const statement of ATTACKERS_TRIGGER) await client.query(statement);
      await client.query(
        "CREATE TRIGGER spy BEFORE INSERT ON pg_temp.journal_head FOR EACH ROW EXECUTE FUNCTION pg_temp.spy()",
      );
      await append(client, author);
      expect((await client.query("SELECT * FROM pg_temp.seen")).rows).toEqual([]);
      expect((await client.query("SELECT * FROM pg_temp.journal_head")).rows).toEqual([]);
    },
  );

  it("let amana_jobs run nothing as the owner by the cleaning", async () => {
    await allowTemporary();
    const client = await open(database.jobsUrl);
    await client.query("CREATE TEMP TABLE rate_limit (window_start timestamptz)");
    await client.query("GRANT ALL ON rate_limit TO PUBLIC");
    await client.query("INSERT INTO pg_temp.rate_limit VALUES (now() - interval '30 days')");
    for (const statement of ATTACKERS_TRIGGER) await client.query(statement);
    await client.query(
      "CREATE TRIGGER spy BEFORE DELETE ON pg_temp.rate_limit FOR EACH ROW EXECUTE FUNCTION pg_temp.spy()",
    );
    await client.query("SELECT clean_expired(now())");
    expect((await client.query("SELECT * FROM pg_temp.seen")).rows).toEqual([]);
    expect((await client.query("SELECT * FROM pg_temp.rate_limit")).rowCount).toBe(1);
  });

  it("divert no entry of the journal", async () => {
    await allowTemporary();
    const client = await open(database.appUrl);
    await enter(client);
    for (const table of ["journal_head", "journal_entry", "journal_text"]) {
      await client.query(`CREATE TEMP TABLE ${table} (LIKE public.${table} INCLUDING ALL)`);
      await client.query(`GRANT ALL ON pg_temp.${table} TO PUBLIC`);
    }
    const before = await headOf();
    expect(Number((await append(client)).rows[0]!.seq)).toBe(before + 1);
    expect(await headOf()).toBe(before + 1);
  });

  it("reach nobody's index of search: no role puts the owner's trigger on a table of its own", async () => {
    await allowTemporary();
    const { rows } = await owner.query<{ signature: string }>(
      `SELECT oid::regprocedure::text AS signature FROM pg_proc
        WHERE pronamespace = 'public'::regnamespace AND prorettype = 'trigger'::regtype`,
    );
    expect(rows.length).toBeGreaterThan(25);
    for (const [role, url] of roles()) {
      const client = await open(url);
      await client.query("CREATE TEMP TABLE processing_record (id uuid, org_id uuid)");
      for (const { signature } of rows) {
        const trigger = `CREATE TRIGGER own AFTER DELETE ON pg_temp.processing_record FOR EACH ROW EXECUTE FUNCTION public.${signature}`;
        expect(await codeOf(client.query(trigger)), `${role} ${signature}`).toBe("42501");
      }
    }
  });
});

it("cleans nothing by an instant ahead of the clock, so that no session ends early", async () => {
  const client = await open(database.jobsUrl);
  for (const at of ["2999-01-01T00:00:00Z", "infinity", null])
    expect(await codeOf(client.query("SELECT clean_expired($1)", [at])), String(at)).toBe("22023");
  expect(await codeOf(client.query("SELECT clean_expired_before('2999-01-01')"))).toBe("42501");
});

it("numbers no certificate without an organisation, nor for anybody but a contact", async () => {
  const client = await open(database.portalUrl);
  const next = () => codeOf(client.query("SELECT next_decision_certificate(2026)"));
  expect(await next()).toBe("42501");
  await enter(client);
  expect(await next()).toBe("42501");
  await enter(client, (await boundOf("amana_portal")).settings);
  expect(await next()).toBeUndefined();
  const staff = await open(database.appUrl);
  await enter(staff);
  expect(await codeOf(staff.query("SELECT next_decision_certificate(2026)"))).toBe("42501");
});

// The database of the embedded server; another server's is an administrator's.
it.skipIf(env().TEST_DATABASE_URL)("makes large objects for no role of the application", async () => {
  for (const [role, url] of roles()) {
    const client = await open(urlOfDatabase(url, databaseName));
    for (const call of ["lo_create(0)", "lo_creat(0)", "lo_from_bytea(0, 'x')"])
      expect(await codeOf(client.query(`SELECT ${call}`)), `${role} ${call}`).toBe("42501");
  }
});
