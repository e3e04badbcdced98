import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { escapeIdentifier } from "pg";
import { openDatabase } from "@/lib/platform/embedded/open-database";
import { execute } from "@/scripts/test/cluster";

/** Name under which the visited server speaks to its database, so that a fault is the server's and not the tests'. */
export const SERVER_NAME = "amana under test";

const wish = join(import.meta.dirname, "../.test/planted-fault");

/** Asks for a fault in the next run: its server finds no row of these tables. */
export function wishFault(tables: readonly string[]): void {
  mkdirSync(dirname(wish), { recursive: true });
  writeFileSync(wish, tables.join("\n"));
}

/** Plants the fault that was asked for, once, in the database at an address or in a data folder. */
export async function plantFault(database: string): Promise<void> {
  if (!existsSync(wish)) return;
  const tables = readFileSync(wish, "utf8").split("\n");
  rmSync(wish);
  process.stdout.write(`A fault is planted: the server finds no row of ${tables.join(", ")}.\n`);
  const opened = database.includes("://") ? null : await openDatabase(database);
  // A table without policies, such as that of people, has one that admits every row, and then the one of the fault.
  const policies = tables.map(escapeIdentifier).flatMap((table) => [
    `DO $$ BEGIN IF NOT (SELECT relrowsecurity FROM pg_class WHERE oid = '${table}'::regclass) THEN
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY; CREATE POLICY planted_table ON ${table} USING (true); END IF; END $$`,
    `CREATE POLICY planted_fault ON ${table} AS RESTRICTIVE FOR SELECT
      USING (current_setting('application_name') <> '${SERVER_NAME}')`,
  ]);
  await execute(opened?.ownerUrl ?? database, ...policies);
  await opened?.release();
}
