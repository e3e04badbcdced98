import { type Client, escapeIdentifier, escapeLiteral } from "pg";
import { bare, keyOf, madeUp, primaryKey } from "./forgery.fixture";
import { changed, columnsOf } from "./tampering.fixture";

/** Row of one table that a forger takes up, by its key; "swapped" takes two of them. */
const TURNS = ["changed", "changed", "changed", "removed", "changed", "added", "swapped", "swapped"] as const;

type Column = Awaited<ReturnType<typeof columnsOf>>[number];

/** Rows that were forged, each in a batch of its own, and how many faults between rows and lines they are. */
export type Forged = { count: number };

/**
 * Fills a table with rows of invented values, each noted by its trigger and bound by an entry of its own. Returns their keys,
 * one alone where a table has one row for each organisation.
 */
export async function fillBound(owner: Client, table: string, org: string, count: number): Promise<string[]> {
  await bare(owner, table);
  await owner.query("SELECT set_config('app.org', $1, true), set_config('app.scope', 'staff', true)", [org]);
  await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER row_insert`);
  const columns = await columnsOf(owner, table);
  const isOneEach = (await primaryKey(owner, table)).join() === "org_id";
  if (isOneEach) await owner.query(`DELETE FROM ${table} WHERE org_id = ${escapeLiteral(org)}`);
  const names = columns.map(({ name }) => escapeIdentifier(name)).join(", ");
  const statements = Array.from({ length: isOneEach ? 1 : count }, (_, at) => {
    const values = columns.map((column) =>
      column.name === "org_id" ? escapeLiteral(org) : madeUp(column.type, at + 1),
    );
    return `SELECT set_config('app.evidence_batch', '${org} ' || gen_random_uuid(), true);
      INSERT INTO ${table} (${names}) VALUES (${values.join(", ")});
      SELECT journal_append('${org}', ARRAY[decode(repeat('00', 16), 'hex')],
        ARRAY['{"event":"probe.made","subject":{"noun":"journal","id":null}}'])`;
  });
  const before = await keysOf(owner, table);
  await owner.query(statements.join(";\n"));
  const known = new Set(before);
  return (await keysOf(owner, table)).filter((key) => !known.has(key));
}

async function keysOf(owner: Client, table: string): Promise<string[]> {
  const { rows } = await owner.query<{ key: string }>(
    `SELECT ${await keyOf(owner, table)} AS key FROM ${table} t ORDER BY 1`,
  );
  return rows.map(({ key }) => key);
}

/** Forges every one of the rows: a column changed, the row removed, another added beside it, or two exchanged. */
export async function forgeAll(owner: Client, table: string, keys: readonly string[]): Promise<Forged> {
  const key = await keyOf(owner, table);
  const own = new Set([...(await primaryKey(owner, table)), "org_id"]);
  const columns = (await columnsOf(owner, table)).filter(({ name }) => !own.has(name));
  await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  const statements: string[] = [];
  let count = 0;
  for (let at = 0; at < keys.length; at += 1) {
    const turn = TURNS[at % TURNS.length];
    const here = `${key} = ${escapeLiteral(keys[at] ?? "")}`;
    const next = keys[at + 1];
    const column = columns[at % columns.length];
    if (turn === "swapped" && TURNS[(at + 1) % TURNS.length] === "swapped" && next !== undefined) {
      statements.push(swap(table, key, columns, [keys[at] ?? "", next]));
      [at, count] = [at + 1, count + 2];
      continue;
    }
    count += 1;
    if (turn === "added" && own.size > 1) statements.push(await copy(owner, table, here));
    else if (turn === "removed" || column === undefined)
      statements.push(`DELETE FROM ${table} t WHERE ${here}`);
    else statements.push(`UPDATE ${table} t SET "${column.name}" = ${changed(column)} WHERE ${here}`);
  }
  await owner.query(statements.join(";\n"));
  return { count };
}

function swap(
  table: string,
  key: string,
  columns: readonly Column[],
  [one, other]: [string, string],
): string {
  const names = columns.map(({ name }) => escapeIdentifier(name));
  const ofOther = key.replaceAll("to_jsonb(t)", "to_jsonb(o)");
  const pair = `${escapeLiteral(one)}, ${escapeLiteral(other)}`;
  return `UPDATE ${table} t SET (${names.join(", ")}) = ROW(${names.map((name) => `o.${name}`).join(", ")})
    FROM ${table} o WHERE ${key} IN (${pair}) AND ${ofOther} IN (${pair}) AND ${key} <> ${ofOther}`;
}

async function copy(owner: Client, table: string, here: string): Promise<string> {
  const keys = await primaryKey(owner, table);
  const columns = await columnsOf(owner, table);
  const first = columns.find(({ name }) => name !== "org_id" && keys.includes(name));
  const values = columns.map((column) => (column === first ? otherKey(column) : `t."${column.name}"`));
  const names = columns.map(({ name }) => escapeIdentifier(name)).join(", ");
  return `INSERT INTO ${table} (${names}) SELECT ${values.join(", ")} FROM ${table} t WHERE ${here}`;
}

/** A key that no made-up row has: those of text are numbers, of which one may be another and a figure more. */
function otherKey(column: Column): string {
  const own = `t."${column.name}"`;
  return column.type === "text" ? `${own} || 'x'` : changed(column).replaceAll(`"${column.name}"`, own);
}

/** Makes the lines of a table say what stands there now: a line of a row that was added goes beside the one it copies. */
export async function rewriteLines(owner: Client, table: string, keys: readonly string[]): Promise<void> {
  const standing = `SELECT ${await keyOf(owner, table)} AS key, evidence_digest(to_jsonb(t), '') AS digest,
    evidence_digest(to_jsonb(t) - row_computed('${table}'), '') AS stated FROM ${table} t`;
  await owner.query(
    `UPDATE row_line l SET digest = s.digest, stated = s.stated FROM (${standing}) AS s
     WHERE l.table_name = $1 AND l.row_key = s.key AND l.row_key = ANY ($2) AND l.digest <> s.digest`,
    [table, keys],
  );
  await owner.query(
    `INSERT INTO row_line (org_id, table_name, row_key, number, act, digest, stated, writer, batch)
     SELECT l.org_id, $1, s.key, 1, 'insert', s.digest, s.stated, l.writer, l.batch
     FROM (SELECT *, row_number() OVER (ORDER BY key) AS place FROM (${standing}) AS n
         WHERE NOT EXISTS (SELECT FROM row_line m WHERE m.table_name = $1 AND m.row_key = n.key)) AS s
       JOIN (SELECT m.*, row_number() OVER (ORDER BY row_key) AS place FROM row_line m JOIN (${standing}) AS k ON k.key = m.row_key
         WHERE m.table_name = $1 AND m.row_key = ANY ($2)) AS l USING (place)`,
    [table, copied(keys)],
  );
  await owner.query(
    `DELETE FROM row_line l WHERE l.table_name = $1 AND l.row_key = ANY ($2)
       AND NOT EXISTS (SELECT FROM (${standing}) AS s WHERE s.key = l.row_key)`,
    [table, keys],
  );
}

/** Keys beside which `forgeAll` added a row. */
function copied(keys: readonly string[]): string[] {
  return keys.filter((_, at) => TURNS[at % TURNS.length] === "added");
}
