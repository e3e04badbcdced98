-- CreateTable
CREATE TABLE "row_line" (
    "org_id" UUID NOT NULL,
    "table_name" TEXT NOT NULL,
    "row_key" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "digest" BYTEA NOT NULL,
    "stated" BYTEA NOT NULL,
    "writer" TEXT NOT NULL,
    "batch" UUID NOT NULL,

    CONSTRAINT "row_line_pkey" PRIMARY KEY ("org_id","table_name","row_key","number")
);

-- CreateTable
CREATE TABLE "row_hold" (
    "org_id" UUID NOT NULL,
    "table_name" TEXT NOT NULL,
    "row_key" TEXT NOT NULL,

    CONSTRAINT "row_hold_pkey" PRIMARY KEY ("org_id","table_name","row_key")
);

-- CreateIndex
CREATE INDEX "row_line_org_id_batch_idx" ON "row_line"("org_id", "batch");

SELECT set_config('check_function_bodies', 'off', true);


CREATE OR REPLACE FUNCTION public.amana_bind_table(name text, kind text, auditor_reads boolean DEFAULT true)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  key_columns text;
BEGIN
  IF kind NOT IN ('row', 'version', 'fact') THEN
    RAISE EXCEPTION 'bind: % is no kind of table', kind USING ERRCODE = '22023';
  END IF;
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
  EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  EXECUTE format($p$CREATE POLICY staff ON %I FOR ALL
    USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
    WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))$p$, name);
  IF false THEN
    EXECUTE format($p$CREATE POLICY auditor ON %I FOR SELECT
      USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'auditor'))$p$, name);
  END IF;
  EXECUTE format('GRANT SELECT, INSERT ON %I TO amana_app', name);
  IF kind = 'row' THEN
    EXECUTE format('GRANT UPDATE ON %I TO amana_app', name);
    PERFORM row_bind(name);
    RETURN;
  END IF;
  IF kind = 'version' THEN
    EXECUTE format('GRANT UPDATE (superseded_at) ON %I TO amana_app', name);
    EXECUTE format('CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON %I
      FOR EACH ROW EXECUTE FUNCTION version_refuse_rewrite()', name);
  END IF;
  SELECT string_agg(a.attname, ',' ORDER BY array_position(i.indkey::int2[], a.attnum)) INTO key_columns
    FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
    WHERE i.indrelid = ('public.' || quote_ident(name))::regclass AND i.indisprimary;
  PERFORM evidence_admit(name, key_columns, CASE kind WHEN 'version' THEN 'superseded_at' ELSE '' END);
END $function$;

CREATE OR REPLACE FUNCTION public.evidence_batch_digest(chain uuid, of_batch uuid, OUT lines integer, OUT digest bytea)
 RETURNS record
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT count(*)::int, sha256(convert_to(string_agg(
    table_name || '|' || row_key || '|' || act || '|' || encode(e.digest, 'hex') || '|' || state, E'\n'
    ORDER BY table_name COLLATE "C", row_key COLLATE "C", act COLLATE "C"), 'UTF8'))
  FROM (SELECT table_name, row_key, act, r.digest, state FROM evidence_row r WHERE org_id = chain AND batch = of_batch
    UNION ALL SELECT table_name, row_key || ':' || number, act, l.digest,
        writer || ':' || encode(stated, 'hex') FROM row_line l
      WHERE org_id = chain AND batch = of_batch) AS e
$function$;

CREATE OR REPLACE FUNCTION public.evidence_collect(chain uuid)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  collected bigint; states bigint; batch_id uuid := gen_random_uuid();
BEGIN
  IF chain IS DISTINCT FROM app_org() OR app_scope() NOT IN ('staff', 'platform') THEN
    RAISE EXCEPTION 'evidence: chain % is not in scope', chain USING ERRCODE = '42501';
  END IF;
  -- Two collectors at once would each take the rows of the other.
  PERFORM pg_advisory_xact_lock(hashtextextended('evidence of ' || chain, 0));
  PERFORM set_config('app.evidence_collect', 'on', true);
  UPDATE evidence_row r SET batch = batch_id WHERE org_id = chain AND NOT EXISTS (
    SELECT FROM journal_entry e WHERE e.org_id = r.org_id AND e.rows_batch = r.batch);
  GET DIAGNOSTICS collected = ROW_COUNT;
  UPDATE row_line r SET batch = batch_id WHERE org_id = chain AND NOT EXISTS (
    SELECT FROM journal_entry e WHERE e.org_id = r.org_id AND e.rows_batch = r.batch);
  GET DIAGNOSTICS states = ROW_COUNT;
  collected := collected + states;
  PERFORM set_config('app.evidence_collect', '', true);
  IF collected > 0 THEN
    PERFORM set_config('app.evidence_batch', chain || ' ' || batch_id, true);
  END IF;
  RETURN collected;
END $function$;

CREATE OR REPLACE FUNCTION public.row_bind(name text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET "TimeZone" TO 'UTC'
 SET bytea_output TO 'hex'
 SET extra_float_digits TO '1'
AS $function$
DECLARE key_columns text; is_forced boolean;
BEGIN
  SELECT string_agg(a.attname, ',' ORDER BY array_position(i.indkey::int2[], a.attnum)) INTO STRICT key_columns
    FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
    WHERE i.indrelid = ('public.' || quote_ident(name))::regclass AND i.indisprimary;
  EXECUTE format('CREATE TRIGGER row_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION row_note(%L)', name, key_columns);
  EXECUTE format('CREATE TRIGGER row_update AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION row_note(%L)', name, key_columns);
  EXECUTE format('CREATE TRIGGER row_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION row_note(%L)', name, key_columns);
  SELECT relforcerowsecurity INTO STRICT is_forced FROM pg_class WHERE oid = ('public.' || quote_ident(name))::regclass;
  IF is_forced THEN EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', name); END IF;
  EXECUTE format($q$INSERT INTO row_line (org_id, table_name, row_key, number, act, digest, stated, writer, batch)
    SELECT row_org(line), %1$L, evidence_key(line, %2$L), 1, 'stood', evidence_digest(line, ''),
      evidence_digest(line - row_computed(%1$L), ''), session_user,
      md5('evidence of ' || row_org(line))::uuid
    FROM (SELECT to_jsonb(t) AS line FROM %1$I t) AS s$q$, name, key_columns);
  IF is_forced THEN EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name); END IF;
END $function$;

CREATE OR REPLACE FUNCTION public.row_bound_tables()
 RETURNS TABLE(name text, key_columns text)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT c.relname::text, split_part(encode(g.tgargs, 'escape'), '\000', 1)
  FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
  WHERE g.tgname = 'row_insert' AND c.relnamespace = 'public'::regnamespace ORDER BY 1
$function$;

CREATE OR REPLACE FUNCTION public.row_computed(name text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT CASE name
    WHEN 'processing_record' THEN ARRAY['activity', 'countries', 'instruments', 'measure_ids', 'sub_processor_ids',
      'contract_ids', 'transfer_ids', 'procedure_id', 'controller_name', 'required_gaps', 'advisable_gaps', 'gap_codes',
      'rules_version', 'reviewed_on', 'review_due_on']
    WHEN 'contract' THEN ARRAY['state', 'ends_on', 'renews', 'deadline_on', 'controller_name', 'required_gaps',
      'advisable_gaps', 'gap_codes', 'rules_version', 'changes_on', 'binds_until']
    WHEN 'transfer' THEN ARRAY['controller_name', 'required_gaps', 'advisable_gaps', 'gap_codes', 'rules_version']
    WHEN 'sub_processor' THEN ARRAY['required_gaps', 'advisable_gaps', 'gap_codes', 'rules_version']
    WHEN 'authorisation' THEN ARRAY['controller_name']
    ELSE '{}'
  END
$function$;

CREATE OR REPLACE FUNCTION public.row_disagreeing(name text, key_columns text)
 RETURNS TABLE(org uuid, key text, digest bytea, stated bytea, number integer)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET "TimeZone" TO 'UTC'
 SET bytea_output TO 'hex'
 SET extra_float_digits TO '1'
AS $function$
BEGIN
  RETURN QUERY EXECUTE format($q$
    SELECT s.org, s.key, s.digest, s.stated, coalesce(l.number, 0)
    FROM (SELECT row_org(line) AS org, evidence_key(line, %2$L) AS key, evidence_digest(line, '') AS digest,
        evidence_digest(line - row_computed(%1$L), '') AS stated
      FROM (SELECT to_jsonb(t) AS line FROM %1$I t) AS c) AS s
    LEFT JOIN (SELECT DISTINCT ON (r.org_id, r.row_key) r.org_id, r.row_key, r.digest, r.number
      FROM row_line r WHERE r.table_name = %1$L ORDER BY r.org_id, r.row_key, r.number DESC) AS l
      ON l.org_id = s.org AND l.row_key = s.key
    WHERE l.digest IS DISTINCT FROM s.digest$q$, name, key_columns);
END $function$;

CREATE OR REPLACE FUNCTION public.row_hold_before()
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE bound record;
BEGIN
  IF EXISTS (SELECT FROM row_hold) THEN RETURN; END IF;
  INSERT INTO row_hold (org_id, table_name, row_key) VALUES ('00000000-0000-0000-0000-000000000000', '', '');
  FOR bound IN SELECT * FROM row_bound_tables() LOOP
    INSERT INTO row_hold (org_id, table_name, row_key)
      SELECT d.org, bound.name, d.key FROM row_disagreeing(bound.name, bound.key_columns) d ON CONFLICT DO NOTHING;
  END LOOP;
END $function$;

CREATE OR REPLACE FUNCTION public.row_note()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET "TimeZone" TO 'UTC'
 SET bytea_output TO 'hex'
 SET extra_float_digits TO '1'
AS $function$
DECLARE
  org text; batch_id uuid; known text[]; computed text[] := row_computed(TG_TABLE_NAME);
BEGIN
  SELECT min(row_org(to_jsonb(c))::text) INTO org FROM (SELECT * FROM changed LIMIT 1) AS c;
  IF org IS NULL THEN RETURN NULL; END IF;
  known := string_to_array(nullif(current_setting('app.evidence_batch', true), ''), ' ');
  IF known[1] = org THEN
    batch_id := known[2]::uuid;
  ELSE
    batch_id := gen_random_uuid();
    PERFORM set_config('app.evidence_batch', org || ' ' || batch_id, true);
  END IF;
  INSERT INTO row_line (org_id, table_name, row_key, number, act, digest, stated, writer, batch)
  SELECT of_org, TG_TABLE_NAME, key, coalesce(l.number, 0) + 1, lower(TG_OP), s.digest, s.stated, session_user, batch_id
  FROM (SELECT row_org(line) AS of_org,
      (SELECT string_agg(line ->> name, ':' ORDER BY place)
        FROM unnest(string_to_array(TG_ARGV[0], ',')) WITH ORDINALITY AS u (name, place)) AS key,
      (SELECT sha256(convert_to(coalesce(jsonb_object_agg(m.key, m.value), '{}')::text, 'UTF8'))
        FROM jsonb_each(line) m WHERE m.value <> 'null'::jsonb) AS digest,
      (SELECT sha256(convert_to(coalesce(jsonb_object_agg(m.key, m.value), '{}')::text, 'UTF8'))
        FROM jsonb_each(line - computed) m WHERE m.value <> 'null'::jsonb) AS stated
    FROM (SELECT to_jsonb(t) AS line FROM changed t OFFSET 0) AS c OFFSET 0) AS s
  LEFT JOIN LATERAL (SELECT r.number, r.act, r.digest FROM row_line r
    WHERE r.org_id = of_org AND r.table_name = TG_TABLE_NAME AND r.row_key = key
    ORDER BY r.number DESC LIMIT 1) AS l ON true
  WHERE TG_OP = 'DELETE' OR l.act = 'delete' OR l.digest IS DISTINCT FROM s.digest;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.row_org(line jsonb)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT coalesce(line ->> 'org_id', line ->> 'id')::uuid
$function$;

CREATE OR REPLACE FUNCTION public.row_rebase_after()
 RETURNS bigint
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE bound record; added bigint; total bigint := 0;
BEGIN
  IF NOT EXISTS (SELECT FROM row_hold) THEN RETURN 0; END IF;
  FOR bound IN SELECT * FROM row_bound_tables() LOOP
    INSERT INTO row_line (org_id, table_name, row_key, number, act, digest, stated, writer, batch)
      SELECT d.org, bound.name, d.key, d.number + 1, 'migrated', d.digest, d.stated, session_user,
        md5('migrated ' || d.org || clock_timestamp())::uuid
      FROM row_disagreeing(bound.name, bound.key_columns) d
      WHERE NOT EXISTS (SELECT FROM row_hold h
        WHERE h.org_id = d.org AND h.table_name = bound.name AND h.row_key = d.key);
    GET DIAGNOSTICS added = ROW_COUNT;
    total := total + added;
  END LOOP;
  DELETE FROM row_hold;
  RETURN total;
END $function$;

CREATE OR REPLACE FUNCTION public.row_stood(chain uuid)
 RETURNS bigint
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF chain IS DISTINCT FROM app_org() OR app_scope() NOT IN ('staff', 'platform') THEN
    RAISE EXCEPTION 'evidence: chain % is not in scope', chain USING ERRCODE = '42501';
  END IF;
  RETURN (SELECT count(*) FROM row_line r WHERE r.org_id = chain AND r.act IN ('stood', 'migrated') AND NOT EXISTS (
    SELECT FROM journal_entry e WHERE e.org_id = r.org_id AND e.rows_batch = r.batch));
END $function$;
-- Rows that stand in each table become lines of their own act, which the next sealing binds.
SELECT row_bind('audit_grant');
SELECT row_bind('audit_row');
SELECT row_bind('audit_section');
SELECT row_bind('authorisation');
SELECT row_bind('authorisation_condition');
SELECT row_bind('breach');
SELECT row_bind('breach_controller');
SELECT row_bind('breach_notice');
SELECT row_bind('calendar_feed');
SELECT row_bind('calendar_feed_read');
SELECT row_bind('call_layout');
SELECT row_bind('call_log');
SELECT row_bind('call_log_part');
SELECT row_bind('call_script');
SELECT row_bind('campaign');
SELECT row_bind('compliance_day');
SELECT row_bind('consultation');
SELECT row_bind('consultation_person');
SELECT row_bind('contract');
SELECT row_bind('contract_end');
SELECT row_bind('contract_end_line');
SELECT row_bind('contract_instructor');
SELECT row_bind('controller');
SELECT row_bind('controller_contact');
SELECT row_bind('controller_spelling');
SELECT row_bind('decision_reading');
SELECT row_bind('dossier');
SELECT row_bind('dossier_chunk');
SELECT row_bind('dpo_work');
SELECT row_bind('example_row');
SELECT row_bind('form_submission');
SELECT row_bind('house_rule');
SELECT row_bind('import_mapping');
SELECT row_bind('import_row');
SELECT row_bind('import_run');
SELECT row_bind('instruction');
SELECT row_bind('instruction_series');
SELECT row_bind('invitation');
SELECT row_bind('logged_call');
SELECT row_bind('measure');
SELECT row_bind('member');
SELECT row_bind('night_contact');
SELECT row_bind('organisation');
SELECT row_bind('outbox_mail');
SELECT row_bind('parental_person');
SELECT row_bind('processing_record');
SELECT row_bind('public_page');
SELECT row_bind('public_subscriber');
SELECT row_bind('record_assessment');
SELECT row_bind('reminder');
SELECT row_bind('returned_mail');
SELECT row_bind('rights_request');
SELECT row_bind('rights_request_rule');
SELECT row_bind('sub_processor');
SELECT row_bind('thread');
SELECT row_bind('thread_read');
SELECT row_bind('transfer');
SELECT row_bind('watch_entry');
SELECT row_bind('watch_feed');
SELECT row_bind('weekly_letter');
-- Binds at the end of the run what its later migrations still change.
INSERT INTO row_hold (org_id, table_name, row_key) VALUES ('00000000-0000-0000-0000-000000000000', '', '');
CREATE TRIGGER refuse BEFORE DELETE OR TRUNCATE ON row_line FOR EACH STATEMENT EXECUTE FUNCTION evidence_refuse();
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON row_line FOR EACH ROW EXECUTE FUNCTION evidence_refuse_rewrite();
ALTER TABLE row_hold ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_holds ON row_hold TO CURRENT_USER
  USING (true)
  WITH CHECK (true);
ALTER TABLE row_line ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY collected ON row_line FOR UPDATE TO CURRENT_USER
  USING (true);

CREATE POLICY noted ON row_line FOR INSERT TO CURRENT_USER
  WITH CHECK (true);

CREATE POLICY owner_lists ON row_line FOR SELECT TO CURRENT_USER
  USING (true);
REVOKE ALL ON FUNCTION row_bind(text) FROM PUBLIC;
REVOKE ALL ON FUNCTION row_bound_tables() FROM PUBLIC;
REVOKE ALL ON FUNCTION row_computed(text) FROM PUBLIC;
REVOKE ALL ON FUNCTION row_disagreeing(text,text) FROM PUBLIC;
REVOKE ALL ON FUNCTION row_hold_before() FROM PUBLIC;
REVOKE ALL ON FUNCTION row_note() FROM PUBLIC;
REVOKE ALL ON FUNCTION row_org(jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION row_rebase_after() FROM PUBLIC;
REVOKE ALL ON FUNCTION row_stood(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION row_stood(uuid) TO amana_app;
GRANT EXECUTE ON FUNCTION row_stood(uuid) TO amana_auth;
