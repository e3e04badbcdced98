-- An authorisation is found by its reference, by whose word it is and by whom it is about, also by the names that it had.
CREATE OR REPLACE FUNCTION authorisation_document(a authorisation) RETURNS search_document
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT ROW(a.id, 'authorisation', a.org_id, a.controller_id, fold_text(concat_ws(' ',
    a.reference, a.controller_name, s.reference, s.name)), fold_text(concat_ws(' ', a.recipient, a.text,
      (SELECT string_agg(DISTINCT v.name, ' ') FROM sub_processor_version v
        WHERE v.org_id = s.org_id AND v.sub_processor_id = s.id AND v.name <> s.name))),
    ARRAY['noun:authorisation'])::search_document
  FROM sub_processor s WHERE s.org_id = a.org_id AND s.id = a.sub_processor_id $$;

-- A controller's contact decides under the portal's scope, which changes no record. Those that name the sub-processor are
-- marked as assessed by no rules, and a job of the staff's scope, woken at the commit, finds their gaps again.
CREATE OR REPLACE FUNCTION authorisation_outdates_records() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  PERFORM set_config('app.outdates_records', 'on', true);
  UPDATE processing_record SET rules_version = 0
    WHERE org_id = NEW.org_id AND controller_id = NEW.controller_id
      AND sub_processor_ids @> ARRAY[NEW.sub_processor_id];
  PERFORM set_config('app.outdates_records', 'off', true);
  PERFORM pg_notify('amana_outdated', '');
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION authorisation_outdates_records() FROM PUBLIC;

-- Refuses to rewrite what was sent; a merge alone says whose it is.
CREATE OR REPLACE FUNCTION authorisation_refuse_rewrite() RETURNS trigger
  LANGUAGE plpgsql AS $$
DECLARE free text[] := ARRAY['controller_name', 'state', 'received_at', 'version', 'updated_at',
  'silence_proven_at'];
BEGIN
  IF app_scope() = 'staff' AND NEW.merged_from_id IS DISTINCT FROM OLD.merged_from_id THEN
    free := free || ARRAY['controller_id', 'merged_from_id'];
  END IF;
  IF (to_jsonb(OLD) - free) IS DISTINCT FROM (to_jsonb(NEW) - free) THEN
    RAISE EXCEPTION 'authorisation: % was sent', OLD.reference USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION authorisation_refuse_rewrite() FROM PUBLIC;

CREATE OR REPLACE FUNCTION controller_renames_authorisations() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  UPDATE authorisation SET controller_name = NEW.legal_name WHERE org_id = NEW.org_id AND controller_id = NEW.id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION controller_renames_authorisations() FROM PUBLIC;

-- Numbers are counted within an organisation: without one, every certificate would be the first.
CREATE OR REPLACE FUNCTION next_decision_certificate(of_year integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
DECLARE highest int;
BEGIN
  IF app_org() IS NULL OR app_scope() IS DISTINCT FROM 'portal' THEN
    RAISE EXCEPTION 'decision certificates are numbered for a contact of an organisation' USING ERRCODE = '42501';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('decision certificates ' || app_org(), 0));
  PERFORM set_config('app.listing', 'on', true);
  SELECT max(counter) INTO highest FROM decision_certificate WHERE org_id = app_org() AND year = of_year;
  PERFORM set_config('app.listing', '', true);
  RETURN coalesce(highest, 0) + 1;
END $$;
REVOKE ALL ON FUNCTION next_decision_certificate(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION next_decision_certificate(integer) TO amana_portal;

-- A contact's connection moves a request and never rewrites it: what it decides, and the first receipt, are all it says.
CREATE OR REPLACE FUNCTION portal_decides_only() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.received_at IS NOT NULL AND NEW.received_at IS DISTINCT FROM OLD.received_at)
    OR NOT (NEW.state = OLD.state OR NEW.state IN ('approved', 'refused', 'objected', 'revoked', 'replaced')) THEN
    RAISE EXCEPTION 'the portal decides on a request and never moves it otherwise' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION portal_decides_only() FROM PUBLIC;

-- A request is found by its text and by its controller, whichever it becomes: two may bear one name.
CREATE OR REPLACE FUNCTION search_authorisations() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM search_store((SELECT array_agg(authorisation_document(a)) FROM fresh a));
  ELSE
    PERFORM search_store((SELECT array_agg(authorisation_document(a)) FROM fresh a JOIN stale s ON s.id = a.id
      WHERE (a.controller_id, a.controller_name, a.recipient, a.text) IS DISTINCT FROM (s.controller_id, s.controller_name, s.recipient, s.text)));
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION search_authorisations() FROM PUBLIC;

-- A sub-processor that takes another name: what controllers were asked about it is found by it.
CREATE OR REPLACE FUNCTION sub_processor_renames_authorisations() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  PERFORM search_store((SELECT array_agg(authorisation_document(a)) FROM authorisation a
    WHERE a.org_id = NEW.org_id AND a.sub_processor_id = NEW.id));
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION sub_processor_renames_authorisations() FROM PUBLIC;
