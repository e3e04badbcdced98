-- Adds a request that a controller lodges in its portal, numbered in the one series; an objection to marketing in it is a
-- refusal in the register of choices at once, 21(3). Returns its reference.
CREATE OR REPLACE FUNCTION portal_request_lodge(new_id uuid, told text, invoked text[], contact bytea, words bytea, person bytea, more bytea[], asks_stop boolean, objections jsonb, at timestamp with time zone)
  RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
DECLARE
  highest int;
  given text;
BEGIN
  IF app_scope() <> 'portal' OR app_controller() IS NULL THEN
    RAISE EXCEPTION 'portal_request_lodge: the portal alone' USING ERRCODE = '42501';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('rights_request ' || app_org(), 0));
  PERFORM set_config('app.listing', 'on', true);
  SELECT coalesce(max(substring(r.reference FROM 4)::int), 0) INTO highest FROM rights_request r
    WHERE r.org_id = app_org() AND r.reference ~ '^DP-[0-9]{1,8}$';
  PERFORM set_config('app.listing', '', true);
  given := 'DP-' || lpad((highest + 1)::text, greatest(3, length((highest + 1)::text)), '0');
  INSERT INTO rights_request (id, org_id, reference, public_reference, received_at, channel, rights, contact_sealed,
      words_sealed, person_key, held_keys, stop_question, controller_id, state, created_at, updated_at)
    VALUES (new_id, app_org(), given, told, at, 'portal', invoked, contact, words, person, more,
      CASE WHEN asks_stop THEN 'open' END, app_controller(), 'relayed', at, at);
  INSERT INTO choice (id, org_id, controller_id, person_key, act, purpose, outcome, decided_at, source, proof, times,
      recorded_at, author_name)
    SELECT o.id, app_org(), app_controller(), decode(o.person, 'hex'), o.act, '', coalesce(o.outcome, 'refused'),
      least(coalesce(o.decided, at), at), 'portal', given, o.times, at, ''
    FROM jsonb_to_recordset(objections) AS o (id uuid, person text, act text, outcome text, decided timestamptz, times jsonb);
  RETURN given;
END $$;
REVOKE ALL ON FUNCTION portal_request_lodge(uuid,text,text[],bytea,bytea,bytea,bytea[],boolean,jsonb,timestamp with time zone) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal_request_lodge(uuid,text,text[],bytea,bytea,bytea,bytea[],boolean,jsonb,timestamp with time zone) TO amana_portal;

-- Tells what became of the letters by which requests of the contact's controllers were passed on, answered and confirmed. Nothing
-- of the letters but their states and instants.
CREATE OR REPLACE FUNCTION portal_request_letters(requests uuid[])
  RETURNS TABLE (id uuid, state text, accepted_at timestamp with time zone, delivered_at timestamp with time zone, told_at timestamp with time zone)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  IF app_scope() <> 'portal' THEN
    RAISE EXCEPTION 'portal_request_letters: the portal alone' USING ERRCODE = '42501';
  END IF;
  PERFORM set_config('app.listing', 'on', true);
  RETURN QUERY SELECT m.id, m.state, m.accepted_at,
      (SELECT min(f.at) FROM outbox_fact f WHERE f.org_id = m.org_id AND f.letter_id = m.id AND f.kind = 'delivered'),
      (SELECT min(f.at) FROM outbox_fact f WHERE f.org_id = m.org_id AND f.letter_id = m.id AND f.kind = 'said-received')
    FROM outbox_mail m WHERE m.org_id = app_org() AND m.id IN (SELECT l.letter::uuid FROM rights_request_fact r,
      jsonb_array_elements_text(r.value -> 'letterIds') AS l (letter)
      WHERE r.org_id = app_org() AND r.request_id = ANY (requests) AND r.controller_id = ANY (app_controllers()));
  PERFORM set_config('app.listing', '', true);
END $$;
REVOKE ALL ON FUNCTION portal_request_letters(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal_request_letters(uuid[]) TO amana_portal;

-- True of a request that one of the contact's controllers has had since it was last taken up: it was passed on or lodged, was received
-- by the controller otherwise, or was instructed.
CREATE OR REPLACE FUNCTION portal_request_had(request uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
    SELECT app_scope() = 'portal' AND EXISTS (SELECT FROM rights_request_fact f
      WHERE f.org_id = app_org() AND f.request_id = request AND f.controller_id = ANY (app_controllers())
        AND f.kind IN ('relayed', 'lodged', 'controller-received', 'instructed')
        AND NOT EXISTS (SELECT FROM rights_request_fact r
          WHERE r.org_id = f.org_id AND r.request_id = f.request_id AND r.kind = 'reopened' AND r.number > f.number))
  $$;
REVOKE ALL ON FUNCTION portal_request_had(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal_request_had(uuid) TO amana_portal;

-- A request is found by its reference and by its controller, never by its person.
CREATE OR REPLACE FUNCTION rights_request_document(r rights_request) RETURNS search_document
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT ROW(r.id, 'rights-request', r.org_id, r.controller_id, fold_text(concat_ws(' ', r.reference, r.public_reference,
    (SELECT c.legal_name FROM controller c WHERE c.org_id = r.org_id AND c.id = r.controller_id))),
    '', ARRAY['noun:rights-request'] || ARRAY(SELECT 'right:' || one FROM unnest(r.rights) AS one))::search_document $$;
REVOKE ALL ON FUNCTION rights_request_document(rights_request) FROM PUBLIC;

-- Refuses to rewrite what was received: it is placed, moved, and emptied of the person once it is closed. In the portal a
-- request that is confirmed or closed keeps its state, and none comes to it: the controller states its answer alone.
CREATE OR REPLACE FUNCTION rights_request_refuse_rewrite() RETURNS trigger
  LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  IF (NEW.reference, NEW.public_reference, NEW.received_at, NEW.channel, NEW.rights, NEW.held_at, NEW.created_at)
      IS DISTINCT FROM (OLD.reference, OLD.public_reference, OLD.received_at, OLD.channel, OLD.rights, OLD.held_at, OLD.created_at)
    OR (NEW.erased_at IS NULL OR OLD.erased_at IS NOT NULL)
      AND ((NEW.clue, NEW.contact_sealed, NEW.words_sealed, NEW.person_key, NEW.other_key)
          IS DISTINCT FROM (OLD.clue, OLD.contact_sealed, OLD.words_sealed, OLD.person_key, OLD.other_key)
        -- An objection is held under more readings of its number, never under fewer.
        OR NOT coalesce(NEW.held_keys, '{}') @> coalesce(OLD.held_keys, '{}')) THEN
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
