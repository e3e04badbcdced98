-- A request that a person makes by the form of an organisation's public page, where the organisation shows that part. The
-- function below is all that strangers may do to the register of requests.
CREATE POLICY public ON rights_request FOR INSERT TO CURRENT_USER
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'public' AND channel = 'public-form'
    AND state = 'received' AND controller_id IS NULL AND clue = '' AND version = 0);
-- The numbering reads all references, within the function alone.
CREATE POLICY owner_numbers ON rights_request FOR SELECT TO CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT coalesce(current_setting('app.listing', true), '')) = 'on');

CREATE FUNCTION public_takes_requests() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT app_scope() = 'public' AND EXISTS (SELECT FROM public_page_shown() p WHERE 'requests' = ANY (p.parts))
$$;

-- Adds a request whose controller nobody knows yet, and returns its reference, the next of the register's own.
CREATE FUNCTION public_request_receive(new_id uuid, invoked text[], contact bytea, words bytea, person bytea,
    at timestamptz) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  highest int;
  given text;
BEGIN
  IF NOT public_takes_requests() THEN
    RAISE EXCEPTION 'public_request_receive: the form is not shown' USING ERRCODE = '42501';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('rights_request ' || app_org(), 0));
  PERFORM set_config('app.listing', 'on', true);
  SELECT coalesce(max(substring(r.reference FROM 4)::int), 0) INTO highest FROM rights_request r
    WHERE r.org_id = app_org() AND r.reference ~ '^DP-[0-9]{1,8}$';
  PERFORM set_config('app.listing', '', true);
  given := 'DP-' || lpad((highest + 1)::text, greatest(3, length((highest + 1)::text)), '0');
  INSERT INTO rights_request (id, org_id, reference, received_at, channel, rights, contact_sealed, words_sealed, person_key,
      created_at, updated_at)
    VALUES (new_id, app_org(), given, at, 'public-form', invoked, contact, words, person, at, at);
  RETURN given;
END $$;

REVOKE ALL ON FUNCTION public_takes_requests(),
  public_request_receive(uuid, text[], bytea, bytea, bytea, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public_request_receive(uuid, text[], bytea, bytea, bytea, timestamptz) TO amana_public;

-- The receipt goes to the address that was given, with nothing attached.
CREATE POLICY public_request ON outbox_mail FOR INSERT TO amana_public WITH CHECK (
  org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'public' AND state = 'queued'
  AND template = 'public-request' AND to_name = '' AND attachment_id IS NULL);

-- The chain of an organisation whose form is shown takes the entry of a request, and no other entry of a stranger.
DO $$
DECLARE
  known text := 'app_scope() NOT IN (''staff'', ''portal'', ''auditor'', ''platform'')';
  body text := pg_get_functiondef('journal_append(uuid,bytea[],text[])'::regprocedure);
BEGIN
  IF position(known IN body) = 0 THEN
    RAISE EXCEPTION 'journal_append: its scopes are not where they were' USING ERRCODE = '22023';
  END IF;
  EXECUTE replace(body, known, known || ' AND (public_takes_requests() AND array_length(texts, 1) = 1
    AND texts[1]::jsonb ->> ''event'' = ''rights-request.received'') IS NOT TRUE');
END $$;
