CREATE OR REPLACE FUNCTION controller_renames_transfers() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  UPDATE transfer SET controller_name = NEW.legal_name WHERE org_id = NEW.org_id AND controller_id = NEW.id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION controller_renames_transfers() FROM PUBLIC;

CREATE OR REPLACE FUNCTION search_transfers() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  PERFORM search_store((SELECT array_agg(transfer_document(t)) FROM fresh t));
  -- An entry is found by the kind of place that its transfer names.
  PERFORM search_store((SELECT array_agg(record_document(r)) FROM processing_record r
    WHERE r.org_id IN (SELECT org_id FROM fresh) AND r.transfer_ids && (SELECT array_agg(id) FROM fresh)));
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION search_transfers() FROM PUBLIC;

-- Found by its importer, by the sub-processor that receives, and by the names that both had.
CREATE OR REPLACE FUNCTION transfer_document(t transfer) RETURNS search_document
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT ROW(t.id, 'transfer', t.org_id, t.controller_id,
    fold_text(concat_ws(' ', t.reference, t.importer_name, t.controller_name)), coalesce(fold_text((
      SELECT string_agg(DISTINCT n.name, ' ') FROM (
        SELECT v.importer_name AS name FROM transfer_version v WHERE v.org_id = t.org_id AND v.transfer_id = t.id
        UNION SELECT p.name FROM sub_processor p WHERE p.org_id = t.org_id AND p.id = t.sub_processor_id
        UNION SELECT w.name FROM sub_processor_version w
          WHERE w.org_id = t.org_id AND w.sub_processor_id = t.sub_processor_id) AS n
      WHERE n.name <> t.importer_name)) || ' ', '') || fold_text(search_texts(t.content)),
    ARRAY['noun:transfer'] || array_remove(ARRAY['country:' || (t.content #>> '{importer,country}'),
      'tool:' || (t.content #>> '{tool,tool}'), 'place-kind:' || (t.content #>> '{importer,placeKind}'),
      CASE WHEN t.content #>> '{assessment,conclusion}' IS NOT NULL THEN 'assessment:yes' END], NULL))::search_document $$;
