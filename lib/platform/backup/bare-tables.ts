import { type ClientBase, escapeIdentifier } from "pg";
import type { Table } from "@/lib/platform/backup/catalogue";

type Constraint = { table: string; name: string };

// Foreign keys wait for the last table, so that tables may refer to each other in circles.
const FOREIGN_KEYS = `
  SELECT r.relname AS table, c.conname AS name FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid
  WHERE c.contype = 'f' AND NOT c.condeferrable AND c.conparentid = 0
    AND r.relnamespace = 'public'::regnamespace`;

/**
 * Runs `load` while neither row-level security nor triggers stand between the owner and its tables, within the
 * transaction of the caller: nobody else ever sees them bare, and a failure leaves them as they were.
 */
export async function withBareTables(client: ClientBase, tables: Table[], load: () => Promise<void>) {
  const secured = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relforcerowsecurity AND relnamespace = 'public'::regnamespace`,
  );
  const keys = (await client.query<Constraint>(FOREIGN_KEYS)).rows;
  const force = new Set(secured.rows.map(({ name }) => name));
  for (const { name } of tables) {
    await alter(client, name, "DISABLE TRIGGER USER");
    if (force.has(name)) await alter(client, name, "NO FORCE ROW LEVEL SECURITY");
  }
  for (const { table, name } of keys) {
    await alter(client, table, `ALTER CONSTRAINT ${escapeIdentifier(name)} DEFERRABLE INITIALLY DEFERRED`);
  }
  await load();
  await client.query("SET CONSTRAINTS ALL IMMEDIATE");
  for (const { table, name } of keys) {
    await alter(client, table, `ALTER CONSTRAINT ${escapeIdentifier(name)} NOT DEFERRABLE`);
  }
  for (const { name } of tables) {
    if (force.has(name)) await alter(client, name, "FORCE ROW LEVEL SECURITY");
    await alter(client, name, "ENABLE TRIGGER USER");
  }
}

async function alter(client: ClientBase, table: string, change: string) {
  await client.query(`ALTER TABLE public.${escapeIdentifier(table)} ${change}`);
}
