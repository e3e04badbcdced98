import type { ApplicationRole } from "@/lib/platform/environment/env";

/** Milliseconds that a page or a form waits for an answer of the database. */
export const READER_WAIT_MS = 15_000;

/** The server ends a statement so much later than its reader gives up: the reader's own limit comes first and says why. */
const MARGIN_MS = 5_000;
/** A process that is busy leaves its transactions idle for a while; one that is stopped would leave their locks held. */
const IDLE_MS = 60_000;
/** The queue of the jobs waits for a lock, and holds one while it makes its tables. */
const JOBS_MS = 300_000;

/** Milliseconds after which the server ends a statement, or a session whose transaction asks nothing. */
export type TimeLimits = { statementMs: number; idleMs: number };

const OF_READERS: TimeLimits = { statementMs: READER_WAIT_MS + MARGIN_MS, idleMs: IDLE_MS };

export const ROLE_LIMITS: Readonly<Record<ApplicationRole, TimeLimits>> = {
  app: OF_READERS,
  auth: OF_READERS,
  portal: OF_READERS,
  auditor: OF_READERS,
  public: OF_READERS,
  jobs: { statementMs: JOBS_MS, idleMs: JOBS_MS },
};

/** Limits of a unit of work that asks for more than its role has. */
export function limitsOfUnit(timeoutMs: number): TimeLimits {
  return { statementMs: timeoutMs + MARGIN_MS, idleMs: Math.max(IDLE_MS, timeoutMs) };
}
