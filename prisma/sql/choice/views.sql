CREATE OR REPLACE VIEW portal.choice WITH (security_barrier, security_invoker) AS
  SELECT org_id, controller_id, act, outcome, recorded_at FROM choice;
GRANT SELECT ON portal.choice TO amana_portal;
