import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { ROLE_LIMITS } from "@/lib/platform/database/time-limits";
import {
  type ApplicationRole,
  applicationRoles,
  applicationUrl,
  roleUrl,
} from "@/lib/platform/environment/env";
import { execute } from "@/scripts/test/cluster";
import { openDatabase } from "@/scripts/test/open-database";
import { limitRoles } from "./limit-roles";

const database = await openDatabase();
const name = new URL(database.ownerUrl).pathname.slice(1);
const stranger = `amana_test_stranger_${randomBytes(4).toString("hex")}`;
const password = randomBytes(8).toString("hex");
const ROLES = Object.keys(applicationRoles) as ApplicationRole[];
const urlOf = (role: ApplicationRole) =>
  applicationUrl(database.ownerUrl, inject("testCluster").secret, role);

beforeAll(() => execute(database.ownerUrl, `CREATE ROLE ${stranger} LOGIN PASSWORD '${password}'`));
afterAll(() => execute(database.ownerUrl, `DROP ROLE ${stranger}`));

const resetAll = () =>
  execute(
    database.ownerUrl,
    ...ROLES.map((role) => `ALTER ROLE ${applicationRoles[role]} IN DATABASE ${name} RESET ALL`),
  );

async function limitsSeen() {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ role: string; settings: string[] }>(
    `SELECT r.rolname AS role, s.setconfig AS settings FROM pg_db_role_setting s
     JOIN pg_roles r ON r.oid = s.setrole JOIN pg_database d ON d.oid = s.setdatabase WHERE d.datname = $1`,
    [name],
  );
  await owner.end();
  return Object.fromEntries(rows.map(({ role, settings }) => [role, settings.toSorted()]));
}

const WANTED = Object.fromEntries(
  ROLES.map((role) => [
    applicationRoles[role],
    [
      `idle_in_transaction_session_timeout=${ROLE_LIMITS[role].idleMs}`,
      `statement_timeout=${ROLE_LIMITS[role].statementMs}`,
    ],
  ]),
);

it.each([
  ["the owner", database.ownerUrl],
  ["each role for itself, where the owner may not change it", roleUrl(database.ownerUrl, stranger, password)],
])("are set by %s", async (_, url) => {
  await resetAll();
  expect(await limitsSeen()).toEqual({});
  const client = new Client({ connectionString: url });
  await client.connect();
  await limitRoles(client, urlOf);
  await client.end();
  expect(await limitsSeen()).toEqual(WANTED);
});
