CREATE OR REPLACE VIEW portal.campaign WITH (security_barrier, security_invoker) AS
  SELECT id, org_id, reference, controller_id, title, state, first_day, last_day, places FROM campaign;
GRANT SELECT ON portal.campaign TO amana_portal;
