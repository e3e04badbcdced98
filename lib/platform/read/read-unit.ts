import type { PoolClient } from "pg";
import type { OrgScope } from "@/lib/domain/access/scope";
import { Prisma } from "@/lib/generated/prisma/client";
import { readPool } from "@/lib/platform/database/clients";
import { nameStatements } from "@/lib/platform/database/statement-names";
import { rowTypes } from "./row-types";

/** Takes one snapshot for all that a page shows, and refuses to write. */
const BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

const nameOf = nameStatements();

/**
 * Reads within a scope in one round trip: BEGIN, scope, statements and COMMIT leave without waiting for each other's
 * answers. Where one of them fails, the server refuses all that follow, and nothing is returned.
 */
export async function runReadUnit(scope: OrgScope, statements: readonly Prisma.Sql[]): Promise<unknown[][]> {
  if (scope.scope === "portal")
    throw new Error("A portal is read by a role of its own: open its unit of work.");
  const client = await readPool().connect();
  try {
    const [, , ...answers] = await Promise.all(send(client, [enter(scope), ...statements]));
    client.release();
    return answers.slice(0, -1).map(({ rows }) => rows as unknown[]);
  } catch (error) {
    // Discards the connection: what was sent behind the fault is still being answered on it.
    client.release(true);
    throw error;
  }
}

function send(client: PoolClient, statements: readonly Prisma.Sql[]) {
  return [
    client.query(BEGIN),
    ...statements.map((statement) => client.query(asQuery(statement))),
    client.query("COMMIT"),
  ];
}

function asQuery({ text, values }: Prisma.Sql) {
  return { text, values, name: nameOf({ sql: text }) || undefined, types: rowTypes };
}

function enter({ org, scope, controllerId = "" }: OrgScope): Prisma.Sql {
  return Prisma.sql`SELECT set_config('app.org', ${org}, true), set_config('app.scope', ${scope}, true),
    set_config('app.controller', ${controllerId}, true), set_config('app.person', '', true)`;
}
