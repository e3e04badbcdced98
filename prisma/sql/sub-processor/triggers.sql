CREATE OR REPLACE TRIGGER authorisations_found_anew AFTER UPDATE OF name ON sub_processor
  FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name) EXECUTE FUNCTION sub_processor_renames_authorisations();
CREATE OR REPLACE TRIGGER search_changed AFTER UPDATE ON sub_processor REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_sub_processors();
CREATE OR REPLACE TRIGGER search_gone AFTER DELETE ON sub_processor REFERENCING OLD TABLE AS stale
  FOR EACH STATEMENT EXECUTE FUNCTION search_forget();
CREATE OR REPLACE TRIGGER search_made AFTER INSERT ON sub_processor REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_sub_processors();
