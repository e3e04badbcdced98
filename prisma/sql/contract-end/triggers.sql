CREATE OR REPLACE TRIGGER merged_row_origin BEFORE INSERT ON contract_end
  FOR EACH ROW EXECUTE FUNCTION merged_row_origin('contract', 'contract_id');

SELECT evidence_admit('contract_end_certificate', 'id', '');

CREATE OR REPLACE TRIGGER merged_row_origin BEFORE INSERT ON contract_end_certificate
  FOR EACH ROW EXECUTE FUNCTION certificate_origin();

SELECT evidence_admit('contract_end_fact', 'id', '');
