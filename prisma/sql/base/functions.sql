-- Gives the policy of backups to each secured table that lacks it, and takes it over where another role owned the
-- tables before; run after every migration, so that a table which a later one brings can never be left out.
CREATE OR REPLACE FUNCTION admit_backup() RETURNS void
  LANGUAGE plpgsql AS $$
DECLARE t text;
BEGIN
  FOR t IN SELECT c.relname FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relrowsecurity
      AND NOT EXISTS (SELECT FROM pg_policy p JOIN pg_roles r ON r.oid = ANY (p.polroles)
        WHERE p.polrelid = c.oid AND p.polname = 'backup' AND r.rolname = current_user) LOOP
    EXECUTE format('DROP POLICY IF EXISTS backup ON public.%I', t);
    EXECUTE format('CREATE POLICY backup ON public.%I FOR SELECT TO CURRENT_USER USING ((SELECT app_backup()))', t);
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION admit_backup() FROM PUBLIC;

-- Deletes what serves nobody any more: tries counted a week ago, and door keys and sessions that opened nothing for 90 days
-- (art. 5(1)(e)). Who signed in, when and from where stays in the journal as long as its text does.
CREATE OR REPLACE FUNCTION clean_expired(at timestamp with time zone) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  IF at IS NULL OR at > clock_timestamp() + interval '1 hour' THEN
    RAISE EXCEPTION 'clean_expired: % is ahead of the clock', at USING ERRCODE = '22023';
  END IF;
  RETURN clean_expired_before(at);
END $$;
REVOKE ALL ON FUNCTION clean_expired(timestamp with time zone) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION clean_expired(timestamp with time zone) TO amana_jobs;

CREATE OR REPLACE FUNCTION clean_expired_before(at timestamp with time zone) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
DECLARE cleaned bigint; total bigint := 0;
BEGIN
  DELETE FROM rate_limit WHERE window_start < at - interval '7 days';
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  total := total + cleaned;
  DELETE FROM session WHERE least(expires_at, coalesce(revoked_at, expires_at)) < at - interval '90 days';
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  total := total + cleaned;
  DELETE FROM setup_token WHERE expires_at < at - interval '90 days';
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  total := total + cleaned;
  DELETE FROM account_token WHERE expires_at < at - interval '90 days';
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  total := total + cleaned;
  PERFORM set_config('app.cleaning', 'on', true);
  DELETE FROM invitation WHERE accepted_at IS NULL
    AND least(expires_at, coalesce(withdrawn_at, expires_at)) < at - interval '90 days';
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  PERFORM set_config('app.cleaning', '', true);
  total := total + cleaned;
  DELETE FROM sign_in_challenge WHERE expires_at < at - interval '1 day';
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  total := total + cleaned;
  DELETE FROM passkey_challenge WHERE expires_at < at - interval '1 day';
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  total := total + cleaned;
  DELETE FROM totp_factor WHERE confirmed_at IS NULL AND started_at < at - interval '1 day';
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  RETURN total + cleaned;
END $$;
REVOKE ALL ON FUNCTION clean_expired_before(timestamp with time zone) FROM PUBLIC;

-- Letters as they are looked for: no case, no accent, no vowel sign, one alif, one ya, one ta, in every script that
-- decomposes. `foldText` of the application folds a question alike.
CREATE OR REPLACE FUNCTION fold_text(said text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT translate(replace(replace(
    regexp_replace(normalize(lower(said), NFD), '[\u0300-\u036f\u0640\u064b-\u065f\u0670]', '', 'g'),
    'œ', 'oe'), 'æ', 'ae'), '’øłٱىة', '''olايه') $$;

CREATE OR REPLACE FUNCTION job_organisations() RETURNS TABLE(id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$ SELECT o.id FROM organisation o ORDER BY o.id $$;
REVOKE ALL ON FUNCTION job_organisations() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION job_organisations() TO amana_jobs;

CREATE OR REPLACE FUNCTION search_forget() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  DELETE FROM search_document WHERE subject_id IN (SELECT id FROM stale);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION search_forget() FROM PUBLIC;

-- Refuses to rewrite what the register said: a version row only receives the instant it was superseded.
CREATE OR REPLACE FUNCTION version_refuse_rewrite() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.superseded_at IS NULL AND NEW.superseded_at IS NOT NULL
    AND to_jsonb(NEW) - 'superseded_at' = to_jsonb(OLD) - 'superseded_at' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '%: a version is never rewritten', TG_TABLE_NAME USING ERRCODE = '42501';
END $$;
REVOKE ALL ON FUNCTION version_refuse_rewrite() FROM PUBLIC;
