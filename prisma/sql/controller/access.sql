ALTER TABLE controller ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY auditor ON controller FOR SELECT TO amana_auditor
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'auditor' AND (EXISTS (SELECT FROM
    audit_open_grant() audit_open_grant(id, org_id, person_id, name, email, mandate, reasons, language,
    controller_ids, sections, as_of, starts_at, ends_at, requires_second_factor, granted_at, granted_by_id,
    granted_by_name, collect_state, collect_attempts, leased_until, collected_at, letter_id, accepted_at,
    revoked_at, revoke_reason, revoked_by_name))) AND ((id = ANY (((SELECT audit_open_grant.controller_ids FROM
    audit_open_grant() audit_open_grant(id, org_id, person_id, name, email, mandate, reasons, language,
    controller_ids, sections, as_of, starts_at, ends_at, requires_second_factor, granted_at, granted_by_id,
    granted_by_name, collect_state, collect_attempts, leased_until, collected_at, letter_id, accepted_at,
    revoked_at, revoke_reason, revoked_by_name)))::uuid[])) OR (SELECT cardinality(audit_open_grant.controller_ids)
    = 0 FROM audit_open_grant() audit_open_grant(id, org_id, person_id, name, email, mandate, reasons, language,
    controller_ids, sections, as_of, starts_at, ends_at, requires_second_factor, granted_at, granted_by_id,
    granted_by_name, collect_state, collect_attempts, leased_until, collected_at, letter_id, accepted_at,
    revoked_at, revoke_reason, revoked_by_name))));
CREATE POLICY data_subject ON controller FOR SELECT TO CURRENT_USER
  USING ((SELECT app_scope()) = 'data-subject' AND ((org_id, id) = (SELECT c.org_id, c.controller_id FROM
    consultation_person p JOIN consultation c ON c.org_id = p.org_id AND c.id = p.consultation_id WHERE p.token_hash
    = (SELECT app_link()))));
-- Names whose the row is now: no policy of a table reads the table itself, so that who remains is found by the merges.
CREATE POLICY data_subject_holder ON controller FOR SELECT TO CURRENT_USER
  USING ((SELECT app_scope()) = 'data-subject' AND (id IN (SELECT m.into_id FROM controller_merge m WHERE m.org_id =
    controller.org_id)));
CREATE POLICY data_subject_parent ON controller FOR SELECT TO CURRENT_USER
  USING ((SELECT app_scope()) = 'data-subject' AND ((org_id, id) = (SELECT c.org_id, c.controller_id FROM parental_person p
    JOIN parental_consent a ON a.org_id = p.org_id AND a.id = p.consent_id JOIN choice c ON c.org_id = a.org_id AND c.id
    = a.choice_id WHERE p.token_hash = (SELECT app_link()))));
-- The portal: one controller's own rows.
CREATE POLICY portal ON controller FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND (id = (SELECT app_controller()) OR (id
    = ANY ((SELECT app_controllers())::uuid[]))));
-- The countries of its clients, by which the form of the public page reads numbers; a function alone reads them.
CREATE POLICY public ON controller FOR SELECT TO CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'public');
CREATE POLICY staff ON controller
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
GRANT INSERT, SELECT, UPDATE ON controller TO amana_app;
GRANT SELECT (id, org_id, legal_name) ON controller TO amana_auditor;
GRANT SELECT (id, org_id, legal_name, is_placeholder, country, address, registration_number, contact_name,
  contact_email, contact_phone, dpo_contact, has_no_dpo, representative, representative_reason, language, version,
  created_at, updated_at, archived_at, merged_into_id, establishments, targeting, target_countries, client_role,
  other_controllers) ON controller TO amana_portal;

SELECT amana_bind_table('controller_merge', 'fact');
-- A consultation of a controller that was merged into another is that other's: the page of a link names it.
CREATE POLICY data_subject ON controller_merge FOR SELECT TO CURRENT_USER
  USING ((SELECT app_scope()) = 'data-subject' AND org_id = ((SELECT p.org_id FROM consultation_person p WHERE
    p.token_hash = (SELECT app_link()))));
CREATE POLICY data_subject_parent ON controller_merge FOR SELECT TO CURRENT_USER
  USING ((SELECT app_scope()) = 'data-subject' AND org_id = ((SELECT p.org_id FROM parental_person p WHERE
    p.token_hash = (SELECT app_link()))));

SELECT amana_bind_table('controller_merge_undo', 'fact');

ALTER TABLE controller_spelling ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON controller_spelling
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
GRANT INSERT, SELECT, UPDATE ON controller_spelling TO amana_app;

ALTER TABLE controller_version ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY portal_extract ON controller_version FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])));
CREATE POLICY staff ON controller_version
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
GRANT INSERT, SELECT ON controller_version TO amana_app;
GRANT UPDATE (superseded_at) ON controller_version TO amana_app;
