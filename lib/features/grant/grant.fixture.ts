import { Client } from "pg";
import { afterAll, beforeAll } from "vitest";
import { makeContractInForce } from "@/prisma/factories/contract";
import { makeGrant, type MadeGrant } from "@/prisma/factories/grant";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, makeController } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";

export let database: Awaited<ReturnType<typeof freshDatabase>>;
export let ctx: MadeOrganisation;
export let own: { id: string; name: string };
export let other: { id: string; name: string };
export let later: string;
export let chosen: MadeGrant;
export let whole: MadeGrant;

/** A controller with an entry and a contract, told of by its name in both. */
async function makeClient(legalName: string) {
  const { id } = await makeController(ctx, { legalName });
  await makeActiveRecord(ctx, { controllerId: id, activity: `Appels de ${legalName}` });
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
export async function attempt(
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

export const within = ({ actor, scope }: MadeGrant, stated = {}) => ({
  org: scope.org,
  scope: "auditor",
  grant: actor.grantId,
  session: scope.sessionHash ?? "",
  ...stated,
});

export const asAuditor = (grant: MadeGrant, sql: string, stated = {}) =>
  attempt(database.auditorUrl, within(grant, stated), sql);

/** Whatever a role may read, in one text. */
export async function everything(url: string, settings: Record<string, string>): Promise<string> {
  const tables = (await attempt(
    url,
    {},
    `SELECT c.oid::regclass::text AS name, string_agg(quote_ident(a.attname), ', ') AS columns
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relnamespace::regnamespace::text IN ('public', 'portal') AND c.relkind IN ('r', 'p', 'v', 'm')
        AND has_schema_privilege(c.relnamespace, 'USAGE') AND has_column_privilege(c.oid, a.attnum, 'SELECT')
      GROUP BY 1 ORDER BY 1`,
  )) as { name: string; columns: string }[];
  let text = "";
  for (const { name, columns } of tables) {
    const rows = await attempt(url, settings, `SELECT t::text FROM (SELECT ${columns} FROM ${name}) t`);
    text += JSON.stringify(rows);
  }
  return text;
}

/** False where it is refused, by the verb or by the database. */
export async function isGiven(asked: Promise<{ ok: boolean }>): Promise<boolean> {
  return asked.then(
    ({ ok }) => ok,
    () => false,
  );
}

export const dossierOf = (controllerIds: string[], sections: string[]) => ({
  audience: "auditor" as const,
  recipient: "Inès",
  controllerIds,
  language: "fr" as const,
  on: "",
  sections: sections as never,
});

export function prepareGrants(): void {
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
    // The next file of this process may be given a database of the same address.
    connections.clear();
    await database.drop();
  });
}
