CREATE OR REPLACE FUNCTION portal.sub_processor_content(content jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT content || jsonb_build_object(
    'guarantees', content -> 'guarantees' || '{"checks": "", "checkedOn": null}',
    'contract', content -> 'contract' || jsonb_build_object('reference', '',
      'clauses', portal.without_notes(content #> '{contract,clauses}')))
$$;
REVOKE ALL ON FUNCTION portal.sub_processor_content(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal.sub_processor_content(jsonb) TO amana_portal;

-- Authorisations and transfers are found by its name too, and by the one that it had.
CREATE OR REPLACE FUNCTION search_sub_processors() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  PERFORM search_store((SELECT array_agg(sub_processor_document(s)) FROM fresh s));
  PERFORM search_store((SELECT array_agg(authorisation_document(a)) FROM authorisation a
    WHERE (a.org_id, a.sub_processor_id) IN (SELECT f.org_id, f.id FROM fresh f)));
  PERFORM search_store((SELECT array_agg(transfer_document(t)) FROM transfer t
    WHERE (t.org_id, t.sub_processor_id) IN (SELECT f.org_id, f.id FROM fresh f)));
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION search_sub_processors() FROM PUBLIC;

-- Found by its own name, by that of every company below it, and by the names that its versions knew.
CREATE OR REPLACE FUNCTION sub_processor_document(s sub_processor) RETURNS search_document
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT ROW(s.id, 'sub-processor', s.org_id, NULL::uuid, fold_text(concat_ws(' ', s.reference, s.name, s.service,
    (SELECT string_agg(link ->> 'name', ' ') FROM jsonb_array_elements(s.content #> '{chain,links}') AS link)
  )), coalesce(fold_text((SELECT string_agg(DISTINCT v.name, ' ') FROM sub_processor_version v
    WHERE v.org_id = s.org_id AND v.sub_processor_id = s.id AND v.name <> s.name)) || ' ', '') || fold_text(search_texts(s.content)),
    ARRAY['noun:sub-processor'] || ARRAY(SELECT 'country:' || one FROM unnest(s.countries) AS one))::search_document $$;
