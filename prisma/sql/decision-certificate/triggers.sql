SELECT evidence_admit('decision_certificate', 'id', '');

CREATE OR REPLACE TRIGGER merged_row_origin BEFORE INSERT ON decision_certificate
  FOR EACH ROW EXECUTE FUNCTION merged_row_origin('authorisation', 'authorisation_id');

CREATE OR REPLACE TRIGGER merged_row_origin BEFORE INSERT ON decision_reading
  FOR EACH ROW EXECUTE FUNCTION merged_row_origin('authorisation', 'authorisation_id');

CREATE OR REPLACE TRIGGER merged_row_origin BEFORE INSERT ON decision_signature
  FOR EACH ROW EXECUTE FUNCTION merged_row_origin('authorisation', 'authorisation_id');

CREATE OR REPLACE TRIGGER merged_row_origin BEFORE INSERT ON decision_completion
  FOR EACH ROW EXECUTE FUNCTION merged_row_origin('authorisation', 'authorisation_id');
