-- An entry that concerns the young names the procedure of the DPO for them, art. 8: the column is what finds entries of a
-- procedure that changed.
ALTER TABLE "processing_record" ADD COLUMN "procedure_id" UUID;
ALTER TABLE "record_version" ADD COLUMN "procedure_id" UUID;
CREATE INDEX "processing_record_org_id_procedure_id_idx" ON "processing_record"("org_id", "procedure_id");

-- A row of the same example holds no other back, of whichever noun it is.
CREATE OR REPLACE FUNCTION example.free_rows(of_noun text) RETURNS text LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT 'SELECT array_agg(e.subject_id) FROM example_row e WHERE e.org_id = $1 AND e.noun = $2'
    || coalesce(string_agg(format(' AND NOT EXISTS (SELECT FROM %I h WHERE h.org_id = $1 AND %s%s%s)', h.name,
      format(CASE WHEN a.atttypid = 'uuid[]'::regtype THEN 'h.%I @> ARRAY[e.subject_id]'
        ELSE 'h.%I = e.subject_id' END, h.key),
      CASE WHEN h.later IS NULL THEN '' ELSE format(' AND h.%I > e.created_at', h.later) END,
      CASE WHEN h.but_own THEN ' AND NOT EXISTS (SELECT FROM example_row o
        WHERE o.org_id = $1 AND o.subject_id = h.id)' ELSE '' END), '' ORDER BY h.name, h.key), '')
  FROM example.holding_table h JOIN pg_attribute a
    ON a.attrelid = ('public.' || quote_ident(h.name))::regclass AND a.attname = h.key
  WHERE h.noun = of_noun
$$;
INSERT INTO example.holding_table ("noun", "name", "key", "later", "but_own") VALUES
  ('dpo-work', 'processing_record', 'procedure_id', NULL, true);

-- The answer under article 8 is a code, as the other answers are, and no word of an entry.
CREATE OR REPLACE FUNCTION record_words(content jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(string_agg(said #>> '{}', ' '), '')
  FROM jsonb_path_query(content - ARRAY['activity', 'transferAnswer', 'jointAnswer', 'targetsUnion', 'specialAnswer',
      'minorsAnswer', 'minorsConsent', 'subProcessorsAnswer', 'frequency', 'legalBases', 'specialCategories', 'measureIds'],
    'strict $.** ? (@.type() == "string" && @ != "")') AS said
  WHERE said #>> '{}' !~ '^([A-Z]{2}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$' $$;

-- A controller is shown the name of a procedure that its entries name and the days of its versions, and no word of it.
CREATE FUNCTION portal.version_days(content jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_build_object('lines', coalesce((SELECT jsonb_agg(jsonb_build_object('inForceFrom', line -> 'inForceFrom')
      ORDER BY place)
    FROM jsonb_array_elements(content -> 'lines') WITH ORDINALITY AS u (line, place)), '[]'))
$$;
REVOKE ALL ON FUNCTION portal.version_days(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal.version_days(jsonb) TO amana_portal;

-- The owner's views read the table, and are bound as it is.
CREATE POLICY portal ON dpo_work FOR SELECT TO CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND kind = 'procedure');
CREATE POLICY portal ON dpo_work_version FOR SELECT TO CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND kind = 'procedure');

CREATE VIEW portal.dpo_work WITH (security_barrier) AS
  SELECT id, org_id, controller_id, kind, reference, title, state, portal.version_days(content) AS content
  FROM public.dpo_work
  WHERE org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND kind = 'procedure'
    AND id IN (SELECT (r.content ->> 'minorsProcedureId')::uuid FROM portal.processing_record r);

CREATE VIEW portal.dpo_work_version WITH (security_barrier) AS
  SELECT work_id, version, org_id, recorded_at, superseded_at, kind, reference, title, state,
    jsonb_build_object('content', portal.version_days(snapshot -> 'content')) AS snapshot
  FROM public.dpo_work_version
  WHERE org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND kind = 'procedure'
    AND work_id IN (SELECT (v.snapshot ->> 'minorsProcedureId')::uuid FROM portal.record_version v);

GRANT SELECT ON portal.dpo_work, portal.dpo_work_version TO amana_portal;
