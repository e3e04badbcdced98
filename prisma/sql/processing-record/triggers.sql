CREATE OR REPLACE TRIGGER controller_named BEFORE INSERT OR UPDATE OF controller_id ON processing_record
  FOR EACH ROW EXECUTE FUNCTION record_names_controller();
CREATE OR REPLACE TRIGGER search_changed AFTER UPDATE ON processing_record REFERENCING OLD TABLE AS stale NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_records();
CREATE OR REPLACE TRIGGER search_gone AFTER DELETE ON processing_record REFERENCING OLD TABLE AS stale
  FOR EACH STATEMENT EXECUTE FUNCTION search_forget();
CREATE OR REPLACE TRIGGER search_made AFTER INSERT ON processing_record REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_records();

SELECT evidence_admit('record_state_fact', 'id', '');

CREATE OR REPLACE TRIGGER merged_row_origin BEFORE INSERT ON record_version
  FOR EACH ROW EXECUTE FUNCTION merged_row_origin('processing_record', 'record_id');
