CREATE OR REPLACE FUNCTION call_log_announce() RETURNS trigger
  LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  PERFORM pg_notify('amana_call_log', '');
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION call_log_announce() FROM PUBLIC;

-- Deletes calls of a log that failed, or whose last day, which its rule set when it was received, has passed by the
-- server's clock; says how many there were, null where they stay. The day in UTC is never later than in Casablanca.
CREATE OR REPLACE FUNCTION call_log_clear(log_id uuid) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
DECLARE cleared integer; today text := to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD');
BEGIN
  IF app_scope() IS DISTINCT FROM 'staff' THEN
    RAISE EXCEPTION 'call_log_clear: refused' USING ERRCODE = '42501';
  END IF;
  IF NOT EXISTS (SELECT FROM call_log l WHERE l.org_id = app_org() AND l.id = call_log_clear.log_id
      AND (l.state = 'failed' OR (l.state = 'judged' AND l.stored_until < today))) THEN
    RETURN NULL;
  END IF;
  WITH gone AS (
    DELETE FROM call_log_part p WHERE p.org_id = app_org() AND p.log_id = call_log_clear.log_id RETURNING p.calls)
  SELECT coalesce(sum(gone.calls), 0)::integer INTO cleared FROM gone;
  DELETE FROM logged_call c WHERE c.org_id = app_org() AND c.log_id = call_log_clear.log_id;
  RETURN cleared;
END $$;
REVOKE ALL ON FUNCTION call_log_clear(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION call_log_clear(uuid) TO amana_app;

CREATE OR REPLACE FUNCTION call_logs_due(at timestamp with time zone, max_rows integer)
  RETURNS TABLE(id uuid, org_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  RETURN QUERY SELECT l.id, l.org_id FROM call_log l
    WHERE l.state = 'queued' OR (l.state = 'judging' AND l.leased_until <= at)
      OR (l.state = 'judged' AND l.stops_recorded_at IS NULL AND l.cleared_at IS NULL)
    ORDER BY l.received_at LIMIT max_rows;
  PERFORM set_config('app.listing', '', true);
END $$;
REVOKE ALL ON FUNCTION call_logs_due(timestamp with time zone,integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION call_logs_due(timestamp with time zone,integer) TO amana_jobs;

CREATE OR REPLACE FUNCTION call_logs_past(day text, at timestamp with time zone, max_rows integer)
  RETURNS TABLE(id uuid, org_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  RETURN QUERY SELECT l.id, l.org_id FROM call_log l
    WHERE (l.state = 'judged' AND l.cleared_at IS NULL AND l.stored_until < day)
      OR (l.state = 'reading' AND l.leased_until <= at)
    ORDER BY l.received_at LIMIT max_rows;
  PERFORM set_config('app.listing', '', true);
END $$;
REVOKE ALL ON FUNCTION call_logs_past(text,timestamp with time zone,integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION call_logs_past(text,timestamp with time zone,integer) TO amana_jobs;
