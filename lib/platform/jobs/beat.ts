import { jobsPool } from "./pool";

/** Remembers that a job ran, and whether it failed. */
export async function recordHeartbeat(job: string, at: Date, isFailed: boolean): Promise<void> {
  await jobsPool().query(
    `INSERT INTO job_beat (job, ended_at, is_failed) VALUES ($1, $2, $3)
     ON CONFLICT (job) DO UPDATE SET ended_at = excluded.ended_at, is_failed = excluded.is_failed`,
    [job, at, isFailed],
  );
}

/** Returns the last success of each job. */
export async function readBeats(): Promise<Map<string, Date>> {
  const { rows } = await jobsPool().query<{ job: string; ended_at: Date }>(
    "SELECT job, ended_at FROM job_beat WHERE NOT is_failed",
  );
  return new Map(rows.map(({ job, ended_at }) => [job, ended_at]));
}
