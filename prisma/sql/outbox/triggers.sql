CREATE OR REPLACE TRIGGER announce AFTER INSERT OR UPDATE OF next_attempt_at ON outbox_mail
  FOR EACH ROW WHEN (new.state = 'queued'::text) EXECUTE FUNCTION outbox_announce();
