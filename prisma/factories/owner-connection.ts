import { escapeLiteral, Pool, type QueryResultRow } from "pg";

/** Connections that factories share, as the owner of one database: to open one costs as much as most of what they make. */
let open: { url: string; pool: Pool } | undefined;

/** Runs a statement as the owner of a database, outside of any organisation. */
export async function queryAsOwner<T extends QueryResultRow>(
  ownerUrl: string,
  sql: string,
  parameters: unknown[] = [],
): Promise<T[]> {
  const pool = await poolOf(ownerUrl);
  return (await pool.query<T>(sql, parameters)).rows;
}

/** Runs a statement of the owner within the scope of an organisation: row-level security binds the owner too. */
export async function queryWithin<T extends QueryResultRow>(
  ownerUrl: string,
  { org, scope }: { org: string; scope: string },
  sql: string,
): Promise<T[]> {
  const pool = await poolOf(ownerUrl);
  const settings = `set_config('app.org', ${escapeLiteral(org)}, true), set_config('app.scope', ${escapeLiteral(scope)}, true)`;
  // A text of several statements without parameters is one message, and one transaction.
  const results: unknown = await pool.query(`SELECT ${settings}; ${sql}`);
  return (results as { rows: T[] }[])[1]?.rows ?? [];
}

/** Ends the connections, so that their database can be dropped. */
export async function closeOwnerConnections(): Promise<void> {
  const ended = open;
  open = undefined;
  await ended?.pool.end();
}

async function poolOf(url: string): Promise<Pool> {
  if (open?.url === url) return open.pool;
  await closeOwnerConnections();
  const pool = new Pool({ connectionString: url, allowExitOnIdle: true });
  // A server that was stopped takes an idle connection with it: the pool forgets it, and the next statement opens another.
  pool.on("error", () => {});
  open = { url, pool };
  return pool;
}
