CREATE OR REPLACE VIEW portal.transfer WITH (security_invoker, security_barrier) AS
  SELECT id, org_id, reference, controller_id, controller_name, flow, state, content, importer_name, country, tool,
    next_review_on, version, created_at, updated_at, sub_processor_id, merged_from_id FROM transfer;
GRANT SELECT ON portal.transfer TO amana_portal;

CREATE OR REPLACE VIEW portal.transfer_version WITH (security_barrier, security_invoker) AS
  SELECT transfer_id, version, org_id, controller_id, recorded_at, superseded_at, reference, importer_name, country,
    state, snapshot FROM transfer_version;
GRANT SELECT ON portal.transfer_version TO amana_portal;
