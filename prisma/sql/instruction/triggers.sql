CREATE OR REPLACE TRIGGER instruction_portal_channel BEFORE INSERT OR UPDATE ON instruction
  FOR EACH ROW EXECUTE FUNCTION instruction_portal_channel();
CREATE OR REPLACE TRIGGER portal_moves_only BEFORE UPDATE ON instruction
  FOR EACH ROW WHEN (app_scope() = 'portal'::text) EXECUTE FUNCTION portal_moves_only();
CREATE OR REPLACE TRIGGER search_changed AFTER UPDATE ON instruction REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_instructions();
CREATE OR REPLACE TRIGGER search_gone AFTER DELETE ON instruction REFERENCING OLD TABLE AS stale
  FOR EACH STATEMENT EXECUTE FUNCTION search_forget();
CREATE OR REPLACE TRIGGER search_made AFTER INSERT ON instruction REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_instructions();

SELECT evidence_admit('instruction_fact', 'id', '');

CREATE OR REPLACE TRIGGER merged_row_origin BEFORE INSERT ON instruction_fact
  FOR EACH ROW EXECUTE FUNCTION merged_row_origin('instruction', 'instruction_id');

SELECT evidence_admit('instruction_version', 'instruction_id,version', 'superseded_at');

CREATE OR REPLACE TRIGGER merged_row_origin BEFORE INSERT ON instruction_version
  FOR EACH ROW EXECUTE FUNCTION merged_row_origin('instruction', 'instruction_id');
CREATE OR REPLACE TRIGGER refuse_rewrite BEFORE UPDATE ON instruction_version
  FOR EACH ROW EXECUTE FUNCTION version_refuse_rewrite();
