-- Found by its legal name, and by those under which sources write it or versions knew it; a name taken from another by a
-- merge is the other's, and may be given back.
CREATE OR REPLACE FUNCTION controller_document(c controller) RETURNS search_document
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT ROW(c.id, 'controller', c.org_id, c.id, fold_text(c.legal_name), coalesce(fold_text((
    SELECT string_agg(n.name, ' ' ORDER BY n.name) FROM (
      SELECT s.spelling AS name FROM controller_spelling s WHERE s.org_id = c.org_id AND s.controller_id = c.id
      UNION SELECT v.snapshot->>'legalName' FROM controller_version v
        WHERE v.org_id = c.org_id AND v.controller_id = c.id AND v.change <> 'merged') AS n
    WHERE n.name <> c.legal_name)) || ' ', '') || fold_text(concat_ws(' ', c.address, c.registration_number, c.contact_name, c.contact_email,
      c.contact_phone, c.dpo_contact, c.representative, c.other_controllers)),
    ARRAY['noun:controller'] || array_remove(ARRAY['country:' || c.country], NULL))::search_document $$;

CREATE OR REPLACE FUNCTION search_spellings() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  PERFORM search_store((SELECT array_agg(controller_document(c)) FROM controller c
    WHERE (c.org_id, c.id) IN (SELECT f.org_id, f.controller_id FROM fresh f)));
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION search_spellings() FROM PUBLIC;

-- A spelling that moves is found under the controller that has it, and no more under the one that had it.
CREATE OR REPLACE FUNCTION search_moved_spellings() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  PERFORM search_store((SELECT array_agg(controller_document(c)) FROM controller c
    WHERE (c.org_id, c.id) IN (SELECT f.org_id, f.controller_id FROM fresh f
      UNION SELECT s.org_id, s.controller_id FROM stale s)));
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION search_moved_spellings() FROM PUBLIC;

-- An example that somebody merged is theirs now: clearing the example leaves both controllers.
CREATE OR REPLACE FUNCTION merge_keeps_example() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  DELETE FROM example_row WHERE org_id = NEW.org_id AND noun = 'controller'
    AND subject_id IN (NEW.controller_id, NEW.into_id);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION merge_keeps_example() FROM PUBLIC;

-- A fact of a merged row stands where its history does, for those who saw it before.
CREATE OR REPLACE FUNCTION merged_row_origin() RETURNS trigger
  LANGUAGE plpgsql AS $$
DECLARE origin uuid;
BEGIN
  -- One look spares an import of thousands of rows as many; the portal's role reads no merges.
  IF app_scope() = 'staff' THEN
    IF NOT EXISTS (SELECT FROM controller_merge m WHERE m.org_id = NEW.org_id) THEN
      RETURN NEW;
    END IF;
  END IF;
  EXECUTE format('SELECT merged_from_id FROM %I WHERE org_id = $1 AND id = ($2 ->> %L)::uuid', TG_ARGV[0], TG_ARGV[1])
    INTO origin USING NEW.org_id, to_jsonb(NEW);
  NEW.controller_id := coalesce(origin, NEW.controller_id);
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION merged_row_origin() FROM PUBLIC;

CREATE OR REPLACE FUNCTION search_controllers() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  PERFORM search_store((SELECT array_agg(controller_document(c)) FROM fresh c));
  PERFORM search_store((SELECT array_agg(thread_document(t)) FROM thread t
    WHERE (t.org_id, t.controller_id) IN (SELECT f.org_id, f.id FROM fresh f)));
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION search_controllers() FROM PUBLIC;
