import { type ClientBase, escapeIdentifier } from "pg";
import { itemAt } from "@/lib/domain/invariant/required";
import { ConfigurationError } from "@/lib/platform/environment/env";

/**
 * Takes from the server's every role what a new database gives it: temporary tables, by which a function that runs as
 * its owner could be made to write elsewhere, and tables in the schema `public`. A copy of a database has neither
 * withdrawn. Throws `ConfigurationError` with what an administrator must run where the owner may not.
 */
export async function restrictDatabase(owner: ClientBase) {
  const { rows } = await owner.query<{ name: string; temporary: boolean; makes: boolean }>(PRIVILEGES);
  const { name, temporary, makes } = itemAt(rows, 0);
  const wanted = [
    ...(temporary ? [`REVOKE TEMPORARY ON DATABASE ${escapeIdentifier(name)} FROM PUBLIC`] : []),
    ...(makes ? ["REVOKE CREATE ON SCHEMA public FROM PUBLIC"] : []),
  ];
  for (const statement of wanted) await owner.query(statement).catch(() => {});
  const after = itemAt((await owner.query<{ temporary: boolean; makes: boolean }>(PRIVILEGES)).rows, 0);
  if (!after.temporary && !after.makes) return;
  throw new ConfigurationError(
    `The owner in DATABASE_URL does not own the database ${name}. Let an administrator run, in that database:\n` +
      wanted.map((statement) => `  ${statement};`).join("\n"),
  );
}

const PRIVILEGES = `SELECT current_database() AS name,
  has_database_privilege('public', current_database(), 'TEMPORARY') AS temporary,
  has_schema_privilege('public', 'public', 'CREATE') AS makes`;

/** Large objects are of no table and no tenant: who may make them fills the disk unseen. A superuser alone can. */
export async function refuseLargeObjects(client: ClientBase) {
  const { rows } = await client.query<{ statement: string }>(LARGE_OBJECTS);
  for (const { statement } of rows) await client.query(statement);
}

const LARGE_OBJECTS = `SELECT format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', oid::regprocedure) AS statement
  FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace AND proname ~ '^(lo_|loread$|lowrite$)'
    AND has_function_privilege('public', oid, 'EXECUTE')
    AND (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)`;
