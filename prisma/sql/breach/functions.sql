-- A breach is found by its reference and its title, by the controllers that it touches and by what was written of it. Its
-- row is the last that a change writes.
CREATE OR REPLACE FUNCTION breach_document(b breach) RETURNS search_document
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT ROW(b.id, 'breach', b.org_id, NULL::uuid, fold_text(concat_ws(' ', b.reference, b.title,
    (SELECT string_agg(c.legal_name, ' ' ORDER BY c.legal_name) FROM breach_controller l
      JOIN controller c ON c.org_id = l.org_id AND c.id = l.controller_id
      WHERE l.org_id = b.org_id AND l.breach_id = b.id AND l.status <> 'set-aside'))),
    coalesce(fold_text((SELECT string_agg(left(f.value ->> 'text', 2000), ' ' ORDER BY f.number) FROM breach_fact f
      WHERE f.org_id = b.org_id AND f.breach_id = b.id)), ''), ARRAY['noun:breach'])::search_document $$;

-- A fact about a notice, or of an incident, belongs to the breach of either, which a contact that records one cannot name.
CREATE OR REPLACE FUNCTION breach_notice_fact_place() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  IF NEW.breach_controller_id IS NOT NULL THEN
    SELECT p.breach_id INTO NEW.breach_id FROM breach_controller p
      WHERE p.org_id = NEW.org_id AND p.id = NEW.breach_controller_id AND p.controller_id = NEW.controller_id;
  ELSIF NEW.notice_id IS NOT NULL THEN
    SELECT n.breach_id INTO NEW.breach_id FROM breach_notice n
      WHERE n.org_id = NEW.org_id AND n.id = NEW.notice_id AND n.controller_id = NEW.controller_id;
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION breach_notice_fact_place() FROM PUBLIC;

-- Answers by what the views show to the contact: an incident of which its controller was told.
CREATE OR REPLACE FUNCTION portal_told(incident uuid, controller uuid) RETURNS boolean
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
    SELECT EXISTS (SELECT FROM portal.breach_controller p WHERE p.id = incident AND p.controller_id = controller)
  $$;
REVOKE ALL ON FUNCTION portal_told(uuid,uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal_told(uuid,uuid) TO amana_portal;

-- A notice that was issued or withdrawn is evidence.
CREATE OR REPLACE FUNCTION breach_notice_refuse_rewrite() RETURNS trigger
  LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  RAISE EXCEPTION 'breach notice: one that is % does not change', OLD.status USING ERRCODE = '42501';
END $$;
REVOKE ALL ON FUNCTION breach_notice_refuse_rewrite() FROM PUBLIC;

CREATE OR REPLACE FUNCTION search_breach() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
    BEGIN
      PERFORM search_store((SELECT array_agg(breach_document(f)) FROM fresh f));
      RETURN NULL;
    END $$;
REVOKE ALL ON FUNCTION search_breach() FROM PUBLIC;
