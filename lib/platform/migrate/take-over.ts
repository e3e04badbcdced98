import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Client, DatabaseError, escapeIdentifier } from "pg";
import { ConfigurationError } from "@/lib/platform/environment/env";
import { describeDifferences } from "@/lib/platform/migrate/catalogue/compare";
import { AMANA_SCHEMAS } from "@/lib/platform/migrate/catalogue/query-parts";
import { ASIDE, readCatalogue } from "@/lib/platform/migrate/catalogue/read-catalogue";
import { listMigrations, replaceHistory } from "@/lib/platform/migrate/history";
import { type Baseline, divideReplaced, readBaseline } from "@/lib/platform/migrate/replaced";

const MOST_SENTENCES = 40;

/**
 * Gives a database that the replaced migrations made the history of the baseline, where the baseline would make the
 * same. Throws `ConfigurationError`, having changed nothing, where it has some of them or is another than they made.
 */
export async function takeOver(owner: Client, folder: string): Promise<void> {
  const baseline = readBaseline(folder);
  if (!baseline) return;
  const applied = (await listMigrations(owner)).map(({ name }) => name);
  const { present, absent, older } = divideReplaced(baseline, applied);
  if (older.length > 0) throw olderHistory(baseline, older);
  if (present.length === 0) return;
  if (absent.length > 0) throw partialHistory(baseline, present, absent);
  await owner.query("BEGIN");
  try {
    await owner.query("SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0");
    const differences = await compareWithBaseline(owner, join(folder, baseline.name, "migration.sql"));
    if (differences.length > 0) throw otherCatalogue(baseline, differences);
    await replaceHistory(owner, folder, baseline.name, present);
    await owner.query("COMMIT");
  } catch (error) {
    await owner.query("ROLLBACK");
    throw error;
  }
}

/**
 * Sets the schemas aside, makes the baseline in their place on this very server, whose version spells definitions its own
 * way, and takes all of that back.
 */
async function compareWithBaseline(owner: Client, script: string): Promise<string[]> {
  const found = await readCatalogue(owner);
  await owner.query("SAVEPOINT compared");
  await setSchemasAside(owner);
  await owner.query(readFileSync(script, "utf8"));
  const expected = await readCatalogue(owner);
  await owner.query("ROLLBACK TO SAVEPOINT compared");
  return describeDifferences(expected, found);
}

/** Extensions stay where they are: the search path finds their functions. */
async function setSchemasAside(owner: Client) {
  const { rows } = await owner.query<{ name: string }>(
    "SELECT nspname AS name FROM pg_namespace WHERE nspname = ANY ($1)",
    [AMANA_SCHEMAS],
  );
  try {
    for (const { name } of rows) {
      const aside = name === "public" ? ASIDE : `${ASIDE}_${name}`;
      await owner.query(`ALTER SCHEMA ${escapeIdentifier(name)} RENAME TO ${escapeIdentifier(aside)}`);
    }
    await owner.query("CREATE SCHEMA public");
  } catch (error) {
    if (!(error instanceof DatabaseError && error.code === "42501")) throw error;
    throw new ConfigurationError(
      `The owner in DATABASE_URL may not compare this database with what its migrations make (${error.message}).\n` +
        "Let an administrator make it the owner of the database and of its schemas, then start again. " +
        "Nothing was changed.",
    );
  }
}

function partialHistory({ name, lastVersion }: Baseline, present: string[], absent: string[]) {
  return new ConfigurationError(
    `This database has ${present.length} of the ${present.length + absent.length} migrations that ${name} replaces, ` +
      `and not ${absent[0]}${absent.length > 1 ? ` and ${absent.length - 1} more` : ""}.\n` +
      `Start it once with Amana ${lastVersion}, the last that has them, then with this one. Nothing was changed.`,
  );
}

function olderHistory({ lastVersion }: Baseline, [first]: string[]) {
  return new ConfigurationError(
    `This database has migrations of before an earlier baseline, such as ${first}.\n` +
      `Start it once with Amana ${lastVersion}, then with this one. Nothing was changed.`,
  );
}

function otherCatalogue({ name }: Baseline, differences: string[]) {
  const shown = differences.slice(0, MOST_SENTENCES).map((sentence) => `- ${sentence}`);
  const more = differences.length - shown.length;
  if (more > 0) shown.push(`- and ${more} more.`);
  return new ConfigurationError(
    `This database is not as Amana's migrations left it, so it cannot go on from ${name}:\n${shown.join("\n")}\n` +
      `Bring each back to what migrations/${name}/migration.sql says of it, then start again. Nothing was changed.`,
  );
}
