import { Client } from "pg";
import { itemAt } from "@/lib/domain/invariant/required";
import { areIdleConnectionsRetained } from "@/lib/platform/database/connections";
import { checkDataFolder } from "@/lib/platform/embedded/data-folder";
import { fullDiskError, isDiskFull } from "@/lib/platform/embedded/full-disk";
import { openDatabase } from "@/lib/platform/embedded/open-database";
import { applicationUrl, ConfigurationError, env, rootSecret } from "@/lib/platform/environment/env";

export type ReadyDatabase = {
  ownerUrl: string;
  appUrl: string;
  authUrl: string;
  portalUrl: string;
  auditorUrl: string;
  publicUrl: string;
  jobsUrl: string;
  /** Folder of the embedded database; empty where another server holds it. */
  folder: string;
  secret: string;
  /** Choice between keeping and closing idle connections. */
  idleConnections: "keep" | "close";
  /** Names of the migrations just applied. */
  applied: string[];
  release: () => Promise<void>;
};

/** Brings a database up to date and answers the names of the migrations that it applied. */
export type Update = (ownerUrl: string, secret: string) => Promise<string[]>;

const oldestVersion = 15;

/**
 * Opens the database that the environment names, or the embedded one, and brings it up to date. Whoever opens it must
 * release it.
 */
export async function openConfiguredDatabase(update: Update = migrateHere): Promise<ReadyDatabase> {
  const { DATABASE_URL, AMANA_DATA_DIR } = env();
  if (!DATABASE_URL) checkDataFolder(AMANA_DATA_DIR);
  const secret = rootSecret();
  if (DATABASE_URL) await checkExternal(DATABASE_URL);
  const { ownerUrl, folder, release } = DATABASE_URL
    ? { ownerUrl: DATABASE_URL, folder: "", release: async () => {} }
    : await openDatabase(AMANA_DATA_DIR, {
        onRevive: () => console.error("PostgreSQL had died; it runs again."),
      });
  try {
    const applied = await update(ownerUrl, secret);
    const appUrl = applicationUrl(ownerUrl, secret, "app");
    const authUrl = applicationUrl(ownerUrl, secret, "auth");
    const portalUrl = applicationUrl(ownerUrl, secret, "portal");
    const auditorUrl = applicationUrl(ownerUrl, secret, "auditor");
    const publicUrl = applicationUrl(ownerUrl, secret, "public");
    const jobsUrl = applicationUrl(ownerUrl, secret, "jobs");
    const idleConnections = await chooseIdleConnections(appUrl);
    return {
      ownerUrl,
      appUrl,
      authUrl,
      portalUrl,
      auditorUrl,
      publicUrl,
      jobsUrl,
      folder,
      secret,
      idleConnections,
      applied,
      release,
    };
  } catch (error) {
    // Read before the server stops and frees some room.
    const fault = folder && isDiskFull(folder) ? fullDiskError(folder, error) : error;
    await release().catch(() => {});
    throw fault;
  }
}

/** Imported only now: the engine of migrations stays in the memory of whoever loads it. */
async function migrateHere(ownerUrl: string, secret: string): Promise<string[]> {
  const { migrate } = await import("@/lib/platform/migrate/migrate");
  return migrate(ownerUrl, { secret });
}

/** Connects as the role of the pools: connections reserved for superusers are not theirs. */
export async function chooseIdleConnections(appUrl: string): Promise<"keep" | "close"> {
  const client = new Client({ connectionString: appUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ free: number }>(FREE_CONNECTIONS);
    return areIdleConnectionsRetained(itemAt(rows, 0).free, env().WEB_WORKERS) ? "keep" : "close";
  } finally {
    await client.end();
  }
}

// Sessions of other roles are seen without their type of backend: those that belong to a database are clients.
const FREE_CONNECTIONS = `SELECT current_setting('max_connections')::int
  - current_setting('superuser_reserved_connections')::int
  - coalesce(current_setting('reserved_connections', true), '0')::int
  - (SELECT count(*)::int FROM pg_stat_activity WHERE datname IS NOT NULL AND pid <> pg_backend_pid()) AS free`;

/** Refuses a DATABASE_URL that does not answer, or leads to too old a server. Throws `ConfigurationError`. */
export async function checkExternal(url: string) {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const result = await client.query<{ server_version_num: string }>("SHOW server_version_num");
    checkServerVersion(Number(result.rows[0]?.server_version_num));
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    const { host, pathname } = new URL(url);
    const reason = error instanceof Error ? error.message || error.name : String(error);
    throw new ConfigurationError(`DATABASE_URL (${host}${pathname}) cannot be used: ${reason}`);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Refuses a server older than PostgreSQL 15. `version` is PostgreSQL's number, such as 150004. */
export function checkServerVersion(version: number) {
  if (version >= oldestVersion * 10_000) return;
  throw new ConfigurationError(
    `DATABASE_URL leads to PostgreSQL ${Math.floor(version / 10_000)}; Amana needs ${oldestVersion} or later.`,
  );
}
