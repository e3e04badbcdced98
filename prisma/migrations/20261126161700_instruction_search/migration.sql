-- An instruction is found by its number, whose it is, who gave it and the beginning of its words.
CREATE FUNCTION instruction_document(i instruction) RETURNS search_document
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT ROW(i.id, 'instruction', i.org_id, i.controller_id, fold_text(concat_ws(' ',
    i.number, c.legal_name, i.author_name, left(i.text, 2000))))::search_document
  FROM controller c WHERE c.org_id = i.org_id AND c.id = i.controller_id $$;

CREATE FUNCTION search_instructions() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM search_keep((SELECT array_agg(instruction_document(i)) FROM fresh i));
  RETURN NULL;
END $$;
CREATE TRIGGER search_made AFTER INSERT ON instruction REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_instructions();
CREATE TRIGGER search_changed AFTER UPDATE ON instruction REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_instructions();
CREATE TRIGGER search_gone AFTER DELETE ON instruction REFERENCING OLD TABLE AS stale
  FOR EACH STATEMENT EXECUTE FUNCTION search_forget();

-- A controller that takes another name: its instructions are found by it.
CREATE FUNCTION controller_renames_instructions() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE instruction SET controller_id = controller_id WHERE org_id = NEW.org_id AND controller_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER instructions_renamed AFTER UPDATE OF legal_name ON controller
  FOR EACH ROW WHEN (OLD.legal_name IS DISTINCT FROM NEW.legal_name) EXECUTE FUNCTION controller_renames_instructions();

-- What stands already. The owner reads it as a backup does.
SELECT set_config('app.backup', 'on', true);
SELECT search_keep((SELECT array_agg(instruction_document(i)) FROM instruction i));
SELECT set_config('app.backup', '', true);
