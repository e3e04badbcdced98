import type { Tx } from "@/lib/platform/database/transaction";

/** Rows written and total; `total` is 0 while the plan is recomputed. */
export type Progress = { written: number; total: number };

/**
 * Publishes progress in the connection's application name: rows are invisible before commit, while the name is readable
 * by the same role and disappears with the process, so no import appears to run for ever.
 */
export async function reportProgress(tx: Tx, runId: string, { written, total }: Progress): Promise<void> {
  const name = `${nameOf(runId)}${written}/${total}`;
  await tx.$executeRaw`SELECT set_config('application_name', ${name}, true)`;
}

/** Null where no commit is running. */
export async function findProgress(tx: Tx, runId: string): Promise<Progress | null> {
  const rows = await tx.$queryRaw<{ said: string }[]>`
    SELECT substring(application_name FROM ${nameOf(runId).length + 1}::int) AS said FROM pg_stat_activity
    WHERE datname = current_database() AND starts_with(application_name, ${nameOf(runId)})`;
  const [, written, total] = /^(\d+)\/(\d+)$/.exec(rows[0]?.said ?? "") ?? [];
  return written && total ? { written: Number(written), total: Number(total) } : null;
}

/** True once another transaction has asked for the end of this commit. */
export async function isStopAsked(tx: Tx, runId: string): Promise<boolean> {
  const row = await tx.importRun.findFirst({ where: { id: runId }, select: { stopAskedAt: true } });
  return row?.stopAskedAt != null;
}

/** Limit of 63 bytes, for the identifier and two numbers of six digits. */
function nameOf(runId: string): string {
  return `import ${runId} `;
}
