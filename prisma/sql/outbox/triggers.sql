CREATE OR REPLACE TRIGGER announce AFTER INSERT OR UPDATE OF next_attempt_at ON outbox_mail
  FOR EACH ROW WHEN (new.state = 'queued'::text) EXECUTE FUNCTION outbox_announce();
CREATE OR REPLACE TRIGGER search_changed AFTER UPDATE ON outbox_mail
  FOR EACH ROW WHEN ((old.to_name, old.to_address, old.params) IS DISTINCT FROM (new.to_name, new.to_address, new.params))
  EXECUTE FUNCTION search_changed_mail();
CREATE OR REPLACE TRIGGER search_gone AFTER DELETE ON outbox_mail REFERENCING OLD TABLE AS stale
  FOR EACH STATEMENT EXECUTE FUNCTION search_forget();
CREATE OR REPLACE TRIGGER search_made AFTER INSERT ON outbox_mail REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_outbox_mail();
