CREATE OR REPLACE VIEW portal.controller_contact WITH (security_barrier, security_invoker) AS
  SELECT id, org_id, controller_id, controller_name, person_id, name, email, capacity, language, role,
    invited_by_name, created_at, invited_at, expires_at, accepted_at, ended_at, previous_visit_at,
    controller_archived_at FROM controller_contact;
GRANT SELECT ON portal.controller_contact TO amana_portal;
