CREATE OR REPLACE VIEW portal.decision_certificate WITH (security_barrier, security_invoker) AS
  SELECT id, org_id, controller_id, authorisation_id, version, year, counter, number, document_id, digest, issued_at
    FROM decision_certificate;
GRANT INSERT, SELECT ON portal.decision_certificate TO amana_portal;

CREATE OR REPLACE VIEW portal.decision_reading WITH (security_barrier, security_invoker) AS
  SELECT id, org_id, controller_id, authorisation_id, contact_id, session_id, digest, token_hash, shown_at,
    expires_at, used_at FROM decision_reading;
GRANT INSERT, SELECT ON portal.decision_reading TO amana_portal;
GRANT UPDATE (used_at) ON portal.decision_reading TO amana_portal;
