-- Copies the controller's name, by which lists are sorted.
CREATE OR REPLACE TRIGGER controller_named BEFORE INSERT OR UPDATE OF controller_id ON transfer
  FOR EACH ROW EXECUTE FUNCTION record_names_controller();
CREATE OR REPLACE TRIGGER search_changed AFTER UPDATE ON transfer REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_transfers();
CREATE OR REPLACE TRIGGER search_gone AFTER DELETE ON transfer REFERENCING OLD TABLE AS stale
  FOR EACH STATEMENT EXECUTE FUNCTION search_forget();
CREATE OR REPLACE TRIGGER search_made AFTER INSERT ON transfer REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_transfers();

CREATE OR REPLACE TRIGGER merged_row_origin BEFORE INSERT ON transfer_version
  FOR EACH ROW EXECUTE FUNCTION merged_row_origin('transfer', 'transfer_id');
