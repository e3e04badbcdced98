CREATE OR REPLACE VIEW portal.authorisation WITH (security_invoker, security_barrier) AS
  SELECT id, org_id, reference, controller_id, controller_name, contract_id, sub_processor_id,
    sub_processor_version, scope_digest, regime, days, zone, seat_country, seat_address, language, recipient, text,
    text_digest, list, list_digest, supersedes_id, state, sent_at, received_at, letter_id, document_id, version,
    created_at, updated_at, merged_from_id, silence_address, silence_proven_at FROM authorisation;
GRANT SELECT ON portal.authorisation TO amana_portal;
GRANT UPDATE (state, received_at, version, updated_at) ON portal.authorisation TO amana_portal;

CREATE OR REPLACE VIEW portal.authorisation_condition WITH (security_barrier, security_invoker) AS
  SELECT id, org_id, authorisation_id, controller_id, "position", text, met_at,
    contact_id FROM authorisation_condition;
GRANT INSERT, SELECT ON portal.authorisation_condition TO amana_portal;

CREATE OR REPLACE VIEW portal.authorisation_fact WITH (security_barrier, security_invoker) AS
  SELECT id, org_id, authorisation_id, controller_id, version, event, state, at, channel, signatory, capacity,
    power, reason, source, recipient, text_digest, list_digest, address, agent, condition_id, document_id,
    letter_id, recorded_at, author_kind, author_id, author_name FROM authorisation_fact;
GRANT INSERT, SELECT ON portal.authorisation_fact TO amana_portal;
