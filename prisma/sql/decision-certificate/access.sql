ALTER TABLE decision_certificate ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- The number counts the certificates of every controller, which a contact must not see: its owner counts them.
CREATE POLICY owner_counts ON decision_certificate FOR SELECT TO CURRENT_USER
  USING (((SELECT COALESCE(current_setting('app.listing', true), '') AS "coalesce")) = 'on');
CREATE POLICY portal ON decision_certificate FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])));
CREATE POLICY portal_certifies ON decision_certificate FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND counter = next_decision_certificate(year) AND (EXISTS (SELECT FROM
    authorisation a WHERE a.id = decision_certificate.authorisation_id AND a.org_id = decision_certificate.org_id)));
CREATE POLICY staff ON decision_certificate FOR SELECT
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
GRANT INSERT, SELECT ON decision_certificate TO amana_app;
GRANT INSERT ON decision_certificate TO amana_portal;
GRANT SELECT (id, org_id, controller_id, authorisation_id, version, year, counter, number, document_id, digest,
  issued_at) ON decision_certificate TO amana_portal;

ALTER TABLE decision_reading ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY portal_reads ON decision_reading FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])));
CREATE POLICY portal_shows ON decision_reading FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND portal_is_self(contact_id, NULL));
CREATE POLICY portal_spends ON decision_reading FOR UPDATE TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND used_at IS NULL AND portal_is_self(contact_id, NULL))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND portal_is_self(contact_id, NULL));
CREATE POLICY staff ON decision_reading FOR SELECT
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
GRANT INSERT, SELECT ON decision_reading TO amana_app;
GRANT INSERT ON decision_reading TO amana_portal;
GRANT SELECT (id, org_id, controller_id, authorisation_id, contact_id, session_id, digest, token_hash, shown_at,
  expires_at, used_at) ON decision_reading TO amana_portal;
GRANT UPDATE (used_at) ON decision_reading TO amana_app;
GRANT UPDATE (used_at) ON decision_reading TO amana_portal;

SELECT amana_bind_table('decision_signature', 'fact');
SELECT amana_bind_portal('decision_signature', ARRAY['id', 'org_id', 'controller_id', 'authorisation_id', 'version',
  'contact_id', 'statement', 'credential_id', 'public_key', 'client_data', 'authenticator_data', 'signature',
  'relying_party', 'registered_at', 'signed_at']);
-- A contact signs for the controller of the request, and nobody of the processor does.
CREATE POLICY portal_signs ON decision_signature FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND (EXISTS (SELECT FROM authorisation a WHERE a.id =
    decision_signature.authorisation_id AND a.org_id = decision_signature.org_id)) AND
    portal_is_self(contact_id, NULL));
GRANT INSERT ON decision_signature TO amana_portal;
GRANT INSERT ON portal.decision_signature TO amana_portal;

SELECT amana_bind_table('decision_completion', 'fact');
SELECT amana_bind_portal('decision_completion', ARRAY['id', 'org_id', 'controller_id', 'authorisation_id',
  'certificate_id', 'number', 'letter_id', 'to_name', 'to_address', 'state', 'response', 'at', 'completed_at']);
