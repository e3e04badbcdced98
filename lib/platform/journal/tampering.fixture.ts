import type { Client } from "pg";

type Column = { name: string; type: string };

export async function columnsOf(owner: Client, table: string): Promise<Column[]> {
  const { rows } = await owner.query<Column>(
    `SELECT column_name AS name, CASE WHEN data_type = 'ARRAY' THEN 'ARRAY' ELSE data_type END AS type
     FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1 ORDER BY ordinal_position`,
    [table],
  );
  return rows;
}

/** Another value than the one that stands there. */
export function changed({ name, type }: Column): string {
  const column = `"${name}"`;
  if (type === "uuid") return "gen_random_uuid()";
  if (type === "ARRAY") return `array_append(${column}, NULL)`;
  if (type === "jsonb") return `jsonb_build_object('changed', ${column})`;
  if (type === "bytea") return `coalesce(${column}, '') || '\\x00'`;
  if (type === "boolean") return `NOT coalesce(${column}, false)`;
  if (["integer", "bigint", "double precision", "numeric"].includes(type))
    return `coalesce(${column}, 0) + 7`;
  if (type.startsWith("timestamp")) return `coalesce(${column}, now()) + interval '1 hour'`;
  return `coalesce(${column}, '') || '7'`;
}

/** Foreign keys of a table and to it, and what else it refuses. */
export async function constraintsOf(
  owner: Client,
  table: string,
): Promise<{ table: string; name: string }[]> {
  const { rows } = await owner.query(
    `SELECT conrelid::regclass::text AS table, conname AS name FROM pg_constraint
     WHERE contype IN ('f', 'c') AND (conrelid = $1::regclass OR confrelid = $1::regclass)`,
    [table],
  );
  return rows;
}

/**
 * Selects the last row by its place, so that an entry's number or a key may grow without meeting another's.
 */
export const LAST = (table: string) => `ctid = (SELECT max(ctid) FROM ${table})`;

/** The last row once more under another key; constraints that forbid it are taken away first. */
export async function copyOf(owner: Client, table: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT i.indexrelid::regclass::text AS name FROM pg_index i
     WHERE i.indrelid = $1::regclass AND i.indisunique AND NOT i.indisprimary`,
    [table],
  );
  const { rows: keys } = await owner.query<{ name: string }>(
    "SELECT conname AS name FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'p'",
    [table],
  );
  return [
    ...rows.map(({ name }) => `DROP INDEX ${name}`),
    ...keys.map(({ name }) => `ALTER TABLE ${table} DROP CONSTRAINT "${name}" CASCADE`),
    `INSERT INTO ${table} SELECT * FROM ${table} WHERE ${LAST(table)}`,
  ];
}

/** Two rows exchange what they say and keep their keys. */
export async function swapOf(owner: Client, table: string): Promise<string | null> {
  const { rows: keys } = await owner.query<{ name: string }>(
    `SELECT a.attname AS name FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
     WHERE i.indrelid = $1::regclass AND i.indisunique`,
    [table],
  );
  const unique = new Set(keys.map(({ name }) => name));
  const { rows } = await owner.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
  const columns = (await columnsOf(owner, table)).filter(
    ({ name }) => !unique.has(name) && name !== "org_id",
  );
  if (rows[0]!.count < 2 || columns.length === 0) return null;
  const names = columns.map(({ name }) => `"${name}"`);
  const other = names.map((name) => `o.${name}`).join(", ");
  const pair = `SELECT min(ctid) AS a, max(ctid) AS b FROM ${table}`;
  return `UPDATE ${table} t SET (${names.join(", ")}) = ROW(${other}) FROM ${table} o, (${pair}) p
    WHERE (t.ctid = p.a AND o.ctid = p.b) OR (t.ctid = p.b AND o.ctid = p.a)`;
}

/** Rewrites an entry and every hash after it, and the head: a chain that is whole by itself. */
export const REWRITE = `DO $$
  DECLARE e record; prev bytea; c bytea; dd bytea;
  BEGIN
    SELECT h INTO prev FROM journal_entry WHERE org_id = 'ORG' AND seq = 4;
    FOR e IN SELECT j.*, t.salt, t.text, t.event, t.noun FROM journal_entry j
      JOIN journal_text t USING (org_id, seq) WHERE j.org_id = 'ORG' AND j.seq > 4 ORDER BY j.seq LOOP
      IF e.seq = 5 THEN e.text := regexp_replace(e.text, '"name":"[^"]*"', '"name":"Autre"'); END IF;
      c := CASE WHEN e.text IS NULL THEN e.commitment ELSE sha256(e.salt || convert_to(e.text, 'UTF8')) END;
      dd := sha256(convert_to(concat_ws(':', 'amana-entry-2', e.org_id, e.seq,
        (extract(epoch FROM e.recorded_at) * 1000)::bigint, e.event, e.noun, e.rows_count,
        coalesce(encode(e.rows_digest, 'hex'), ''), encode(c, 'hex')), 'UTF8'));
      prev := sha256(prev || dd);
      UPDATE journal_entry SET commitment = c, d = dd, h = prev WHERE org_id = e.org_id AND seq = e.seq;
      UPDATE journal_text SET text = e.text, actor_name = e.text::jsonb #>> '{actor,name}'
        WHERE org_id = e.org_id AND seq = e.seq AND text IS NOT NULL;
    END LOOP;
    UPDATE journal_head SET h = prev WHERE org_id = 'ORG';
  END $$`;
