import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BackupHeader } from "@/lib/platform/backup/format";
import { BackupRefused } from "@/lib/platform/backup/refusal";
import { migrationNames } from "@/lib/platform/migrate/read-migrations";

/**
 * The names of a backup's migrations, all of which this Amana must know, unchanged: its tables can then be made again
 * exactly. Throws `BackupRefused` for a backup of a newer Amana.
 */
export function knownMigrations({ migrations, amana }: BackupHeader, folder: string): string[] {
  const known = new Set(migrationNames(folder));
  const newer = migrations.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (newer.length > 0) {
    throw new BackupRefused(
      "file",
      `The backup was made by Amana ${amana}, which knows more than this one: ${newer.join(", ")}.\n` +
        "Install that version or a later one, then restore.",
    );
  }
  const changed = migrations.filter(({ name, checksum }) => checksumOf(folder, name) !== checksum);
  if (changed.length === 0) return migrations.map(({ name }) => name);
  const names = changed.map(({ name }) => name).join(", ");
  throw new BackupRefused(
    "file",
    `The backup was made with other migrations than this Amana's of the same name: ${names}.\n` +
      "Restore it with the Amana that made it.",
  );
}

/** Prisma records the SHA-256 of the script. */
function checksumOf(folder: string, name: string): string {
  return createHash("sha256")
    .update(readFileSync(join(folder, name, "migration.sql")))
    .digest("hex");
}
