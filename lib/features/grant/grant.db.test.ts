import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeClients } from "@/lib/platform/database/clients";
import { withOrg } from "@/lib/platform/database/transaction";
import { readSession } from "@/lib/platform/request/session-store";
import { lettersTo } from "@/prisma/factories/account";
import { makeContractInForce } from "@/prisma/factories/contract";
import {
  collect,
  EVERY_SECTION,
  makeUncollectedGrant,
  makeGrant,
  type MadeGrant,
} from "@/prisma/factories/grant";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { moveRecord, saveRecordSection } from "@/lib/features/processing-record/write/mutations";
import { sectionSaveSchema } from "@/lib/features/processing-record/schema";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { today } from "@/lib/platform/request/context";
import { grantSchema } from "./schema";
import { createGrant, revokeGrant } from "./write/mutations";
import { requestDossier } from "@/lib/features/dossier/write/mutations";
import { recordAuditView } from "@/lib/platform/access/access-log";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let own: { id: string; name: string };
let other: { id: string; name: string };
let later: string;
let chosen: MadeGrant;
let whole: MadeGrant;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  own = await makeClient("Orvelle");
  other = await makeClient("Voltiris");
  chosen = await makeGrant(ctx, {
    controllerIds: [own.id],
    sections: ["register", "clauses", "breaches", "journal"],
  });
  whole = await makeGrant(ctx);
  later = (await makeClient("Plus tard")).name;
});
afterAll(async () => {
  for (const client of connections.values()) await client.end();
  await closeClients();
  await database.drop();
});

/** A controller with an entry and a contract, told of by its name in both. */
async function makeClient(legalName: string) {
  const { id } = await makeController(ctx, { legalName });
  await makeRecord(ctx, { controllerId: id, activity: `Appels de ${legalName}` });
  await makeContractInForce(ctx, { controllerId: id });
  return { id, name: legalName };
}

const connections = new Map<string, Client>();
async function connectionOf(url: string) {
  const client = connections.get(url) ?? new Client({ connectionString: url });
  if (!connections.has(url)) await client.connect();
  connections.set(url, client);
  return client;
}

/** Runs one statement by a role, with settings of the attacker's choice. */
async function attempt(
  url: string,
  settings: Record<string, string>,
  sql: string,
): Promise<unknown[] | string> {
  const client = await connectionOf(url);
  await client.query("BEGIN");
  try {
    for (const [name, value] of Object.entries(settings))
      await client.query("SELECT set_config($1, $2, true)", [`app.${name}`, value]);
    return (await client.query(sql)).rows;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.query("ROLLBACK");
  }
}

const within = ({ actor, scope }: MadeGrant, stated = {}) => ({
  ...{ org: scope.org, scope: "auditor", grant: actor.grantId },
  ...stated,
});
const asAuditor = (grant: MadeGrant, sql: string, stated = {}) =>
  attempt(database.auditorUrl, within(grant, stated), sql);

/** Moves the term of a grant, as time would. */
async function setTerm({ actor }: MadeGrant, changes: string) {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query("SELECT set_config('app.org', $1, false), set_config('app.scope', 'staff', false)", [
    ctx.scope.org,
  ]);
  await owner.query(`UPDATE audit_grant SET ${changes} WHERE id = $1`, [actor.grantId]);
  await owner.end();
}

describe("a grant", () => {
  it("is the owner's and the DPO's to give, for controllers of their organisation, to nobody of their staff", async () => {
    const input = grantSchema.parse({
      ...{ name: "Inès", email: "ines@cabinet.example", mandate: "CNIL", reasons: "Contrôle" },
      ...{ sections: EVERY_SECTION, until: addDaysToDay(today(ctx), 3) },
    });
    for (const role of ["editor", "viewer"] as const)
      expect(await createGrant(as(ctx, role), input)).toMatchObject({ refusal: { kind: "forbidden" } });
    const foreign = await makeOrganisation(database.ownerUrl);
    expect(await createGrant(foreign, { ...input, controllerIds: [own.id] })).toMatchObject({
      refusal: { issues: [{ path: "controllerIds", key: "unknown" }] },
    });
    expect(await createGrant(ctx, { ...input, email: ctx.email })).toMatchObject({
      refusal: { issues: [{ path: "email", key: "addressOfMember" }] },
    });
    expect((await createGrant(as(ctx, "dpo"), input)).ok).toBe(true);
  });

  it.each([
    [{ until: "" }, "until", "required"],
    [{ until: "2026-02-30" }, "until", "notADay"],
    [{ until: "2020-01-01" }, "until", "untilBeforeFrom"],
    [{ from: "2999-01-05", until: "2999-01-04" }, "until", "untilBeforeFrom"],
    [{ from: "2999-01-01", until: "3001-01-01" }, "until", "termTooLong"],
    [{ on: "2999-01-01" }, "on", "future"],
  ])("is refused for %j", async (stated, path, key) => {
    const input = grantSchema.parse({
      ...{ name: "Inès", email: "ines@cabinet.example", mandate: "CNIL", reasons: "Contrôle" },
      ...{ sections: ["register"], until: addDaysToDay(today(ctx), 3), ...stated },
    });
    expect(await createGrant(ctx, input)).toMatchObject({ refusal: { issues: [{ path, key }] } });
  });

  it("sends its letter once its contents are collected, with the key's fingerprint and no secret", async () => {
    const { id, email } = await makeUncollectedGrant(ctx, { language: "en" });
    expect(await lettersTo(database.ownerUrl, email)).toEqual([]);
    expect(valueOf(await collect(ctx, id))).toBe("collected");
    expect(valueOf(await collect(ctx, id))).toBe("taken");
    const letters = await lettersTo(database.ownerUrl, email);
    expect(letters).toMatchObject([{ template: "audit-granted", locale: "en", secrets: {} }]);
    expect(letters[0]!.params.link).toMatch(new RegExp(`/audit/${id}$`));
    expect(letters[0]!.params.fingerprint?.replaceAll(" ", "")).toMatch(/^[0-9a-f]{64}$/);
    const entry = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findFirst({
        where: { subjectId: id, event: "audit.collected" },
        select: { text: true },
      }),
    );
    expect(entry?.text).toMatch(/"digest":"[0-9a-f]{64}"/);
  });

  it("ends at once where it is revoked, in an open session too, and never comes back", async () => {
    const grant = await makeGrant(ctx);
    const { grantId: id } = grant.actor;
    expect((await readSession(grant.token, new Date()))?.audits).toMatchObject([{ id }]);
    expect(await asAuditor(grant, "SELECT 1 FROM audit_row LIMIT 1")).toHaveLength(1);
    valueOf(await revokeGrant(ctx, { id, reason: "Mission terminée" }));
    expect((await readSession(grant.token, new Date()))?.audits).toEqual([]);
    expect(await asAuditor(grant, "SELECT 1 FROM audit_row LIMIT 1")).toEqual([]);
    expect(await revokeGrant(ctx, { id, reason: "Encore" })).toMatchObject({
      refusal: { issues: [{ key: "overMeanwhile" }] },
    });
    expect((await lettersTo(database.ownerUrl, grant.email)).map(({ template }) => template)).toContain(
      "audit-revoked",
    );
    const undo = `UPDATE audit_grant SET revoked_at = NULL, revoke_reason = '' WHERE id = '${id}'`;
    const staff = { org: ctx.scope.org, scope: "staff" };
    expect(await attempt(database.appUrl, staff, undo)).toBe("42501");
    expect(await attempt(database.appUrl, staff, `UPDATE audit_grant SET ends_at = now()`)).toBe("42501");
  });
});

/** Whatever a role may read, in one text. */
async function everything(url: string, settings: Record<string, string>): Promise<string> {
  const tables = (await attempt(
    url,
    {},
    `SELECT c.oid::regclass::text AS name, string_agg(quote_ident(a.attname), ', ') AS columns
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relnamespace::regnamespace::text IN ('public', 'portal') AND c.relkind IN ('r', 'p', 'v', 'm')
        AND has_schema_privilege(c.relnamespace, 'USAGE') AND has_column_privilege(c.oid, a.attnum, 'SELECT')
      GROUP BY 1 ORDER BY 1`,
  )) as { name: string; columns: string }[];
  let said = "";
  for (const { name, columns } of tables) {
    const rows = await attempt(url, settings, `SELECT t::text FROM (SELECT ${columns} FROM ${name}) t`);
    said += JSON.stringify(rows);
  }
  return said;
}

describe("raw SQL in an auditor's scope", () => {
  it("reads what the grant covers: of a controller that was chosen, and of no other", async () => {
    const read = await everything(database.auditorUrl, within(chosen));
    expect(read.includes(own.name)).toBe(true);
    expect(read.includes(other.name)).toBe(false);
    expect(read.includes(ctx.email)).toBe(false);
  });

  it("reads nothing later than what was collected", async () => {
    const read = await everything(database.auditorUrl, within(whole));
    expect(read.includes(other.name)).toBe(true);
    // The name alone of a later controller is listed, for a grant of every one; nothing of it is.
    expect(read.split(later).length - 1).toBeLessThanOrEqual(1);
    expect(read.includes(`Appels de ${later}`)).toBe(false);
  });

  it("reads the sections of the grant alone", async () => {
    const sections = (grant: MadeGrant) =>
      asAuditor(grant, "SELECT DISTINCT section FROM audit_row ORDER BY 1");
    expect(await sections(chosen)).toEqual([
      { section: "clauses" },
      { section: "journal" },
      { section: "register" },
    ]);
    await setTerm(chosen, "sections = '{register}'");
    expect(await sections(chosen)).toEqual([{ section: "register" }]);
    await setTerm(chosen, "sections = '{register,clauses,breaches,journal}'");
  });

  it("comes by no setting to more: another scope, another organisation, another grant, a person", async () => {
    const foreign = await makeOrganisation(database.ownerUrl);
    for (const stated of [
      { scope: "staff", person: ctx.actor.personId, listing: "on", backup: "on" },
      { scope: "portal", controller: other.id, controllers: `{${other.id}}` },
      { scope: "platform" },
    ]) {
      const read = await everything(database.auditorUrl, within(chosen, stated));
      expect(read.includes(other.name), JSON.stringify(stated)).toBe(false);
    }
    expect(
      (await everything(database.auditorUrl, within(chosen, { org: foreign.scope.org }))).includes(own.name),
    ).toBe(false);
    for (const stated of [{ grant: "" }, { grant: own.id }, { org: "" }])
      expect(await asAuditor(chosen, "SELECT 1 FROM audit_row", stated), JSON.stringify(stated)).toEqual([]);
  });

  it("reaches no table of the register, no search, no journal, and no other role's functions", async () => {
    for (const sql of [
      ...[
        "processing_record",
        "record_version",
        "contract",
        "journal_text",
        "breach",
        "member",
        "person",
      ].map((table) => `SELECT 1 FROM ${table}`),
      "SELECT search_ids('processing-record', ARRAY['appels'], '{}', NULL)",
      "SELECT address FROM organisation",
      "SELECT email FROM audit_grant",
      "SELECT reasons FROM audit_grant",
      "SELECT * FROM audits_due(now(), 5)",
      "SELECT dossier_clear(gen_random_uuid())",
      "SELECT * FROM session_open('x')",
      "SELECT 1 FROM portal.contract",
    ])
      expect(await asAuditor(whole, sql), sql).toBe("42501");
  });

  it("changes nothing", async () => {
    for (const sql of [
      "UPDATE audit_grant SET ends_at = now() + interval '1 year'",
      "UPDATE audit_row SET cells = '{}'",
      "DELETE FROM audit_row",
      "INSERT INTO audit_row SELECT * FROM audit_row LIMIT 1",
      "UPDATE dossier SET state = 'queued'",
      "DELETE FROM access_look",
    ])
      expect(await asAuditor(whole, sql), sql).toBe("42501");
  });

  it("opens nothing to the console's role, nor to those of portal and sign-in", async () => {
    for (const url of [database.appUrl, database.portalUrl, database.authUrl]) {
      const read = await everything(url, within(whole));
      expect(read.includes(own.name), url).toBe(false);
    }
  });

  it.each([
    ["before it begins", "starts_at = now() + interval '1 hour', ends_at = now() + interval '2 hours'"],
    ["at the instant of its end", "starts_at = now() - interval '2 hours', ends_at = clock_timestamp()"],
    ["once it is revoked", "revoked_at = now(), revoke_reason = 'x'"],
  ])("reads nothing %s", async (_, changes) => {
    const grant = await makeGrant(ctx, { controllerIds: [own.id], sections: ["register"] });
    expect(await asAuditor(grant, "SELECT 1 FROM audit_row")).not.toEqual([]);
    await setTerm(grant, changes);
    expect((await everything(database.auditorUrl, within(grant))).includes(own.name)).toBe(false);
    expect(await readSession(grant.token, new Date())).toMatchObject({ audits: [] });
    await expect(recordAuditView(grant, "Registre")).rejects.toThrow();
    expect(await isGiven(requestDossier(grant, dossierOf([own.id], ["register"])))).toBe(false);
  });
});

/** False where it is refused, by the verb or by the database. */
async function isGiven(asked: Promise<{ ok: boolean }>): Promise<boolean> {
  return asked.then(
    ({ ok }) => ok,
    () => false,
  );
}

const dossierOf = (controllerIds: string[], sections: string[]) => ({
  ...{ audience: "auditor" as const, recipient: "Inès", controllerIds, language: "fr" as const, on: "" },
  sections: sections as never,
});

describe("what an auditor does", () => {
  it("looks, which the log of accesses has for its DPO, under the grant", async () => {
    await recordAuditView(chosen, "Registre");
    const looks = await withOrg(ctx.scope, (tx) =>
      tx.accessLook.findMany({ where: { grantId: chosen.actor.grantId } }),
    );
    expect(looks).toMatchObject([{ contactId: null, controllerId: null, label: "Registre", noun: "audit" }]);
    const forged = `INSERT INTO access_look (id, org_id, grant_id, contact_name, noun, subject_id, label, looked_at)
      VALUES (gen_random_uuid(), '${ctx.scope.org}', '${whole.actor.grantId}', 'x', 'audit', gen_random_uuid(), 'x', now())`;
    expect(await asAuditor(chosen, forged)).toBe("42501");
  });

  it("asks for a dossier of what the grant covers, and of nothing else", async () => {
    expect((await requestDossier(chosen, dossierOf([own.id], ["register", "journal"]))).ok).toBe(true);
    for (const [controllers, sections] of [
      [[own.id], ["register", "measures"]],
      [[], ["register"]],
    ] as const)
      expect(await isGiven(requestDossier(chosen, dossierOf([...controllers], [...sections])))).toBe(false);
    expect(await requestDossier(chosen, dossierOf([other.id], ["register"]))).toMatchObject({ ok: false });
    expect((await requestDossier(whole, dossierOf([], EVERY_SECTION))).ok).toBe(true);
    expect(await asAuditor(chosen, "SELECT count(*)::int FROM dossier")).toEqual([{ count: 1 }]);
  });
});

describe("what is collected for a controller", () => {
  it("has no note of the processor's own, where one names another", async () => {
    const { id, version } = await makeRecord(ctx, { controllerId: own.id });
    const running = valueOf(
      await moveRecord(ctx, { id, version, event: "activate", on: "2026-01-05", reason: "" }),
    );
    const notes = `Comme chez ${other.name}`;
    const stated = { section: "beyond", id, version: running.version, notes };
    valueOf(await saveRecordSection(ctx, sectionSaveSchema.parse(stated)));
    const read = async (grant: MadeGrant) => everything(database.auditorUrl, within(grant));
    expect((await read(await makeGrant(ctx, { controllerIds: [own.id] }))).includes(other.name)).toBe(false);
    expect((await read(await makeGrant(ctx))).includes(notes)).toBe(true);
  });
});
