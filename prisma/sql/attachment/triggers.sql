SELECT evidence_admit('attachment', 'id', '');

CREATE OR REPLACE TRIGGER merged_file_origin BEFORE INSERT ON attachment
  FOR EACH ROW WHEN (new.controller_id IS NOT NULL) EXECUTE FUNCTION merged_file_origin();

SELECT evidence_admit('attachment_chunk', 'attachment_id,seq', '');

SELECT evidence_admit('attachment_closure', 'attachment_id,number', '');

CREATE OR REPLACE TRIGGER close_given_only BEFORE INSERT ON attachment_closure
  FOR EACH ROW EXECUTE FUNCTION close_given_only();

CREATE OR REPLACE TRIGGER withdraw_own_only BEFORE INSERT ON attachment_withdrawal
  FOR EACH ROW EXECUTE FUNCTION withdraw_own_only();
