import { log } from "@/lib/platform/log/log";
import { recordHeartbeat } from "./beat";
import type { JobDefinition } from "./definition";

export type Runner = {
  /** Runs the job; when it runs already, once more after it. Throws what the job throws. */
  run: () => Promise<void>;
  /** Starts a run without waiting; a fault is logged only. */
  kick: () => void;
  /** Resolves when the present run has ended. */
  idle: () => Promise<void>;
};

/** Runs a job once at a time within this process; a call during a run triggers one more. */
export function makeRunner(job: JobDefinition, signal: AbortSignal): Runner {
  let current: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const begin = () =>
    (current = runOnce(job, signal).finally(() => {
      current = undefined;
    }));
  const run = () => {
    if (signal.aborted) return Promise.resolve();
    if (!current) return begin();
    return (next ??= current
      .catch(() => {})
      .then(() => {
        next = undefined;
        return begin();
      }));
  };
  return {
    run,
    kick: () => void run().catch(() => {}),
    idle: async () => void (await Promise.allSettled([current, next])),
  };
}

async function runOnce(job: JobDefinition, signal: AbortSignal): Promise<void> {
  try {
    await job.run(signal);
    if (!signal.aborted) await recordHeartbeat(job.name, new Date(), false);
  } catch (error) {
    log.error({ err: error, job: job.name }, "a job failed");
    await recordHeartbeat(job.name, new Date(), true).catch(() => {});
    throw error;
  }
}
