CREATE OR REPLACE TRIGGER authorisations_renamed AFTER UPDATE OF legal_name ON controller
  FOR EACH ROW WHEN (old.legal_name IS DISTINCT FROM new.legal_name) EXECUTE FUNCTION controller_renames_authorisations();
CREATE OR REPLACE TRIGGER contacts_archived AFTER UPDATE OF archived_at ON controller
  FOR EACH ROW WHEN (old.archived_at IS DISTINCT FROM new.archived_at) EXECUTE FUNCTION controller_archives_contacts();
CREATE OR REPLACE TRIGGER contacts_renamed AFTER UPDATE OF legal_name ON controller
  FOR EACH ROW WHEN (old.legal_name IS DISTINCT FROM new.legal_name) EXECUTE FUNCTION controller_renames_contacts();
CREATE OR REPLACE TRIGGER contracts_renamed AFTER UPDATE OF legal_name ON controller
  FOR EACH ROW WHEN (old.legal_name IS DISTINCT FROM new.legal_name) EXECUTE FUNCTION controller_renames_contracts();
CREATE OR REPLACE TRIGGER instructions_renamed AFTER UPDATE OF legal_name ON controller
  FOR EACH ROW WHEN (old.legal_name IS DISTINCT FROM new.legal_name) EXECUTE FUNCTION controller_renames_instructions();
CREATE OR REPLACE TRIGGER records_renamed AFTER UPDATE OF legal_name ON controller
  FOR EACH ROW WHEN (old.legal_name IS DISTINCT FROM new.legal_name) EXECUTE FUNCTION controller_renames_records();
CREATE OR REPLACE TRIGGER search_changed AFTER UPDATE ON controller REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_controllers();
CREATE OR REPLACE TRIGGER search_gone AFTER DELETE ON controller REFERENCING OLD TABLE AS stale
  FOR EACH STATEMENT EXECUTE FUNCTION search_forget();
CREATE OR REPLACE TRIGGER search_made AFTER INSERT ON controller REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_controllers();
CREATE OR REPLACE TRIGGER transfers_renamed AFTER UPDATE OF legal_name ON controller
  FOR EACH ROW WHEN (old.legal_name IS DISTINCT FROM new.legal_name) EXECUTE FUNCTION controller_renames_transfers();

CREATE OR REPLACE TRIGGER example_kept AFTER INSERT ON controller_merge
  FOR EACH ROW EXECUTE FUNCTION merge_keeps_example();

SELECT evidence_admit('controller_version', 'controller_id,version', 'superseded_at');

CREATE OR REPLACE TRIGGER refuse_rewrite BEFORE UPDATE ON controller_version
  FOR EACH ROW EXECUTE FUNCTION version_refuse_rewrite();

CREATE OR REPLACE TRIGGER search_changed AFTER UPDATE ON controller_spelling REFERENCING OLD TABLE AS stale NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_moved_spellings();
CREATE OR REPLACE TRIGGER search_made AFTER INSERT ON controller_spelling REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_spellings();
