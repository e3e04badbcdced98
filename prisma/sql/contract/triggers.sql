-- Copies the controller's name, by which lists are sorted: the same projection as an entry's.
CREATE OR REPLACE TRIGGER controller_named BEFORE INSERT OR UPDATE OF controller_id ON contract
  FOR EACH ROW EXECUTE FUNCTION record_names_controller();
CREATE OR REPLACE TRIGGER search_changed AFTER UPDATE ON contract REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_contracts();
CREATE OR REPLACE TRIGGER search_gone AFTER DELETE ON contract REFERENCING OLD TABLE AS stale
  FOR EACH STATEMENT EXECUTE FUNCTION search_forget();
CREATE OR REPLACE TRIGGER search_made AFTER INSERT ON contract REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_contracts();

CREATE OR REPLACE TRIGGER merged_row_origin BEFORE INSERT ON contract_instructor
  FOR EACH ROW EXECUTE FUNCTION merged_row_origin('contract', 'contract_id');

CREATE OR REPLACE TRIGGER merged_row_origin BEFORE INSERT ON contract_version
  FOR EACH ROW EXECUTE FUNCTION merged_row_origin('contract', 'contract_id');
