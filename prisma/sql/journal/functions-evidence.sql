-- Makes a table evidence: its rows are noted from now on, and those that stand in it now form one batch, which the
-- next sealing binds.
CREATE OR REPLACE FUNCTION evidence_admit(name text, key_columns text, changeable text) RETURNS void
  LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' SET "TimeZone" TO 'UTC' SET bytea_output TO 'hex' SET extra_float_digits TO '1' AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER evidence_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION evidence_note(%L, %L)', name, key_columns, changeable);
  EXECUTE format('CREATE TRIGGER evidence_update AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION evidence_note(%L, %L)', name, key_columns, changeable);
  EXECUTE format('CREATE TRIGGER evidence_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION evidence_note(%L, %L)', name, key_columns, changeable);
  EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', name);
  EXECUTE format($q$INSERT INTO evidence_row (org_id, table_name, row_key, act, digest, state, batch)
    SELECT (line ->> 'org_id')::uuid, %1$L, evidence_key(line, %2$L), 'insert', evidence_digest(line, %3$L),
      coalesce(line ->> nullif(%3$L, ''), ''), md5('evidence of ' || (line ->> 'org_id'))::uuid
    FROM (SELECT to_jsonb(t) AS line FROM %1$I t) AS s$q$, name, key_columns, changeable);
  EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
END $$;
REVOKE ALL ON FUNCTION evidence_admit(text,text,text) FROM PUBLIC;

-- Counts the rows of a batch, and digests them.
CREATE OR REPLACE FUNCTION evidence_batch_digest(chain uuid, of_batch uuid, OUT lines integer, OUT digest bytea)
  RETURNS record
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT count(*)::int, sha256(convert_to(string_agg(
    table_name || '|' || row_key || '|' || act || '|' || encode(e.digest, 'hex') || '|' || state, E'\n'
    ORDER BY table_name COLLATE "C", row_key COLLATE "C", act COLLATE "C"), 'UTF8'))
  FROM (SELECT table_name, row_key, act, r.digest, state FROM evidence_row r WHERE org_id = chain AND batch = of_batch
    UNION ALL SELECT table_name, row_key || ':' || number, act, l.digest,
        writer || ':' || encode(stated, 'hex') FROM row_line l
      WHERE org_id = chain AND batch = of_batch) AS e
$$;
REVOKE ALL ON FUNCTION evidence_batch_digest(uuid,uuid) FROM PUBLIC;

-- Puts the rows that no entry binds yet into the batch of this transaction, whose entry will; returns how many.
CREATE OR REPLACE FUNCTION evidence_collect(chain uuid) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
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
END $$;
REVOKE ALL ON FUNCTION evidence_collect(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evidence_collect(uuid) TO amana_app;
GRANT EXECUTE ON FUNCTION evidence_collect(uuid) TO amana_auth;

-- SHA-256 of a row as JSON, without the columns that hold nothing (a column that comes later and is empty changes no
-- digest) and without the one that may be set afterwards.
CREATE OR REPLACE FUNCTION evidence_digest(line jsonb, changeable text) RETURNS bytea
  LANGUAGE sql IMMUTABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT sha256(convert_to(coalesce(jsonb_object_agg(key, value), '{}')::text, 'UTF8'))
  FROM jsonb_each(line) WHERE value <> 'null'::jsonb AND key <> changeable
$$;
REVOKE ALL ON FUNCTION evidence_digest(jsonb,text) FROM PUBLIC;

CREATE OR REPLACE FUNCTION evidence_key(line jsonb, columns text) RETURNS text
  LANGUAGE sql IMMUTABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT string_agg(line ->> name, ':' ORDER BY place)
  FROM unnest(string_to_array(columns, ',')) WITH ORDINALITY AS u (name, place)
$$;
REVOKE ALL ON FUNCTION evidence_key(jsonb,text) FROM PUBLIC;

-- A row is put into JSON once and not for each column that is read of it. The text that is hashed is that of the object
-- which `evidence_digest` builds: its members in the order of the line, which is the order of every JSON object.
CREATE OR REPLACE FUNCTION evidence_note() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' SET "TimeZone" TO 'UTC' SET bytea_output TO 'hex' SET extra_float_digits TO '1' AS $$
DECLARE
  org text; batch_id uuid; known text[];
BEGIN
  SELECT min(org_id::text) INTO org FROM changed;
  IF org IS NULL THEN RETURN NULL; END IF;
  known := string_to_array(nullif(current_setting('app.evidence_batch', true), ''), ' ');
  IF known[1] = org THEN
    batch_id := known[2]::uuid;
  ELSE
    batch_id := gen_random_uuid();
    PERFORM set_config('app.evidence_batch', org || ' ' || batch_id, true);
  END IF;
  INSERT INTO evidence_row (org_id, table_name, row_key, act, digest, state, batch)
  SELECT (line ->> 'org_id')::uuid, TG_TABLE_NAME,
    (SELECT string_agg(line ->> name, ':' ORDER BY place)
      FROM unnest(string_to_array(TG_ARGV[0], ',')) WITH ORDINALITY AS u (name, place)),
    lower(TG_OP),
    (SELECT sha256(convert_to('{' || coalesce(string_agg(to_json(key)::text || ': ' || value::text, ', ' ORDER BY place), '')
        || '}', 'UTF8'))
      FROM jsonb_each(line) WITH ORDINALITY AS m (key, value, place)
      WHERE value <> 'null'::jsonb AND key <> TG_ARGV[1]),
    coalesce(line ->> nullif(TG_ARGV[1], ''), ''), batch_id
  FROM (SELECT to_jsonb(t) AS line FROM changed t OFFSET 0) AS s;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION evidence_note() FROM PUBLIC;

CREATE OR REPLACE FUNCTION evidence_refuse() RETURNS trigger
  LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  RAISE EXCEPTION 'evidence: % is refused', TG_OP USING ERRCODE = '42501';
END $$;
REVOKE ALL ON FUNCTION evidence_refuse() FROM PUBLIC;

CREATE OR REPLACE FUNCTION evidence_refuse_rewrite() RETURNS trigger
  LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  IF current_setting('app.evidence_collect', true) = 'on'
    AND to_jsonb(NEW) - 'batch' = to_jsonb(OLD) - 'batch' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'evidence: % is refused', TG_OP USING ERRCODE = '42501';
END $$;
REVOKE ALL ON FUNCTION evidence_refuse_rewrite() FROM PUBLIC;
