/** How many connections a process holds at most, for each role it connects as. */
export const POOLS = { app: 10, auth: 10, jobs: 4 } as const;

/** One more hears what commits say. */
const PER_PROCESS = POOLS.app + POOLS.auth + POOLS.jobs + 1;
/** What may run beside the web processes: a worker of jobs and, for a while, its successor; a backup, a verification. */
const BESIDE = 2;
const POSTGRES_DEFAULT = 100;

/** How many connections a server must admit for so many web processes. */
export function connectionsFor(webWorkers: number): number {
  return Math.max(POSTGRES_DEFAULT, PER_PROCESS * (webWorkers + BESIDE));
}
