-- Renews the statistics of the tables that have grown since theirs were taken, right after many rows were written: until
-- autovacuum passes, a minute later at best, plans would be those of a few rows. PostgreSQL's own counts of changes
-- arrive late; the size of a table beside the size at its last statistics (relpages) is known at once. A table that
-- somebody analyses at this moment is left to them. ANALYZE is the owner's.
CREATE OR REPLACE FUNCTION refresh_statistics() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  grown regclass;
  renewed int := 0;
BEGIN
  FOR grown IN
    SELECT c.oid FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relowner = current_user::regrole
      AND pg_relation_size(c.oid) / current_setting('block_size')::int > 1.1 * c.relpages + 16
  LOOP
    EXECUTE format('ANALYZE (SKIP_LOCKED) %s', grown);
    renewed := renewed + 1;
  END LOOP;
  RETURN renewed;
END $$;

REVOKE ALL ON FUNCTION refresh_statistics() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION refresh_statistics() TO amana_app;
