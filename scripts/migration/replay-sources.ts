import { type ClientBase, DatabaseError } from "pg";
import type { Entry } from "@/lib/platform/migrate/catalogue/read-catalogue";
import { readCatalogue } from "@/lib/platform/migrate/catalogue/read-catalogue";
import type { Source } from "./sources";

export type Replay = {
  /** Catalogue of the migrations, and that of the sources on its tables. */
  migrated: Entry[];
  stated: Entry[];
};

/** Kinds of which the sources say all that there is. */
const STATED = ["view", "trigger", "row security", "policy", "grant", "row"];

/**
 * Takes views, triggers, policies, grants and rows from a migrated database and runs the sources on it. A function that no
 * source made is left out of what they say. Works in the caller's transaction, which is to be rolled back.
 */
export async function replaySources(owner: ClientBase, sources: readonly Source[]): Promise<Replay> {
  const migrated = await readCatalogue(owner);
  await owner.query("SET LOCAL client_min_messages = warning; SET LOCAL check_function_bodies = off");
  for (const entry of migrated.toReversed()) {
    const statement = dropOf(entry);
    if (statement) await owner.query(statement);
  }
  await runInTurn(owner, sources);
  const stated = (await readCatalogue(owner)).filter(({ definition }) => !definition.includes(MARK));
  return { migrated, stated };
}

/** A cost that no function has: one that is made anew loses it. */
const MARK = "COST 987654";

/** The statement that takes an entry away, or marks it; undefined for what the sources do not say. */
function dropOf({ kind, name, of = "", definition }: Entry): string | undefined {
  if (kind === "function") return `ALTER FUNCTION ${name} ${MARK}`;
  if (!STATED.includes(kind)) return undefined;
  const own = name.slice(of.length + 1);
  if (kind === "view") return `DROP VIEW ${name}`;
  if (kind === "trigger" || kind === "policy") return `DROP ${kind} ${own} ON ${of}`;
  if (kind === "row security")
    return `ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY`;
  if (kind === "row") return `DELETE FROM ${of}`;
  return reverseGrant(definition);
}

/** Turns "GRANT … TO role" into "REVOKE … FROM role", and the reverse. */
export function reverseGrant(definition: string): string {
  return definition.startsWith("GRANT")
    ? definition.replace(/^GRANT/, "REVOKE").replace(/ TO (\S+)$/, " FROM $1")
    : definition.replace(/^REVOKE ALL/, "GRANT EXECUTE").replace(/ FROM (\S+)$/, " TO $1");
}

/** Runs each source, and again those that name a view of another room which is made later. */
async function runInTurn(owner: ClientBase, sources: readonly Source[]) {
  let waiting = [...sources];
  while (waiting.length > 0) {
    const failed: { source: Source; error: unknown }[] = [];
    for (const source of waiting) {
      await owner.query("SAVEPOINT source");
      try {
        await owner.query(source.script);
      } catch (error) {
        await owner.query("ROLLBACK TO SAVEPOINT source");
        failed.push({ source, error });
      }
    }
    const [first] = failed;
    if (first && failed.length === waiting.length) {
      const reason = first.error instanceof DatabaseError ? first.error.message : String(first.error);
      throw new Error(`${first.source.path}: ${reason}`);
    }
    waiting = failed.map(({ source }) => source);
  }
}
