-- Found by its words, by the clauses that were read in it, and by a notice that ends it.
CREATE OR REPLACE FUNCTION contract_document(c contract) RETURNS search_document
  LANGUAGE sql IMMUTABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT ROW(c.id, 'contract', c.org_id, c.controller_id,
    fold_text(concat_ws(' ', c.reference, c.title, c.controller_name)), fold_text(search_texts(c.content)),
    ARRAY['noun:contract'] ||
      ARRAY(SELECT 'clause:' || k FROM jsonb_each(c.content #> '{deed,clauses}') AS e (k, v) WHERE v ->> 'answer' = 'present' ORDER BY k) ||
      CASE WHEN jsonb_path_exists(c.content, '$.deed.term.noticeCount ? (@ != null)') THEN ARRAY['notice:yes'] ELSE '{}' END ||
      CASE WHEN c.content #>> '{deed,term,renewal}' = 'tacit' THEN ARRAY['renewal:yes'] ELSE '{}' END
  )::search_document $$;

CREATE OR REPLACE FUNCTION controller_renames_contracts() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  UPDATE contract SET controller_name = NEW.legal_name WHERE org_id = NEW.org_id AND controller_id = NEW.id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION controller_renames_contracts() FROM PUBLIC;

CREATE OR REPLACE FUNCTION portal.contract_content(content jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT content || jsonb_build_object(
    'deed', content -> 'deed' || jsonb_build_object('clauses', portal.without_notes(content #> '{deed,clauses}')),
    'amendments', coalesce((SELECT jsonb_agg(CASE WHEN a #> '{says,clauses}' IS NULL THEN a
        ELSE jsonb_set(a, '{says,clauses}', portal.without_notes(a #> '{says,clauses}')) END ORDER BY place)
      FROM jsonb_array_elements(content -> 'amendments') WITH ORDINALITY AS u (a, place)), '[]'))
$$;
REVOKE ALL ON FUNCTION portal.contract_content(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal.contract_content(jsonb) TO amana_portal;

CREATE OR REPLACE FUNCTION search_contracts() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  PERFORM search_store((SELECT array_agg(contract_document(c)) FROM fresh c));
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION search_contracts() FROM PUBLIC;
