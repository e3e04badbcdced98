import { type ClientBase, escapeIdentifier } from "pg";
import { itemAt } from "@/lib/domain/invariant/required";
import { listTables, ONE_SPELLING, type Table } from "@/lib/platform/backup/catalogue";
import { BackupRefused } from "@/lib/platform/backup/refusal";
import { listMigrations } from "@/lib/platform/migrate/history";
import { MIGRATION_LOCK } from "@/lib/platform/migrate/migrate";

export type Snapshot = {
  tables: Table[];
  migrations: { name: string; checksum: string }[];
  postgres: string;
};

/**
 * Opens a transaction in which every table stands still as of one instant. No migration may come between the list of
 * tables and the hold on each; afterwards one waits for the backup, and nobody else does.
 */
export async function openSnapshot(client: ClientBase): Promise<Snapshot> {
  await client.query("SELECT pg_advisory_lock_shared($1)", [MIGRATION_LOCK]);
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query(ONE_SPELLING);
    await client.query("SELECT set_config('app.backup', 'on', true)");
    const [tables, migrations] = [await listTables(client), await listMigrations(client)];
    refuseIncomplete(tables, migrations.length);
    const names = tables.map(({ name }) => `public.${escapeIdentifier(name)}`);
    await client.query(`LOCK TABLE ${names.join(", ")} IN ACCESS SHARE MODE`);
    const version = await client.query<{ server_version: string }>("SHOW server_version");
    return { tables, migrations, postgres: itemAt(version.rows, 0).server_version };
  } finally {
    await client.query("SELECT pg_advisory_unlock_shared($1)", [MIGRATION_LOCK]).catch(() => {});
  }
}

function refuseIncomplete(tables: Table[], migrations: number) {
  if (migrations === 0 || tables.length === 0) {
    throw new BackupRefused("usage", "This database holds nothing of Amana's: start it once before.");
  }
  const hidden = tables.filter(({ isHidden }) => isHidden).map(({ name }) => name);
  if (hidden.length === 0) return;
  throw new BackupRefused(
    "usage",
    `Row-level security hides rows of ${hidden.join(", ")} from this account, and half a backup is none.\n` +
      "Run `npm run migrate` as the owner of the tables, then this again.",
  );
}
