-- A function that runs as its owner looked for tables among the caller's temporary ones first, because pg_temp stood
-- nowhere in its path: it wrote into them, and ran their triggers, as the owner. No role but the owner makes temporary
-- tables any more, and pg_temp comes last in every path.
DO $$
DECLARE one regprocedure;
BEGIN
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
  FOR one IN SELECT p.oid FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND (p.prosecdef OR p.proconfig::text ~ 'search_path')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, public, pg_temp', one);
  END LOOP;
  -- A trigger fires without this privilege; only who would put it on a table of their own needs it.
  FOR one IN SELECT p.oid FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND p.prorettype = 'trigger'::regtype
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
  END LOOP;
END $$;

-- By an instant ahead of today, whoever may clean could throw away sessions and limits that still hold. An hour is left
-- for the clocks of two machines.
ALTER FUNCTION clean_expired(timestamptz) RENAME TO clean_expired_before;
REVOKE ALL ON FUNCTION clean_expired_before(timestamptz) FROM PUBLIC, amana_jobs;
CREATE FUNCTION clean_expired(at timestamptz) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF at IS NULL OR at > clock_timestamp() + interval '1 hour' THEN
    RAISE EXCEPTION 'clean_expired: % is ahead of the clock', at USING ERRCODE = '22023';
  END IF;
  RETURN clean_expired_before(at);
END $$;
REVOKE ALL ON FUNCTION clean_expired(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION clean_expired(timestamptz) TO amana_jobs;

-- Numbers are counted within an organisation: without one, every certificate would be the first.
CREATE OR REPLACE FUNCTION next_decision_certificate(of_year int) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE highest int;
BEGIN
  IF app_org() IS NULL OR app_scope() IS DISTINCT FROM 'portal' THEN
    RAISE EXCEPTION 'decision certificates are numbered for a contact of an organisation' USING ERRCODE = '42501';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('decision certificates ' || app_org(), 0));
  PERFORM set_config('app.listing', 'on', true);
  SELECT max(counter) INTO highest FROM decision_certificate WHERE org_id = app_org() AND year = of_year;
  PERFORM set_config('app.listing', '', true);
  RETURN coalesce(highest, 0) + 1;
END $$;
