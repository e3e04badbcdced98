-- A person at a controller who may enter its portal. Invited until a first sign-in shows that the address is theirs.
CREATE TABLE "controller_contact" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "controller_name" TEXT COLLATE register_order NOT NULL DEFAULT '',
    "person_id" UUID,
    "name" TEXT COLLATE register_order NOT NULL,
    "email" TEXT NOT NULL,
    "capacity" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'fr',
    "role" TEXT NOT NULL,
    "invited_by_name" TEXT NOT NULL,
    "letter_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT NOT NULL DEFAULT '',
    "ended_by_name" TEXT NOT NULL DEFAULT '',
    "last_visit_at" TIMESTAMPTZ(3),
    "previous_visit_at" TIMESTAMPTZ(3),
    "visit_session_id" UUID,

    CONSTRAINT "controller_contact_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "controller_contact_role" CHECK ("role" IN ('reader', 'signatory')),
    -- Whoever has come in is somebody.
    CONSTRAINT "controller_contact_person" CHECK (("accepted_at" IS NULL) = ("person_id" IS NULL)),
    CONSTRAINT "controller_contact_end" CHECK ("ended_at" IS NULL OR "end_reason" <> '')
);
CREATE UNIQUE INDEX "controller_contact_org_id_id_key" ON "controller_contact"("org_id", "id");
CREATE INDEX "controller_contact_org_id_controller_id_idx" ON "controller_contact"("org_id", "controller_id");
CREATE INDEX "controller_contact_person_id_idx" ON "controller_contact"("person_id");
CREATE INDEX "controller_contact_email_idx" ON "controller_contact"("email");
-- One address, one open line per controller: a second invitation is refused, and the first can be renewed.
CREATE UNIQUE INDEX "controller_contact_open_key" ON "controller_contact"("org_id", "controller_id", "email")
  WHERE "ended_at" IS NULL;
ALTER TABLE "controller_contact" ADD CONSTRAINT "controller_contact_org_id_controller_id_fkey"
  FOREIGN KEY ("org_id", "controller_id") REFERENCES "controller"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE controller_contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE controller_contact FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON controller_contact FOR ALL
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
-- A contact sees who else acts for its controller, and changes none of them.
CREATE POLICY portal ON controller_contact FOR SELECT USING (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller()));
-- Whoever signs in is nobody's contact yet: the authentication role finds who was invited at an address.
CREATE POLICY by_address ON controller_contact FOR SELECT TO amana_auth USING (true);
-- A visit is noted on one's own lines alone.
CREATE POLICY own_visit ON controller_contact FOR UPDATE TO amana_auth
  USING (person_id = (SELECT app_person()) AND ended_at IS NULL)
  WITH CHECK (person_id = (SELECT app_person()) AND ended_at IS NULL);

GRANT SELECT, INSERT, UPDATE ON controller_contact TO amana_app;
GRANT SELECT, UPDATE (person_id, accepted_at, language, last_visit_at, previous_visit_at, visit_session_id)
  ON controller_contact TO amana_auth;

-- Whose contact it is, as the choice of a portal says it before any scope is opened.
CREATE TRIGGER controller_named BEFORE INSERT OR UPDATE OF controller_id ON controller_contact
  FOR EACH ROW EXECUTE FUNCTION record_names_controller();
CREATE FUNCTION controller_renames_contacts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE controller_contact SET controller_name = NEW.legal_name
    WHERE org_id = NEW.org_id AND controller_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER contacts_renamed AFTER UPDATE OF legal_name ON controller
  FOR EACH ROW WHEN (OLD.legal_name IS DISTINCT FROM NEW.legal_name) EXECUTE FUNCTION controller_renames_contacts();

-- Before a portal is chosen a person sees the names of the organisations that they are a contact of.
CREATE POLICY own_portal ON organisation FOR SELECT TO amana_auth USING (
  (SELECT app_person()) IS NOT NULL
  AND EXISTS (SELECT 1 FROM controller_contact c WHERE c.org_id = organisation.id
    AND c.person_id = (SELECT app_person()) AND c.ended_at IS NULL));

-- The session also says how it was opened, and whose contact its person is.
DROP FUNCTION session_open(bytea);
CREATE FUNCTION session_open(hash bytea) RETURNS TABLE (
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
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'role', c.role, 'name', c.name, 'capacity', c.capacity,
        'isVisit', c.visit_session_id IS NOT DISTINCT FROM s.id,
        'controller', jsonb_build_object('id', c.controller_id, 'name', c.controller_name),
        'org', jsonb_build_object('id', o.id, 'name', o.legal_name)) ORDER BY o.legal_name, c.controller_name), '[]')
      FROM controller_contact c JOIN organisation o ON o.id = c.org_id
      WHERE c.person_id = p.id AND c.ended_at IS NULL);
END $$;
REVOKE ALL ON FUNCTION session_open(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION session_open(bytea) TO amana_auth;

-- Whoever only ever signs in by a link of a letter has no password.
ALTER TABLE person ALTER COLUMN password_hash DROP NOT NULL;
