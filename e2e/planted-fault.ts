import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { NOUNS } from "@/lib/domain/nouns/nouns";
import { openDatabase } from "@/lib/platform/embedded/open-database";
import { execute } from "@/scripts/test/cluster";

/** Name under which the visited server speaks to its database, so that a fault is the server's and not the tests'. */
export const SERVER_NAME = "amana under test";

const wish = join(import.meta.dirname, "../.test/planted-fault");

/** Asks for a fault of a noun in the next run. */
export function wishFault(noun: string): void {
  writeFileSync(wish, noun);
}

/** Plants the fault that was asked for, once: the server at this address or data folder finds no row of the noun. */
export async function plantFault(database: string): Promise<void> {
  if (!existsSync(wish)) return;
  const id = readFileSync(wish, "utf8");
  rmSync(wish);
  const noun = NOUNS.find((one) => one.id === id);
  if (!noun || !("tables" in noun)) throw new Error(`"${id}" is no noun with tables.`);
  const opened = database.includes("://") ? null : await openDatabase(database);
  await execute(
    opened?.ownerUrl ?? database,
    ...noun.tables.map(
      ({ name }) => `CREATE POLICY planted_fault ON ${name} AS RESTRICTIVE FOR SELECT
        USING (current_setting('application_name') <> '${SERVER_NAME}')`,
    ),
  );
  await opened?.release();
}
