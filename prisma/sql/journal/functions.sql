-- The entries of one call are read and digested together and written by two statements; only the chain of their hashes
-- is made one by one.
CREATE OR REPLACE FUNCTION journal_append(chain uuid, salts bytea[], texts text[]) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
DECLARE
  head_seq bigint; head_h bytea; known text[]; batch_id uuid; batch_lines int := 0; batch_digest bytea;
  is_named boolean; instants timestamptz[]; commitments bytea[]; digests bytea[]; hashes bytea[] := '{}'; digest bytea;
  events text[]; nouns text[]; actor_ids text[]; actor_names text[]; subject_ids text[];
BEGIN
  IF chain IS DISTINCT FROM app_org() OR app_scope() NOT IN ('staff', 'portal', 'auditor', 'platform')
    AND NOT journal_takes(texts) THEN
    RAISE EXCEPTION 'journal: chain % is not in scope', chain USING ERRCODE = '42501';
  END IF;
  IF app_scope() IN ('portal', 'auditor') AND NOT journal_is_own(texts) THEN
    RAISE EXCEPTION 'journal: an entry names another author' USING ERRCODE = '42501';
  END IF;
  IF array_length(salts, 1) IS DISTINCT FROM array_length(texts, 1) THEN
    RAISE EXCEPTION 'journal: every text has one salt' USING ERRCODE = '22023';
  END IF;
  IF EXISTS (SELECT FROM unnest(salts) AS salt WHERE octet_length(salt) <> 16) THEN
    RAISE EXCEPTION 'journal: a salt has 16 bytes' USING ERRCODE = '22023';
  END IF;
  known := string_to_array(nullif(current_setting('app.evidence_batch', true), ''), ' ');
  IF known[1] = chain::text AND array_length(texts, 1) > 0 THEN
    SELECT b.lines, b.digest INTO batch_lines, batch_digest FROM evidence_batch_digest(chain, known[2]::uuid) b;
    IF batch_lines > 0 THEN batch_id := known[2]::uuid; END IF;
    PERFORM set_config('app.evidence_batch', '', true);
  END IF;
  INSERT INTO journal_head (org_id, seq, h) VALUES (chain, 0, journal_genesis(chain)) ON CONFLICT DO NOTHING;
  SELECT seq, h INTO STRICT head_seq, head_h FROM journal_head WHERE org_id = chain FOR UPDATE;
  SELECT bool_and(coalesce(event, '') ~ '^[a-z.-]+$' AND coalesce(noun, '') ~ '^[a-z-]+$'),
    array_agg(event ORDER BY place), array_agg(noun ORDER BY place), array_agg(actor_id ORDER BY place),
    array_agg(actor_name ORDER BY place), array_agg(subject_id ORDER BY place), array_agg(instant ORDER BY place),
    array_agg(commitment ORDER BY place),
    array_agg(sha256(convert_to(concat_ws(':', 'amana-entry-2', chain, head_seq + place,
      (extract(epoch FROM instant) * 1000)::bigint, event, noun, CASE WHEN place = 1 THEN batch_lines ELSE 0 END,
      CASE WHEN place = 1 THEN coalesce(encode(batch_digest, 'hex'), '') ELSE '' END, encode(commitment, 'hex')), 'UTF8'))
      ORDER BY place)
    INTO is_named, events, nouns, actor_ids, actor_names, subject_ids, instants, commitments, digests
  FROM (SELECT place, entry ->> 'event' AS event, entry #>> '{subject,noun}' AS noun, entry #>> '{actor,id}' AS actor_id,
      entry #>> '{actor,name}' AS actor_name, entry #>> '{subject,id}' AS subject_id, commitment,
      date_trunc('milliseconds', clock_timestamp()) AS instant
    FROM (SELECT place, text::jsonb AS entry, sha256(salt || convert_to(text, 'UTF8')) AS commitment
      FROM unnest(salts, texts) WITH ORDINALITY AS u (salt, text, place) OFFSET 0) AS parsed OFFSET 0) AS line;
  IF NOT is_named THEN
    RAISE EXCEPTION 'journal: an entry names its event and its noun' USING ERRCODE = '22023';
  END IF;
  FOREACH digest IN ARRAY coalesce(digests, '{}') LOOP
    head_h := sha256(head_h || digest);
    hashes := array_append(hashes, head_h);
  END LOOP;
  INSERT INTO journal_entry (org_id, seq, recorded_at, d, h, version, commitment, rows_batch, rows_count, rows_digest)
    SELECT chain, head_seq + place, instant, d, h, 2, commitment,
      CASE WHEN place = 1 THEN batch_id END, CASE WHEN place = 1 THEN batch_lines ELSE 0 END,
      CASE WHEN place = 1 THEN batch_digest END
    FROM unnest(instants, digests, hashes, commitments) WITH ORDINALITY AS u (instant, d, h, commitment, place);
  INSERT INTO journal_text (org_id, seq, salt, text, event, actor_id, actor_name, noun, subject_id)
    SELECT chain, head_seq + place, salt, text, event, actor_id, actor_name, noun, subject_id
    FROM unnest(salts, texts, events, actor_ids, actor_names, nouns, subject_ids)
      WITH ORDINALITY AS u (salt, text, event, actor_id, actor_name, noun, subject_id, place);
  head_seq := head_seq + coalesce(array_length(texts, 1), 0);
  UPDATE journal_head SET seq = head_seq, h = head_h WHERE org_id = chain;
  RETURN head_seq;
END $$;
REVOKE ALL ON FUNCTION journal_append(uuid,bytea[],text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION journal_append(uuid,bytea[],text[]) TO amana_app;
GRANT EXECUTE ON FUNCTION journal_append(uuid,bytea[],text[]) TO amana_auditor;
GRANT EXECUTE ON FUNCTION journal_append(uuid,bytea[],text[]) TO amana_auth;
GRANT EXECUTE ON FUNCTION journal_append(uuid,bytea[],text[]) TO amana_portal;
GRANT EXECUTE ON FUNCTION journal_append(uuid,bytea[],text[]) TO amana_public;

-- The retention verb: texts and salts go, digests and chain stay. The caller writes the entry that says so.
CREATE OR REPLACE FUNCTION journal_clear(chain uuid, seqs bigint[], salt bytea, clearing text) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
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
REVOKE ALL ON FUNCTION journal_clear(uuid,bigint[],bytea,text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION journal_clear(uuid,bigint[],bytea,text) TO amana_app;

-- h_0 binds a chain to its organisation, so that no chain can be passed off as another's.
CREATE OR REPLACE FUNCTION journal_genesis(chain uuid) RETURNS bytea
  LANGUAGE sql IMMUTABLE AS $$ SELECT sha256(convert_to('amana-journal-1:' || chain::text, 'UTF8')) $$;

-- True where each entry is in the name of the contact, or of the auditor, whose session it is.
CREATE OR REPLACE FUNCTION journal_is_own(texts text[]) RETURNS boolean
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT coalesce(bool_and(CASE app_scope()
      WHEN 'portal' THEN actor ->> 'kind' IS NOT DISTINCT FROM 'controller-contact'
        AND portal_is_self((actor ->> 'id')::uuid, coalesce(actor ->> 'name', ''))
      ELSE actor ->> 'kind' IS NOT DISTINCT FROM 'auditor' AND EXISTS (SELECT FROM audit_open_grant() g
        WHERE g.id::text = actor ->> 'id' AND g.name = actor ->> 'name') END), true)
  FROM unnest(texts) AS t (text), LATERAL (SELECT t.text::jsonb -> 'actor' AS actor) AS parsed
$$;
REVOKE ALL ON FUNCTION journal_is_own(text[]) FROM PUBLIC;

CREATE OR REPLACE FUNCTION journal_key_refuse_rewrite() RETURNS trigger
  LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.retired_at IS NULL AND to_jsonb(NEW) - 'retired_at' = to_jsonb(OLD) - 'retired_at' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'journal_key: % is refused', TG_OP USING ERRCODE = '42501';
END $$;
REVOKE ALL ON FUNCTION journal_key_refuse_rewrite() FROM PUBLIC;

-- The head of the platform's chain, a number and a digest, which each organisation's published head carries with it:
-- so the sign-ins' chain cannot be rewritten either.
CREATE OR REPLACE FUNCTION journal_platform_head() RETURNS TABLE(seq bigint, h bytea)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT j.seq, j.h FROM journal_head j WHERE j.org_id = '00000000-0000-0000-0000-000000000000'
$$;
REVOKE ALL ON FUNCTION journal_platform_head() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION journal_platform_head() TO amana_app;

-- The owner is refused as well: privilege does not bind it, a trigger does.
CREATE OR REPLACE FUNCTION journal_refuse() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'journal: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = '42501';
END $$;
REVOKE ALL ON FUNCTION journal_refuse() FROM PUBLIC;

CREATE OR REPLACE FUNCTION journal_refuse_rewrite() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'journal_head' AND NEW.org_id = OLD.org_id AND NEW.seq >= OLD.seq
    AND (NEW.seq > OLD.seq OR NEW.h = OLD.h) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'journal: UPDATE on % is refused', TG_TABLE_NAME USING ERRCODE = '42501';
END $$;
REVOKE ALL ON FUNCTION journal_refuse_rewrite() FROM PUBLIC;

CREATE OR REPLACE FUNCTION journal_refuse_text() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('app.journal_clear', true) = 'on' AND NEW.org_id = OLD.org_id AND NEW.seq = OLD.seq
    AND NEW.salt IS NULL AND NEW.text IS NULL THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'journal: UPDATE on journal_text is refused' USING ERRCODE = '42501';
END $$;
REVOKE ALL ON FUNCTION journal_refuse_text() FROM PUBLIC;

-- True where strangers append what they did themselves in this transaction and nothing else: a request by the public form,
-- or the choices of the link that they hold, each in the name of nobody but the link.
CREATE OR REPLACE FUNCTION journal_takes(texts text[]) RETURNS boolean
  LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
DECLARE is_taken boolean;
BEGIN
  IF app_scope() NOT IN ('public', 'data-subject') THEN RETURN false; END IF;
  PERFORM set_config('app.listing', 'on', true);
  SELECT bool_and(entry #>> '{actor,kind}' IS NOT DISTINCT FROM 'data-subject' AND entry #>> '{actor,name}' IS NULL
    AND CASE app_scope()
      WHEN 'public' THEN array_length(texts, 1) = 1 AND public_takes_requests()
        AND entry ->> 'event' IS NOT DISTINCT FROM 'rights-request.received' AND entry #>> '{actor,id}' IS NULL
        AND EXISTS (SELECT FROM rights_request r WHERE r.org_id = app_org() AND r.id::text = entry #>> '{subject,id}'
          AND r.channel = 'public-form' AND r.xmin = pg_current_xact_id()::xid)
      ELSE entry ->> 'event' IS NOT DISTINCT FROM 'choice.recorded' AND EXISTS (
        SELECT FROM choice c
          LEFT JOIN consultation_person p ON p.org_id = c.org_id AND p.id = c.consultation_person_id
          LEFT JOIN parental_person q ON q.org_id = c.org_id AND q.consent_id = c.parental_consent_id
        WHERE c.org_id = app_org() AND c.id::text = entry #>> '{subject,id}' AND c.outcome = entry #>> '{after,outcome}'
          AND c.xmin = pg_current_xact_id()::xid
          AND (p.token_hash = app_link() AND p.id::text = entry #>> '{actor,id}'
            OR q.token_hash = app_link() AND q.id::text = entry #>> '{actor,id}'))
      END) INTO is_taken
  FROM unnest(texts) AS t (text), LATERAL (SELECT t.text::jsonb AS entry) AS parsed;
  PERFORM set_config('app.listing', '', true);
  RETURN is_taken IS TRUE;
END $$;
REVOKE ALL ON FUNCTION journal_takes(text[]) FROM PUBLIC;
