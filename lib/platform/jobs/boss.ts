import PgBoss from "pg-boss";
import { log, reasonOf } from "@/lib/platform/log/log";
import { cronOf, type JobDefinition } from "./definition";
import { jobsPool } from "./pool";
import type { Runner } from "./runner";

const SCHEMA = "amana_jobs";
const QUIET_MS = 30_000;

/**
 * pg-boss in its own schema under the job role. Several run side by side, one in each process: a schedule puts one job
 * a tick into a queue, and one of them takes it.
 */
export function makeBoss(): PgBoss {
  const boss = new PgBoss({ schema: SCHEMA, db: { executeSql } });
  boss.on(
    "error",
    withHandledErrors((error) => log.warn(reasonOf(error), "the queue of the jobs is troubled")),
  );
  return boss;
}

/** Makes a job's queue, puts it on its schedule, and works on it. */
export async function attach(
  boss: PgBoss,
  job: JobDefinition,
  runner: Runner,
  pollSeconds: number,
): Promise<void> {
  // "short": at most one waits. Whoever was killed at one does not keep the others from the next.
  await boss.createQueue(job.name, { name: job.name, policy: "short", retryLimit: 0 });
  await scheduleJob(boss, job, new Date());
  await boss.work(job.name, { pollingIntervalSeconds: pollSeconds }, () => runner.run());
}

/** An hour on a wall is another hour of UTC when the law moves the clocks: asked again from time to time. */
export async function scheduleJob(boss: PgBoss, job: JobDefinition, now: Date): Promise<void> {
  await boss.schedule(job.name, cronOf(job, now), undefined, { tz: "UTC" });
}

/** Migration made the schema; the job role, which may not make one, is not asked to. */
function executeSql(text: string, values?: unknown[]) {
  return jobsPool().query(text.replace(/CREATE SCHEMA IF NOT EXISTS \w+\s*;/, ""), values);
}

/** While the database is away every poll fails: said once in a while. */
function withHandledErrors(translate: (error: Error) => void): (error: Error) => void {
  let last = 0;
  return (error) => {
    if (Date.now() - last < QUIET_MS) return;
    last = Date.now();
    translate(error);
  };
}
