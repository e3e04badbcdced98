-- Figures of a day on which the example stood count what was invented. They go with it, and the day is unknown again:
-- nothing is written in their place. Days before the example was filled stay.
DO $$
DECLARE
  body text := pg_get_functiondef('example_clear(uuid)'::regprocedure);
  last text := 'DELETE FROM example_row WHERE org_id = org;';
BEGIN
  IF position(last IN body) = 0 THEN
    RAISE EXCEPTION 'example_clear is not as expected';
  END IF;
  EXECUTE replace(body, last, 'DELETE FROM compliance_day d WHERE d.org_id = org
    AND d.recorded_at >= (SELECT min(e.created_at) FROM example_row e WHERE e.org_id = org);
  ' || last);
END $$;
