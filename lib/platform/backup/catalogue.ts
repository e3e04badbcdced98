import { escapeIdentifier, type ClientBase } from "pg";
import { itemAt } from "@/lib/domain/invariant/required";
import { HISTORY } from "@/lib/platform/migrate/history";
import type { Sequence, TableHead } from "@/lib/platform/backup/format";

/** A table of the application. `key` sorts its rows alike on every server. */
export type Table = TableHead & {
  key: string[];
  /** Row-level security would hide rows from this backup without a word. */
  isHidden: boolean;
};

// The header of a backup holds what matters of the record of migrations. Text keys are compared by their bytes: servers differ in how they sort words.
const TABLES = `
  SELECT c.relname AS name,
    (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
    coalesce((SELECT array_agg(format('%I%s', a.attname, CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' END)
        ORDER BY array_position(i.indkey, a.attnum))
     FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
     WHERE i.indrelid = c.oid AND i.indisprimary), '{}') AS key,
    row_security_active(c.oid) AND NOT EXISTS (
      SELECT FROM pg_policy p JOIN pg_roles r ON r.oid = ANY (p.polroles)
      WHERE p.polrelid = c.oid AND p.polname = 'backup' AND r.rolname = current_user) AS "isHidden"
  FROM pg_class c
  WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> '${HISTORY}'
  ORDER BY c.relname COLLATE "C"`;

/** Every table of schema public but Prisma's own: found, not listed, so that none can be forgotten. */
export async function listTables(client: ClientBase): Promise<Table[]> {
  return (await client.query<Table>(TABLES)).rows;
}

/** Every sequence of schema public and where it stands. */
export async function listSequences(client: ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace ORDER BY relname COLLATE "C"`,
  );
  const sequences: Sequence[] = [];
  for (const { name } of rows) {
    const state = await client.query<Omit<Sequence, "name">>(
      `SELECT last_value::text AS last, is_called AS "isCalled" FROM public.${escapeIdentifier(name)}`,
    );
    sequences.push({ name, ...itemAt(state.rows, 0) });
  }
  return sequences;
}

/** The statement that sends a table's rows in the order of their key. */
export function copyOutOf({ name, columns, key }: Pick<Table, "name" | "columns" | "key">): string {
  const order = key.length > 0 ? ` ORDER BY ${key.join(", ")}` : "";
  return `COPY (SELECT ${columnList(columns)} FROM public.${escapeIdentifier(name)}${order}) TO STDOUT`;
}

/** The statement that takes them in. */
export function copyInto({ name, columns }: TableHead): string {
  return `COPY public.${escapeIdentifier(name)} (${columnList(columns)}) FROM STDIN`;
}

/** Values have one spelling whatever the server's or the role's own settings are. */
export const ONE_SPELLING = `SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'iso_8601';
  SET LOCAL timezone = 'UTC'; SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1;
  SET LOCAL client_encoding = 'UTF8'; SET LOCAL statement_timeout = 0;
  SET LOCAL idle_in_transaction_session_timeout = 0`;

function columnList(columns: string[]): string {
  return columns.map((column) => escapeIdentifier(column)).join(", ");
}
