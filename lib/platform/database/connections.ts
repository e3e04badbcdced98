/** Connections per process, at most, for each role. Strangers, however many, wait for one of their own. */
export const POOLS = { app: 9, auth: 7, read: 4, portal: 4, auditor: 2, public: 1, jobs: 4 } as const;

/** Connections of each pool that stay open while nobody asks: one costs the server 4 to 7 MB. A burst opens the others anew. */
export const KEPT = { app: 2, auth: 2, read: 2, portal: 1, auditor: 0, public: 0 } as const;

/** Adds the listener for notifications of commits. */
const PER_PROCESS = Object.values<number>(POOLS).reduce((sum, most) => sum + most, 1);
/**
 * Processes beside the web processes: a worker of jobs and, for a while, its successor; a backup, a
 * verification.
 */
const BESIDE = 2;
const POSTGRES_DEFAULT = 100;
/** PostgreSQL's own default of `superuser_reserved_connections`: they are admitted to no role of ours. */
const RESERVED = 3;

/** Returns the connections that a server must admit for so many web processes. */
export function connectionsFor(webWorkers: number): number {
  return Math.max(POSTGRES_DEFAULT, neededBy(webWorkers) + RESERVED);
}

/**
 * True where every pool of this machine may stay full, beside what others hold already. `free` is what the server still
 * admits to an ordinary role.
 */
export function areIdleConnectionsRetained(free: number, webWorkers: number): boolean {
  return free >= neededBy(webWorkers);
}

function neededBy(webWorkers: number): number {
  return PER_PROCESS * (webWorkers + BESIDE);
}
