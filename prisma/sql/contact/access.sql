SELECT amana_bind_table('controller_contact', 'row');
-- Nobody who signs in is a contact yet: the authentication role finds who was invited at an address.
CREATE POLICY by_address ON controller_contact FOR SELECT TO amana_auth
  USING (true);
-- The owner finds the lines of whoever a session's secret signed in: `app_bound` is in no scope yet.
CREATE POLICY binds ON controller_contact FOR SELECT TO CURRENT_USER
  USING ((SELECT app_is_binding()) AND person_id = (SELECT s.person_id FROM session s WHERE s.token_hash = app_session()));
-- A visit is noted on one's own lines alone.
CREATE POLICY own_visit ON controller_contact FOR UPDATE TO amana_auth
  USING (person_id = (SELECT app_person()) AND ended_at IS NULL)
  WITH CHECK (person_id = (SELECT app_person()) AND ended_at IS NULL);
-- A contact sees who else acts for its controller, and changes none of them.
CREATE POLICY portal ON controller_contact FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND COALESCE(NULLIF(sees, '{}'::uuid[]),
    ARRAY[controller_id]) && (SELECT app_controllers()));
GRANT SELECT ON controller_contact TO amana_auth;
GRANT SELECT (id, org_id, controller_id, controller_name, person_id, name, email, capacity, language, role,
  invited_by_name, created_at, invited_at, expires_at, accepted_at, ended_at, previous_visit_at,
  controller_archived_at) ON controller_contact TO amana_portal;
GRANT UPDATE (person_id, language, accepted_at, last_visit_at, previous_visit_at, visit_session_id) ON
  controller_contact TO amana_auth;

SELECT amana_bind_table('contact_proof', 'fact');
SELECT amana_bind_portal('contact_proof', ARRAY['id', 'org_id', 'controller_id', 'contact_id', 'email', 'means',
  'by_contact_id', 'by_name', 'domain', 'proven_at']);
-- A contact confirms another of its controller, once its own address is proven.
-- The link of a consultation reads which addresses of its controller's contacts are proven: an instruction may rest on one.
CREATE POLICY data_subject ON contact_proof FOR SELECT TO CURRENT_USER
  USING ((SELECT app_scope()) = 'data-subject' AND ((org_id, controller_id) = (SELECT r.org_id, coalesce(r.merged_into_id, r.id)
    FROM consultation_person p JOIN consultation c ON c.org_id = p.org_id AND c.id = p.consultation_id
    JOIN controller r ON r.org_id = c.org_id AND r.id = c.controller_id WHERE p.token_hash = (SELECT app_link()))));
CREATE POLICY portal_confirms ON contact_proof FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND means = 'contact' AND by_contact_id <> contact_id AND
    portal_is_self(by_contact_id, by_name) AND portal_is_proven(by_contact_id, controller_id) AND (EXISTS (SELECT FROM controller_contact c WHERE c.org_id =
    contact_proof.org_id AND c.id = contact_proof.contact_id AND c.controller_id = contact_proof.controller_id AND
    c.email = contact_proof.email)));
GRANT INSERT (id, org_id, controller_id, contact_id, email, means, by_contact_id, by_name, proven_at) ON contact_proof TO
  amana_portal;
GRANT INSERT (id, org_id, controller_id, contact_id, email, means, by_contact_id, by_name, proven_at) ON
  portal.contact_proof TO amana_portal;

SELECT amana_bind_table('contact_signature', 'fact');
SELECT amana_bind_portal('contact_signature', ARRAY['id', 'org_id', 'controller_id', 'contact_id', 'noun', 'subject_id',
  'version', 'statement', 'credential_id', 'public_key', 'client_data', 'authenticator_data', 'signature',
  'relying_party', 'registered_at', 'signed_at']);
-- A contact signs for its own controller, and nobody of the processor does.
CREATE POLICY portal_signs ON contact_signature FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND portal_is_self(contact_id, NULL));
GRANT INSERT ON contact_signature TO amana_portal;
GRANT INSERT ON portal.contact_signature TO amana_portal;

SELECT amana_bind_table('contact_objection', 'fact');

SELECT amana_bind_table('signatory_objection', 'fact');
SELECT amana_bind_portal('signatory_objection', ARRAY['id', 'org_id', 'controller_id', 'contact_id', 'by_contact_id',
  'by_name', 'reason', 'objected_at']);
-- The link of a consultation reads which signatories of its controller are objected to: an instruction may rest on one.
CREATE POLICY data_subject ON signatory_objection FOR SELECT TO CURRENT_USER
  USING ((SELECT app_scope()) = 'data-subject' AND ((org_id, controller_id) = (SELECT r.org_id, coalesce(r.merged_into_id, r.id)
    FROM consultation_person p JOIN consultation c ON c.org_id = p.org_id AND c.id = p.consultation_id
    JOIN controller r ON r.org_id = c.org_id AND r.id = c.controller_id WHERE p.token_hash = (SELECT app_link()))));
-- A contact objects to a signatory of its own controller, once its own address is proven, even while somebody objects to it:
-- whoever objects first would silence the other.
CREATE POLICY portal_objects ON signatory_objection FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND by_contact_id <> contact_id AND portal_is_self(by_contact_id, by_name) AND (EXISTS (SELECT FROM contact_proof p JOIN
    controller_contact c ON c.org_id = p.org_id AND c.id = p.contact_id WHERE p.contact_id =
    signatory_objection.by_contact_id AND p.controller_id = signatory_objection.controller_id AND c.ended_at IS NULL))
    AND (EXISTS (SELECT FROM controller_contact c WHERE c.org_id = signatory_objection.org_id AND c.id =
    signatory_objection.contact_id AND c.controller_id = signatory_objection.controller_id AND c.role = 'signatory' AND
    c.ended_at IS NULL)));
GRANT INSERT ON signatory_objection TO amana_portal;
GRANT INSERT ON portal.signatory_objection TO amana_portal;

SELECT amana_bind_table('signatory_settlement', 'fact');
SELECT amana_bind_portal('signatory_settlement', ARRAY['id', 'org_id', 'controller_id', 'objection_id', 'source',
  'settled_by_name', 'settled_at', 'document_id']);
CREATE POLICY data_subject ON signatory_settlement FOR SELECT TO CURRENT_USER
  USING ((SELECT app_scope()) = 'data-subject' AND ((org_id, controller_id) = (SELECT r.org_id, coalesce(r.merged_into_id, r.id)
    FROM consultation_person p JOIN consultation c ON c.org_id = p.org_id AND c.id = p.consultation_id
    JOIN controller r ON r.org_id = c.org_id AND r.id = c.controller_id WHERE p.token_hash = (SELECT app_link()))));
