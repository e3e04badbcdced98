-- AlterTable
ALTER TABLE "rights_request" ADD COLUMN     "stop_question" TEXT;

-- CreateIndex
CREATE INDEX "rights_request_org_id_stop_question_idx" ON "rights_request"("org_id", "stop_question");

SELECT set_config('check_function_bodies', 'off', true);

DROP FUNCTION public_request_receive(uuid,text,text[],bytea,bytea,bytea,bytea,bytea[],boolean,timestamp with time zone);
DROP FUNCTION portal_request_lodge(uuid,text,text[],bytea,bytea,bytea,jsonb,timestamp with time zone);

CREATE OR REPLACE FUNCTION public.portal_request_lodge(new_id uuid, told text, invoked text[], contact bytea, words bytea, person bytea, more bytea[], asks_stop boolean, objections jsonb, at timestamp with time zone)
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
      words_sealed, person_key, held_keys, stop_question, controller_id, state, created_at, updated_at)
    VALUES (new_id, app_org(), given, told, at, 'portal', invoked, contact, words, person, more,
      CASE WHEN asks_stop THEN 'open' END, app_controller(), 'relayed', at, at);
  INSERT INTO choice (id, org_id, controller_id, person_key, act, purpose, outcome, decided_at, source, proof, times,
      recorded_at, author_name)
    SELECT o.id, app_org(), app_controller(), decode(o.person, 'hex'), o.act, '', coalesce(o.outcome, 'refused'),
      least(coalesce(o.decided, at), at), 'portal', given, o.times, at, ''
    FROM jsonb_to_recordset(objections) AS o (id uuid, person text, act text, outcome text, decided timestamptz, times jsonb);
  RETURN given;
END $function$;

CREATE OR REPLACE FUNCTION public.public_request_receive(new_id uuid, told text, invoked text[], contact bytea, words bytea, person bytea, other bytea, more bytea[], held boolean, asks_stop boolean, at timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
  INSERT INTO rights_request (id, org_id, reference, public_reference, received_at, channel, rights, contact_sealed, words_sealed,
      person_key, other_key, held_keys, held_at, stop_question, created_at, updated_at)
    VALUES (new_id, app_org(), given, told, at, 'public-form', invoked, contact, words, person, other, more, CASE WHEN held THEN at END,
      CASE WHEN asks_stop THEN 'open' END, at, at);
  RETURN given;
END $function$;
REVOKE ALL ON FUNCTION portal_request_lodge(uuid,text,text[],bytea,bytea,bytea,bytea[],boolean,jsonb,timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION public_request_receive(uuid,text,text[],bytea,bytea,bytea,bytea,bytea[],boolean,boolean,timestamp with time zone) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal_request_lodge(uuid,text,text[],bytea,bytea,bytea,bytea[],boolean,jsonb,timestamp with time zone) TO amana_portal;
GRANT EXECUTE ON FUNCTION public_request_receive(uuid,text,text[],bytea,bytea,bytea,bytea,bytea[],boolean,boolean,timestamp with time zone) TO amana_public;
