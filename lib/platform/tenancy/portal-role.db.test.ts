import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLAUSE_IDS } from "@/lib/domain/contract/clauses";
import { saveOrganisationSection } from "@/lib/features/organisation/write/mutations";
import { sectionSaveSchema as organisationSchema } from "@/lib/features/organisation/schema";
import { moveRecord, saveRecordSection } from "@/lib/features/processing-record/write/mutations";
import { sectionSaveSchema } from "@/lib/features/processing-record/schema";
import { makeContact, type MadeContact } from "@/prisma/factories/contact";
import { makeContractInForce, fillSection } from "@/prisma/factories/contract";
import { makeRequest } from "@/prisma/factories/authorisation";
import { makeMeasure, nameMeasures } from "@/prisma/factories/measure";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeRecord, valueOf } from "@/prisma/factories/register";
import { makeSubProcessor, fillSubProcessorSection } from "@/prisma/factories/sub-processor";
import { freshDatabase } from "@/scripts/test/fresh-database";

/** Marker in every column that no page of the portal shows; others hold the turnover's figures. */
const WORD = "Voltiris";
const TURNOVER = "98765432";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let contact: MadeContact;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  const controllerId = await writeRegister();
  await writeClauses(controllerId);
  await writeSubProcessor(controllerId);
  await writeTurnover();
  contact = await makeContact(ctx, { controllerId });
});
afterAll(async () => {
  for (const client of connections.values()) await client.end();
  await database.drop();
});

/** An entry with notes and a measure that somebody owns, now and in a version before. */
async function writeRegister(): Promise<string> {
  const { id, version: first, controllerId } = await makeRecord(ctx);
  const measure = await makeMeasure(ctx, { owner: WORD, evidence: WORD, description: WORD });
  const { version } = await nameMeasures(ctx, { id, version: first }, [measure.id]);
  const asked = { id, version, event: "activate" as const, on: "2026-01-05", reason: "" };
  const running = valueOf(await moveRecord(ctx, asked));
  const stated = { section: "additional", id, version: running.version, notes: `Comme chez ${WORD}.` };
  const noted = valueOf(await saveRecordSection(ctx, sectionSaveSchema.parse(stated)));
  const after = { ...stated, version: noted.version, notes: `Comme chez ${WORD}, et ailleurs.` };
  valueOf(await saveRecordSection(ctx, sectionSaveSchema.parse(after)));
  return controllerId!;
}

async function writeClauses(controllerId: string) {
  const contract = await makeContractInForce(ctx, { controllerId });
  const read = { answer: "present", place: "art. 7", note: WORD };
  await fillSection(ctx, contract, "clauses", Object.fromEntries(CLAUSE_IDS.map((id) => [id, read])));
}

async function writeSubProcessor(controllerId: string) {
  const made = await makeSubProcessor(ctx);
  const checked = await fillSubProcessorSection(ctx, made, "guarantees", { checks: `Relevé chez ${WORD}` });
  const subProcessor = await fillSubProcessorSection(ctx, checked, "contract", { reference: WORD });
  await makeRequest(ctx, { controllerId, subProcessorId: subProcessor.id });
}

async function writeTurnover() {
  const stated = { turnoverAmount: TURNOVER, turnoverCurrency: "EUR", turnoverYearEnd: "2025-12-31" };
  const input = organisationSchema.parse({ section: "turnover", version: 1, ...stated });
  valueOf(await saveOrganisationSection(ctx, input));
}

type Scope = Record<"org" | "scope" | "controller" | "person" | "session", string>;

const connections = new Map<string, Client>();

async function connectionOf(url: string): Promise<Client> {
  const client = connections.get(url) ?? new Client({ connectionString: url });
  if (!connections.has(url)) await client.connect();
  connections.set(url, client);
  return client;
}

/** Runs one statement by a connection on which somebody chose the scope. */
async function attempt(url: string, scope: Partial<Scope>, sql: string): Promise<unknown[] | string> {
  const client = await connectionOf(url);
  await client.query("BEGIN");
  try {
    for (const [name, value] of Object.entries(scope))
      await client.query("SELECT set_config($1, $2, true)", [`app.${name}`, value]);
    return (await client.query(sql)).rows;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.query("ROLLBACK");
  }
}

const inPortal = (scope = "portal"): Partial<Scope> => ({
  org: ctx.scope.org,
  scope,
  controller: contact.scope.controllerId!,
  session: contact.scope.sessionHash!,
});

/** Every table and view, each with the columns that the role of a connection may read. */
async function readable(url: string): Promise<{ name: string; columns: string }[]> {
  const rows = await attempt(
    url,
    {},
    `SELECT c.oid::regclass::text AS name, string_agg(quote_ident(a.attname), ', ') AS columns
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relnamespace::regnamespace::text IN ('public', 'portal') AND c.relkind IN ('r', 'p', 'v', 'm')
        AND has_schema_privilege(c.relnamespace, 'USAGE') AND has_column_privilege(c.oid, a.attnum, 'SELECT')
      GROUP BY 1 ORDER BY 1`,
  );
  return rows as { name: string; columns: string }[];
}

/** Lists the columns in which a connection reads a marker in a scope. */
async function leaksOf(url: string, scope: Partial<Scope>): Promise<string[]> {
  const found: string[] = [];
  for (const { name, columns } of await readable(url)) {
    const sql = `SELECT count(*)::int AS count FROM (SELECT ${columns} FROM ${name}) t WHERE t::text ~ '${WORD}|${TURNOVER}'`;
    const rows = await attempt(url, scope, sql);
    if (typeof rows !== "string" && (rows[0] as { count: number }).count > 0) found.push(name);
  }
  return found;
}

describe("raw SQL in the portal's scope", () => {
  it("has something to find, which the staff reads", async () => {
    const staff = await leaksOf(database.appUrl, { org: ctx.scope.org, scope: "staff" });
    expect(staff).toEqual(
      expect.arrayContaining([
        ...["contract", "contract_version", "journal_text", "measure", "measure_version", "organisation"],
        ...["organisation_version", "processing_record", "record_version", "sub_processor"],
        "sub_processor_version",
      ]),
    );
  });

  it("reads what the portal shows by its own role, and none of what it does not show", async () => {
    const rows = await attempt(
      database.portalUrl,
      inPortal(),
      "SELECT content FROM portal.processing_record",
    );
    expect(rows).toMatchObject([{ content: { activity: "Appels entrants du service client", notes: "" } }]);
    expect(await leaksOf(database.portalUrl, inPortal())).toEqual([]);
  });

  it("comes by no other scope to more", async () => {
    for (const scope of ["staff", "auditor", "platform", ""])
      expect([scope, await leaksOf(database.portalUrl, inPortal(scope))]).toEqual([scope, []]);
    const asOwner = { ...inPortal("staff"), person: ctx.actor.personId, listing: "on", backup: "on" };
    expect(await leaksOf(database.portalUrl, asOwner)).toEqual([]);
  });

  it("reads nothing by the role of the console, and by the one of sign-in nothing but who may come", async () => {
    expect(await leaksOf(database.appUrl, inPortal())).toEqual([]);
    expect(await leaksOf(database.authUrl, inPortal())).toEqual([]);
    for (const table of ["processing_record", "record_version", "contract", "organisation", "thread"])
      expect([table, await attempt(database.appUrl, inPortal(), `SELECT 1 FROM ${table}`)]).toEqual([
        table,
        [],
      ]);
  });

  it("learns of no word by a search, a document of search, or the journal", async () => {
    const statements = [
      `SELECT search_ids('processing-record', '[{"typed":"${WORD.toLowerCase()}","any":["%${WORD.toLowerCase()}%"],"all":[],"whole":"% ${WORD.toLowerCase()} %","start":"% ${WORD.toLowerCase()}%","isInTexts":true,"codes":[]}]', NULL)`,
      `SELECT search_spelling('[{"typed":"voltirs","any":["%voltirs%"],"all":[],"whole":"% voltirs %","start":"% voltirs%","isInTexts":true,"codes":[]}]')`,
      "SELECT record_document(r) FROM processing_record r",
      "SELECT 1 FROM search_document",
      "SELECT text FROM journal_text",
      "SELECT content FROM public.processing_record",
      "SELECT snapshot FROM public.record_version",
      "SELECT turnover_amount FROM public.organisation",
      "SELECT evidence FROM public.measure",
    ];
    for (const sql of statements)
      expect(await attempt(database.portalUrl, inPortal(), sql), sql).toBe("42501");
    const found = await attempt(database.appUrl, inPortal(), statements[0]!);
    expect(found).toEqual([]);
  });

  it("reads by the views of documents the rows of no other controller, whoever owns them", async () => {
    const other = { ...inPortal(), controller: "0197f0a0-0000-7000-8000-000000000000" };
    for (const view of ["processing_record", "record_version", "contract", "contract_version"]) {
      const sql = `SELECT 1 FROM portal.${view}`;
      expect(await attempt(database.portalUrl, inPortal(), sql), view).not.toEqual([]);
      expect(await attempt(database.portalUrl, other, sql), view).toEqual([]);
      expect(await attempt(database.portalUrl, {}, sql), view).toEqual([]);
    }
    for (const view of ["sub_processor", "sub_processor_version", "controller_version"]) {
      const sql = `SELECT 1 FROM portal.${view}`;
      expect(await attempt(database.portalUrl, inPortal(), sql), view).not.toEqual([]);
      expect(await attempt(database.portalUrl, other, sql), view).toEqual([]);
    }
  });
});
