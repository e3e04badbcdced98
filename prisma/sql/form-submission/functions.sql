CREATE OR REPLACE FUNCTION clean_submissions() RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
DECLARE cleaned bigint;
BEGIN
  PERFORM set_config('app.cleaning', 'on', true);
  DELETE FROM form_submission WHERE recorded_at < now() - interval '2 days';
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  PERFORM set_config('app.cleaning', '', true);
  RETURN cleaned;
END $$;
REVOKE ALL ON FUNCTION clean_submissions() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION clean_submissions() TO amana_jobs;
