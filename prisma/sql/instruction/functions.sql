-- A controller that takes another name: its instructions are found by it.
CREATE OR REPLACE FUNCTION controller_renames_instructions() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  UPDATE instruction SET controller_id = controller_id WHERE org_id = NEW.org_id AND controller_id = NEW.id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION controller_renames_instructions() FROM PUBLIC;

-- An instruction is found by its number, whose it is, who gave it and its words.
CREATE OR REPLACE FUNCTION instruction_document(i instruction) RETURNS search_document
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT ROW(i.id, 'instruction', i.org_id, i.controller_id, fold_text(concat_ws(' ',
    i.number, c.legal_name, i.author_name, left(i.text, 120))), fold_text(i.text), ARRAY['noun:instruction'])::search_document
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

-- Gives the day of an instant in Casablanca, where instructions are received. Since 20 September 2026 it keeps universal time, which
-- the server's own zones may not know.
CREATE OR REPLACE FUNCTION instruction_day(at timestamp with time zone) RETURNS text
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT to_char(at AT TIME ZONE CASE WHEN at < '2026-09-20T01:00:00Z' THEN 'Africa/Casablanca' ELSE 'UTC' END, 'YYYY-MM-DD')
$$;
REVOKE ALL ON FUNCTION instruction_day(timestamp with time zone) FROM PUBLIC;

-- Gives the day from which a contact's address is proven; null while nothing proves it, or somebody objects to the signatory.
CREATE OR REPLACE FUNCTION instruction_proven_on(contact uuid) RETURNS text
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT min(instruction_day(proven_at)) FROM contact_proof WHERE contact_id = contact
    AND NOT contact_has_open_objection(contact)
$$;
REVOKE ALL ON FUNCTION instruction_proven_on(uuid) FROM PUBLIC;

-- Gives where an instruction stands by the end of a day, as the console folds it: its state, null before it was received; whether there
-- is a document of it; whether it rests on the word of an address that nothing proved by then.
CREATE OR REPLACE FUNCTION instruction_standing(instruction uuid, day text)
  RETURNS TABLE(state text, documented boolean, unproven boolean)
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  WITH past AS (
    SELECT f.event, f.version, (f.address_unproven IS TRUE OR contact_has_open_objection(f.contact_id)) AND f.contact_id IS NOT NULL
        AND f.event IN ('confirm', 'confirm-in-writing') AND coalesce(instruction_proven_on(f.contact_id) > day, true) AS held
      FROM instruction_fact f JOIN instruction i ON i.org_id = f.org_id AND i.id = f.instruction_id
      WHERE i.id = instruction AND f.fact_on <= day
  ), last AS (
    SELECT event, held FROM past WHERE event NOT IN ('acknowledge', 'confirm-in-writing') ORDER BY version DESC LIMIT 1
  )
  SELECT CASE WHEN day < instruction_day(i.received_at) THEN NULL
      ELSE coalesce((SELECT CASE event WHEN 'check' THEN 'checked' WHEN 'accept' THEN 'accepted' WHEN 'contest' THEN 'contested'
        WHEN 'confirm' THEN 'confirmed' WHEN 'amend' THEN 'amended' WHEN 'withdraw' THEN 'withdrawn' END FROM last), 'received') END,
    i.channel <> 'telephone' OR EXISTS (SELECT FROM past WHERE event = 'confirm-in-writing'),
    (i.address_unproven IS TRUE OR contact_has_open_objection(i.contact_id)) AND i.contact_id IS NOT NULL AND coalesce(instruction_proven_on(i.contact_id) > day, true)
      OR EXISTS (SELECT FROM last WHERE event = 'confirm' AND held)
      OR i.channel = 'telephone' AND NOT EXISTS (SELECT FROM past WHERE event = 'confirm-in-writing' AND NOT held)
  FROM instruction i WHERE i.id = instruction
$$;
REVOKE ALL ON FUNCTION instruction_standing(uuid,text) FROM PUBLIC;
