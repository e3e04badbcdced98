import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { applicationRoles } from "@/lib/platform/environment/env";
import { openDatabase } from "@/scripts/test/open-database";
import { DEFINER_ARGUMENTS } from "./definer-arguments.fixture";

const database = await openDatabase();
const owner = new Client({ connectionString: database.ownerUrl });
const ROLES = Object.values(applicationRoles);

beforeAll(() => owner.connect());
afterAll(() => owner.end());

/** Excludes objects of extensions. */
const OURS = `NOT EXISTS (SELECT FROM pg_depend d
  WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')`;

it("functions that run as their owner take no instant, text, row or organisation from their caller without a reason", async () => {
  const { rows: given } = await owner.query<{ name: string; arguments: string[] }>(
    `SELECT p.proname AS name, ARRAY(SELECT a.name FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS t (type, place)
        JOIN unnest(p.proargnames) WITH ORDINALITY AS a (name, place) USING (place)
        WHERE t.type::regtype::text ~ '^(timestamp|date|text|uuid)' ORDER BY place) AS arguments
      FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef AND ${OURS}
        AND EXISTS (SELECT FROM unnest($1::text[]) AS r(role) WHERE has_function_privilege(r.role, p.oid, 'EXECUTE'))
      ORDER BY 1`,
    [ROLES],
  );
  const taken = given.filter((one) => one.arguments.length > 0);
  expect(Object.fromEntries(taken.map((one) => [one.name, one.arguments]))).toEqual(
    Object.fromEntries(
      Object.entries(DEFINER_ARGUMENTS).map(([name, reasons]) => [name, Object.keys(reasons)]),
    ),
  );
});
