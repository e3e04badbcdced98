CREATE OR REPLACE FUNCTION watch_feed_announce() RETURNS trigger
  LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  PERFORM pg_notify('amana_watch_feed', '');
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION watch_feed_announce() FROM PUBLIC;
