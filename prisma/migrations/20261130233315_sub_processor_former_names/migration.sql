SELECT set_config('check_function_bodies', 'off', true);


CREATE OR REPLACE FUNCTION public.sub_processor_document(s sub_processor)
 RETURNS search_document
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT ROW(s.id, 'sub-processor', s.org_id, NULL::uuid, fold_text(concat_ws(' ', s.reference, s.name, s.service,
    (SELECT string_agg(link ->> 'name', ' ') FROM jsonb_array_elements(s.content #> '{chain,links}') AS link)
  )), coalesce(fold_text((SELECT string_agg(DISTINCT v.name, ' ') FROM sub_processor_version v
    WHERE v.org_id = s.org_id AND v.sub_processor_id = s.id AND v.name <> s.name)), ''),
    '{}'::text[])::search_document $function$;

SELECT search_refill();
