-- AlterTable
ALTER TABLE "rights_request" ADD COLUMN     "held_keys" BYTEA[];

SELECT set_config('check_function_bodies', 'off', true);

DROP FUNCTION public_request_receive(uuid,text,text[],bytea,bytea,bytea,bytea,boolean,timestamp with time zone);

CREATE OR REPLACE FUNCTION public.public_number_countries()
 RETURNS TABLE(country text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT c.country FROM controller c
    WHERE c.org_id = app_org() AND c.country IS NOT NULL AND c.archived_at IS NULL AND public_takes_requests()
  UNION
  SELECT place FROM campaign g, unnest(g.places) AS place
    WHERE g.org_id = app_org() AND g.state <> 'ended' AND public_takes_requests()
$function$;

CREATE OR REPLACE FUNCTION public.public_request_receive(new_id uuid, told text, invoked text[], contact bytea, words bytea, person bytea, other bytea, more bytea[], held boolean, at timestamp with time zone)
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
      person_key, other_key, held_keys, held_at, created_at, updated_at)
    VALUES (new_id, app_org(), given, told, at, 'public-form', invoked, contact, words, person, other, more, CASE WHEN held THEN at END, at, at);
  RETURN given;
END $function$;

CREATE OR REPLACE FUNCTION public.rights_request_refuse_rewrite()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF (NEW.reference, NEW.public_reference, NEW.received_at, NEW.channel, NEW.rights, NEW.held_at, NEW.created_at)
      IS DISTINCT FROM (OLD.reference, OLD.public_reference, OLD.received_at, OLD.channel, OLD.rights, OLD.held_at, OLD.created_at)
    OR (NEW.erased_at IS NULL OR OLD.erased_at IS NOT NULL)
      AND (NEW.clue, NEW.contact_sealed, NEW.words_sealed, NEW.person_key, NEW.other_key, NEW.held_keys)
        IS DISTINCT FROM (OLD.clue, OLD.contact_sealed, OLD.words_sealed, OLD.person_key, OLD.other_key, OLD.held_keys) THEN
    RAISE EXCEPTION 'rights request: what was received does not change' USING ERRCODE = '42501';
  END IF;
  IF app_scope() = 'portal' AND NEW.state IS DISTINCT FROM OLD.state
      AND (NEW.state IN ('confirmed', 'closed') OR OLD.state IN ('confirmed', 'closed')) THEN
    RAISE EXCEPTION 'rights request: the portal neither confirms nor closes' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $function$;

CREATE POLICY public ON campaign FOR SELECT TO CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'public'::text);

CREATE POLICY public ON controller FOR SELECT TO CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'public'::text);
REVOKE ALL ON FUNCTION public_number_countries() FROM PUBLIC;
REVOKE ALL ON FUNCTION public_request_receive(uuid,text,text[],bytea,bytea,bytea,bytea,bytea[],boolean,timestamp with time zone) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public_number_countries() TO amana_public;
GRANT EXECUTE ON FUNCTION public_request_receive(uuid,text,text[],bytea,bytea,bytea,bytea,bytea[],boolean,timestamp with time zone) TO amana_public;
