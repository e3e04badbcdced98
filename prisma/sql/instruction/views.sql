CREATE OR REPLACE VIEW portal.instruction WITH (security_invoker, security_barrier) AS
  SELECT id, org_id, controller_id, number, year, counter, text, text_digest, author_name, author_power, authority,
    channel, received_at, effective_on, transfer_effect, transfer_text, record_ids, covers, supersedes_id, state,
    version, created_at, updated_at, contact_id, merged_from_id, kind, address_unproven FROM instruction;
GRANT INSERT, SELECT ON portal.instruction TO amana_portal;
GRANT UPDATE (state, version, updated_at) ON portal.instruction TO amana_portal;

CREATE OR REPLACE VIEW portal.instruction_fact WITH (security_barrier, security_invoker) AS
  SELECT id, org_id, instruction_id, controller_id, version, event, state, fact_on, fact_time, note, source,
    infringes, recipient, successor_id, letter_id, document_id, recorded_at, author_id, author_name, contact_id,
    writer, medium, writing, address_unproven FROM instruction_fact;
GRANT INSERT, SELECT ON portal.instruction_fact TO amana_portal;

CREATE OR REPLACE VIEW portal.instruction_series WITH (security_barrier, security_invoker) AS
  SELECT controller_id, org_id, code, created_at FROM instruction_series;
GRANT INSERT, SELECT ON portal.instruction_series TO amana_portal;

CREATE OR REPLACE VIEW portal.instruction_version WITH (security_barrier, security_invoker) AS
  SELECT instruction_id, version, org_id, controller_id, recorded_at, superseded_at, author_id, author_name, change,
    snapshot FROM instruction_version;
GRANT INSERT, SELECT ON portal.instruction_version TO amana_portal;
GRANT UPDATE (superseded_at) ON portal.instruction_version TO amana_portal;
