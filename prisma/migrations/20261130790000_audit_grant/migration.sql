-- An auditor of a controller or an authority is let in by a dated grant. What it covers is collected once, as of the
-- day of the grant, and served by a role of its own, which reads those rows and no table of the register.
CREATE TABLE audit_grant (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  person_id uuid,
  name text NOT NULL,
  email text NOT NULL,
  -- Whom the auditor works for, and why access is given.
  mandate text NOT NULL,
  reasons text NOT NULL,
  language text NOT NULL DEFAULT 'fr',
  -- Empty: every controller.
  controller_ids uuid[] NOT NULL DEFAULT '{}',
  sections text[] NOT NULL,
  as_of text NOT NULL,
  starts_at timestamptz(3) NOT NULL,
  ends_at timestamptz(3) NOT NULL,
  requires_second_factor boolean NOT NULL DEFAULT false,
  granted_at timestamptz(3) NOT NULL,
  granted_by_id uuid,
  granted_by_name text NOT NULL,
  collect_state text NOT NULL DEFAULT 'waiting' CHECK (collect_state IN ('waiting', 'collecting', 'collected', 'failed')),
  collect_attempts integer NOT NULL DEFAULT 0,
  leased_until timestamptz(3),
  collected_at timestamptz(3),
  letter_id uuid,
  accepted_at timestamptz(3),
  revoked_at timestamptz(3),
  revoke_reason text NOT NULL DEFAULT '',
  revoked_by_name text NOT NULL DEFAULT '',
  CONSTRAINT audit_grant_pkey PRIMARY KEY (id),
  CONSTRAINT audit_grant_term CHECK (starts_at < ends_at),
  CONSTRAINT audit_grant_sections CHECK (cardinality(sections) > 0),
  CONSTRAINT audit_grant_person CHECK ((accepted_at IS NULL) = (person_id IS NULL)),
  CONSTRAINT audit_grant_revoked CHECK (revoked_at IS NULL OR revoke_reason <> ''),
  CONSTRAINT audit_grant_collected CHECK ((collected_at IS NOT NULL) = (collect_state = 'collected'))
);
CREATE UNIQUE INDEX "audit_grant_org_id_id_key" ON audit_grant (org_id, id);
CREATE INDEX "audit_grant_org_id_granted_at_id_idx" ON audit_grant (org_id, granted_at DESC, id DESC);
CREATE INDEX "audit_grant_person_id_idx" ON audit_grant (person_id);
CREATE INDEX "audit_grant_email_idx" ON audit_grant (email);

-- A part of what was collected: its columns, and how many values that name another controller were withheld.
CREATE TABLE audit_section (
  grant_id uuid NOT NULL,
  section text NOT NULL,
  org_id uuid NOT NULL,
  columns text[] NOT NULL,
  row_count integer NOT NULL,
  withheld integer NOT NULL DEFAULT 0,
  CONSTRAINT audit_section_pkey PRIMARY KEY (grant_id, section)
);
ALTER TABLE audit_section ADD CONSTRAINT "audit_section_org_id_grant_id_fkey"
  FOREIGN KEY (org_id, grant_id) REFERENCES audit_grant (org_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE audit_row (
  grant_id uuid NOT NULL,
  section text NOT NULL,
  seq integer NOT NULL,
  org_id uuid NOT NULL,
  -- Words in the order of the section's columns, and the same facts as data.
  cells text[] NOT NULL,
  data jsonb NOT NULL,
  CONSTRAINT audit_row_pkey PRIMARY KEY (grant_id, section, seq)
);
ALTER TABLE audit_row ADD CONSTRAINT "audit_row_org_id_grant_id_fkey"
  FOREIGN KEY (org_id, grant_id) REFERENCES audit_grant (org_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;

-- No policy of the auditor's scope is bound any more, whatever the third argument says: that scope has a role of its own.
DO $$
DECLARE body text := pg_get_functiondef('amana_bind_table(text,text,boolean)'::regprocedure);
BEGIN
  body := replace(body, 'IF auditor_reads THEN', 'IF false THEN');
  IF body NOT LIKE '%IF false THEN%' THEN
    RAISE EXCEPTION 'amana_bind_table is not as expected';
  END IF;
  EXECUTE body;
END $$;
DO $$
DECLARE one record;
BEGIN
  FOR one IN SELECT polname, polrelid::regclass AS of_table, pg_get_expr(polqual, polrelid) AS reads FROM pg_policy
    WHERE pg_get_expr(polqual, polrelid) ~ '''auditor''' AND polrelid <> 'organisation'::regclass
  LOOP
    IF one.reads ~ '''staff''' THEN
      EXECUTE format('ALTER POLICY %I ON %s USING (%s)', one.polname, one.of_table,
        replace(one.reads, ', ''auditor''::text', ''));
    ELSE
      EXECUTE format('DROP POLICY %I ON %s', one.polname, one.of_table);
    END IF;
  END LOOP;
END $$;

SELECT amana_bind_table('audit_grant', 'row', false), amana_bind_table('audit_section', 'row', false),
  amana_bind_table('audit_row', 'row', false);
REVOKE UPDATE ON audit_grant, audit_section, audit_row FROM amana_app;
-- The terms of a grant never change: another is given.
GRANT UPDATE (collect_state, collect_attempts, leased_until, collected_at, letter_id, revoked_at, revoke_reason,
  revoked_by_name) ON audit_grant TO amana_app;
GRANT SELECT (id, org_id, person_id, name, email, language, sections, starts_at, ends_at, requires_second_factor,
  granted_at, collected_at, revoked_at), UPDATE (person_id, accepted_at) ON audit_grant TO amana_auth;
CREATE FUNCTION audit_grant_refuse() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at
    OR OLD.collected_at IS NOT NULL AND NEW.collected_at IS DISTINCT FROM OLD.collected_at THEN
    RAISE EXCEPTION 'audit_grant: what is revoked or collected stays so' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION audit_grant_refuse() FROM PUBLIC;
CREATE TRIGGER refuse_return BEFORE UPDATE ON audit_grant FOR EACH ROW EXECUTE FUNCTION audit_grant_refuse();
-- What was collected is not added to afterwards.
CREATE FUNCTION audit_row_refuse() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM fresh f JOIN audit_grant g ON g.org_id = f.org_id AND g.id = f.grant_id
    WHERE g.collect_state = 'collected') THEN
    RAISE EXCEPTION 'audit_grant: it was collected' USING ERRCODE = '42501';
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION audit_row_refuse() FROM PUBLIC;
CREATE TRIGGER refuse_more AFTER INSERT ON audit_row REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION audit_row_refuse();
CREATE TRIGGER refuse_more AFTER INSERT ON audit_section REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION audit_row_refuse();

-- Whoever comes as one of these roles is in its scope, whatever the statement sets.
CREATE OR REPLACE FUNCTION app_scope() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE session_user WHEN 'amana_portal' THEN 'portal' WHEN 'amana_auditor' THEN 'auditor'
    ELSE coalesce(current_setting('app.scope', true), '') END
$$;

-- The grant that is open at this instant, of those that were asked for: begun, not ended, not revoked, collected.
CREATE POLICY opens ON audit_grant FOR SELECT TO CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'auditor');
CREATE FUNCTION audit_open_grant() RETURNS SETOF audit_grant
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT g.* FROM audit_grant g WHERE app_scope() = 'auditor' AND g.org_id = app_org()
    AND g.id = nullif(current_setting('app.grant', true), '')::uuid
    AND g.collected_at IS NOT NULL AND g.revoked_at IS NULL
    AND g.starts_at <= clock_timestamp() AND g.ends_at > clock_timestamp()
$$;
REVOKE ALL ON FUNCTION audit_open_grant() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_open_grant(), journal_append(uuid, bytea[], text[]) TO amana_auditor;
GRANT USAGE ON SCHEMA public TO amana_auditor;

CREATE POLICY auditor ON audit_grant FOR SELECT TO amana_auditor USING (org_id = (SELECT app_org())
  AND (SELECT app_scope()) = 'auditor' AND id = (SELECT id FROM audit_open_grant()));
CREATE POLICY auditor ON audit_section FOR SELECT TO amana_auditor USING (org_id = (SELECT app_org())
  AND (SELECT app_scope()) = 'auditor' AND grant_id = (SELECT id FROM audit_open_grant())
  AND section = ANY ((SELECT sections FROM audit_open_grant())::text[]));
CREATE POLICY auditor ON audit_row FOR SELECT TO amana_auditor USING (org_id = (SELECT app_org())
  AND (SELECT app_scope()) = 'auditor' AND grant_id = (SELECT id FROM audit_open_grant())
  AND section = ANY ((SELECT sections FROM audit_open_grant())::text[]));
GRANT SELECT (id, org_id, name, mandate, language, controller_ids, sections, as_of, starts_at, ends_at, granted_by_name,
  granted_at, collected_at) ON audit_grant TO amana_auditor;
GRANT SELECT ON audit_section, audit_row TO amana_auditor;

-- Names that every page of an auditor shows: of the organisation, and of the controllers that the grant is for.
ALTER POLICY guest ON organisation TO amana_auditor
  USING (id = (SELECT app_org()) AND (SELECT app_scope()) = 'auditor' AND EXISTS (SELECT FROM audit_open_grant()));
GRANT SELECT (id, slug, legal_name, city) ON organisation TO amana_auditor;
CREATE POLICY auditor ON controller FOR SELECT TO amana_auditor USING (org_id = (SELECT app_org())
  AND (SELECT app_scope()) = 'auditor' AND EXISTS (SELECT FROM audit_open_grant())
  AND (id = ANY ((SELECT controller_ids FROM audit_open_grant())::uuid[])
    OR (SELECT cardinality(controller_ids) = 0 FROM audit_open_grant())));
GRANT SELECT (id, org_id, legal_name) ON controller TO amana_auditor;

-- A dossier that an auditor asks for: of sections of the grant, as of its day, and of every controller only where the
-- grant is for every one; otherwise of one at a time, so that none names another.
CREATE POLICY auditor_reads ON dossier FOR SELECT TO amana_auditor USING (org_id = (SELECT app_org())
  AND (SELECT app_scope()) = 'auditor' AND requested_by_kind = 'auditor'
  AND requested_by_id = (SELECT id FROM audit_open_grant()));
CREATE POLICY auditor_asks ON dossier FOR INSERT TO amana_auditor WITH CHECK (org_id = (SELECT app_org())
  AND (SELECT app_scope()) = 'auditor' AND requested_by_kind = 'auditor' AND audience = 'auditor' AND state = 'queued'
  AND EXISTS (SELECT FROM audit_open_grant() g WHERE g.id = dossier.requested_by_id AND dossier.sections <@ g.sections
    AND cardinality(dossier.sections) > 0 AND dossier.as_of = g.as_of
    AND CASE WHEN cardinality(g.controller_ids) = 0 THEN cardinality(dossier.controller_ids) <= 1
      ELSE cardinality(dossier.controller_ids) = 1 AND dossier.controller_ids <@ g.controller_ids END));
GRANT SELECT, INSERT ON dossier TO amana_auditor;
CREATE POLICY auditor_reads ON dossier_chunk FOR SELECT TO amana_auditor USING (org_id = (SELECT app_org())
  AND (SELECT app_scope()) = 'auditor' AND dossier_id IN (SELECT id FROM dossier));
GRANT SELECT ON dossier_chunk TO amana_auditor;

-- What an auditor looked at stands in the log of accesses, of no controller where it is of several.
ALTER TABLE access_look ALTER COLUMN controller_id DROP NOT NULL, ALTER COLUMN contact_id DROP NOT NULL,
  ADD COLUMN grant_id uuid,
  ADD CONSTRAINT access_look_by CHECK (num_nonnulls(contact_id, grant_id) = 1
    AND (contact_id IS NULL) = (controller_id IS NULL));
ALTER TABLE access_look ADD CONSTRAINT "access_look_org_id_grant_id_fkey"
  FOREIGN KEY (org_id, grant_id) REFERENCES audit_grant (org_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "access_look_org_id_grant_id_looked_at_idx" ON access_look (org_id, grant_id, looked_at);
-- The portal's role writes and reads the columns that its view has, and not the new one.
DO $$
DECLARE named text;
BEGIN
  SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) INTO named FROM pg_attribute
    WHERE attrelid = 'portal.access_look'::regclass AND attnum > 0 AND NOT attisdropped;
  REVOKE SELECT, INSERT ON public.access_look FROM amana_portal;
  EXECUTE format('GRANT SELECT (%1$s), INSERT (%1$s) ON public.access_look TO amana_portal', named);
END $$;
CREATE POLICY auditor ON access_look FOR INSERT TO amana_auditor WITH CHECK (org_id = (SELECT app_org())
  AND (SELECT app_scope()) = 'auditor' AND contact_id IS NULL AND batch_id IS NULL
  AND grant_id = (SELECT id FROM audit_open_grant()));
GRANT INSERT (id, org_id, grant_id, contact_name, noun, subject_id, label, looked_at, address) ON access_look
  TO amana_auditor;

-- Whoever signs in is nobody's auditor yet: the authentication role finds who was granted access at an address.
CREATE POLICY by_address ON audit_grant FOR SELECT TO amana_auth USING (true);
CREATE POLICY own_audit ON organisation FOR SELECT TO amana_auth USING (
  (SELECT app_person()) IS NOT NULL
  AND EXISTS (SELECT 1 FROM audit_grant g WHERE g.org_id = organisation.id
    AND g.person_id = (SELECT app_person()) AND g.revoked_at IS NULL));

-- The session also says whose auditor its person is at this instant.
DROP FUNCTION session_open(bytea);
CREATE FUNCTION session_open(hash bytea) RETURNS TABLE (
    id uuid, created_at timestamptz, second_factor_at timestamptz, last_seen_at timestamptz, expires_at timestamptz,
    revoked_at timestamptz, disabled_at timestamptz, method text, person jsonb, memberships jsonb, contacts jsonb,
    audits jsonb)
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

-- The owner lists what is to be collected for the job role, which reads nothing of an organisation.
CREATE POLICY owner_lists ON audit_grant FOR SELECT TO CURRENT_USER
  USING ((SELECT coalesce(current_setting('app.listing', true), '')) = 'on');
CREATE FUNCTION audits_due(at timestamptz, max_rows int) RETURNS TABLE (id uuid, org_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  RETURN QUERY SELECT g.id, g.org_id FROM audit_grant g
    WHERE g.revoked_at IS NULL AND g.ends_at > at
      AND (g.collect_state = 'waiting' OR (g.collect_state = 'collecting' AND g.leased_until <= at))
    ORDER BY g.granted_at LIMIT max_rows;
  PERFORM set_config('app.listing', '', true);
END $$;
REVOKE ALL ON FUNCTION audits_due(timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audits_due(timestamptz, int) TO amana_jobs;
CREATE FUNCTION audit_announce() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('amana_audit', '');
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION audit_announce() FROM PUBLIC;
CREATE TRIGGER announce AFTER INSERT OR UPDATE OF collect_state ON audit_grant
  FOR EACH ROW WHEN (NEW.collect_state = 'waiting') EXECUTE FUNCTION audit_announce();
