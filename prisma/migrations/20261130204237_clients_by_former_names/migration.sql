-- CreateIndex
CREATE INDEX "controller_spelling_org_id_controller_id_idx" ON "controller_spelling"("org_id", "controller_id");

SELECT set_config('check_function_bodies', 'off', true);


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
        WHERE v.org_id = c.org_id AND v.controller_id = c.id) AS n
    WHERE n.name <> c.legal_name)), ''), '{}'::text[])::search_document $function$;

CREATE OR REPLACE FUNCTION public.search_spellings()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM search_store((SELECT array_agg(controller_document(c)) FROM controller c
    WHERE (c.org_id, c.id) IN (SELECT f.org_id, f.controller_id FROM fresh f)));
  RETURN NULL;
END $function$;
CREATE TRIGGER search_changed AFTER UPDATE ON controller_spelling REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_spellings();
CREATE TRIGGER search_made AFTER INSERT ON controller_spelling REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_spellings();
REVOKE ALL ON FUNCTION search_spellings() FROM PUBLIC;

SELECT search_refill();
