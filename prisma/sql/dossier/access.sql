ALTER TABLE dossier ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY auditor_asks ON dossier FOR INSERT TO amana_auditor
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'auditor' AND requested_by_kind = 'auditor' AND
    audience = 'auditor' AND state = 'queued' AND (EXISTS (SELECT FROM audit_open_grant() g(id, org_id, person_id,
    name, email, mandate, reasons, language, controller_ids, sections, as_of, starts_at, ends_at,
    requires_second_factor, granted_at, granted_by_id, granted_by_name, collect_state, collect_attempts,
    leased_until, collected_at, letter_id, accepted_at, revoked_at, revoke_reason, revoked_by_name) WHERE g.id =
    dossier.requested_by_id AND dossier.sections <@ g.sections AND cardinality(dossier.sections) > 0 AND
    dossier.as_of = g.as_of AND CASE WHEN cardinality(g.controller_ids) = 0 THEN cardinality(dossier.controller_ids)
    <= 1 ELSE cardinality(dossier.controller_ids) = 1 AND dossier.controller_ids <@ g.controller_ids END)));
-- A dossier that an auditor asks for: of sections of the grant, as of its day, and of every controller only where the
-- grant is for every one; otherwise of one at a time, so that none names another.
CREATE POLICY auditor_reads ON dossier FOR SELECT TO amana_auditor
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'auditor' AND requested_by_kind = 'auditor' AND
    requested_by_id = ((SELECT audit_open_grant.id FROM audit_open_grant() audit_open_grant(id, org_id, person_id,
    name, email, mandate, reasons, language, controller_ids, sections, as_of, starts_at, ends_at,
    requires_second_factor, granted_at, granted_by_id, granted_by_name, collect_state, collect_attempts,
    leased_until, collected_at, letter_id, accepted_at, revoked_at, revoke_reason, revoked_by_name))));
-- The owner lists what is to be made or deleted for the job role, which reads nothing of an organisation.
CREATE POLICY owner_lists ON dossier FOR SELECT TO CURRENT_USER
  USING (((SELECT COALESCE(current_setting('app.listing', true), '') AS "coalesce")) = 'on');
CREATE POLICY staff ON dossier
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
GRANT INSERT, SELECT ON dossier TO amana_app;
GRANT INSERT, SELECT ON dossier TO amana_auditor;
GRANT UPDATE (state, step, files_done, files_total, attempts, interruptions, leased_until, failure, finished_at,
  expires_at, file_name, size, chunks, sha256, manifest_sha256, key_fingerprint) ON dossier TO amana_app;

ALTER TABLE dossier_chunk ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY auditor_reads ON dossier_chunk FOR SELECT TO amana_auditor
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'auditor' AND (dossier_id IN (SELECT dossier.id FROM
    dossier)));
CREATE POLICY staff ON dossier_chunk
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
GRANT INSERT, SELECT ON dossier_chunk TO amana_app;
GRANT SELECT ON dossier_chunk TO amana_auditor;
