import { type ClientBase, escapeIdentifier, escapeLiteral } from "pg";
import { required } from "@/lib/domain/invariant/required";
import { applicationRoles } from "@/lib/platform/environment/env";
import { CURRENT_TABLES, type CurrentTable } from "./current-tables";
import { findShapes, keyText, rowDigest, type TableShape, writtenDocuments } from "./row-digest";
import type { RowFault } from "./verify-rows";

/** Every fault between the rows that change and the states that were noted of them; linear in rows and states. */
export async function findCurrentFaults(client: ClientBase): Promise<RowFault[]> {
  const shapes = await findShapes(client);
  const faults: RowFault[] = [];
  for (const table of CURRENT_TABLES) faults.push(...(await findCurrentFaultsOf(client, table, shapes)));
  return faults;
}

/** The faults between the rows of one table and their states. */
export async function findCurrentFaultsOf(
  client: ClientBase,
  table: CurrentTable,
  shapes: ReadonlyMap<string, TableShape>,
): Promise<RowFault[]> {
  const shape = required(shapes.get(table.name), `columns of ${table.name}`);
  return (await client.query<RowFault>(comparison(table, shape))).rows;
}

/** The tables whose rows are noted no more, because a trigger is off or gone. */
export async function findUnnoted(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT t.name FROM unnest($1::text[]) AS t (name) WHERE (
       SELECT count(*) FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
       WHERE c.relname = t.name AND c.relnamespace = 'public'::regnamespace AND g.tgenabled = 'O'
         AND g.tgname IN ('row_insert', 'row_update', 'row_delete')) < 3 ORDER BY 1`,
    [CURRENT_TABLES.map(({ name }) => name)],
  );
  return rows.map(({ name }) => name);
}

/** Acts that make lines without an entry of their own: the sealing of their day binds them. */
const TAKEN_OVER = "('stood', 'migrated')";
const WRITERS = Object.values(applicationRoles).map(escapeLiteral).join(", ");

/**
 * The last state of a row is the row. A state that no entry of its own transaction explains, or that a role of no process
 * wrote, is a fault too, though the row agrees with it: a statement typed into the database leaves such a one.
 */
function comparison({ name, needsEntry, computed }: CurrentTable, shape: TableShape): string {
  const unexplained = needsEntry
    ? "OR NOT is_entered AND (act <> 'update' OR stated IS DISTINCT FROM before)"
    : "";
  const [isEntered, entries] = needsEntry
    ? [
        "t.event IS NOT NULL AND t.event <> 'journal.sealed'",
        `LEFT JOIN journal_entry e ON e.org_id = r.org_id AND e.rows_batch = r.batch
         LEFT JOIN journal_text t ON t.org_id = e.org_id AND t.seq = e.seq`,
      ]
    : ["NULL", ""];
  // Digests a row once where nothing of it is computed: the second digest would be the same.
  const isTwice = computed.length > 0;
  const documents = isTwice ? "w" : "t";
  const stated = isTwice ? rowDigest(shape.columns, computed, documents) : "NULL::text";
  const org = shape.columns.some((column) => column.name === "org_id") ? "t.org_id" : "t.id";
  return `
  WITH actual AS (
    SELECT org, key, max(digest) AS digest, max(stated) AS stated, count(*) AS copies FROM (
      SELECT ${org} AS org, ${keyText(shape, shape.key)} AS key, ${rowDigest(shape.columns, [], documents)} AS digest,
        ${stated} AS stated
      FROM public.${escapeIdentifier(name)} t ${isTwice ? writtenDocuments(shape.columns) : ""}) AS c GROUP BY 1, 2
  ), states AS (
    SELECT r.org_id AS org, r.row_key AS key, r.number, r.act, encode(r.digest, 'hex') AS digest, encode(r.stated, 'hex') AS stated, r.writer,
      lag(encode(r.stated, 'hex')) OVER (PARTITION BY r.org_id, r.row_key ORDER BY r.number) AS before,
      ${isEntered} AS is_entered,
      row_number() OVER (PARTITION BY r.org_id, r.row_key ORDER BY r.number DESC) AS back,
      count(*) OVER (PARTITION BY r.org_id, r.row_key) AS states
    FROM row_line r ${entries}
    WHERE r.table_name = ${escapeLiteral(name)}
  ), judged AS (
    SELECT coalesce(a.org, n.org) AS org, coalesce(a.key, n.key) AS key, CASE
      WHEN n.key IS NULL OR a.copies > 1 OR (a.key IS NOT NULL AND n.act = 'delete') THEN 'row-inserted'
      WHEN a.key IS NULL AND n.act <> 'delete' THEN 'row-missing'
      WHEN a.digest <> n.digest OR coalesce(a.stated, a.digest) <> n.stated OR n.number <> n.states THEN 'row-changed'
    END AS kind
    FROM actual a FULL JOIN (SELECT * FROM states WHERE back = 1) n ON n.org = a.org AND n.key = a.key
    UNION ALL
    SELECT org, key, 'row-unexplained' FROM states
    WHERE act NOT IN ${TAKEN_OVER} AND (writer NOT IN (${WRITERS}) ${unexplained})
      OR act = 'stood' AND number > 1)
  SELECT org, ${escapeLiteral(name)} AS table, kind, count(*)::int AS count, min(key) AS example
  FROM judged WHERE kind IS NOT NULL GROUP BY org, kind ORDER BY org, kind`;
}
