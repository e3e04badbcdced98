ALTER TABLE access_look ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY auditor ON access_look FOR INSERT TO amana_auditor
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'auditor' AND contact_id IS NULL AND batch_id
    IS NULL AND (grant_id, contact_name) = (SELECT audit_open_grant.id, audit_open_grant.name FROM audit_open_grant() audit_open_grant(id, org_id,
    person_id, name, email, mandate, reasons, language, controller_ids, sections, as_of, starts_at, ends_at,
    requires_second_factor, granted_at, granted_by_id, granted_by_name, collect_state, collect_attempts,
    leased_until, collected_at, letter_id, accepted_at, revoked_at, revoke_reason, revoked_by_name)));
CREATE POLICY portal_looks ON access_look FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT
    app_controller()) AND portal_is_self(contact_id, contact_name));
-- An opening counts at once, before a job makes a fact of it: the portal reads openings of the notices that it shows.
CREATE POLICY portal_reads_notice_openings ON access_look FOR SELECT TO amana_portal
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND noun = 'breach-notice' AND (EXISTS
    (SELECT FROM breach_notice n WHERE n.org_id = access_look.org_id AND n.id = access_look.subject_id AND
    (n.controller_id = ANY ((SELECT app_controllers())::uuid[])))));
-- A decision in the portal records the opening that no job has recorded yet, so its connection reads openings of requests
-- of its own controller, and no other row of the log; those of an incident say whether its contact read what a call told it.
CREATE POLICY portal_reads_openings ON access_look FOR SELECT TO amana_portal
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT
    app_controller()) AND noun IN ('authorisation', 'breach-notice'));
CREATE POLICY staff_reads ON access_look FOR SELECT
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
CREATE POLICY staff_seals ON access_look FOR UPDATE
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff') AND batch_id IS NULL)
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
GRANT INSERT, SELECT ON access_look TO amana_app;
GRANT INSERT (id, org_id, contact_name, noun, subject_id, label, looked_at, address, grant_id) ON access_look TO
  amana_auditor;
GRANT INSERT (id, org_id, controller_id, contact_id, contact_name, noun, subject_id, label, looked_at, address,
  batch_id) ON access_look TO amana_portal;
GRANT SELECT (id, org_id, controller_id, contact_id, contact_name, noun, subject_id, label, looked_at, address,
  batch_id) ON access_look TO amana_portal;
GRANT UPDATE (batch_id) ON access_look TO amana_app;
