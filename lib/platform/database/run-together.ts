import type { QueryConfig, QueryResult } from "pg";
import type { OrgScope } from "@/lib/domain/access/scope";
import { appPool } from "./clients";
import { scopeSettings } from "./scope-settings";

/**
 * Runs statements in one transaction of a scope and in one round trip, and returns their results: for rows that are sent
 * as bytes, which Prisma would make text of.
 */
export async function runTogether(
  scope: OrgScope,
  statements: readonly QueryConfig<unknown[]>[],
): Promise<QueryResult[]> {
  const client = await appPool().connect();
  const { text, values } = scopeSettings(scope);
  try {
    const sent = [{ text: "BEGIN" }, { text, values }, ...statements, { text: "COMMIT" }];
    const results = await Promise.all(sent.map((statement) => client.query(statement)));
    client.release();
    return results.slice(2, -1);
  } catch (error) {
    // Discards the connection: what was sent behind the fault is still being answered on it.
    client.release(true);
    throw error;
  }
}
