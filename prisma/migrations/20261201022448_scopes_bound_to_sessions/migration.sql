SELECT set_config('check_function_bodies', 'off', true);

DROP FUNCTION call_log_clear(uuid,text);

CREATE OR REPLACE FUNCTION public.app_bound()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app_binding', 'pg_temp'
AS $function$
  SELECT EXISTS (SELECT FROM session s JOIN person p ON p.id = s.person_id
    WHERE s.token_hash = app_session() AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp() AND p.disabled_at IS NULL
      AND CASE session_user
        WHEN 'amana_portal' THEN EXISTS (SELECT FROM controller_contact c
          WHERE c.person_id = p.id AND c.org_id = app_org() AND c.controller_id = app_controller() AND c.ended_at IS NULL
            AND app_controllers() <@ coalesce(nullif(c.sees, '{}'), ARRAY[c.controller_id]))
        WHEN 'amana_auditor' THEN EXISTS (SELECT FROM audit_grant g
          WHERE g.person_id = p.id AND g.org_id = app_org() AND g.id = app_grant() AND g.revoked_at IS NULL)
        ELSE false END)
$function$;

CREATE OR REPLACE FUNCTION public.app_grant()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT nullif(current_setting('app.grant', true), '')::uuid $function$;

CREATE OR REPLACE FUNCTION public.app_is_binding()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT current_setting('search_path') LIKE '%app\_binding%' $function$;

CREATE OR REPLACE FUNCTION public.app_scope()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  SELECT CASE session_user
    WHEN 'amana_portal' THEN CASE WHEN app_is_binding() OR NOT app_bound() THEN '' ELSE 'portal' END
    WHEN 'amana_auditor' THEN CASE WHEN app_is_binding() OR NOT app_bound() THEN '' ELSE 'auditor' END
    WHEN 'amana_public' THEN
      CASE WHEN coalesce(current_setting('app.scope', true), '') = 'data-subject' THEN 'data-subject' ELSE 'public' END
    ELSE coalesce(current_setting('app.scope', true), '') END
$function$;

CREATE OR REPLACE FUNCTION public.app_session()
 RETURNS bytea
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT decode(nullif(current_setting('app.session', true), ''), 'hex') $function$;

CREATE OR REPLACE FUNCTION public.audit_open_grant()
 RETURNS SETOF audit_grant
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT g.* FROM audit_grant g WHERE app_scope() = 'auditor' AND g.org_id = app_org()
    AND g.id = app_grant()
    AND g.collected_at IS NOT NULL AND g.revoked_at IS NULL
    AND g.starts_at <= clock_timestamp() AND g.ends_at > clock_timestamp()
$function$;

CREATE OR REPLACE FUNCTION public.call_log_clear(log_id uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE cleared integer; today text := to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD');
BEGIN
  IF app_scope() IS DISTINCT FROM 'staff' THEN
    RAISE EXCEPTION 'call_log_clear: refused' USING ERRCODE = '42501';
  END IF;
  IF NOT EXISTS (SELECT FROM call_log l WHERE l.org_id = app_org() AND l.id = call_log_clear.log_id
      AND (l.state = 'failed' OR (l.state = 'judged' AND l.stored_until < today))) THEN
    RETURN NULL;
  END IF;
  WITH gone AS (
    DELETE FROM call_log_part p WHERE p.org_id = app_org() AND p.log_id = call_log_clear.log_id RETURNING p.calls)
  SELECT coalesce(sum(gone.calls), 0)::integer INTO cleared FROM gone;
  DELETE FROM logged_call c WHERE c.org_id = app_org() AND c.log_id = call_log_clear.log_id;
  RETURN cleared;
END $function$;

CREATE OR REPLACE FUNCTION public.journal_append(chain uuid, salts bytea[], texts text[])
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  head_seq bigint; head_h bytea; known text[]; batch_id uuid; batch_lines int := 0; batch_digest bytea;
  is_named boolean; instants timestamptz[]; commitments bytea[]; digests bytea[]; hashes bytea[] := '{}'; digest bytea;
  events text[]; nouns text[]; actor_ids text[]; actor_names text[]; subject_ids text[];
BEGIN
  IF chain IS DISTINCT FROM app_org() OR app_scope() NOT IN ('staff', 'portal', 'auditor', 'platform')
    AND NOT journal_takes(texts) THEN
    RAISE EXCEPTION 'journal: chain % is not in scope', chain USING ERRCODE = '42501';
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
END $function$;

CREATE OR REPLACE FUNCTION public.journal_takes(texts text[])
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
END $function$;

CREATE POLICY binds ON audit_grant FOR SELECT TO CURRENT_USER
  USING (( SELECT app_is_binding() AS app_is_binding) AND person_id = (( SELECT s.person_id
   FROM session s
  WHERE s.token_hash = app_session())));

CREATE POLICY binds ON controller_contact FOR SELECT TO CURRENT_USER
  USING (( SELECT app_is_binding() AS app_is_binding) AND person_id = (( SELECT s.person_id
   FROM session s
  WHERE s.token_hash = app_session())));
REVOKE ALL ON FUNCTION app_bound() FROM PUBLIC;
REVOKE ALL ON FUNCTION call_log_clear(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION journal_takes(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_bound() TO amana_app;
GRANT EXECUTE ON FUNCTION app_bound() TO amana_auditor;
GRANT EXECUTE ON FUNCTION app_bound() TO amana_auth;
GRANT EXECUTE ON FUNCTION app_bound() TO amana_jobs;
GRANT EXECUTE ON FUNCTION app_bound() TO amana_portal;
GRANT EXECUTE ON FUNCTION app_bound() TO amana_public;
GRANT EXECUTE ON FUNCTION call_log_clear(uuid) TO amana_app;
