-- Binds a table whose rows change: each state that a row takes is a line of `row_line` in the batch of its transaction,
-- which the transaction's entry digests. Rows that stand in the table now are lines of their own act, "stood".
CREATE OR REPLACE FUNCTION row_bind(name text) RETURNS void
  LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' SET "TimeZone" TO 'UTC' SET bytea_output TO 'hex' SET extra_float_digits TO '1' AS $$
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
END $$;
REVOKE ALL ON FUNCTION row_bind(text) FROM PUBLIC;

-- A state that a row has already makes no line. Digests are said here in full: a function for each row takes longer. The number counts the states of one row: its lock lets one transaction
-- at a time add to them.
CREATE OR REPLACE FUNCTION row_note() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' SET "TimeZone" TO 'UTC' SET bytea_output TO 'hex' SET extra_float_digits TO '1' AS $$
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
END $$;
REVOKE ALL ON FUNCTION row_note() FROM PUBLIC;

-- The organisation of a row: its own row has its number as key.
CREATE OR REPLACE FUNCTION row_org(line jsonb) RETURNS uuid
  LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(line ->> 'org_id', line ->> 'id')::uuid
$$;
REVOKE ALL ON FUNCTION row_org(jsonb) FROM PUBLIC;

-- Before migrations: remembers rows that already disagree with their last line, so that no migration hides them. A hold
-- that an interrupted run left stands. The empty key says that a hold is under way.
CREATE OR REPLACE FUNCTION row_hold_before() RETURNS void
  LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
DECLARE bound record;
BEGIN
  IF EXISTS (SELECT FROM row_hold) THEN RETURN; END IF;
  INSERT INTO row_hold (org_id, table_name, row_key) VALUES ('00000000-0000-0000-0000-000000000000', '', '');
  FOR bound IN SELECT * FROM row_bound_tables() LOOP
    INSERT INTO row_hold (org_id, table_name, row_key)
      SELECT d.org, bound.name, d.key FROM row_disagreeing(bound.name, bound.key_columns) d ON CONFLICT DO NOTHING;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION row_hold_before() FROM PUBLIC;

-- After migrations: rows that they changed, by a new column for example, have a line of their own act, "migrated". A row
-- that disagreed before still does.
CREATE OR REPLACE FUNCTION row_rebase_after() RETURNS bigint
  LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
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
END $$;
REVOKE ALL ON FUNCTION row_rebase_after() FROM PUBLIC;

CREATE OR REPLACE FUNCTION row_bound_tables() RETURNS TABLE(name text, key_columns text)
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT c.relname::text, split_part(encode(g.tgargs, 'escape'), '\000', 1)
  FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
  WHERE g.tgname = 'row_insert' AND c.relnamespace = 'public'::regnamespace ORDER BY 1
$$;
REVOKE ALL ON FUNCTION row_bound_tables() FROM PUBLIC;

CREATE OR REPLACE FUNCTION row_disagreeing(name text, key_columns text)
  RETURNS TABLE(org uuid, key text, digest bytea, stated bytea, number integer)
  LANGUAGE plpgsql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' SET "TimeZone" TO 'UTC' SET bytea_output TO 'hex' SET extra_float_digits TO '1' AS $$
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
END $$;
REVOKE ALL ON FUNCTION row_disagreeing(text,text) FROM PUBLIC;

-- Columns that are computed from other rows and from the day, and written without an entry.
CREATE OR REPLACE FUNCTION row_computed(name text) RETURNS text[]
  LANGUAGE sql IMMUTABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
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
$$;
REVOKE ALL ON FUNCTION row_computed(text) FROM PUBLIC;

-- Counts the lines that no entry binds yet and no act of a person made: what the next sealing takes over as it stands.
CREATE OR REPLACE FUNCTION row_stood(chain uuid) RETURNS bigint
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  IF chain IS DISTINCT FROM app_org() OR app_scope() NOT IN ('staff', 'platform') THEN
    RAISE EXCEPTION 'evidence: chain % is not in scope', chain USING ERRCODE = '42501';
  END IF;
  RETURN (SELECT count(*) FROM row_line r WHERE r.org_id = chain AND r.act IN ('stood', 'migrated') AND NOT EXISTS (
    SELECT FROM journal_entry e WHERE e.org_id = r.org_id AND e.rows_batch = r.batch));
END $$;
REVOKE ALL ON FUNCTION row_stood(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION row_stood(uuid) TO amana_app;
GRANT EXECUTE ON FUNCTION row_stood(uuid) TO amana_auth;

-- Counts the rows of a bound table that the caller sees, of those where a column has a value, which are not as they were
-- noted: what a page draws of them does not agree with the journal.
CREATE OR REPLACE FUNCTION rows_disagreeing(name text, by_column text, value uuid) RETURNS bigint
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' SET "TimeZone" TO 'UTC' SET bytea_output TO 'hex' SET extra_float_digits TO '1' AS $$
DECLARE bound text; key_columns text; changeable text; disagreeing bigint;
BEGIN
  SELECT t.tgname, split_part(encode(t.tgargs, 'escape'), '\000', 1), coalesce(split_part(encode(t.tgargs, 'escape'), '\000', 2), '')
    INTO bound, key_columns, changeable
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relname = name AND c.relnamespace = 'public'::regnamespace AND t.tgname IN ('row_insert', 'evidence_insert');
  IF bound IS NULL THEN
    RAISE EXCEPTION 'rows_disagreeing: % is bound by nothing', name USING ERRCODE = '22023';
  END IF;
  IF bound = 'row_insert' THEN
    EXECUTE format($q$SELECT count(*) FROM (SELECT to_jsonb(t) AS line FROM %1$I t
        WHERE t.org_id = (SELECT app_org()) AND t.%2$I = $1) AS c
      LEFT JOIN LATERAL (SELECT r.digest, r.act FROM row_line r WHERE r.org_id = (SELECT app_org()) AND r.table_name = %1$L
        AND r.row_key = evidence_key(line, %3$L) ORDER BY r.number DESC LIMIT 1) l ON true
      WHERE l.act IS NULL OR l.act = 'delete' OR l.digest <> evidence_digest(line, '')$q$, name, by_column, key_columns)
      INTO disagreeing USING value;
  ELSE
    EXECUTE format($q$SELECT count(*) FROM (SELECT to_jsonb(t) AS line FROM %1$I t
        WHERE t.org_id = (SELECT app_org()) AND t.%2$I = $1) AS c
      LEFT JOIN LATERAL (SELECT r.digest FROM evidence_row r WHERE r.org_id = (SELECT app_org()) AND r.table_name = %1$L
        AND r.row_key = evidence_key(line, %3$L) AND r.act = 'insert' LIMIT 1) l ON true
      WHERE l.digest IS DISTINCT FROM evidence_digest(line, %4$L)$q$, name, by_column, key_columns, changeable)
      INTO disagreeing USING value;
  END IF;
  RETURN disagreeing;
END $$;
REVOKE ALL ON FUNCTION rows_disagreeing(text,text,uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rows_disagreeing(text,text,uuid) TO amana_app;
GRANT EXECUTE ON FUNCTION rows_disagreeing(text,text,uuid) TO amana_portal;

-- Names, of what a list of identifiers names, that of which some row of a bound table that the caller sees is not as it was
-- noted: what is drawn of it does not agree with the journal. A row that is gone is not found.
CREATE OR REPLACE FUNCTION rows_disagreeing_among(name text, by_column text, among uuid[]) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' SET "TimeZone" TO 'UTC' SET bytea_output TO 'hex' SET extra_float_digits TO '1' AS $$
DECLARE bound text; key_columns text; changeable text;
BEGIN
  IF app_scope() IS NULL OR app_scope() NOT IN ('staff', 'portal') THEN
    RAISE EXCEPTION 'rows_disagreeing_among: staff and contacts alone' USING ERRCODE = '42501';
  END IF;
  SELECT t.tgname, split_part(encode(t.tgargs, 'escape'), '\000', 1), coalesce(split_part(encode(t.tgargs, 'escape'), '\000', 2), '')
    INTO bound, key_columns, changeable
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relname = name AND c.relnamespace = 'public'::regnamespace AND t.tgname IN ('row_insert', 'evidence_insert');
  IF bound IS NULL THEN
    RAISE EXCEPTION 'rows_disagreeing_among: % is bound by nothing', name USING ERRCODE = '22023';
  END IF;
  IF bound = 'row_insert' THEN
    RETURN QUERY EXECUTE format($q$SELECT DISTINCT c.about FROM (SELECT t.%2$I AS about, to_jsonb(t) AS line FROM %1$I t
        WHERE t.org_id = (SELECT app_org()) AND t.%2$I = ANY ($1)) AS c
      LEFT JOIN LATERAL (SELECT r.digest, r.act FROM row_line r WHERE r.org_id = (SELECT app_org()) AND r.table_name = %1$L
        AND r.row_key = evidence_key(line, %3$L) ORDER BY r.number DESC LIMIT 1) l ON true
      WHERE l.act IS NULL OR l.act = 'delete' OR l.digest <> evidence_digest(line, '')$q$, name, by_column, key_columns) USING among;
  ELSE
    RETURN QUERY EXECUTE format($q$SELECT DISTINCT c.about FROM (SELECT t.%2$I AS about, to_jsonb(t) AS line FROM %1$I t
        WHERE t.org_id = (SELECT app_org()) AND t.%2$I = ANY ($1)) AS c
      LEFT JOIN LATERAL (SELECT r.digest FROM evidence_row r WHERE r.org_id = (SELECT app_org()) AND r.table_name = %1$L
        AND r.row_key = evidence_key(line, %3$L) AND r.act = 'insert' LIMIT 1) l ON true
      WHERE l.digest IS DISTINCT FROM evidence_digest(line, %4$L)$q$, name, by_column, key_columns, changeable) USING among;
  END IF;
END $$;
REVOKE ALL ON FUNCTION rows_disagreeing_among(text,text,uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rows_disagreeing_among(text,text,uuid[]) TO amana_app;
GRANT EXECUTE ON FUNCTION rows_disagreeing_among(text,text,uuid[]) TO amana_portal;

-- Counts the rows of a bound table of the organisation that are not as they were noted. A row that is gone is not counted.
CREATE OR REPLACE FUNCTION rows_disagreeing_in(name text) RETURNS bigint
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' SET "TimeZone" TO 'UTC' SET bytea_output TO 'hex' SET extra_float_digits TO '1' AS $$
DECLARE bound text; key_columns text; changeable text; org_column text; disagreeing bigint;
BEGIN
  IF app_scope() IS DISTINCT FROM 'staff' THEN
    RAISE EXCEPTION 'rows_disagreeing_in: staff alone' USING ERRCODE = '42501';
  END IF;
  SELECT t.tgname, split_part(encode(t.tgargs, 'escape'), '\000', 1), coalesce(split_part(encode(t.tgargs, 'escape'), '\000', 2), '')
    INTO bound, key_columns, changeable
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relname = name AND c.relnamespace = 'public'::regnamespace AND t.tgname IN ('row_insert', 'evidence_insert');
  IF bound IS NULL THEN
    RAISE EXCEPTION 'rows_disagreeing_in: % is bound by nothing', name USING ERRCODE = '22023';
  END IF;
  org_column := CASE WHEN EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = format('public.%I', name)::regclass
    AND a.attname = 'org_id' AND NOT a.attisdropped) THEN 'org_id' ELSE 'id' END;
  IF bound = 'row_insert' THEN
    EXECUTE format($q$SELECT count(*) FROM (SELECT to_jsonb(t) AS line FROM %1$I t WHERE t.%3$I = (SELECT app_org())) AS c
      LEFT JOIN LATERAL (SELECT r.digest, r.act FROM row_line r WHERE r.org_id = (SELECT app_org()) AND r.table_name = %1$L
        AND r.row_key = evidence_key(line, %2$L) ORDER BY r.number DESC LIMIT 1) l ON true
      WHERE l.act IS NULL OR l.act = 'delete' OR l.digest <> evidence_digest(line, '')$q$, name, key_columns, org_column)
      INTO disagreeing;
  ELSE
    EXECUTE format($q$SELECT count(*) FROM (SELECT to_jsonb(t) AS line FROM %1$I t WHERE t.%3$I = (SELECT app_org())) AS c
      LEFT JOIN LATERAL (SELECT r.digest FROM evidence_row r WHERE r.org_id = (SELECT app_org()) AND r.table_name = %1$L
        AND r.row_key = evidence_key(line, %2$L) AND r.act = 'insert' LIMIT 1) l ON true
      WHERE l.digest IS DISTINCT FROM evidence_digest(line, %4$L)$q$, name, key_columns, org_column, changeable)
      INTO disagreeing;
  END IF;
  RETURN disagreeing;
END $$;
REVOKE ALL ON FUNCTION rows_disagreeing_in(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rows_disagreeing_in(text) TO amana_app;
