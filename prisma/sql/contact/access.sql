SELECT amana_bind_table('controller_contact', 'row');
-- Nobody who signs in is a contact yet: the authentication role finds who was invited at an address.
CREATE POLICY by_address ON controller_contact FOR SELECT TO amana_auth
  USING (true);
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
