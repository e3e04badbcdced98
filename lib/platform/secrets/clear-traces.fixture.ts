import { Client } from "pg";

/** Trace of a person: a number in E.164, or words as they were written. */
export type Trace = { number: string } | { words: string };

/** Signs that stand between the figures of a number. */
const BETWEEN = String.raw`[ .()/\u00a0\u202f-]*`;
const NATIONAL_FIGURES = 9;

/**
 * Finds the columns of the whole database, as a backup holds them, in which a trace is legible: `schema.table.column`. A
 * number is found however it is spelt; bytes are read as the text that they may hold, of one byte or two a letter.
 */
export async function findClearTraces(ownerUrl: string, traces: readonly Trace[]): Promise<string[]> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query("SET app.backup = 'on'");
    const pattern = traces.map(patternOf).join("|");
    const found: string[] = [];
    for (const { schema, table, column, type } of await findColumns(owner)) {
      const cell = owner.escapeIdentifier(column);
      const text = type === "bytea" ? `replace(encode(${cell}, 'escape'), '\\000', '')` : `${cell}::text`;
      const from = `${owner.escapeIdentifier(schema)}.${owner.escapeIdentifier(table)}`;
      const { rows } = await owner.query(`SELECT 1 FROM ${from} WHERE ${text} ~* $1 LIMIT 1`, [pattern]);
      if (rows.length > 0) found.push(`${schema}.${table}.${column}`);
    }
    return found;
  } finally {
    await owner.end();
  }
}

type Column = { schema: string; table: string; column: string; type: string };

async function findColumns(owner: Client): Promise<Column[]> {
  const { rows } = await owner.query<Column>(
    `SELECT c.table_schema AS schema, c.table_name AS table, c.column_name AS column, c.data_type AS type
     FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE t.table_type = 'BASE TABLE' AND c.table_schema NOT IN ('pg_catalog', 'information_schema')
     ORDER BY 1, 2, c.ordinal_position`,
  );
  return rows;
}

/** Pattern of a trace in PostgreSQL; the figures that precede the national number differ by spelling and are left out. */
function patternOf(trace: Trace): string {
  if ("number" in trace) return trace.number.slice(-NATIONAL_FIGURES).split("").join(BETWEEN);
  return trace.words.replace(/[^\p{L}\p{N}]+/gu, "[^[:alnum:]]+");
}
