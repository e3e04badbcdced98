CREATE OR REPLACE TRIGGER refuse_outside_staff BEFORE UPDATE OF role, joined_at, ended_at ON member
  FOR EACH ROW EXECUTE FUNCTION member_refuse_outside_staff();

SELECT evidence_admit('organisation_version', 'org_id,version', 'superseded_at');

CREATE OR REPLACE TRIGGER refuse_rewrite BEFORE UPDATE ON organisation_version
  FOR EACH ROW EXECUTE FUNCTION version_refuse_rewrite();
