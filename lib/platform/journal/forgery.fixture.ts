import type { Client } from "pg";
import { changed, columnsOf, constraintsOf, LAST, swapOf } from "./tampering.fixture";

/** Acts of a forger on a row, and how much of its proof is rewritten with it. */
export const ACTS = ["changed", "removed", "added", "swapped"] as const;
export const DEPTHS = ["row", "line", "entry", "head"] as const;
export type Forgery = { table: string; act: (typeof ACTS)[number]; depth: (typeof DEPTHS)[number] };

const LINES = ["row_line", "journal_entry", "journal_text", "journal_head"];

/** Takes away, within the caller's transaction, what stands between the owner and a table. */
export async function bare(owner: Client, table: string): Promise<void> {
  for (const { table: of, name } of await constraintsOf(owner, table))
    await owner.query(`ALTER TABLE ${of} DROP CONSTRAINT "${name}"`);
  const { rows } = await owner.query<{ name: string }>(
    `SELECT i.indexrelid::regclass::text AS name FROM pg_index i
     WHERE i.indrelid = $1::regclass AND i.indisunique AND NOT i.indisprimary`,
    [table],
  );
  for (const { name } of rows) await owner.query(`DROP INDEX ${name}`);
  for (const name of [table, ...LINES])
    await owner.query(`ALTER TABLE ${name} DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY`);
}

/** Puts back triggers and row-level security, as a forger would. */
export async function restoreGuards(owner: Client, table: string): Promise<void> {
  for (const name of [table, ...LINES]) await owner.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
}

/** Inserts two rows of invented values into a table that holds none; triggers note them as any row. */
export async function fillTable(owner: Client, table: string, org: string): Promise<void> {
  const columns = await columnsOf(owner, table);
  await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER row_insert`);
  const isOneEach = (await primaryKey(owner, table)).join() === "org_id";
  for (const serial of isOneEach ? [1] : [1, 2]) {
    const values = columns.map((column) =>
      column.name === "org_id" ? `'${org}'` : madeUp(column.type, serial),
    );
    const names = columns.map(({ name }) => `"${name}"`).join(", ");
    await owner.query(`INSERT INTO ${table} (${names}) VALUES (${values.join(", ")})`);
  }
  await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER row_insert`);
}

export function madeUp(type: string, serial: number): string {
  if (type === "uuid") return "gen_random_uuid()";
  if (type === "ARRAY") return "'{}'";
  if (type === "jsonb") return `'{"a": ${serial}}'`;
  if (type === "bytea") return `'\\x${serial.toString(16).padStart(4, "0")}'`;
  if (type === "boolean") return String(serial === 1);
  if (type.startsWith("timestamp")) return `now() - interval '${serial} hours'`;
  return `'${serial}'`;
}

/** Forges one row; null where the table has nothing to do it with. */
export async function forge(
  owner: Client,
  { table, act, depth }: Forgery,
  column: number,
): Promise<true | null> {
  const statement = await statementOf(owner, table, act, column);
  if (statement === null) return null;
  const key = await keyOf(owner, table);
  const before = await owner.query<{ key: string }>(
    `SELECT ${key} AS key FROM ${table} t WHERE t.${LAST(table)}`,
  );
  await owner.query(statement);
  if (depth === "row") return true;
  await rewriteLine(owner, table, before.rows[0]?.key ?? "");
  if (depth !== "line") await rewriteEntries(owner, depth === "head");
  return true;
}

async function statementOf(
  owner: Client,
  table: string,
  act: Forgery["act"],
  at: number,
): Promise<string | null> {
  if (act === "removed") return `DELETE FROM ${table} WHERE ${LAST(table)}`;
  if (act === "swapped") return swapOf(owner, table);
  const columns = await columnsOf(owner, table);
  if (act === "changed") {
    const column = columns[at % columns.length];
    return column ? `UPDATE ${table} SET "${column.name}" = ${changed(column)} WHERE ${LAST(table)}` : null;
  }
  await owner.query(`CREATE TEMP TABLE forged ON COMMIT DROP AS SELECT * FROM ${table} WHERE ${LAST(table)}`);
  const first = (await primaryKey(owner, table)).find((name) => name !== "org_id");
  const key = columns.find(({ name }) => name === first);
  if (!key) return null;
  await owner.query(`UPDATE forged SET "${key.name}" = ${changed(key)}`);
  return `INSERT INTO ${table} SELECT * FROM forged`;
}

export async function primaryKey(owner: Client, table: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT a.attname::text AS name FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
     WHERE i.indrelid = $1::regclass AND i.indisprimary ORDER BY array_position(i.indkey::int2[], a.attnum)`,
    [table],
  );
  return rows.map(({ name }) => name);
}

export async function keyOf(owner: Client, table: string): Promise<string> {
  return (await primaryKey(owner, table)).map((name) => `(to_jsonb(t) ->> '${name}')`).join(" || ':' || ");
}

/** Makes the last line of a row say what stands there now, or takes the lines of a removed row away. */
async function rewriteLine(owner: Client, table: string, of: string): Promise<void> {
  const key = await keyOf(owner, table);
  const standing = `SELECT ${key} AS key, evidence_digest(to_jsonb(t), '') AS digest,
    evidence_digest(to_jsonb(t) - row_computed('${table}'), '') AS stated FROM ${table} t`;
  await owner.query(
    `UPDATE row_line l SET digest = s.digest, stated = s.stated FROM (${standing}) AS s
     WHERE l.table_name = $1 AND l.row_key = s.key AND l.digest <> s.digest
       AND l.number = (SELECT max(number) FROM row_line m WHERE m.table_name = $1 AND m.row_key = l.row_key)`,
    [table],
  );
  await owner.query(
    `INSERT INTO row_line (org_id, table_name, row_key, number, act, digest, stated, writer, batch)
     SELECT l.org_id, $1, s.key, 1, 'insert', s.digest, s.stated, 'amana_app', l.batch FROM (${standing}) AS s, LATERAL (
       SELECT org_id, batch FROM row_line WHERE table_name = $1 LIMIT 1) AS l
     WHERE NOT EXISTS (SELECT FROM row_line m WHERE m.table_name = $1 AND m.row_key = s.key)`,
    [table],
  );
  await owner.query(
    `DELETE FROM row_line l WHERE l.table_name = $1 AND l.row_key = $2
       AND NOT EXISTS (SELECT FROM (${standing}) AS s WHERE s.key = l.row_key)`,
    [table, of],
  );
}

/** Makes each entry state the lines of its batch; with `isChained`, every hash after it and the head, too. */
async function rewriteEntries(owner: Client, isChained: boolean): Promise<void> {
  await owner.query(`
    UPDATE journal_entry e SET rows_count = b.lines, rows_digest = b.digest
    FROM (SELECT j.org_id, j.seq, d.lines, d.digest FROM journal_entry j,
      LATERAL evidence_batch_digest(j.org_id, j.rows_batch) d WHERE j.rows_batch IS NOT NULL) AS b
    WHERE b.org_id = e.org_id AND b.seq = e.seq AND (e.rows_digest <> b.digest OR e.rows_count <> b.lines)`);
  if (isChained) await owner.query(REHASH);
}

/** Makes every chain whole by itself again. */
const REHASH = `DO $$
  DECLARE e record; prev bytea; last_org uuid; dd bytea;
  BEGIN
    FOR e IN SELECT j.*, t.event, t.noun FROM journal_entry j JOIN journal_text t USING (org_id, seq)
      ORDER BY j.org_id, j.seq LOOP
      IF last_org IS DISTINCT FROM e.org_id THEN prev := journal_genesis(e.org_id); last_org := e.org_id; END IF;
      dd := sha256(convert_to(concat_ws(':', 'amana-entry-2', e.org_id, e.seq,
        (extract(epoch FROM e.recorded_at) * 1000)::bigint, e.event, e.noun, e.rows_count,
        coalesce(encode(e.rows_digest, 'hex'), ''), encode(e.commitment, 'hex')), 'UTF8'));
      prev := sha256(prev || dd);
      UPDATE journal_entry SET d = dd, h = prev WHERE org_id = e.org_id AND seq = e.seq;
      UPDATE journal_head SET h = prev WHERE org_id = e.org_id AND seq = e.seq;
    END LOOP;
  END $$`;
