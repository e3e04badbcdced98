CREATE OR REPLACE VIEW portal.rights_request WITH (security_barrier, security_invoker) AS
  SELECT id, org_id, reference, received_at, channel, rights, contact_sealed, words_sealed, controller_id, state,
    relayed_at, confirmed_at, closed_at, erased_at, version, updated_at, answered_at FROM rights_request;
GRANT SELECT ON portal.rights_request TO amana_portal;
GRANT UPDATE (state, version, updated_at, answered_at) ON portal.rights_request TO amana_portal;

CREATE OR REPLACE VIEW portal.rights_request_fact WITH (security_barrier, security_invoker) AS
  SELECT id, org_id, request_id, controller_id, number, kind, value, at, recorded_at, author_kind, author_id,
    author_name FROM rights_request_fact;
GRANT INSERT, SELECT ON portal.rights_request_fact TO amana_portal;
