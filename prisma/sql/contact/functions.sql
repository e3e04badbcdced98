CREATE OR REPLACE FUNCTION contact_knows_archive() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  SELECT archived_at INTO NEW.controller_archived_at FROM controller
    WHERE org_id = NEW.org_id AND id = NEW.controller_id;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION contact_knows_archive() FROM PUBLIC;

CREATE OR REPLACE FUNCTION controller_archives_contacts() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  UPDATE controller_contact SET controller_archived_at = NEW.archived_at
    WHERE org_id = NEW.org_id AND controller_id = NEW.id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION controller_archives_contacts() FROM PUBLIC;

CREATE OR REPLACE FUNCTION controller_renames_contacts() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  UPDATE controller_contact SET controller_name = NEW.legal_name
    WHERE org_id = NEW.org_id AND controller_id = NEW.id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION controller_renames_contacts() FROM PUBLIC;

CREATE OR REPLACE FUNCTION portal_certified(attachment uuid) RETURNS boolean
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT EXISTS (SELECT FROM decision_certificate d WHERE d.document_id = attachment)
$$;
REVOKE ALL ON FUNCTION portal_certified(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal_certified(uuid) TO amana_portal;

-- Answers by what the policies show whether an objection to a signatory waits to be settled.
CREATE OR REPLACE FUNCTION contact_has_open_objection(contact uuid) RETURNS boolean
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT EXISTS (SELECT FROM signatory_objection o WHERE o.contact_id = contact AND NOT EXISTS (SELECT FROM
    signatory_settlement s WHERE s.org_id = o.org_id AND s.objection_id = o.id))
$$;
REVOKE ALL ON FUNCTION contact_has_open_objection(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION contact_has_open_objection(uuid) TO amana_app;
GRANT EXECUTE ON FUNCTION contact_has_open_objection(uuid) TO amana_portal;

-- Asked of rows that the contact sees. A contact who left, or to whom somebody objects, confirms nobody.
CREATE OR REPLACE FUNCTION portal_is_proven(who uuid, whose uuid) RETURNS boolean
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT EXISTS (SELECT FROM contact_proof p JOIN controller_contact c ON c.org_id = p.org_id AND c.id = p.contact_id
    WHERE p.contact_id = who AND p.controller_id = whose AND c.ended_at IS NULL) AND NOT contact_has_open_objection(who)
$$;
REVOKE ALL ON FUNCTION portal_is_proven(uuid,uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal_is_proven(uuid,uuid) TO amana_portal;

CREATE OR REPLACE FUNCTION portal_is_ours(mailbox text) RETURNS boolean
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT EXISTS (SELECT FROM controller_contact c WHERE c.ended_at IS NULL AND lower(c.email) = lower(mailbox))
    OR EXISTS (SELECT FROM controller c WHERE lower(c.contact_email) = lower(mailbox))
$$;
REVOKE ALL ON FUNCTION portal_is_ours(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal_is_ours(text) TO amana_portal;

-- A contact's acts write six letters: to those who keep the register of what a contact did, and to the controller's own
-- people of what was decided in its name, with the certificate of one of its decisions.
CREATE OR REPLACE FUNCTION portal_is_steward(mailbox text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
DECLARE found_one boolean;
BEGIN
  IF app_org() IS NULL OR app_scope() IS DISTINCT FROM 'portal' THEN
    RETURN false;
  END IF;
  PERFORM set_config('app.listing', 'on', true);
  SELECT EXISTS (SELECT FROM member m WHERE m.org_id = app_org() AND m.ended_at IS NULL
    AND m.role IN ('owner', 'dpo') AND lower(m.email) = lower(mailbox)) INTO found_one;
  PERFORM set_config('app.listing', '', true);
  RETURN found_one;
END $$;
REVOKE ALL ON FUNCTION portal_is_steward(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal_is_steward(text) TO amana_portal;

-- Answers by what the policies of the subject's own table show to the contact.
CREATE OR REPLACE FUNCTION portal_sees(noun text, subject uuid) RETURNS boolean
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
    SELECT CASE noun
      WHEN 'processing-record' THEN EXISTS (SELECT FROM processing_record WHERE id = subject)
      WHEN 'contract' THEN EXISTS (SELECT FROM contract WHERE id = subject)
      WHEN 'instruction' THEN EXISTS (SELECT FROM instruction WHERE id = subject)
      WHEN 'authorisation' THEN EXISTS (SELECT FROM authorisation WHERE id = subject)
      WHEN 'breach-notice' THEN EXISTS (SELECT FROM breach_notice WHERE id = subject)
        OR EXISTS (SELECT FROM portal.breach_controller WHERE id = subject)
      ELSE false END
  $$;
REVOKE ALL ON FUNCTION portal_sees(text,uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal_sees(text,uuid) TO amana_portal;

-- A session with its person and their memberships, in one round trip: every request of a page begins with it. It runs
-- with the rights of whoever calls it, the authentication role, and opens the person's own memberships and no other.
CREATE OR REPLACE FUNCTION session_open(hash bytea)
  RETURNS TABLE(id uuid, created_at timestamp with time zone, second_factor_at timestamp with time zone, last_seen_at timestamp with time zone, expires_at timestamp with time zone, revoked_at timestamp with time zone, disabled_at timestamp with time zone, method text, person jsonb, memberships jsonb, contacts jsonb, audits jsonb)
  LANGUAGE plpgsql AS $$
DECLARE s session; p person;
BEGIN
  SELECT * INTO s FROM session AS open WHERE open.token_hash = hash;
  IF NOT FOUND THEN RETURN; END IF;
  SELECT * INTO p FROM person AS who WHERE who.id = s.person_id;
  PERFORM set_config('app.person', p.id::text, true);
  RETURN QUERY SELECT s.id, s.created_at, s.second_factor_at, s.last_seen_at, s.expires_at, s.revoked_at, p.disabled_at,
    s.method, jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email, 'locale', p.locale),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('memberId', m.id, 'role', m.role, 'name', m.name,
        'org', jsonb_build_object('id', o.id, 'slug', o.slug, 'legalName', o.legal_name, 'city', o.city,
          'requiresSecondFactor', o.requires_second_factor)) ORDER BY m.joined_at), '[]')
      FROM member m JOIN organisation o ON o.id = m.org_id WHERE m.person_id = p.id AND m.ended_at IS NULL),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'sees', c.sees,
        'role', CASE WHEN c.controller_archived_at IS NULL
          AND c.controller_id = ANY (coalesce(nullif(c.sees, '{}'), ARRAY[c.controller_id])) THEN c.role ELSE 'reader' END,
        'name', c.name, 'capacity', c.capacity, 'isVisit', c.visit_session_id IS NOT DISTINCT FROM s.id,
        'controller', jsonb_build_object('id', c.controller_id, 'name', c.controller_name,
          'archivedAt', (extract(epoch FROM c.controller_archived_at) * 1000)::bigint),
        'org', jsonb_build_object('id', o.id, 'name', o.legal_name)) ORDER BY o.legal_name, c.controller_name), '[]')
      FROM controller_contact c JOIN organisation o ON o.id = c.org_id
      WHERE c.person_id = p.id AND c.ended_at IS NULL),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name, 'sections', g.sections,
        'requiresSecondFactor', g.requires_second_factor OR o.requires_second_factor,
        'org', jsonb_build_object('id', o.id, 'name', o.legal_name)) ORDER BY o.legal_name, g.granted_at), '[]')
      FROM audit_grant g JOIN organisation o ON o.id = g.org_id
      WHERE g.person_id = p.id AND g.revoked_at IS NULL AND g.collected_at IS NOT NULL
        AND g.starts_at <= clock_timestamp() AND g.ends_at > clock_timestamp());
END $$;
REVOKE ALL ON FUNCTION session_open(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION session_open(bytea) TO amana_auth;
