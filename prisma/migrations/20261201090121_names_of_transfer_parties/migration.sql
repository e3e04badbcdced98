SELECT set_config('check_function_bodies', 'off', true);


CREATE OR REPLACE FUNCTION public.authorisation_document(a authorisation)
 RETURNS search_document
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT ROW(a.id, 'authorisation', a.org_id, a.controller_id, fold_text(concat_ws(' ',
    a.reference, a.controller_name, s.reference, s.name)), coalesce(fold_text((SELECT string_agg(DISTINCT v.name, ' ')
      FROM sub_processor_version v WHERE v.org_id = s.org_id AND v.sub_processor_id = s.id AND v.name <> s.name)), ''),
    '{}'::text[])::search_document
  FROM sub_processor s WHERE s.org_id = a.org_id AND s.id = a.sub_processor_id $function$;

CREATE OR REPLACE FUNCTION public.search_sub_processors()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM search_store((SELECT array_agg(sub_processor_document(s)) FROM fresh s));
  PERFORM search_store((SELECT array_agg(authorisation_document(a)) FROM authorisation a
    WHERE (a.org_id, a.sub_processor_id) IN (SELECT f.org_id, f.id FROM fresh f)));
  PERFORM search_store((SELECT array_agg(transfer_document(t)) FROM transfer t
    WHERE (t.org_id, t.sub_processor_id) IN (SELECT f.org_id, f.id FROM fresh f)));
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.transfer_document(t transfer)
 RETURNS search_document
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT ROW(t.id, 'transfer', t.org_id, t.controller_id,
    fold_text(concat_ws(' ', t.reference, t.importer_name, t.controller_name)), coalesce(fold_text((
      SELECT string_agg(DISTINCT n.name, ' ') FROM (
        SELECT v.importer_name AS name FROM transfer_version v WHERE v.org_id = t.org_id AND v.transfer_id = t.id
        UNION SELECT p.name FROM sub_processor p WHERE p.org_id = t.org_id AND p.id = t.sub_processor_id
        UNION SELECT w.name FROM sub_processor_version w
          WHERE w.org_id = t.org_id AND w.sub_processor_id = t.sub_processor_id) AS n
      WHERE n.name <> t.importer_name)), ''), '{}'::text[])::search_document $function$;

SELECT search_refill();
