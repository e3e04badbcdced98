SELECT evidence_admit('access_look', 'id', 'batch_id');

CREATE OR REPLACE TRIGGER refuse_rewrite BEFORE DELETE OR UPDATE ON access_look
  FOR EACH ROW EXECUTE FUNCTION look_refuse_rewrite();
CREATE OR REPLACE TRIGGER wakes_job AFTER INSERT ON access_look
  FOR EACH ROW WHEN (new.noun = ANY (ARRAY['authorisation'::text, 'breach-notice'::text])) EXECUTE FUNCTION opening_wakes_job();
