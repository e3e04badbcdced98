import { log, reasonOf } from "@/lib/platform/log/log";
import { appPool } from "./clients";

/** Milliseconds for samples of several large tables. */
const LIMIT_MS = 120_000;

/**
 * Renews the planner's statistics of tables that have grown, after a commit of many rows and outside its transaction:
 * ANALYZE holds its lock until the transaction ends. What was committed stands without it, so a failure is reported alone.
 */
export async function refreshStatistics(): Promise<void> {
  const statements = [
    "BEGIN",
    `SET LOCAL statement_timeout = ${LIMIT_MS}`,
    "SELECT refresh_statistics()",
    "COMMIT",
  ];
  try {
    const client = await appPool().connect();
    const [answered] = await Promise.allSettled([
      Promise.all(statements.map((statement) => client.query(statement))),
    ]);
    // Discards a connection on which what was sent behind a fault is still being answered.
    client.release(answered.status === "rejected");
    if (answered.status === "rejected") throw answered.reason;
  } catch (error) {
    log.warn(reasonOf(error), "the statistics of grown tables could not be renewed");
  }
}
