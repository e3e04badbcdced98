import type { Tx } from "@/lib/platform/database/transaction";

/** Rows written of those to be written; `total` is 0 while the plan is made anew. */
export type Progress = { written: number; total: number };

/**
 * Says how far a commit is. Nobody else sees the rows of a transaction before its end, but everybody of this role sees
 * what its connection calls itself; and a process that dies takes that name with it, so no import seems to run for ever.
 */
export async function reportProgress(tx: Tx, runId: string, { written, total }: Progress): Promise<void> {
  const name = `${nameOf(runId)}${written}/${total}`;
  await tx.$executeRaw`SELECT set_config('application_name', ${name}, true)`;
}

/** How far the commit of a run is, or null where none is at work. */
export async function findProgress(tx: Tx, runId: string): Promise<Progress | null> {
  const rows = await tx.$queryRaw<{ said: string }[]>`
    SELECT substring(application_name FROM ${nameOf(runId).length + 1}::int) AS said FROM pg_stat_activity
    WHERE datname = current_database() AND starts_with(application_name, ${nameOf(runId)})`;
  const [, written, total] = /^(\d+)\/(\d+)$/.exec(rows[0]?.said ?? "") ?? [];
  return written && total ? { written: Number(written), total: Number(total) } : null;
}

/** True once a person asked for the end of a commit: another transaction says so, while this one is at work. */
export async function isStopAsked(tx: Tx, runId: string): Promise<boolean> {
  const row = await tx.importRun.findFirst({ where: { id: runId }, select: { stopAskedAt: true } });
  return row?.stopAskedAt != null;
}

/** 63 bytes at most, the identifier and two numbers of six figures in them. */
function nameOf(runId: string): string {
  return `import ${runId} `;
}
