SELECT set_config('check_function_bodies', 'off', true);


CREATE OR REPLACE FUNCTION public.portal_sees(noun text, subject uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    SELECT CASE noun
      WHEN 'processing-record' THEN EXISTS (SELECT FROM processing_record WHERE id = subject)
      WHEN 'contract' THEN EXISTS (SELECT FROM contract WHERE id = subject)
      WHEN 'instruction' THEN EXISTS (SELECT FROM instruction WHERE id = subject)
      WHEN 'authorisation' THEN EXISTS (SELECT FROM authorisation WHERE id = subject)
      WHEN 'breach-notice' THEN EXISTS (SELECT FROM breach_notice WHERE id = subject)
      ELSE false END
  $function$;

REVOKE ALL ON FUNCTION portal_sees(text,uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal_sees(text,uuid) TO amana_portal;
