-- A controller that takes another name: its instructions are found by it.
CREATE OR REPLACE FUNCTION controller_renames_instructions() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  UPDATE instruction SET controller_id = controller_id WHERE org_id = NEW.org_id AND controller_id = NEW.id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION controller_renames_instructions() FROM PUBLIC;

-- An instruction is found by its number, whose it is, who gave it and the beginning of its words.
CREATE OR REPLACE FUNCTION instruction_document(i instruction) RETURNS search_document
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT ROW(i.id, 'instruction', i.org_id, i.controller_id, fold_text(concat_ws(' ',
    i.number, c.legal_name, i.author_name, left(i.text, 2000))), '', '{}'::text[])::search_document
  FROM controller c WHERE c.org_id = i.org_id AND c.id = i.controller_id $$;

-- An instruction came by the portal where a contact wrote it there. Rows from before this rule stay as they are.
CREATE OR REPLACE FUNCTION instruction_portal_channel() RETURNS trigger
  LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  IF NEW.channel = 'portal' AND NEW.contact_id IS NULL
    AND (TG_OP = 'INSERT' OR OLD.channel IS DISTINCT FROM NEW.channel) THEN
    RAISE EXCEPTION 'no contact of the portal wrote this instruction' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION instruction_portal_channel() FROM PUBLIC;

-- Keeps what was received as evidence: from the portal only where it stands can move, and only as the controller may move it.
CREATE OR REPLACE FUNCTION portal_moves_only() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - ARRAY['state', 'version', 'updated_at'] <> to_jsonb(OLD) - ARRAY['state', 'version', 'updated_at']
    OR NOT (NEW.state = OLD.state OR NEW.state = 'withdrawn'
      OR (OLD.state = 'contested' AND NEW.state IN ('confirmed', 'amended'))) THEN
    RAISE EXCEPTION 'the portal moves an instruction and never rewrites it' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION portal_moves_only() FROM PUBLIC;

CREATE OR REPLACE FUNCTION search_instructions() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  PERFORM search_store((SELECT array_agg(instruction_document(i)) FROM fresh i));
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION search_instructions() FROM PUBLIC;
