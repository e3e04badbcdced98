CREATE OR REPLACE TRIGGER announce AFTER INSERT OR UPDATE OF state ON dossier
  FOR EACH ROW WHEN (new.state = 'queued'::text) EXECUTE FUNCTION dossier_announce();
