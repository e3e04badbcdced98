CREATE OR REPLACE TRIGGER announce AFTER UPDATE OF state ON call_log
  FOR EACH ROW WHEN (new.state = 'queued'::text) EXECUTE FUNCTION call_log_announce();
