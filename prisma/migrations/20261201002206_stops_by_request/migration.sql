SELECT set_config('check_function_bodies', 'off', true);

DROP POLICY portal_lodges ON choice;

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
    SELECT o.id, app_org(), app_controller(), decode(o.person, 'hex'), o.act, '', coalesce(o.outcome, 'refused'),
      least(coalesce(o.decided, at), at), 'portal', given, at, ''
    FROM jsonb_to_recordset(objections) AS o (id uuid, person text, act text, outcome text, decided timestamptz);
  RETURN given;
END $function$;

CREATE POLICY portal_lodges ON choice FOR INSERT TO CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND (outcome = ANY (ARRAY['refused'::text, 'withdrawn'::text])) AND source = 'portal'::text AND controller_id = (( SELECT app_controller() AS app_controller)));
