import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Client, escapeIdentifier } from "pg";
import { withFileLock } from "@/lib/platform/embedded/file-lock";
import { openDatabase } from "@/lib/platform/embedded/open-database";
import { findSettings, superuserUrl } from "@/lib/platform/embedded/settings";
import { isProcessAlive } from "@/lib/platform/embedded/process-stamp";
import { env } from "@/lib/platform/environment/env";
import { migrate } from "@/lib/platform/migrate/migrate";
import { projectSources, readMigrations } from "@/lib/platform/migrate/read-migrations";
import { projectRoot } from "../start/build";

/**
 * Connection and template from which a test file makes a database of its own. `superuserUrl` is empty where another
 * server holds the databases, whose superuser is not ours.
 */
export type TestCluster = { ownerUrl: string; superuserUrl: string; template: string; secret: string };

/** The folder for all that tests leave behind; git does not see it. */
export const testFolder = join(projectRoot, ".test");

/** Tests need no real secret: the databases that it opens are deleted. */
export const testSecret = createHash("sha256").update("tests of amana").digest("hex");

/**
 * Opens the throwaway server of the tests, or the one TEST_DATABASE_URL names, with a migrated template to clone. The
 * template is named after the migrations: it is made again only when they change.
 */
export async function openTestCluster(): Promise<TestCluster & { release: () => Promise<void> }> {
  mkdirSync(testFolder, { recursive: true });
  const { ownerUrl, superuserUrl, release } = await openServer();
  const template = `amana_template_${hashMigrations()}`;
  await withFileLock(join(testFolder, "template.lock"), () => ensureTemplate(ownerUrl, template));
  return { ownerUrl, superuserUrl, template, secret: testSecret, release };
}

/** Names another database of the server. */
export function urlOfDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}

/** Runs statements one by one on a database. */
export async function execute(url: string, ...statements: string[]) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function openServer() {
  const { TEST_DATABASE_URL } = env();
  if (TEST_DATABASE_URL) return { ownerUrl: TEST_DATABASE_URL, superuserUrl: "", release: async () => {} };
  const folder = join(testFolder, "pg");
  const { ownerUrl, release } = await openDatabase(folder, { durable: false });
  const settings = findSettings(folder);
  return { ownerUrl, superuserUrl: settings ? superuserUrl(settings) : "", release };
}

function hashMigrations(): string {
  return createHash("sha256")
    .update(JSON.stringify(readMigrations(projectSources.migrations)))
    .digest("hex")
    .slice(0, 16);
}

/** Renamed once whole, so that a killed run leaves no half-made template. */
async function ensureTemplate(ownerUrl: string, template: string) {
  const names = await databaseNames(ownerUrl);
  const leftovers = names.filter((name) => isLeftover(name, template));
  await execute(
    ownerUrl,
    ...leftovers.map((name) => `DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`),
  );
  if (names.includes(template)) return;
  const making = "amana_template_new";
  await execute(ownerUrl, `CREATE DATABASE ${making} TEMPLATE template0`);
  await migrate(urlOfDatabase(ownerUrl, making), { secret: testSecret });
  await execute(ownerUrl, `ALTER DATABASE ${making} RENAME TO ${escapeIdentifier(template)}`);
}

async function databaseNames(ownerUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query<{ datname: string }>("SELECT datname FROM pg_database")).rows.map(
      (row) => row.datname,
    );
  } finally {
    await client.end();
  }
}

/** Templates of other migrations, and databases of test processes that are gone. */
function isLeftover(name: string, template: string): boolean {
  if (name.startsWith("amana_template_")) return name !== template;
  const pid = /^amana_test_(\d+)_/.exec(name)?.[1];
  return pid !== undefined && !isProcessAlive(Number(pid));
}
