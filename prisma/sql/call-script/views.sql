CREATE OR REPLACE VIEW portal.call_script_decision WITH (security_barrier, security_invoker) AS
  SELECT id, org_id, controller_id, request_id, contact_id, outcome, digest, power, reason, recorded_at, author_name,
    address_unproven FROM call_script_decision;
GRANT SELECT ON portal.call_script_decision TO amana_portal;
GRANT INSERT (id, org_id, controller_id, request_id, contact_id, outcome, digest, power, reason, recorded_at,
  author_name, address_unproven) ON portal.call_script_decision TO amana_portal;

CREATE OR REPLACE VIEW portal.call_script_fact WITH (security_barrier, security_invoker) AS
  SELECT id, org_id, call_script_id, event, recorded_at FROM call_script_fact;
GRANT SELECT ON portal.call_script_fact TO amana_portal;

CREATE OR REPLACE VIEW portal.call_script_request WITH (security_barrier, security_invoker) AS
  SELECT id, org_id, controller_id, call_script_id, edition, reference, title, language, text, digest, recorded_at,
    author_name FROM call_script_request;
GRANT SELECT ON portal.call_script_request TO amana_portal;
