CREATE OR REPLACE FUNCTION portal.sub_processor_content(content jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT content || jsonb_build_object(
    'guarantees', content -> 'guarantees' || '{"checks": "", "checkedOn": null}',
    'contract', content -> 'contract' || jsonb_build_object('reference', '',
      'clauses', portal.without_notes(content #> '{contract,clauses}')))
$$;
REVOKE ALL ON FUNCTION portal.sub_processor_content(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal.sub_processor_content(jsonb) TO amana_portal;

CREATE OR REPLACE FUNCTION search_sub_processors() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  PERFORM search_store((SELECT array_agg(sub_processor_document(s)) FROM fresh s));
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION search_sub_processors() FROM PUBLIC;

-- Found by its own name and by that of every company below it.
CREATE OR REPLACE FUNCTION sub_processor_document(s sub_processor) RETURNS search_document
  LANGUAGE sql IMMUTABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT ROW(s.id, 'sub-processor', s.org_id, NULL::uuid, fold_text(concat_ws(' ', s.reference, s.name, s.service,
    (SELECT string_agg(link ->> 'name', ' ') FROM jsonb_array_elements(s.content #> '{chain,links}') AS link)
  )), '', '{}'::text[])::search_document $$;
