import { type ClientBase, escapeIdentifier, escapeLiteral } from "pg";
import * as other from "@/lib/platform/migrate/catalogue/other-queries";
import * as table from "@/lib/platform/migrate/catalogue/table-queries";

/** Kinds in an order in which they can be made: each needs those before it alone. */
export const KINDS = [
  ...(["extension", "schema", "collation", "type", "sequence", "table", "column", "setting"] as const),
  ...([
    "constraint",
    "function",
    "index",
    "reference",
    "view",
    "trigger",
    "row security",
    "policy",
    "grant",
  ] as const),
  ...(["owner", "default privileges", "comment", "statistics", "row"] as const),
];

export type EntryKind = (typeof KINDS)[number];

/** An object of the database as PostgreSQL describes it. Two of the same kind and name are the same object. */
export type Entry = {
  kind: EntryKind;
  name: string;
  /** Orders those of a kind; alike on every database that has the same objects. */
  place: number;
  /** The table, function or schema that it belongs to. */
  of?: string;
  definition: string;
};

/** Schema into which a database that is compared is set aside, within a transaction that is rolled back. */
export const ASIDE = "amana_aside";

/**
 * Reads all that migrations make, in the order in which it can be made: every object of Amana's schemas with its
 * privileges, and the rows that migrations write. Works in the caller's transaction, whose search path it sets.
 */
export async function readCatalogue(client: ClientBase): Promise<Entry[]> {
  await client.query("SELECT set_config('search_path', $1, true)", [`public, ${ASIDE}`]);
  const entries: Entry[] = [];
  for (const query of [...Object.values(table), ...Object.values(other)]) {
    entries.push(...(await client.query<Entry>(query)).rows);
  }
  entries.push(...(await readRows(client)));
  return entries.sort(byPlace);
}

/** Reads the rows of the schema \`example\`, which no backup holds. */
async function readRows(client: ClientBase): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const { name, columns } of (await client.query<{ name: string; columns: string[] }>(OWN_TABLES))
    .rows) {
    const texts = columns.map((column) => `${escapeIdentifier(column)}::text`);
    const { rows } = await client.query<(string | null)[]>({
      text: `SELECT ${texts.join(", ")} FROM ${name}`,
      rowMode: "array",
    });
    for (const row of rows) {
      const values = row.map((value) => (value === null ? "NULL" : escapeLiteral(value))).join(", ");
      const definition = `INSERT INTO ${name} (${columns.join(", ")}) VALUES (${values})`;
      entries.push({ kind: "row", name: `${name} (${values})`, place: 0, of: name, definition });
    }
  }
  return entries;
}

const OWN_TABLES = `SELECT c.oid::regclass::text AS name,
    array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relkind = 'r' AND c.relnamespace = to_regnamespace('example') GROUP BY c.oid`;

function byPlace(a: Entry, b: Entry): number {
  return (
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    compare(a.kind === "column" ? (a.of ?? "") : "", b.kind === "column" ? (b.of ?? "") : "") ||
    a.place - b.place ||
    compare(a.name, b.name)
  );
}

/** Compares by code units, as no locale would do otherwise. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
