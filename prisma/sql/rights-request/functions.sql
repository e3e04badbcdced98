-- A request is found by its reference and by its controller, never by its person.
CREATE OR REPLACE FUNCTION rights_request_document(r rights_request) RETURNS search_document
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT ROW(r.id, 'rights-request', r.org_id, r.controller_id, fold_text(concat_ws(' ', r.reference, r.public_reference,
    (SELECT c.legal_name FROM controller c WHERE c.org_id = r.org_id AND c.id = r.controller_id))),
    '', '{}'::text[])::search_document $$;
REVOKE ALL ON FUNCTION rights_request_document(rights_request) FROM PUBLIC;

-- Refuses to rewrite what was received: it is placed, moved, and emptied of the person once it is closed. In the portal a
-- request that is confirmed or closed keeps its state, and none comes to it: the controller states its answer alone.
CREATE OR REPLACE FUNCTION rights_request_refuse_rewrite() RETURNS trigger
  LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  IF (NEW.reference, NEW.public_reference, NEW.received_at, NEW.channel, NEW.rights, NEW.held_at, NEW.created_at)
      IS DISTINCT FROM (OLD.reference, OLD.public_reference, OLD.received_at, OLD.channel, OLD.rights, OLD.held_at, OLD.created_at)
    OR (NEW.erased_at IS NULL OR OLD.erased_at IS NOT NULL)
      AND (NEW.clue, NEW.contact_sealed, NEW.words_sealed, NEW.person_key)
        IS DISTINCT FROM (OLD.clue, OLD.contact_sealed, OLD.words_sealed, OLD.person_key) THEN
    RAISE EXCEPTION 'rights request: what was received does not change' USING ERRCODE = '42501';
  END IF;
  IF app_scope() = 'portal' AND NEW.state IS DISTINCT FROM OLD.state
      AND (NEW.state IN ('confirmed', 'closed') OR OLD.state IN ('confirmed', 'closed')) THEN
    RAISE EXCEPTION 'rights request: the portal neither confirms nor closes' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION rights_request_refuse_rewrite() FROM PUBLIC;

CREATE OR REPLACE FUNCTION search_rights_request() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
    BEGIN
      PERFORM search_store((SELECT array_agg(rights_request_document(f)) FROM fresh f));
      RETURN NULL;
    END $$;
REVOKE ALL ON FUNCTION search_rights_request() FROM PUBLIC;
