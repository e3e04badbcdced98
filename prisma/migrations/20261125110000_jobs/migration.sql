-- ── Work that nobody asks for in person ────────────────────────────────────
-- The job role finds what there is to do through the functions below and its own queue; it reads nothing of a register.
-- The work itself is done by amana_app, within the scope of one organisation.

-- pg-boss makes its tables here, as amana_jobs. The schema stays the owner's: no membership in the role is needed.
CREATE SCHEMA IF NOT EXISTS amana_jobs;
GRANT USAGE, CREATE ON SCHEMA amana_jobs TO amana_jobs;
GRANT USAGE ON SCHEMA public TO amana_jobs;

-- When each job last ran, and whether it failed: read by the health endpoint.
CREATE TABLE "job_beat" (
    "job" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,
    "is_failed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "job_beat_pkey" PRIMARY KEY ("job")
);
GRANT SELECT, INSERT, UPDATE ON job_beat TO amana_jobs;
GRANT SELECT ON job_beat TO amana_app;

-- The owner is bound by row-level security as well: it sees letters within the functions that list them, and nowhere
-- else.
CREATE POLICY owner_lists ON outbox_mail FOR SELECT TO CURRENT_USER
  USING ((SELECT coalesce(current_setting('app.listing', true), '')) = 'on');

CREATE FUNCTION job_organisations() RETURNS TABLE (id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT o.id FROM organisation o ORDER BY o.id $$;

-- Letters to be sent at an instant: queued and due, or taken by a process that has not answered within its lease.
CREATE FUNCTION outbox_due(at timestamptz, max_rows int) RETURNS TABLE (id uuid, org_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  RETURN QUERY SELECT m.id, m.org_id FROM outbox_mail m
    WHERE (m.state = 'queued' AND m.next_attempt_at <= at) OR (m.state = 'sending' AND m.leased_until <= at)
    ORDER BY m.next_attempt_at LIMIT max_rows;
  PERFORM set_config('app.listing', '', true);
END $$;

-- Since when the oldest letter that is due has been waiting; one instant, of no organisation in particular.
CREATE FUNCTION outbox_waiting_since(at timestamptz) RETURNS timestamptz
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE since timestamptz;
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  SELECT min(CASE m.state WHEN 'queued' THEN m.next_attempt_at ELSE m.leased_until END) INTO since FROM outbox_mail m
    WHERE (m.state = 'queued' AND m.next_attempt_at <= at) OR (m.state = 'sending' AND m.leased_until <= at);
  PERFORM set_config('app.listing', '', true);
  RETURN since;
END $$;

REVOKE ALL ON FUNCTION job_organisations(), outbox_due(timestamptz, int), outbox_waiting_since(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION job_organisations(), outbox_due(timestamptz, int) TO amana_jobs;
GRANT EXECUTE ON FUNCTION outbox_waiting_since(timestamptz) TO amana_app;

-- Heard at commit and never before: whoever sends letters need not wait for the next sweep.
CREATE FUNCTION outbox_announce() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('amana_outbox', '');
  RETURN NULL;
END $$;
CREATE TRIGGER announce AFTER INSERT OR UPDATE OF next_attempt_at ON outbox_mail
  FOR EACH ROW WHEN (NEW.state = 'queued') EXECUTE FUNCTION outbox_announce();

-- What serves nobody any more: tries counted a week ago, and door keys and sessions that opened nothing for 90 days
-- (art. 5(1)(e)). Who signed in, when and from where stays in the journal as long as its text does.
CREATE FUNCTION clean_expired(at timestamptz) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE cleaned bigint; total bigint := 0;
BEGIN
  DELETE FROM rate_limit WHERE window_start < at - interval '7 days';
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  total := total + cleaned;
  DELETE FROM session WHERE least(expires_at, coalesce(revoked_at, expires_at)) < at - interval '90 days';
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  total := total + cleaned;
  DELETE FROM setup_token WHERE expires_at < at - interval '90 days';
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  RETURN total + cleaned;
END $$;
REVOKE ALL ON FUNCTION clean_expired(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION clean_expired(timestamptz) TO amana_jobs;
