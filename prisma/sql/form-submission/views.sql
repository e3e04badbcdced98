CREATE OR REPLACE VIEW portal.form_submission WITH (security_barrier, security_invoker) AS
  SELECT org_id, part, controller_id, value, recorded_at FROM form_submission;
GRANT INSERT, SELECT ON portal.form_submission TO amana_portal;
