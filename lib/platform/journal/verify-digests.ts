import { createHash } from "node:crypto";
import { type ClientBase, escapeLiteral } from "pg";
import { canonicalText, type JsonValue } from "@/lib/domain/journal/canonical";
import { canonicalDigest, isCanonicalDigest } from "./canonical-digest";
import { COLUMN_DIGESTS, type ColumnDigest } from "./column-digests";
import { CURRENT_TABLES } from "./current-tables";
import { ENTRY_DIGESTS, type EntryDigest } from "./entry-digests";
import type { RowFault } from "./verify-rows";

/** Digests that rows and entries state, compared with what they are digests of. */
export async function findDigestFaults(client: ClientBase): Promise<RowFault[]> {
  const columns = await client.query<RowFault>(
    `${COLUMN_DIGESTS.map(columnComparison).join("\nUNION ALL\n")} ORDER BY 1, 2`,
  );
  const readable = await readableTexts(client);
  const entries = await client.query<RowFault>(entryComparisons(readable));
  const lists = await findCanonicalFaults(client, readable);
  return [...columns.rows, ...entries.rows, ...lists, ...(await findDossierFaults(client))];
}

function columnComparison({ table, column, key = "t.id::text", from, of }: ColumnDigest): string {
  return `(SELECT t.org_id AS org, ${escapeLiteral(table)} AS table, 'digest-mismatch' AS kind, count(*)::int AS count,
      min(${key}) AS example
    FROM ${from} WHERE t.${column} <> '' AND t.${column} IS DISTINCT FROM ${of} GROUP BY t.org_id)`;
}

const inSql = ENTRY_DIGESTS.filter(({ prefix }) => prefix !== "jcs:");
const inProgram = ENTRY_DIGESTS.filter(({ prefix }) => prefix === "jcs:");

/** PostgreSQL that can ask whether a text is JSON. */
const ASKS_FOR_JSON = 160_000;

/**
 * Condition on texts `t` that the database reads as JSON: a text that is none is a fault of its chain. An older server cannot ask
 * it, so the program names those that it must not read.
 */
async function readableTexts(client: ClientBase): Promise<string> {
  const { rows: version } = await client.query<{ number: number }>(
    "SELECT current_setting('server_version_num')::int AS number",
  );
  if ((version[0]?.number ?? 0) >= ASKS_FOR_JSON) return "t.text IS JSON OBJECT";
  const { rows } = await client.query<{ place: string; text: string }>(
    `SELECT ${PLACE} AS place, t.text FROM journal_text t WHERE t.text IS NOT NULL`,
  );
  const broken = rows.filter(({ text }) => !isJsonObject(text)).map(({ place }) => escapeLiteral(place));
  return `${PLACE} <> ALL (ARRAY[${broken.join(", ")}]::text[])`;
}

const PLACE = "t.org_id || ' ' || t.seq";

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** The entries about some nouns that state one of some fields. */
function stated(digests: readonly EntryDigest[], readable: string): string {
  const fields = [...new Set(digests.map(({ field }) => field))];
  const nouns = [...new Set(digests.map(({ noun }) => noun))];
  return `SELECT t.org_id AS org, t.seq, t.event, t.noun, t.subject_id AS subject, t.text::jsonb -> 'after' AS after, e.rows_batch AS batch
    FROM journal_text t JOIN journal_entry e ON e.org_id = t.org_id AND e.seq = t.seq
    WHERE t.noun IN (${nouns.map(escapeLiteral).join(", ")}) AND t.text ~ '"(${fields.join("|")})":'
      AND CASE WHEN ${readable} THEN t.text NOT LIKE '%\\\\u0000%' ELSE false END`;
}

function entryComparisons(readable: string): string {
  return `WITH stated AS MATERIALIZED (${stated(inSql, readable)})
    ${inSql.map(entryComparison).join("\nUNION ALL\n")} ORDER BY 1, 2`;
}

/** Selects from the entries `stated` those that state one digest, with what they say of it as `value`. */
function statements({ noun, field, events, isLast, prefix = "" }: EntryDigest): string {
  const of = events ? ` AND event IN (${events.map(escapeLiteral).join(", ")})` : "";
  const [last, order] = isLast ? ["DISTINCT ON (org, subject)", "ORDER BY org, subject, seq DESC"] : ["", ""];
  return `SELECT * FROM (SELECT ${last} *, after ->> ${escapeLiteral(field)} AS value FROM stated
      WHERE noun = ${escapeLiteral(noun)}${of} AND after ? ${escapeLiteral(field)} ${order}) AS l
    WHERE l.value <> '' AND starts_with(l.value, ${escapeLiteral(prefix)})`;
}

/**
 * A row that an entry names and that is gone is missed where its lines began before it and none says that it was deleted.
 * The statement of an entry about a row that was deleted with an entry has nothing to be compared with.
 */
function entryComparison(digest: EntryDigest): string {
  const { table, key, match = key, rows } = digest;
  const lines = CURRENT_TABLES.some(({ name }) => name === table) ? "row_line" : "evidence_row";
  const deleted = `EXISTS (SELECT FROM ${lines} l WHERE l.org_id = s.org AND l.table_name = ${escapeLiteral(table)}
    AND l.row_key = ${key} AND l.act = 'delete')`;
  const began = `EXISTS (SELECT FROM ${lines} l WHERE l.org_id = s.org AND l.batch = s.batch)`;
  return `(SELECT org, ${escapeLiteral(table)} AS table, kind, count(*)::int AS count, min(seq)::text AS example FROM (
      SELECT s.org, s.seq, CASE WHEN r.key IS NULL THEN CASE WHEN ${began} AND NOT ${deleted} THEN 'row-missing' END
        WHEN r.digest IS DISTINCT FROM s.value THEN 'digest-mismatch' END AS kind
      FROM (${statements(digest)}) AS s LEFT JOIN (${rows}) AS r ON r.org = s.org AND r.key = ${match}) AS judged
    WHERE kind IS NOT NULL GROUP BY org, kind)`;
}

type Canonical = { org: string; table: string; key: string; value: JsonValue; digest: string };

/** Digests of canonical text, which the database cannot write. */
async function findCanonicalFaults(client: ClientBase, readable: string): Promise<RowFault[]> {
  const compared = inProgram.map(
    (
      digest,
    ) => `SELECT s.org, ${escapeLiteral(digest.table)} AS table, s.subject AS key, r.digest AS value, s.value AS digest
      FROM (${statements(digest)}) AS s JOIN (${digest.rows}) AS r ON r.org = s.org AND r.key = ${digest.match ?? digest.key}`,
  );
  const { rows } = await client.query<Canonical>(
    `WITH stated AS MATERIALIZED (${stated(inProgram, readable)}) ${compared.join(" UNION ALL ")}
     UNION ALL SELECT org_id, 'authorisation', id::text, list, list_digest FROM authorisation
       WHERE list_digest <> '' ORDER BY 1, 2, 3`,
  );
  const faulty = rows.filter(({ value, digest }) =>
    isCanonicalDigest(digest)
      ? canonicalDigest(value) !== digest
      : createHash("sha256").update(canonicalText(value)).digest("hex") !== digest,
  );
  return countFaults(faulty);
}

/** Reads the files of dossiers piece by piece: one may be larger than a value of the database. */
async function findDossierFaults(client: ClientBase): Promise<RowFault[]> {
  const { rows: dossiers } = await client.query<{ org: string; id: string; digest: string }>(
    "SELECT org_id AS org, id, sha256 AS digest FROM dossier WHERE state = 'made' AND sha256 <> '' ORDER BY 1, 2",
  );
  const faulty: { org: string; table: string; key: string }[] = [];
  for (const { org, id, digest } of dossiers) {
    const hash = createHash("sha256");
    for (let after = -1; ;) {
      const { rows } = await client.query<{ seq: number; bytes: Buffer }>(
        `SELECT c.seq, c.bytes FROM dossier_chunk c JOIN dossier d ON d.org_id = c.org_id AND d.id = c.dossier_id AND d.attempts = c.attempt
         WHERE c.org_id = $1 AND c.dossier_id = $2 AND c.seq > $3 ORDER BY c.seq LIMIT 16`,
        [org, id, after],
      );
      for (const { bytes } of rows) hash.update(bytes);
      const last = rows.at(-1);
      if (!last) break;
      after = last.seq;
    }
    if (hash.digest("hex") !== digest) faulty.push({ org, table: "dossier", key: id });
  }
  return countFaults(faulty);
}

function countFaults(faulty: readonly { org: string; table: string; key: string }[]): RowFault[] {
  const faults = new Map<string, RowFault>();
  for (const { org, table, key } of faulty) {
    const known = faults.get(`${org} ${table}`);
    if (known) known.count += 1;
    else faults.set(`${org} ${table}`, { org, table, kind: "digest-mismatch", count: 1, example: key });
  }
  return [...faults.values()];
}
