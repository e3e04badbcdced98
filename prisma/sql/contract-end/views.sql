CREATE OR REPLACE VIEW portal.contract_end WITH (security_barrier, security_invoker) AS
  SELECT id, org_id, controller_id, contract_id, state, record_ids, version, created_at, updated_at FROM
    contract_end;
GRANT SELECT ON portal.contract_end TO amana_portal;

CREATE OR REPLACE VIEW portal.contract_end_certificate WITH (security_barrier, security_invoker) AS
  SELECT id, org_id, controller_id, contract_end_id, number, year, counter, document_id, digest, ended_contract,
    ended_records, issued_at FROM contract_end_certificate;
GRANT SELECT ON portal.contract_end_certificate TO amana_portal;
