-- Version 2 of an entry: what is shown of it (instant, event, noun) lies in its digest, and so do the rows that its
-- transaction wrote. commitment = SHA-256(salt ‖ text); d is the SHA-256 of a header that holds it. Entries of
-- version 1 stay as they are, d = SHA-256(salt ‖ text); h = SHA-256(h_prev ‖ d) for both.
ALTER TABLE "journal_entry"
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "commitment" BYTEA,
  ADD COLUMN "rows_batch" UUID,
  ADD COLUMN "rows_count" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "rows_digest" BYTEA;
CREATE INDEX "journal_entry_org_id_rows_batch_idx" ON "journal_entry"("org_id", "rows_batch");

-- The digest of every row that is evidence (versions, facts, file bytes, looks, certificates), as it was inserted,
-- once more when its one changeable column was set, and when the example was cleared away. Rows of one transaction
-- share a batch, whose digest lies in the entry of the journal that names it.
CREATE TABLE "evidence_row" (
    "org_id" UUID NOT NULL,
    "table_name" TEXT NOT NULL,
    "row_key" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "digest" BYTEA NOT NULL,
    "state" TEXT NOT NULL DEFAULT '',
    "batch" UUID NOT NULL,

    CONSTRAINT "evidence_row_pkey" PRIMARY KEY ("org_id","table_name","row_key","act"),
    CONSTRAINT "evidence_row_act_check" CHECK ("act" IN ('insert', 'update', 'delete'))
);
CREATE INDEX "evidence_row_org_id_batch_idx" ON "evidence_row"("org_id", "batch");

ALTER TABLE evidence_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence_row FORCE ROW LEVEL SECURITY;
REVOKE ALL ON evidence_row FROM PUBLIC;
-- Functions of the owner alone write and read it; no role holds a privilege on it.
CREATE POLICY noted ON evidence_row FOR INSERT TO CURRENT_USER WITH CHECK (true);
CREATE POLICY owner_lists ON evidence_row FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY collected ON evidence_row FOR UPDATE TO CURRENT_USER USING (true);

CREATE FUNCTION evidence_refuse() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'evidence: % is refused', TG_OP USING ERRCODE = '42501';
END $$;
CREATE FUNCTION evidence_refuse_rewrite() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF current_setting('app.evidence_collect', true) = 'on'
    AND to_jsonb(NEW) - 'batch' = to_jsonb(OLD) - 'batch' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'evidence: % is refused', TG_OP USING ERRCODE = '42501';
END $$;
CREATE TRIGGER refuse BEFORE DELETE OR TRUNCATE ON evidence_row
  FOR EACH STATEMENT EXECUTE FUNCTION evidence_refuse();
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON evidence_row
  FOR EACH ROW EXECUTE FUNCTION evidence_refuse_rewrite();

-- SHA-256 of a row as JSON, without the columns that hold nothing (a column that comes later and is empty changes no
-- digest) and without the one that may be set afterwards.
CREATE FUNCTION evidence_digest(line jsonb, changeable text) RETURNS bytea LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT sha256(convert_to(coalesce(jsonb_object_agg(key, value), '{}')::text, 'UTF8'))
  FROM jsonb_each(line) WHERE value <> 'null'::jsonb AND key <> changeable
$$;
CREATE FUNCTION evidence_key(line jsonb, columns text) RETURNS text LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT string_agg(line ->> name, ':' ORDER BY place)
  FROM unnest(string_to_array(columns, ',')) WITH ORDINALITY AS u (name, place)
$$;

-- Notes the rows of one statement. Arguments: the columns of the key, and the one that may be set afterwards.
CREATE FUNCTION evidence_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp SET timezone = 'UTC' SET bytea_output = 'hex'
  SET extra_float_digits = 1 AS $$
DECLARE
  org text; batch_id uuid; known text[];
BEGIN
  SELECT min(to_jsonb(t) ->> 'org_id') INTO org FROM changed t;
  IF org IS NULL THEN RETURN NULL; END IF;
  known := string_to_array(nullif(current_setting('app.evidence_batch', true), ''), ' ');
  IF known[1] = org THEN
    batch_id := known[2]::uuid;
  ELSE
    batch_id := gen_random_uuid();
    PERFORM set_config('app.evidence_batch', org || ' ' || batch_id, true);
  END IF;
  INSERT INTO evidence_row (org_id, table_name, row_key, act, digest, state, batch)
  SELECT (line ->> 'org_id')::uuid, TG_TABLE_NAME, evidence_key(line, TG_ARGV[0]), lower(TG_OP),
    evidence_digest(line, TG_ARGV[1]), coalesce(line ->> nullif(TG_ARGV[1], ''), ''), batch_id
  FROM (SELECT to_jsonb(t) AS line FROM changed t) AS s;
  RETURN NULL;
END $$;

-- How many rows a batch holds, and their digest.
CREATE FUNCTION evidence_batch_digest(chain uuid, of_batch uuid, OUT lines int, OUT digest bytea)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT count(*)::int, sha256(convert_to(string_agg(
    table_name || '|' || row_key || '|' || act || '|' || encode(e.digest, 'hex') || '|' || state, E'\n'
    ORDER BY table_name COLLATE "C", row_key COLLATE "C", act COLLATE "C"), 'UTF8'))
  FROM evidence_row e WHERE org_id = chain AND batch = of_batch
$$;

-- Puts the rows that no entry binds yet into the batch of this transaction, whose entry will; returns how many.
CREATE FUNCTION evidence_collect(chain uuid) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  collected bigint; batch_id uuid := gen_random_uuid();
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
  PERFORM set_config('app.evidence_collect', '', true);
  IF collected > 0 THEN
    PERFORM set_config('app.evidence_batch', chain || ' ' || batch_id, true);
  END IF;
  RETURN collected;
END $$;

-- Appends entries to one chain; called as the last statement of a transaction, for it locks the head row. Its first
-- entry binds the rows of the transaction.
CREATE OR REPLACE FUNCTION journal_append(chain uuid, salts bytea[], texts text[]) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  head_seq bigint; head_h bytea; commitment bytea; digest bytea; entry jsonb; instant timestamptz(3); i int;
  known text[]; batch_id uuid; batch_lines int := 0; batch_digest bytea;
BEGIN
  IF chain IS DISTINCT FROM app_org() OR app_scope() NOT IN ('staff', 'portal', 'auditor', 'platform') THEN
    RAISE EXCEPTION 'journal: chain % is not in scope', chain USING ERRCODE = '42501';
  END IF;
  IF array_length(salts, 1) IS DISTINCT FROM array_length(texts, 1) THEN
    RAISE EXCEPTION 'journal: every text has one salt' USING ERRCODE = '22023';
  END IF;
  known := string_to_array(nullif(current_setting('app.evidence_batch', true), ''), ' ');
  IF known[1] = chain::text AND array_length(texts, 1) > 0 THEN
    SELECT b.lines, b.digest INTO batch_lines, batch_digest FROM evidence_batch_digest(chain, known[2]::uuid) b;
    IF batch_lines > 0 THEN batch_id := known[2]::uuid; END IF;
    PERFORM set_config('app.evidence_batch', '', true);
  END IF;
  INSERT INTO journal_head (org_id, seq, h) VALUES (chain, 0, journal_genesis(chain)) ON CONFLICT DO NOTHING;
  SELECT seq, h INTO STRICT head_seq, head_h FROM journal_head WHERE org_id = chain FOR UPDATE;
  FOR i IN 1 .. coalesce(array_length(texts, 1), 0) LOOP
    IF octet_length(salts[i]) <> 16 THEN
      RAISE EXCEPTION 'journal: a salt has 16 bytes' USING ERRCODE = '22023';
    END IF;
    entry := texts[i]::jsonb;
    IF coalesce(entry ->> 'event', '') !~ '^[a-z.-]+$' OR coalesce(entry #>> '{subject,noun}', '') !~ '^[a-z-]+$' THEN
      RAISE EXCEPTION 'journal: an entry names its event and its noun' USING ERRCODE = '22023';
    END IF;
    head_seq := head_seq + 1;
    instant := date_trunc('milliseconds', clock_timestamp());
    commitment := sha256(salts[i] || convert_to(texts[i], 'UTF8'));
    digest := sha256(convert_to(concat_ws(':', 'amana-entry-2', chain, head_seq,
      (extract(epoch FROM instant) * 1000)::bigint, entry ->> 'event', entry #>> '{subject,noun}', batch_lines,
      coalesce(encode(batch_digest, 'hex'), ''), encode(commitment, 'hex')), 'UTF8'));
    head_h := sha256(head_h || digest);
    INSERT INTO journal_entry (org_id, seq, recorded_at, d, h, version, commitment, rows_batch, rows_count, rows_digest)
      VALUES (chain, head_seq, instant, digest, head_h, 2, commitment, batch_id, batch_lines, batch_digest);
    INSERT INTO journal_text (org_id, seq, salt, text, event, actor_id, actor_name, noun, subject_id)
      VALUES (chain, head_seq, salts[i], texts[i], entry ->> 'event', entry #>> '{actor,id}',
              entry #>> '{actor,name}', entry #>> '{subject,noun}', entry #>> '{subject,id}');
    batch_id := NULL; batch_lines := 0; batch_digest := NULL;
  END LOOP;
  UPDATE journal_head SET seq = head_seq, h = head_h WHERE org_id = chain;
  RETURN head_seq;
END $$;

-- The retention verb: texts and salts go, digests and chain stay, and the entry that says so is written by the same
-- call. An entry that says what was cleared is never cleared itself.
DROP FUNCTION journal_clear(uuid, bigint[]);
CREATE FUNCTION journal_clear(chain uuid, seqs bigint[], salt bytea, clearing text) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE cleared bigint; entry jsonb := clearing::jsonb;
BEGIN
  IF chain IS DISTINCT FROM app_org() OR app_scope() IS DISTINCT FROM 'staff' THEN
    RAISE EXCEPTION 'journal: chain % is not in scope', chain USING ERRCODE = '42501';
  END IF;
  IF entry ->> 'event' IS DISTINCT FROM 'journal.cleared' OR entry #> '{after,seqs}' IS DISTINCT FROM to_jsonb(seqs) THEN
    RAISE EXCEPTION 'journal: the entry of a clearing names what is cleared' USING ERRCODE = '22023';
  END IF;
  PERFORM set_config('app.journal_clear', 'on', true);
  UPDATE journal_text t SET salt = NULL, text = NULL, actor_id = NULL, actor_name = NULL, subject_id = NULL,
    cleared_at = (entry ->> 'at')::timestamptz
    WHERE t.org_id = chain AND t.seq = ANY (seqs) AND t.cleared_at IS NULL
      AND t.event IS DISTINCT FROM 'journal.cleared';
  GET DIAGNOSTICS cleared = ROW_COUNT;
  PERFORM set_config('app.journal_clear', '', true);
  PERFORM journal_append(chain, ARRAY[salt], ARRAY[clearing]);
  RETURN cleared;
END $$;

REVOKE ALL ON FUNCTION evidence_note(), evidence_refuse(), evidence_refuse_rewrite(), evidence_collect(uuid),
  evidence_batch_digest(uuid, uuid), evidence_digest(jsonb, text), evidence_key(jsonb, text),
  journal_clear(uuid, bigint[], bytea, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION journal_clear(uuid, bigint[], bytea, text), evidence_collect(uuid) TO amana_app;
GRANT EXECUTE ON FUNCTION evidence_collect(uuid) TO amana_auth;

-- Makes a table evidence: its rows are noted from now on, and those that stand in it now form one batch, which the
-- next sealing binds.
CREATE FUNCTION evidence_admit(name text, key_columns text, changeable text) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp SET timezone = 'UTC' SET bytea_output = 'hex'
  SET extra_float_digits = 1 AS $$
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
REVOKE ALL ON FUNCTION evidence_admit(text, text, text) FROM PUBLIC;

SELECT evidence_admit(name, key, changeable) FROM (VALUES
  ('organisation_version', 'org_id,version', 'superseded_at'),
  ('controller_version', 'controller_id,version', 'superseded_at'),
  ('record_version', 'record_id,version', 'superseded_at'),
  ('measure_version', 'measure_id,version', 'superseded_at'),
  ('contract_version', 'contract_id,version', 'superseded_at'),
  ('instruction_version', 'instruction_id,version', 'superseded_at'),
  ('transfer_version', 'transfer_id,version', 'superseded_at'),
  ('sub_processor_version', 'sub_processor_id,version', 'superseded_at'),
  ('record_state_fact', 'id', ''),
  ('contract_fact', 'id', ''),
  ('contract_end_fact', 'id', ''),
  ('instruction_fact', 'id', ''),
  ('transfer_fact', 'id', ''),
  ('sub_processor_fact', 'id', ''),
  ('authorisation_fact', 'id', ''),
  ('outbox_fact', 'id', ''),
  ('attachment', 'id', ''),
  ('attachment_chunk', 'attachment_id,seq', ''),
  ('attachment_withdrawal', 'attachment_id', ''),
  ('attachment_closure', 'attachment_id,number', ''),
  ('contract_end_certificate', 'id', ''),
  ('decision_certificate', 'id', ''),
  ('thread_message', 'thread_id,number', ''),
  ('access_look', 'id', 'batch_id')
) AS evidence (name, key, changeable);

-- Instant, event and noun of the entries of version 1 lie in no digest of theirs: the next sealing binds them.
INSERT INTO evidence_row (org_id, table_name, row_key, act, digest, batch)
SELECT e.org_id, 'journal_entry', e.seq::text, 'insert', evidence_digest(jsonb_build_object(
    'at', (extract(epoch FROM e.recorded_at) * 1000)::bigint, 'event', t.event, 'noun', t.noun), ''),
  md5('evidence of ' || e.org_id)::uuid
FROM journal_entry e LEFT JOIN journal_text t ON t.org_id = e.org_id AND t.seq = e.seq;
