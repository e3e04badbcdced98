-- A line of a note changes in one way: its text is cleared when the note is withdrawn.
CREATE OR REPLACE FUNCTION internal_note_refuse_rewrite() RETURNS trigger
  LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  IF NEW.text <> '' OR to_jsonb(NEW) - 'text' IS DISTINCT FROM to_jsonb(OLD) - 'text' THEN
    RAISE EXCEPTION 'internal_note: a line is cleared, never rewritten' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION internal_note_refuse_rewrite() FROM PUBLIC;
