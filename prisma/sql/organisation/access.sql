ALTER TABLE member ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- Before an organisation is chosen a person sees their own memberships, and those organisations' names.
CREATE POLICY own ON member FOR SELECT
  USING (person_id = (SELECT app_person()) AND ended_at IS NULL);
-- A person's name and address stand in their memberships too, as the journal's authors are called: they follow.
CREATE POLICY own_name ON member FOR UPDATE TO amana_auth
  USING (person_id = (SELECT app_person()) AND ended_at IS NULL)
  WITH CHECK (person_id = (SELECT app_person()) AND ended_at IS NULL);
-- The portal sees no member; it learns of one address whether a member has it.
CREATE POLICY owner_addresses ON member FOR SELECT TO CURRENT_USER
  USING (((SELECT COALESCE(current_setting('app.listing', true), '') AS "coalesce")) = 'on');
CREATE POLICY staff ON member
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
GRANT INSERT, SELECT, UPDATE ON member TO amana_app;
GRANT INSERT, SELECT ON member TO amana_auth;
GRANT UPDATE (role, name, email, joined_at, ended_at) ON member TO amana_auth;

ALTER TABLE organisation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY data_subject ON organisation FOR SELECT TO CURRENT_USER
  USING ((SELECT app_scope()) = 'data-subject' AND id = ((SELECT p.org_id FROM consultation_person p WHERE
    p.token_hash = (SELECT app_link()))));
CREATE POLICY data_subject_parent ON organisation FOR SELECT TO CURRENT_USER
  USING ((SELECT app_scope()) = 'data-subject' AND id = ((SELECT p.org_id FROM parental_person p WHERE
    p.token_hash = (SELECT app_link()))));
CREATE POLICY guest ON organisation FOR SELECT TO amana_auditor
  USING (id = (SELECT app_org()) AND (SELECT app_scope()) = 'auditor' AND (EXISTS (SELECT FROM audit_open_grant()
    audit_open_grant(id, org_id, person_id, name, email, mandate, reasons, language, controller_ids, sections,
    as_of, starts_at, ends_at, requires_second_factor, granted_at, granted_by_id, granted_by_name, collect_state,
    collect_attempts, leased_until, collected_at, letter_id, accepted_at, revoked_at, revoke_reason,
    revoked_by_name))));
CREATE POLICY own ON organisation FOR SELECT TO amana_app, amana_auth, CURRENT_USER
  USING ((SELECT app_person()) IS NOT NULL AND (EXISTS (SELECT 1 FROM member m WHERE m.org_id = organisation.id AND
    m.person_id = (SELECT app_person()) AND m.ended_at IS NULL)));
CREATE POLICY own_audit ON organisation FOR SELECT TO amana_auth
  USING ((SELECT app_person()) IS NOT NULL AND (EXISTS (SELECT 1 FROM audit_grant g WHERE g.org_id = organisation.id
    AND g.person_id = (SELECT app_person()) AND g.revoked_at IS NULL)));
-- Before a portal is chosen a person sees the names of the organisations that they are a contact of.
CREATE POLICY own_portal ON organisation FOR SELECT TO amana_auth
  USING ((SELECT app_person()) IS NOT NULL AND (EXISTS (SELECT 1 FROM controller_contact c WHERE c.org_id =
    organisation.id AND c.person_id = (SELECT app_person()) AND c.ended_at IS NULL)));
-- The migrating role lists organisations and chains, for jobs and for the journal's verification.
CREATE POLICY owner_lists ON organisation FOR SELECT TO CURRENT_USER
  USING (true);
CREATE POLICY portal ON organisation FOR SELECT TO amana_portal, CURRENT_USER
  USING (id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal');
CREATE POLICY public ON organisation FOR SELECT TO CURRENT_USER
  USING (id = (SELECT app_org()) AND (SELECT app_scope()) = 'public');
CREATE POLICY staff ON organisation
  USING (id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
  WITH CHECK (id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
GRANT INSERT, SELECT, UPDATE ON organisation TO amana_app;
GRANT INSERT, SELECT ON organisation TO amana_auth;
GRANT SELECT (id, slug, legal_name, city) ON organisation TO amana_auditor;
GRANT SELECT (id, slug, legal_name, ice, address, city, country, email, phone, dpo_name, dpo_email, dpo_phone,
  has_no_dpo, eu_representative, eu_representative_reason, gdpr_binding, site_countries, version, created_at,
  updated_at, eu_representative_contact, eu_representative_country, eu_representative_exemption, logo_id) ON
  organisation TO amana_portal;

ALTER TABLE organisation_version ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY portal_extract ON organisation_version FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal'));
CREATE POLICY staff ON organisation_version
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
GRANT INSERT, SELECT ON organisation_version TO amana_app;
GRANT INSERT, SELECT ON organisation_version TO amana_auth;
GRANT UPDATE (superseded_at) ON organisation_version TO amana_app;
