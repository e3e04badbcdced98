import { Pool } from "pg";
import { POOLS } from "@/lib/platform/connections";
import { databaseUrl } from "@/lib/platform/env";
import { log, reasonOf } from "@/lib/platform/log";

// One per process, kept across hot reloads.
const kept = globalThis as { amanaJobsPool?: Pool };

/** Connections of the job role: it finds what there is to do, and reads nothing of a register. */
export function jobsPool(): Pool {
  return (kept.amanaJobsPool ??= openPool());
}

export async function closeJobsPool(): Promise<void> {
  const pool = kept.amanaJobsPool;
  delete kept.amanaJobsPool;
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
