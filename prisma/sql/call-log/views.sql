CREATE OR REPLACE VIEW portal.call_log WITH (security_barrier, security_invoker) AS
  SELECT id, org_id, campaign_id, state, calls, first_at, last_at, received_at FROM call_log;
GRANT SELECT ON portal.call_log TO amana_portal;

CREATE OR REPLACE VIEW portal.call_log_fact WITH (security_barrier, security_invoker) AS
  SELECT id, org_id, log_id, judgement_id, event, fact_on FROM call_log_fact;
GRANT SELECT ON portal.call_log_fact TO amana_portal;

CREATE OR REPLACE VIEW portal.call_log_judgement WITH (security_barrier, security_invoker) AS
  SELECT id, org_id, log_id, calls, broken, doubted, findings, recorded_at FROM call_log_judgement;
GRANT SELECT ON portal.call_log_judgement TO amana_portal;
