CREATE OR REPLACE FUNCTION thread_keeps_example() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  DELETE FROM example_row WHERE org_id = NEW.org_id AND noun = NEW.subject_noun AND subject_id = NEW.subject_id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION thread_keeps_example() FROM PUBLIC;
