import { join } from "node:path";
import { inject } from "vitest";
import { openBackup } from "@/lib/platform/backup/backup-file";
import { restoreBackup } from "@/lib/platform/backup/restore-backup";
import { projectSources } from "@/lib/platform/migrate/read-migrations";
import { bareDatabase } from "@/scripts/test/fresh-database";

/**
 * A backup that Amana made with the migrations that the first baseline replaces: one organisation with the example, and
 * one whose journal was begun before entries of the second version.
 */
export const OLDER_BACKUP = join(import.meta.dirname, "before-baseline.amana");

/** The organisation of the older journal. */
export const OLDER_ORG = "01a20000-0000-7000-8000-000000000001";

/** Restores it into a database of its own, by these migrations or by all. */
export async function restoreOlderBackup(only?: readonly string[]) {
  const { secret } = inject("testCluster");
  const database = await bareDatabase();
  const file = await openBackup(OLDER_BACKUP, secret);
  const sources = { ...projectSources, only };
  const report = await restoreBackup(database.ownerUrl, file, { secret, now: new Date() }, sources);
  return { database, file, report };
}
