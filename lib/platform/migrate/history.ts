import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ClientBase } from "pg";

/** Prisma's record of migrations. */
export const HISTORY = "_prisma_migrations";

export type Applied = { name: string; checksum: string };

/** The migrations that were applied whole, oldest first; none where Amana was never migrated. */
export async function listMigrations(client: ClientBase): Promise<Applied[]> {
  const known = await client.query<{ found: boolean }>(
    `SELECT to_regclass('public.${HISTORY}') IS NOT NULL AS found`,
  );
  if (!known.rows[0]?.found) return [];
  const { rows } = await client.query<Applied>(
    `SELECT migration_name AS name, checksum FROM public.${HISTORY}
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`,
  );
  return rows;
}

/** Puts one migration, as applied, in the place of those that it replaces, and notes in its log what stood there. */
export async function replaceHistory(
  client: ClientBase,
  folder: string,
  name: string,
  replaced: readonly string[],
) {
  const { rows } = await client.query<{ name: string; finished: Date | null }>(
    `DELETE FROM public.${HISTORY} WHERE migration_name = ANY ($1)
     RETURNING migration_name AS name, finished_at AS finished`,
    [replaced],
  );
  const finished = rows.flatMap(({ finished }) => (finished ? [finished.toISOString()] : [])).sort();
  const log = `Taken over from ${replaced.length} migrations, applied from ${finished[0]} to ${finished.at(-1)}.`;
  await client.query(
    `INSERT INTO public.${HISTORY} (id, checksum, migration_name, started_at, finished_at, logs, applied_steps_count)
     VALUES ($1, $2, $3, now(), now(), $4, 1)`,
    [randomUUID(), checksumOf(folder, name), name, log],
  );
}

/** Prisma records the SHA-256 of the script. */
export function checksumOf(folder: string, name: string): string {
  return createHash("sha256")
    .update(readFileSync(join(folder, name, "migration.sql")))
    .digest("hex");
}
