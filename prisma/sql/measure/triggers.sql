SELECT evidence_admit('measure_version', 'measure_id,version', 'superseded_at');

CREATE OR REPLACE TRIGGER refuse_rewrite BEFORE UPDATE ON measure_version
  FOR EACH ROW EXECUTE FUNCTION version_refuse_rewrite();
