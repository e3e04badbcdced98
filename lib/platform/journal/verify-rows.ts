import { type ClientBase, escapeIdentifier, escapeLiteral } from "pg";
import { itemAt, required } from "@/lib/domain/invariant/required";
import { digestOf, findShapes, keyText, rowDigest, type TableShape } from "./row-digest";
import { EVIDENCE_TABLES, type EvidenceTable } from "./evidence-tables";

export type RowFault = {
  org: string;
  table: string;
  kind:
    | "row-inserted" // no line says that it was written
    | "row-changed" // it is not as it was written
    | "row-missing" // it was written, and is gone
    | "row-unexplained" // its state came about without an entry, or by no process of ours
    | "digest-mismatch" // a digest that it states is not that of what it was made of
    | "rows-mismatch"; // the lines that an entry binds are not those that it bound
  count: number;
  /** Example: a row's key, or the number of an entry. */
  example: string;
};

/** Every fault between the rows of evidence and the lines that were noted of them. */
export async function findRowFaults(client: ClientBase): Promise<RowFault[]> {
  const faults: RowFault[] = [];
  const shapes = await findShapes(client);
  for (const table of EVIDENCE_TABLES) faults.push(...(await findTableFaults(client, table, shapes)));
  const old = await client.query<RowFault>(comparison("journal_entry", OLD_ENTRIES));
  return [...faults, ...old.rows, ...(await findBatchFaults(client))];
}

/** The batches of lines that are not those which their entries bound, counted by chain. */
export async function findBatchFaults(client: ClientBase): Promise<RowFault[]> {
  return (await client.query<RowFault>(boundOf(await hasRowStates(client)))).rows;
}

/** The faults between the rows of one table and their lines. */
export async function findTableFaults(
  client: ClientBase,
  table: EvidenceTable,
  shapes?: ReadonlyMap<string, TableShape>,
): Promise<RowFault[]> {
  const shape = required((shapes ?? (await findShapes(client))).get(table.name), `columns of ${table.name}`);
  return (await client.query<RowFault>(comparison(table.name, currentRows(table, shape)))).rows;
}

/** The tables whose rows are noted no more, because a trigger is off or gone. */
export async function findUnguarded(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT t.name FROM unnest($1::text[]) AS t (name) WHERE (
       SELECT count(*) FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
       WHERE c.relname = t.name AND c.relnamespace = 'public'::regnamespace AND g.tgenabled = 'O'
         AND g.tgname IN ('evidence_insert', 'evidence_update', 'evidence_delete')) < 3 ORDER BY 1`,
    [EVIDENCE_TABLES.map(({ name }) => name)],
  );
  return rows.map(({ name }) => name);
}

function currentRows({ name, key, changeable }: EvidenceTable, shape: TableShape): string {
  const state = changeable === "" ? "''" : `coalesce(${keyText(shape, [changeable])}, '')`;
  return `SELECT t.org_id AS org, ${keyText(shape, key)} AS key, ${rowDigest(shape.columns, [changeable])} AS digest,
      ${state} AS state
    FROM public.${escapeIdentifier(name)} t`;
}

// Instant, event and noun of entries of version 1 lie in no digest of theirs.
const OLD_ENTRIES = `
  SELECT e.org_id AS org, e.seq::text AS key, ${digestOf(
    `jsonb_build_object('at', (extract(epoch FROM e.recorded_at) * 1000)::bigint, 'event', t.event, 'noun', t.noun)`,
    "",
  )} AS digest, '' AS state
  FROM journal_entry e LEFT JOIN journal_text t ON t.org_id = e.org_id AND t.seq = e.seq WHERE e.version = 1`;

// Compares rows with their digests. Clearing the example is the one deletion of the product, and the entry
// that binds it records it.
function comparison(table: string, current: string): string {
  return `
  WITH actual AS (
    SELECT org, key, max(digest) AS digest, max(state) AS state, count(*) AS copies FROM (${current}) AS c GROUP BY 1, 2
  ), noted AS (
    SELECT r.org_id AS org, r.row_key AS key,
      max(encode(r.digest, 'hex')) FILTER (WHERE r.act = 'insert') AS inserted,
      max(encode(r.digest, 'hex')) FILTER (WHERE r.act = 'update') AS updated,
      coalesce(max(r.state) FILTER (WHERE r.act = 'update'), max(r.state) FILTER (WHERE r.act = 'insert')) AS state,
      bool_or(r.act = 'delete') AS is_deleted,
      bool_or(CASE WHEN r.act = 'delete' THEN EXISTS (SELECT FROM journal_entry e
        JOIN journal_text t ON t.org_id = e.org_id AND t.seq = e.seq
        WHERE e.org_id = r.org_id AND e.rows_batch = r.batch AND t.event = 'example.cleared') END) AS is_cleared
    FROM evidence_row r WHERE r.table_name = ${escapeLiteral(table)} GROUP BY 1, 2
  ), judged AS (
    SELECT coalesce(a.org, n.org) AS org, coalesce(a.key, n.key) AS key, CASE
      WHEN n.inserted IS NULL OR a.copies > 1 OR (a.key IS NOT NULL AND n.is_deleted) THEN 'row-inserted'
      WHEN a.key IS NULL AND n.is_cleared THEN NULL
      WHEN a.key IS NULL THEN 'row-missing'
      WHEN a.digest <> n.inserted OR n.updated <> n.inserted OR a.state <> n.state THEN 'row-changed'
    END AS kind
    FROM actual a FULL JOIN noted n ON n.org = a.org AND n.key = a.key)
  SELECT org, ${escapeLiteral(table)} AS table, kind, count(*)::int AS count, min(key) AS example
  FROM judged WHERE kind IS NOT NULL GROUP BY org, kind ORDER BY org, kind`;
}

/** Lines that entries bind: of rows of evidence, and of the states of rows that change, where the database knows those. */
const linesOf = (hasStates: boolean) => `
  SELECT org_id, batch, table_name, row_key, act, digest, state FROM evidence_row${
    hasStates
      ? ` UNION ALL SELECT org_id, batch, table_name, row_key || ':' || number, act, digest,
          writer || ':' || encode(stated, 'hex') FROM row_line`
      : ""
  }`;

/** False in a database of an older Amana, whose backup is verified before it is brought up to date. */
export async function hasRowStates(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ known: boolean }>(
    "SELECT to_regclass('public.row_line') IS NOT NULL AS known",
  );
  return itemAt(rows, 0).known;
}

const boundOf = (hasStates: boolean) => `
  SELECT e.org_id AS org, 'evidence_row' AS table, 'rows-mismatch' AS kind, count(*)::int AS count,
    min(e.seq)::text AS example
  FROM journal_entry e LEFT JOIN (
    SELECT org_id, batch, count(*) AS lines, sha256(convert_to(string_agg(
      table_name || '|' || row_key || '|' || act || '|' || encode(digest, 'hex') || '|' || state, E'\\n'
      ORDER BY table_name COLLATE "C", row_key COLLATE "C", act COLLATE "C"), 'UTF8')) AS digest
    FROM (${linesOf(hasStates)}) AS lines GROUP BY org_id, batch
  ) AS b ON b.org_id = e.org_id AND b.batch = e.rows_batch
  WHERE e.rows_batch IS NOT NULL
    AND (b.lines IS DISTINCT FROM e.rows_count OR b.digest IS DISTINCT FROM e.rows_digest)
  GROUP BY e.org_id ORDER BY e.org_id`;

/**
 * Counts the rows of each organisation that no entry up to `until` binds, and so no published head covers.
 */
export async function countUnbound(client: ClientBase, org: string, until: number): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (${linesOf(await hasRowStates(client))}) AS r
     WHERE r.org_id = $1 AND NOT EXISTS (
       SELECT FROM journal_entry e WHERE e.org_id = r.org_id AND e.rows_batch = r.batch AND e.seq <= $2)`,
    [org, until],
  );
  return itemAt(rows, 0).count;
}
