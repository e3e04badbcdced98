ALTER TABLE audit_grant ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY auditor ON audit_grant FOR SELECT TO amana_auditor
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'auditor' AND id = ((SELECT audit_open_grant.id FROM
    audit_open_grant() audit_open_grant(id, org_id, person_id, name, email, mandate, reasons, language,
    controller_ids, sections, as_of, starts_at, ends_at, requires_second_factor, granted_at, granted_by_id,
    granted_by_name, collect_state, collect_attempts, leased_until, collected_at, letter_id, accepted_at,
    revoked_at, revoke_reason, revoked_by_name))));
-- The owner finds the grants of whoever a session's secret signed in: `app_bound` is in no scope yet.
CREATE POLICY binds ON audit_grant FOR SELECT TO CURRENT_USER
  USING ((SELECT app_is_binding()) AND person_id = (SELECT s.person_id FROM session s WHERE s.token_hash = app_session()));
-- Nobody who signs in is an auditor yet: the authentication role finds who was granted access at an address.
CREATE POLICY by_address ON audit_grant FOR SELECT TO amana_auth
  USING (true);
-- The grant that is open at this instant, of those that were asked for: begun, not ended, not revoked, collected.
CREATE POLICY opens ON audit_grant FOR SELECT TO CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'auditor');
-- The owner lists what is to be collected for the job role, which reads nothing of an organisation.
CREATE POLICY owner_lists ON audit_grant FOR SELECT TO CURRENT_USER
  USING (((SELECT COALESCE(current_setting('app.listing', true), '') AS "coalesce")) = 'on');
CREATE POLICY staff ON audit_grant
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
GRANT INSERT, SELECT ON audit_grant TO amana_app;
GRANT SELECT (id, org_id, name, mandate, language, controller_ids, sections, as_of, starts_at, ends_at, granted_at,
  granted_by_name, collected_at) ON audit_grant TO amana_auditor;
GRANT SELECT (id, org_id, person_id, name, email, language, sections, starts_at, ends_at, requires_second_factor,
  granted_at, collected_at, revoked_at) ON audit_grant TO amana_auth;
GRANT UPDATE (collect_state, collect_attempts, leased_until, collected_at, letter_id, revoked_at, revoke_reason,
  revoked_by_name) ON audit_grant TO amana_app;
GRANT UPDATE (person_id, accepted_at) ON audit_grant TO amana_auth;

ALTER TABLE audit_row ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY auditor ON audit_row FOR SELECT TO amana_auditor
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'auditor' AND grant_id = ((SELECT
    audit_open_grant.id FROM audit_open_grant() audit_open_grant(id, org_id, person_id, name, email, mandate,
    reasons, language, controller_ids, sections, as_of, starts_at, ends_at, requires_second_factor, granted_at,
    granted_by_id, granted_by_name, collect_state, collect_attempts, leased_until, collected_at, letter_id,
    accepted_at, revoked_at, revoke_reason, revoked_by_name))) AND (section = ANY (((SELECT
    audit_open_grant.sections FROM audit_open_grant() audit_open_grant(id, org_id, person_id, name, email, mandate,
    reasons, language, controller_ids, sections, as_of, starts_at, ends_at, requires_second_factor, granted_at,
    granted_by_id, granted_by_name, collect_state, collect_attempts, leased_until, collected_at, letter_id,
    accepted_at, revoked_at, revoke_reason, revoked_by_name)))::text[])));
CREATE POLICY staff ON audit_row
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
GRANT INSERT, SELECT ON audit_row TO amana_app;
GRANT SELECT ON audit_row TO amana_auditor;

ALTER TABLE audit_section ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY auditor ON audit_section FOR SELECT TO amana_auditor
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'auditor' AND grant_id = ((SELECT
    audit_open_grant.id FROM audit_open_grant() audit_open_grant(id, org_id, person_id, name, email, mandate,
    reasons, language, controller_ids, sections, as_of, starts_at, ends_at, requires_second_factor, granted_at,
    granted_by_id, granted_by_name, collect_state, collect_attempts, leased_until, collected_at, letter_id,
    accepted_at, revoked_at, revoke_reason, revoked_by_name))) AND (section = ANY (((SELECT
    audit_open_grant.sections FROM audit_open_grant() audit_open_grant(id, org_id, person_id, name, email, mandate,
    reasons, language, controller_ids, sections, as_of, starts_at, ends_at, requires_second_factor, granted_at,
    granted_by_id, granted_by_name, collect_state, collect_attempts, leased_until, collected_at, letter_id,
    accepted_at, revoked_at, revoke_reason, revoked_by_name)))::text[])));
CREATE POLICY staff ON audit_section
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
GRANT INSERT, SELECT ON audit_section TO amana_app;
GRANT SELECT ON audit_section TO amana_auditor;
