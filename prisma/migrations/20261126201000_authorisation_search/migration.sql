-- An authorisation is found by its reference, by whose word it is and by whom it is about.
CREATE FUNCTION authorisation_document(a authorisation) RETURNS search_document
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT ROW(a.id, 'authorisation', a.org_id, a.controller_id, fold_text(concat_ws(' ',
    a.reference, a.controller_name, s.reference, s.name)))::search_document
  FROM sub_processor s WHERE s.org_id = a.org_id AND s.id = a.sub_processor_id $$;

-- Where it stands changes often, and what it is found by only with a name.
CREATE FUNCTION search_authorisations() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM search_keep((SELECT array_agg(authorisation_document(a)) FROM fresh a));
  ELSE
    PERFORM search_keep((SELECT array_agg(authorisation_document(a)) FROM fresh a JOIN stale s ON s.id = a.id
      WHERE a.controller_name IS DISTINCT FROM s.controller_name));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER search_made AFTER INSERT ON authorisation REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_authorisations();
CREATE TRIGGER search_changed AFTER UPDATE ON authorisation REFERENCING OLD TABLE AS stale NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_authorisations();
CREATE TRIGGER search_gone AFTER DELETE ON authorisation REFERENCING OLD TABLE AS stale
  FOR EACH STATEMENT EXECUTE FUNCTION search_forget();

-- A sub-processor that takes another name: what controllers were asked about it is found by it.
CREATE FUNCTION sub_processor_renames_authorisations() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM search_keep((SELECT array_agg(authorisation_document(a)) FROM authorisation a
    WHERE a.org_id = NEW.org_id AND a.sub_processor_id = NEW.id));
  RETURN NULL;
END $$;
CREATE TRIGGER authorisations_found_anew AFTER UPDATE OF name ON sub_processor
  FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION sub_processor_renames_authorisations();

-- What stands already. The owner reads it as a backup does.
SELECT set_config('app.backup', 'on', true);
SELECT search_keep((SELECT array_agg(authorisation_document(a)) FROM authorisation a));
SELECT set_config('app.backup', '', true);
