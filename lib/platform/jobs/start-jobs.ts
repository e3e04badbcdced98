import { setTimeout as sleep } from "node:timers/promises";
import type PgBoss from "pg-boss";
import { log, reasonOf } from "@/lib/platform/log/log";
import { readBeats } from "./beat";
import { attach, makeBoss, scheduleJob } from "./boss";
import type { JobDefinition } from "./definition";
import { listen } from "./listen";
import { closeJobsPool, oneAtATime } from "./pool";
import { dueSince, isOverdue } from "./overdue";
import { makeRunner, type Runner } from "./runner";

export type RunningJobs = {
  /** Resolves when the queue was reached; retries for as long as the database is unavailable. */
  ready: Promise<void>;
  /** Lets what is being done come to its end, and begins nothing more. */
  stop: () => Promise<void>;
};

const HOUR = 3_600_000;
const HOUR_SECONDS = 3_600;
const LONGEST_WAIT = 30_000;
/** The supervisor allows a process ten seconds to end. */
const GRACE_MS = 8_000;

/** Interval of the search for overdue jobs, by a timer that no change of the clock moves. */
const SWEEP_EVERY_MS = 60_000;

/** Interval at which each queue is asked for a job that waits. */
const POLL_SECONDS = 10;

export type JobIntervals = { sweepEveryMs?: number; pollSeconds?: number };

/** Puts jobs to work in this process, beside those of any other. */
export function startJobs(
  definitions: readonly JobDefinition[],
  { sweepEveryMs = SWEEP_EVERY_MS, pollSeconds = POLL_SECONDS }: JobIntervals = {},
): RunningJobs {
  const stopping = new AbortController();
  const { signal } = stopping;
  const jobs = definitions.map((job) => ({ job, runner: makeRunner(job, signal) }));
  let boss: PgBoss | undefined;
  const ready = retryUntilDone(async () => void (boss = await open(jobs, pollSeconds)), signal);
  const listening = listen(channelsOf(definitions), (channel) => triggerAll(jobs, channel), signal);
  const clock = setInterval(() => void (boss && renewSchedules(boss, definitions)), HOUR).unref();
  const watch = setInterval(() => void (boss && catchUpQuietly(boss, jobs)), sweepEveryMs).unref();
  return {
    ready,
    stop: async () => {
      stopping.abort();
      clearInterval(clock);
      clearInterval(watch);
      await ready;
      await boss?.stop({ graceful: true, wait: true, timeout: GRACE_MS }).catch(() => {});
      await Promise.all([listening, ...jobs.map(({ runner }) => runner.idle())]);
      await closeJobsPool();
    },
  };
}

type RunningJob = { job: JobDefinition; runner: Runner };

/** A boss at work on every job, or none: one that could not begin is let go. */
async function open(jobs: readonly RunningJob[], pollSeconds: number): Promise<PgBoss> {
  const boss = makeBoss();
  try {
    // Its queues are tables that it makes: two processes at a first start would wait for one another's locks.
    await oneAtATime("jobs begin", async () => {
      await boss.start();
      for (const { job, runner } of jobs) await attach(boss, job, runner, pollSeconds);
    });
    await runMissedJobs(boss, jobs, new Date());
    return boss;
  } catch (error) {
    await boss.stop({ graceful: false, wait: true }).catch(() => {});
    throw error;
  }
}

/**
 * Runs overdue jobs: a daily job once, however many processes ask; a job of every minute in each process,
 * which may run twice at once. The queue's own schedule misses hours in which no process ran.
 */
async function runMissedJobs(boss: PgBoss, jobs: readonly RunningJob[], now: Date): Promise<void> {
  const beats = await readBeats();
  for (const { job, runner } of jobs) {
    if (!isOverdue(job, beats.get(job.name), now)) continue;
    if (job.schedule === "minutely") runner.kick();
    else {
      const due = `since ${new Date(dueSince(job.schedule, now)).toISOString()}`;
      await boss.send(job.name, {}, { singletonKey: due, singletonSeconds: HOUR_SECONDS });
    }
  }
}

/** The database may be away: the next time is a minute later. */
async function catchUpQuietly(boss: PgBoss, jobs: readonly RunningJob[]): Promise<void> {
  await runMissedJobs(boss, jobs, new Date()).catch((error: unknown) =>
    log.warn(reasonOf(error), "what is overdue could not be asked"),
  );
}

async function renewSchedules(boss: PgBoss, definitions: readonly JobDefinition[]): Promise<void> {
  try {
    for (const job of definitions) await scheduleJob(boss, job, new Date());
  } catch (error) {
    log.warn({ err: error }, "the schedules of the jobs could not be renewed");
  }
}

/** Tries until it is done: a process that serves pages starts whether the database is up or not. */
async function retryUntilDone(work: () => Promise<void>, signal: AbortSignal): Promise<void> {
  for (let wait = 500; !signal.aborted; wait = Math.min(LONGEST_WAIT, wait * 2)) {
    try {
      return await work();
    } catch (error) {
      log.warn(reasonOf(error), "the jobs could not begin; they are tried again");
    }
    await sleep(wait, undefined, { signal }).catch(() => {});
  }
}

function channelsOf(definitions: readonly JobDefinition[]): string[] {
  return [...new Set(definitions.flatMap(({ heardOn }) => heardOn ?? []))];
}

function triggerAll(jobs: readonly RunningJob[], channel: string): void {
  for (const { job, runner } of jobs) if (job.heardOn === channel) runner.kick();
}
