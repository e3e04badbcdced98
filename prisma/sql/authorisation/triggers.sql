-- Copies the controller's name, by which lists are sorted.
CREATE OR REPLACE TRIGGER controller_named BEFORE INSERT OR UPDATE OF controller_id ON authorisation
  FOR EACH ROW EXECUTE FUNCTION record_names_controller();
CREATE OR REPLACE TRIGGER outdates_records AFTER UPDATE OF state ON authorisation
  FOR EACH ROW WHEN (app_scope() = 'portal'::text) EXECUTE FUNCTION authorisation_outdates_records();
CREATE OR REPLACE TRIGGER portal_decides_only BEFORE UPDATE ON authorisation
  FOR EACH ROW WHEN (app_scope() = 'portal'::text) EXECUTE FUNCTION portal_decides_only();
CREATE OR REPLACE TRIGGER refuse_rewrite BEFORE UPDATE ON authorisation
  FOR EACH ROW WHEN (old.sent_at IS NOT NULL) EXECUTE FUNCTION authorisation_refuse_rewrite();
CREATE OR REPLACE TRIGGER search_changed AFTER UPDATE ON authorisation REFERENCING OLD TABLE AS stale NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_authorisations();
CREATE OR REPLACE TRIGGER search_gone AFTER DELETE ON authorisation REFERENCING OLD TABLE AS stale
  FOR EACH STATEMENT EXECUTE FUNCTION search_forget();
CREATE OR REPLACE TRIGGER search_made AFTER INSERT ON authorisation REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_authorisations();

CREATE OR REPLACE TRIGGER merged_row_origin BEFORE INSERT ON authorisation_condition
  FOR EACH ROW EXECUTE FUNCTION merged_row_origin('authorisation', 'authorisation_id');

CREATE OR REPLACE TRIGGER merged_row_origin BEFORE INSERT ON authorisation_fact
  FOR EACH ROW EXECUTE FUNCTION merged_row_origin('authorisation', 'authorisation_id');
