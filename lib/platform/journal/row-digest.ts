import { type ClientBase, escapeIdentifier, escapeLiteral } from "pg";

/** A column of a table, with its type as the database names it. */
export type RowColumn = { name: string; type: string; isNullable: boolean };

/**
 * SHA-256 of a row as JSON, as the database's own function makes it; said here, so that the function cannot say otherwise.
 * `line` is any JSON object: members that hold nothing are left out one by one.
 */
export const digestOf = (line: string, changeable: string) => `(
  SELECT encode(sha256(convert_to(coalesce(jsonb_object_agg(key, value), '{}')::text, 'UTF8')), 'hex')
  FROM jsonb_each(${line}) WHERE value <> 'null'::jsonb AND key <> ${escapeLiteral(changeable)})`;

/** The columns of a table, and the names of those of its primary key in their order. */
export type TableShape = { columns: readonly RowColumn[]; key: readonly string[] };

/** Finds the shapes of all tables in one statement. */
export async function findShapes(client: ClientBase): Promise<Map<string, TableShape>> {
  const { rows } = await client.query<TableShape & { name: string }>(
    `SELECT c.relname AS name, json_agg(json_build_object('name', a.attname, 'type', a.atttypid::regtype,
         'isNullable', NOT a.attnotnull)) AS columns,
       coalesce(array_agg(a.attname::text ORDER BY array_position(i.indkey::int2[], a.attnum))
         FILTER (WHERE a.attnum = ANY (i.indkey)), '{}') AS key
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace GROUP BY c.relname`,
  );
  return new Map(rows.map(({ name, ...shape }) => [name, shape]));
}

/** The key of a row `t`, as its lines name it. */
export function keyText({ columns }: TableShape, key: readonly string[]): string {
  return key
    .map((name) =>
      columns
        .filter((column) => column.name === name)
        .map(valueText)
        .join(""),
    )
    .join(" || ':' || ");
}

/**
 * Digests alike a row `t`, without some of its columns. Its text is put together of its columns in the order in which jsonb
 * keeps its members, by length and then by bytes, which costs less than to make an object of the row. Documents are those of
 * the row, or as `writtenDocuments` has written them once for several digests.
 */
export function rowDigest(
  columns: readonly RowColumn[],
  without: readonly string[],
  documents: "t" | "w" = "t",
): string {
  const members = columns
    .filter(({ name }) => !without.includes(name))
    .toSorted((a, b) => a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
  const parts = members.flatMap((column, at) => memberParts(column, { isAfter: at > 0, documents }));
  // A first member that may be empty leaves a comma at the front.
  const isFirstKept = members[0]?.isNullable === false && members[0].type !== "jsonb";
  const joined = `concat(${parts.join(", ")})`;
  const text = isFirstKept ? `'{' || ${joined} || '}'` : `'{' || ltrim(${joined}, ', ') || '}'`;
  return `encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`;
}

/** Joins to a row `t` its documents as text, written once, under the name `w`; "" where it has none. */
export function writtenDocuments(columns: readonly RowColumn[]): string {
  const documents = columns.filter(({ type }) => type === "jsonb").map(({ name }) => escapeIdentifier(name));
  const written = documents.map((name) => `t.${name}::text AS ${name}`);
  return documents.length === 0 ? "" : `CROSS JOIN LATERAL (SELECT ${written.join(", ")} OFFSET 0) AS w`;
}

/** Writes a member as jsonb would: nothing where the column is empty or holds the null of JSON. */
function memberParts(
  { name, type, isNullable }: RowColumn,
  { isAfter, documents }: { isAfter: boolean; documents: "t" | "w" },
): string[] {
  const column = `${type === "jsonb" ? documents : "t"}.${escapeIdentifier(name)}`;
  const label = `${isAfter ? ", " : ""}${JSON.stringify(name)}: `;
  if (type === "jsonb") return [`${escapeLiteral(label)} || nullif(${column}::text, 'null')`];
  const quoted = type === "uuid";
  const value =
    quoted || ["integer", "bigint"].includes(type) ? column : PRINTED.has(type) ? `to_json(${column})` : null;
  if (value === null) return [`${escapeLiteral(label)} || nullif(to_jsonb(${column})::text, 'null')`];
  const [before, after] = quoted ? [`${label}"`, '"'] : [label, ""];
  if (isNullable) return [`${escapeLiteral(before)} || ${value}::text || ${escapeLiteral(after)}`];
  return [escapeLiteral(before), value, ...(after ? [escapeLiteral(after)] : [])];
}

/** Types whose values JSON and jsonb print alike. */
const PRINTED: ReadonlySet<string> = new Set(["text", "boolean", "timestamp with time zone"]);

/** Writes a value of a row `t` as `evidence_key` does. */
export function valueText({ name, type }: RowColumn): string {
  const column = `t.${escapeIdentifier(name)}`;
  return ["uuid", "text", "integer", "bigint"].includes(type)
    ? `${column}::text`
    : `(to_jsonb(${column}) #>> '{}')`;
}
