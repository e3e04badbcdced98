import { type ClientBase, DatabaseError } from "pg";

/**
 * A text, read once: reading it costs more than every digest. Escapes that jsonb cannot hold leave its chain to the walk; a
 * text that is no JSON raises an error, which leaves all of them to it.
 */
const READ = `CROSS JOIN LATERAL (SELECT CASE WHEN t.text NOT LIKE '%\\\\u%' OR t.text !~* '\\\\u(0000|d[89a-f])'
      THEN t.text::jsonb END AS whole OFFSET 0) AS r
    CROSS JOIN LATERAL (SELECT r.whole -> 'subject' AS subject, r.whole -> 'actor' AS actor OFFSET 0) AS m`;

/** Asks that a member of the text is the string of its column; null in the text counts as absent. */
const repeats = (of: string, member: string, column: string) =>
  `${of} ->> '${member}' IS NOT DISTINCT FROM t.${column}
    AND coalesce(jsonb_typeof(${of} -> '${member}'), 'null') IN ('string', 'null')`;

const REPEATED = `jsonb_typeof(r.whole) = 'object' AND ${[
  repeats("r.whole", "event", "event"),
  repeats("m.subject", "noun", "noun"),
  repeats("m.subject", "id", "subject_id"),
  repeats("m.actor", "id", "actor_id"),
  repeats("m.actor", "name", "actor_name"),
].join(" AND ")}`;

/** Says in SQL what `findColumnFault` asks of the columns of an entry `e` after `p`. */
const COLUMNS = `
  e.version >= coalesce(p.version, 1) AND CASE e.version
    WHEN 2 THEN t.event IS NOT NULL AND t.noun IS NOT NULL AND (e.rows_count > 0) = (e.rows_batch IS NOT NULL)
      AND e.d = sha256(convert_to('amana-entry-2:' || e.org_id || ':' || e.seq || ':'
        || (extract(epoch FROM e.recorded_at) * 1000)::bigint || ':' || t.event || ':' || t.noun || ':' || e.rows_count || ':'
        || coalesce(encode(e.rows_digest, 'hex'), '') || ':' || encode(e.commitment, 'hex'), 'UTF8'))
    WHEN 1 THEN e.commitment IS NULL AND e.rows_batch IS NULL AND e.rows_count = 0 AND e.rows_digest IS NULL
  END`;

/** Says in SQL what is asked of a text and of the columns that repeat it. */
const TEXT = `
  CASE WHEN t.text IS NULL THEN t.salt IS NULL AND t.actor_id IS NULL AND t.actor_name IS NULL AND t.subject_id IS NULL
    AND t.cleared_at IS NOT NULL
  ELSE t.cleared_at IS NULL AND length(t.salt) = 16
    AND sha256(t.salt || convert_to(t.text, 'UTF8')) = coalesce(e.commitment, e.d)
    AND ${REPEATED}
  END`;

const SOUND = `
  SELECT s.org_id AS org, max(s.seq) AS seq FROM (
    SELECT e.org_id, e.seq, e.h = sha256(coalesce(p.h, CASE WHEN e.seq = 1
        THEN sha256(convert_to('amana-journal-1:' || e.org_id, 'UTF8')) END) || e.d) AND ${COLUMNS} AND ${TEXT} AS is_sound
    FROM journal_entry e
    JOIN journal_text t ON t.org_id = e.org_id AND t.seq = e.seq
    ${READ}
    LEFT JOIN journal_entry p ON p.org_id = e.org_id AND p.seq = e.seq - 1) AS s
  GROUP BY s.org_id HAVING bool_and(coalesce(s.is_sound, false)) AND min(s.seq) = 1 AND count(*) = max(s.seq)`;

/**
 * Chains whose every entry holds, up to the head that is kept of them, as one statement finds them. It is never more lenient
 * than the walk, entry by entry, that names the fault of each of the others; a text that the database cannot read, as a number
 * beyond its own, leaves all of them to the walk.
 */
export async function findWholeChains(client: ClientBase): Promise<ReadonlySet<string>> {
  const isInTransaction = await client.query("SAVEPOINT whole_chains").then(
    () => true,
    () => false,
  );
  try {
    const { rows } = await client.query<{ org: string }>(
      `SELECT s.org FROM (${SOUND}) AS s JOIN journal_head h ON h.org_id = s.org AND h.seq = s.seq
       JOIN journal_entry l ON l.org_id = s.org AND l.seq = s.seq AND l.h = h.h`,
    );
    return new Set(rows.map(({ org }) => org));
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    if (isInTransaction) await client.query("ROLLBACK TO SAVEPOINT whole_chains");
    if (!isLeftToWalk(error)) throw error;
    return new Set();
  } finally {
    if (isInTransaction) await client.query("RELEASE SAVEPOINT whole_chains");
  }
}

/** Class 22 of SQLSTATE: what is read is no value of its type. */
function isLeftToWalk({ code = "" }: DatabaseError): boolean {
  return code.startsWith("22");
}
