import { Pool } from "pg";
import { POOLS } from "@/lib/platform/database/connections";
import { databaseUrl } from "@/lib/platform/environment/env";
import { log, reasonOf } from "@/lib/platform/log/log";

// Holds one pool per process across hot reloads.
const shared = globalThis as { amanaJobsPool?: Pool };

/** Connections of the job role: it finds what there is to do, and reads nothing of a register. */
export function jobsPool(): Pool {
  return (shared.amanaJobsPool ??= openPool());
}

/** Does what two processes must not do at once: the second waits for the first. */
export async function oneAtATime<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const client = await jobsPool().connect();
  // Lost while the work goes on, it is told by the query that ends it.
  client.on("error", nothing);
  try {
    // Locks for the transaction, not for the session: a pooler before the database keeps no sessions.
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [what]);
    return await work();
  } finally {
    const loss = await client.query("ROLLBACK").then(nothing, (error: Error) => error);
    client.off("error", nothing);
    client.release(loss);
  }
}

const nothing = () => undefined;

export async function closeJobsPool(): Promise<void> {
  const pool = shared.amanaJobsPool;
  delete shared.amanaJobsPool;
  await pool?.end();
}

function openPool(): Pool {
  const pool = new Pool({
    connectionString: databaseUrl("jobs"),
    max: POOLS.jobs,
    application_name: "amana jobs",
  });
  // A connection that dies while idle is replaced when it is wanted; unheard, its end would end the process.
  pool.on("error", (error) => log.warn(reasonOf(error), "a connection of the jobs was lost"));
  return pool;
}
