import { type ClientBase, escapeIdentifier } from "pg";
import { listTables } from "@/lib/platform/backup/catalogue";
import { BackupRefused } from "@/lib/platform/backup/refusal";
import { listMigrations } from "@/lib/platform/migrate/history";
import { readBaseline } from "@/lib/platform/migrate/replaced";

const ELSEWHERE =
  "Restore never writes over anything: give it an empty database (DATABASE_URL), or another data folder\n" +
  "(AMANA_DATA_DIR) that holds your secret alone.";

/**
 * Refuses a database that holds anything of anybody's. One that was migrated and never set up will do, provided that
 * it is not ahead of the backup. Throws `BackupRefused`.
 */
export async function refuseNonEmpty(client: ClientBase, migrations: readonly string[], folder: string) {
  const [tables, applied] = [await listTables(client), await listMigrations(client)];
  if (applied.length === 0) {
    if (tables.length === 0) return;
    throw new BackupRefused("occupied", `The database holds tables that are not Amana's. ${ELSEWHERE}`);
  }
  // Replaced migrations become the baseline once the database is migrated.
  const replaced = readBaseline(folder)?.migrations ?? {};
  const ahead = applied.filter(({ name }) => !migrations.includes(name) && !(name in replaced));
  if (ahead.length > 0) {
    throw new BackupRefused(
      "occupied",
      `The database was migrated further than the backup (${ahead[0]?.name}). ${ELSEWHERE}`,
    );
  }
  await client.query("BEGIN");
  await client.query("SELECT set_config('app.backup', 'on', true)");
  try {
    await refuseRows(client);
  } finally {
    await client.query("ROLLBACK");
  }
}

/** Checks people and organisations alone: every other row worth keeping belongs to one. */
export async function refuseRows(client: ClientBase) {
  for (const { name, columns } of await listTables(client)) {
    if (!["organisation", "person"].includes(name) && !columns.includes("org_id")) continue;
    const { rows } = await client.query<{ found: boolean }>(
      `SELECT EXISTS (SELECT FROM public.${escapeIdentifier(name)}) AS found`,
    );
    if (!rows[0]?.found) continue;
    throw new BackupRefused("occupied", `The database is not empty: ${name} holds rows. ${ELSEWHERE}`);
  }
}
