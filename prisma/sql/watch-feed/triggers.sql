CREATE OR REPLACE TRIGGER announce AFTER INSERT ON watch_feed
  FOR EACH ROW EXECUTE FUNCTION watch_feed_announce();
CREATE OR REPLACE TRIGGER announce_asked AFTER UPDATE OF next_read_at ON watch_feed
  FOR EACH ROW WHEN (new.next_read_at <= old.next_read_at) EXECUTE FUNCTION watch_feed_announce();
