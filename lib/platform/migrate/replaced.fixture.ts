import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { HISTORY } from "@/lib/platform/migrate/history";
import type { Baseline } from "@/lib/platform/migrate/replaced";

/** Gives a database that has the baseline alone the history of these replaced migrations in its place. */
export async function pretendReplaced(ownerUrl: string, baseline: Baseline, names: readonly string[]) {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`DELETE FROM ${HISTORY} WHERE migration_name = $1`, [baseline.name]);
    for (const name of names)
      await owner.query(
        `INSERT INTO ${HISTORY} (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
         VALUES ($1, $2, $3, now(), now(), 1)`,
        [randomUUID(), baseline.migrations[name], name],
      );
  } finally {
    await owner.end();
  }
}
