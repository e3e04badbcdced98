-- Calls of a log are stored packed, in up to 256 parts by the first byte of the person's key, and not as rows: a million
-- rows with their indexes took ten times as long to insert and to sort as the file takes to read.
CREATE TABLE "call_log_part" (
    "log_id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "calls" INTEGER NOT NULL,
    "packed" BYTEA NOT NULL,

    CONSTRAINT "call_log_part_pkey" PRIMARY KEY ("log_id", "part"),
    CONSTRAINT "call_log_part_part" CHECK ("part" BETWEEN 0 AND 255)
);
-- Keys are random: PostgreSQL would try in vain to compress them.
ALTER TABLE "call_log_part" ALTER COLUMN "packed" SET STORAGE EXTERNAL;

-- Packs the rows that there are, as domain/call-log/call-part.ts reads them: version, length of the head, head, columns. The
-- dialler's names stand in the head, for their digests are keyed by a secret that the database has not.
ALTER TABLE "call_log" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "logged_call" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "call_log_judgement" NO FORCE ROW LEVEL SECURITY;
WITH placed AS (
  SELECT c.*, get_byte(c.person_key, 0) AS part,
    dense_rank() OVER (PARTITION BY c.log_id, get_byte(c.person_key, 0) ORDER BY c.code) - 1 AS code_at,
    dense_rank() OVER (PARTITION BY c.log_id, get_byte(c.person_key, 0) ORDER BY c.shown) - 1 AS shown_at
  FROM logged_call c),
people AS (
  SELECT log_id, part, person_key, count(*)::int AS calls FROM placed GROUP BY log_id, part, person_key),
persons AS (
  SELECT log_id, part, count(*)::int AS people, string_agg(person_key, ''::bytea ORDER BY person_key) AS keys,
    string_agg(int4send(calls), ''::bytea ORDER BY person_key) AS counts
  FROM people GROUP BY log_id, part),
columns AS (
  SELECT log_id, org_id, part, count(*)::int AS calls,
    json_agg(DISTINCT code ORDER BY code) AS codes, json_agg(DISTINCT shown ORDER BY shown) AS shown,
    json_agg(call_id ORDER BY person_key, called_at, line) AS names,
    string_agg(float8send((extract(epoch FROM called_at) * 1000)::float8), ''::bytea
      ORDER BY person_key, called_at, line) AS instants,
    string_agg(int4send(line), ''::bytea ORDER BY person_key, called_at, line) AS lines,
    string_agg(substring(int4send(shown_at::int) FROM 3), ''::bytea ORDER BY person_key, called_at, line) AS shown_at,
    string_agg(substring(int4send(code_at::int) FROM 4), ''::bytea ORDER BY person_key, called_at, line) AS code_at
  FROM placed GROUP BY log_id, org_id, part),
headed AS (
  SELECT c.*, p.keys, p.counts, convert_to(json_build_object('codes', c.codes, 'shown', c.shown, 'people', p.people,
    'calls', c.calls, 'names', c.names)::text, 'UTF8') AS head
  FROM columns c JOIN persons p ON p.log_id = c.log_id AND p.part = c.part)
INSERT INTO call_log_part (log_id, org_id, part, calls, packed)
SELECT log_id, org_id, part, calls,
  '\x01'::bytea || int4send(length(head)) || head || keys || counts || instants || lines || shown_at || code_at
FROM headed;

-- Rows stay of calls that a judgement names by their line.
DELETE FROM logged_call WHERE (log_id, line) NOT IN (
  SELECT j.log_id, line.value::int FROM call_log_judgement j, jsonb_array_elements(j.findings -> 'groups') AS found,
    jsonb_array_elements_text(found -> 'lines') AS line);
DROP INDEX "logged_call_once", "logged_call_named";
ALTER TABLE "logged_call" DROP COLUMN "professional_id", DROP COLUMN "code", DROP COLUMN "shown", DROP COLUMN "call_id";

ALTER TABLE "call_log_part" ADD CONSTRAINT "call_log_part_org_id_log_id_fkey"
  FOREIGN KEY ("org_id", "log_id") REFERENCES "call_log" ("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "call_log_judgement" FORCE ROW LEVEL SECURITY;
ALTER TABLE "logged_call" FORCE ROW LEVEL SECURITY;
ALTER TABLE "call_log" FORCE ROW LEVEL SECURITY;
SELECT amana_bind_table('call_log_part', 'row', false);
REVOKE UPDATE ON call_log_part FROM amana_app;

-- The example's log loses its calls with the others of its rows.
INSERT INTO example.cleared_table ("position", "noun", "name", "key", "emptied") VALUES
  (19, 'call-log', 'call_log_part', 'log_id', NULL);

-- Deletes calls of a log that failed, or whose day has passed, and says how many there were.
CREATE OR REPLACE FUNCTION call_log_clear(log_id uuid, today text) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE cleared integer;
BEGIN
  IF app_scope() IS DISTINCT FROM 'staff' THEN
    RAISE EXCEPTION 'call_log_clear: refused' USING ERRCODE = '42501';
  END IF;
  IF NOT EXISTS (SELECT FROM call_log l WHERE l.org_id = app_org() AND l.id = call_log_clear.log_id
      AND (l.state = 'failed' OR (l.state = 'judged' AND l.kept_until < today))) THEN
    RETURN 0;
  END IF;
  WITH gone AS (
    DELETE FROM call_log_part p WHERE p.org_id = app_org() AND p.log_id = call_log_clear.log_id RETURNING p.calls)
  SELECT coalesce(sum(gone.calls), 0)::integer INTO cleared FROM gone;
  DELETE FROM logged_call c WHERE c.org_id = app_org() AND c.log_id = call_log_clear.log_id;
  RETURN cleared;
END $$;
