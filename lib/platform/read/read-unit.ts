import type { Pool, PoolClient } from "pg";
import type { OrgScope } from "@/lib/domain/access/scope";
import { readPool } from "@/lib/platform/database/clients";
import { scopeSettings } from "@/lib/platform/database/scope-settings";
import { nameStatements } from "@/lib/platform/database/statement-names";
import type { UnitAnswer, UnitQuery } from "@/lib/platform/database/units";

/** Takes one snapshot for all that a page shows, and refuses to write. */
const BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

/** Names of each pool: a plan lives on its connections, and a pool that was closed has none. */
const namesOf = new WeakMap<Pool, ReturnType<typeof nameStatements>>();

/**
 * Reads within a scope in one round trip: BEGIN, scope, statements and COMMIT leave without waiting for each other's
 * answers. Where one of them fails, the server refuses all that follow, and nothing is returned.
 */
export async function runReadUnit(scope: OrgScope, queries: readonly UnitQuery[]): Promise<UnitAnswer[]> {
  const pool = readPool(poolOf(scope));
  const nameOf = namesOf.get(pool) ?? nameStatements();
  namesOf.set(pool, nameOf);
  const client = await pool.connect();
  try {
    const named = [enter(scope), ...queries].map((query) => ({
      ...query,
      name: nameOf({ sql: query.text }) || undefined,
    }));
    const answers = await Promise.all(send(client, named));
    client.release();
    return answers.slice(2, -1);
  } catch (error) {
    // Discards the connection: what was sent behind the fault is still being answered on it.
    client.release(true);
    throw error;
  }
}

function poolOf({ scope }: OrgScope): "app" | "portal" | "auditor" | "public" {
  if (scope === "staff" || scope === "platform") return "app";
  return scope === "data-subject" ? "public" : scope;
}

function send(client: PoolClient, queries: readonly UnitQuery[]): Promise<UnitAnswer>[] {
  return [client.query(BEGIN), ...queries.map((query) => client.query(query)), client.query("COMMIT")];
}

function enter(scope: OrgScope): UnitQuery {
  const { text, values } = scopeSettings(scope);
  return { text, values };
}
