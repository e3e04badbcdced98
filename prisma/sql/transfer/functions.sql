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
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION search_transfers() FROM PUBLIC;

CREATE OR REPLACE FUNCTION transfer_document(t transfer) RETURNS search_document
  LANGUAGE sql IMMUTABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT ROW(t.id, 'transfer', t.org_id, t.controller_id,
    fold_text(concat_ws(' ', t.reference, t.importer_name, t.controller_name)), '', '{}'::text[])::search_document $$;
