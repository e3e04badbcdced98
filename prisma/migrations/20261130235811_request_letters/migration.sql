SELECT set_config('check_function_bodies', 'off', true);


CREATE OR REPLACE FUNCTION public.portal_request_letters(requests uuid[])
 RETURNS TABLE(id uuid, state text, accepted_at timestamp with time zone, delivered_at timestamp with time zone, told_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF app_scope() <> 'portal' THEN
    RAISE EXCEPTION 'portal_request_letters: the portal alone' USING ERRCODE = '42501';
  END IF;
  PERFORM set_config('app.listing', 'on', true);
  RETURN QUERY SELECT m.id, m.state, m.accepted_at,
      (SELECT min(f.at) FROM outbox_fact f WHERE f.org_id = m.org_id AND f.letter_id = m.id AND f.kind = 'delivered'),
      (SELECT min(f.at) FROM outbox_fact f WHERE f.org_id = m.org_id AND f.letter_id = m.id AND f.kind = 'said-received')
    FROM outbox_mail m WHERE m.org_id = app_org() AND m.id IN (SELECT l.letter::uuid FROM rights_request_fact r,
      jsonb_array_elements_text(r.value -> 'letterIds') AS l (letter)
      WHERE r.org_id = app_org() AND r.request_id = ANY (requests) AND r.controller_id = ANY (app_controllers()));
  PERFORM set_config('app.listing', '', true);
END $function$;

CREATE OR REPLACE FUNCTION public.portal_request_lodge(new_id uuid, told text, invoked text[], contact bytea, words bytea, person bytea, objections jsonb, at timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  highest int;
  given text;
BEGIN
  IF app_scope() <> 'portal' OR app_controller() IS NULL THEN
    RAISE EXCEPTION 'portal_request_lodge: the portal alone' USING ERRCODE = '42501';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('rights_request ' || app_org(), 0));
  PERFORM set_config('app.listing', 'on', true);
  SELECT coalesce(max(substring(r.reference FROM 4)::int), 0) INTO highest FROM rights_request r
    WHERE r.org_id = app_org() AND r.reference ~ '^DP-[0-9]{1,8}$';
  PERFORM set_config('app.listing', '', true);
  given := 'DP-' || lpad((highest + 1)::text, greatest(3, length((highest + 1)::text)), '0');
  INSERT INTO rights_request (id, org_id, reference, public_reference, received_at, channel, rights, contact_sealed,
      words_sealed, person_key, controller_id, state, created_at, updated_at)
    VALUES (new_id, app_org(), given, told, at, 'portal', invoked, contact, words, person, app_controller(), 'relayed', at, at);
  INSERT INTO choice (id, org_id, controller_id, person_key, act, purpose, outcome, decided_at, source, proof, recorded_at,
      author_name)
    SELECT o.id, app_org(), app_controller(), decode(o.person, 'hex'), o.act, '', 'refused',
      least(coalesce(o.decided, at), at), 'portal', given, at, ''
    FROM jsonb_to_recordset(objections) AS o (id uuid, person text, act text, decided timestamptz);
  RETURN given;
END $function$;

CREATE POLICY owner_lists ON outbox_fact FOR SELECT TO CURRENT_USER
  USING ((( SELECT COALESCE(current_setting('app.listing'::text, true), ''::text) AS "coalesce")) = 'on'::text);
REVOKE ALL ON FUNCTION portal_request_letters(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal_request_letters(uuid[]) TO amana_portal;
