SELECT set_config('check_function_bodies', 'off', true);

DROP TRIGGER search_changed ON controller_spelling;

CREATE OR REPLACE FUNCTION public.controller_document(c controller)
 RETURNS search_document
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT ROW(c.id, 'controller', c.org_id, c.id, fold_text(c.legal_name), coalesce(fold_text((
    SELECT string_agg(n.name, ' ' ORDER BY n.name) FROM (
      SELECT s.spelling AS name FROM controller_spelling s WHERE s.org_id = c.org_id AND s.controller_id = c.id
      UNION SELECT v.snapshot->>'legalName' FROM controller_version v
        WHERE v.org_id = c.org_id AND v.controller_id = c.id AND v.change <> 'merged') AS n
    WHERE n.name <> c.legal_name)), ''), '{}'::text[])::search_document $function$;

CREATE OR REPLACE FUNCTION public.search_moved_spellings()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM search_store((SELECT array_agg(controller_document(c)) FROM controller c
    WHERE (c.org_id, c.id) IN (SELECT f.org_id, f.controller_id FROM fresh f
      UNION SELECT s.org_id, s.controller_id FROM stale s)));
  RETURN NULL;
END $function$;
CREATE TRIGGER search_changed AFTER UPDATE ON controller_spelling REFERENCING OLD TABLE AS stale NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_moved_spellings();
REVOKE ALL ON FUNCTION search_moved_spellings() FROM PUBLIC;
