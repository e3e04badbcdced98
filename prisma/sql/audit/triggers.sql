CREATE OR REPLACE TRIGGER announce AFTER INSERT OR UPDATE OF collect_state ON audit_grant
  FOR EACH ROW WHEN (new.collect_state = 'waiting'::text) EXECUTE FUNCTION audit_announce();
CREATE OR REPLACE TRIGGER refuse_return BEFORE UPDATE ON audit_grant
  FOR EACH ROW EXECUTE FUNCTION audit_grant_refuse();

CREATE OR REPLACE TRIGGER refuse_more AFTER INSERT ON audit_row REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION audit_row_refuse();

CREATE OR REPLACE TRIGGER refuse_more AFTER INSERT ON audit_section REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION audit_row_refuse();
