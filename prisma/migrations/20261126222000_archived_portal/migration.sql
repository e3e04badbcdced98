-- Since when the controller of a contact is archived, as the choice of a portal says it before any scope is opened: its
-- contacts look, ask and take away what is theirs, art. 28(3)(h), and bind it to nothing any more.
ALTER TABLE controller_contact ADD COLUMN controller_archived_at TIMESTAMPTZ(3);
UPDATE controller_contact c SET controller_archived_at = k.archived_at FROM controller k
  WHERE k.org_id = c.org_id AND k.id = c.controller_id AND k.archived_at IS NOT NULL;

CREATE FUNCTION contact_knows_archive() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT archived_at INTO NEW.controller_archived_at FROM controller
    WHERE org_id = NEW.org_id AND id = NEW.controller_id;
  RETURN NEW;
END $$;
CREATE TRIGGER contact_knows_archive BEFORE INSERT OR UPDATE OF controller_id ON controller_contact
  FOR EACH ROW EXECUTE FUNCTION contact_knows_archive();
CREATE FUNCTION controller_archives_contacts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE controller_contact SET controller_archived_at = NEW.archived_at
    WHERE org_id = NEW.org_id AND controller_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER contacts_archived AFTER UPDATE OF archived_at ON controller
  FOR EACH ROW WHEN (OLD.archived_at IS DISTINCT FROM NEW.archived_at) EXECUTE FUNCTION controller_archives_contacts();

CREATE OR REPLACE FUNCTION session_open(hash bytea) RETURNS TABLE (
    id uuid, created_at timestamptz, second_factor_at timestamptz, last_seen_at timestamptz, expires_at timestamptz,
    revoked_at timestamptz, disabled_at timestamptz, method text, person jsonb, memberships jsonb, contacts jsonb)
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
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id,
        'role', CASE WHEN c.controller_archived_at IS NULL THEN c.role ELSE 'reader' END,
        'name', c.name, 'capacity', c.capacity, 'isVisit', c.visit_session_id IS NOT DISTINCT FROM s.id,
        'controller', jsonb_build_object('id', c.controller_id, 'name', c.controller_name,
          'archivedAt', (extract(epoch FROM c.controller_archived_at) * 1000)::bigint),
        'org', jsonb_build_object('id', o.id, 'name', o.legal_name)) ORDER BY o.legal_name, c.controller_name), '[]')
      FROM controller_contact c JOIN organisation o ON o.id = c.org_id
      WHERE c.person_id = p.id AND c.ended_at IS NULL);
END $$;
