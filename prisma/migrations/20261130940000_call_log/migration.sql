-- Logs of diallers. A file is read as it arrives and stored nowhere: of each call there is the keyed hash of the number, the
-- instant, the code of its end and the number shown. Rows of calls go after a stated day; counts, findings and the file's
-- hash stay.
CREATE TABLE call_log (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  -- Who is called for: attempts are counted for each, whoever dials (D223-9).
  professional_id uuid NOT NULL,
  file_name text NOT NULL,
  file_size bigint NOT NULL,
  sha256 text NOT NULL DEFAULT '',
  layout jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('reading', 'queued', 'judging', 'judged', 'failed')),
  failure text NOT NULL DEFAULT '',
  -- Log of the same file.
  same_as uuid,
  bytes_read bigint NOT NULL DEFAULT 0,
  lines integer NOT NULL DEFAULT 0,
  calls integer NOT NULL DEFAULT 0,
  known_calls integer NOT NULL DEFAULT 0,
  bad_lines jsonb NOT NULL DEFAULT '{}',
  doubtful_times integer NOT NULL DEFAULT 0,
  codes jsonb NOT NULL DEFAULT '{}',
  outcomes jsonb NOT NULL DEFAULT '{}',
  first_at timestamptz(3),
  last_at timestamptz(3),
  calls_judged integer NOT NULL DEFAULT 0,
  -- Why it is judged: read, older-log, asked.
  cause text NOT NULL DEFAULT 'read',
  leased_until timestamptz(3),
  attempts integer NOT NULL DEFAULT 0,
  received_at timestamptz(3) NOT NULL,
  received_by_id uuid,
  received_by_name text NOT NULL,
  -- Last day on which its calls stay.
  kept_until text NOT NULL,
  cleared_at timestamptz(3),
  CONSTRAINT call_log_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "call_log_org_id_id_key" ON call_log (org_id, id);
CREATE INDEX "call_log_org_id_received_at_id_idx" ON call_log (org_id, received_at DESC, id DESC);
CREATE INDEX "call_log_org_id_campaign_id_idx" ON call_log (org_id, campaign_id);
CREATE INDEX "call_log_org_id_professional_id_last_at_idx" ON call_log (org_id, professional_id, last_at);
-- One file at a time: calls of two logs that overlap are then counted once, whichever ends first.
CREATE UNIQUE INDEX call_log_reading ON call_log (org_id) WHERE state = 'reading';
CREATE UNIQUE INDEX call_log_file ON call_log (org_id, sha256) WHERE state IN ('queued', 'judging', 'judged');
CREATE INDEX call_log_open ON call_log (received_at) WHERE state IN ('queued', 'judging');
ALTER TABLE call_log ADD CONSTRAINT "call_log_org_id_campaign_id_fkey"
  FOREIGN KEY (org_id, campaign_id) REFERENCES campaign (org_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE logged_call (
  log_id uuid NOT NULL,
  line integer NOT NULL,
  org_id uuid NOT NULL,
  professional_id uuid NOT NULL,
  -- HMAC-SHA256 of the number in E.164 under the organisation's key.
  person_key bytea NOT NULL,
  called_at timestamptz(0) NOT NULL,
  -- Code of the dialler; '' where the log has none.
  code text NOT NULL,
  -- Number shown, in E.164: the organisation's own. 'masked' where none was, '' where nobody knows.
  shown text NOT NULL,
  -- The dialler's own name of the call.
  call_id text,
  CONSTRAINT logged_call_pkey PRIMARY KEY (log_id, line),
  CONSTRAINT logged_call_person_key CHECK (octet_length(person_key) = 32)
);
-- A call is counted once, whichever log tells of it: by its instant, or by the dialler's name of it.
CREATE UNIQUE INDEX logged_call_once ON logged_call (org_id, professional_id, person_key, called_at);
CREATE UNIQUE INDEX logged_call_named ON logged_call (org_id, person_key, call_id) WHERE call_id IS NOT NULL;
ALTER TABLE logged_call ADD CONSTRAINT "logged_call_org_id_log_id_fkey"
  FOREIGN KEY (org_id, log_id) REFERENCES call_log (org_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the law of each day says of the calls of a log, each time that it is judged.
CREATE TABLE call_log_judgement (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  log_id uuid NOT NULL,
  cause text NOT NULL CHECK (cause IN ('read', 'older-log', 'asked')),
  campaign_version integer NOT NULL,
  calls integer NOT NULL,
  broken integer NOT NULL,
  doubted integer NOT NULL,
  warned integer NOT NULL,
  -- Calls that a code of the dialler says never left it.
  not_placed integer NOT NULL,
  -- Groups by rule and reason with samples, and weeks.
  findings jsonb NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  CONSTRAINT call_log_judgement_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "call_log_judgement_org_id_id_key" ON call_log_judgement (org_id, id);
CREATE INDEX "call_log_judgement_org_id_log_id_recorded_at_idx" ON call_log_judgement (org_id, log_id, recorded_at);
ALTER TABLE call_log_judgement ADD CONSTRAINT "call_log_judgement_org_id_log_id_fkey"
  FOREIGN KEY (org_id, log_id) REFERENCES call_log (org_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a person did about calls outside instructions, art. 28(3)(a).
CREATE TABLE call_log_fact (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  log_id uuid NOT NULL,
  judgement_id uuid NOT NULL,
  -- The controller was told, and what was corrected.
  event text NOT NULL CHECK (event IN ('close')),
  fact_on text NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  recorded_at timestamptz(3) NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  CONSTRAINT call_log_fact_pkey PRIMARY KEY (id)
);
CREATE INDEX "call_log_fact_org_id_log_id_idx" ON call_log_fact (org_id, log_id);
CREATE INDEX "call_log_fact_org_id_judgement_id_idx" ON call_log_fact (org_id, judgement_id);
ALTER TABLE call_log_fact ADD CONSTRAINT "call_log_fact_org_id_log_id_fkey"
  FOREIGN KEY (org_id, log_id) REFERENCES call_log (org_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE call_log_fact ADD CONSTRAINT "call_log_fact_org_id_judgement_id_fkey"
  FOREIGN KEY (org_id, judgement_id) REFERENCES call_log_judgement (org_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;

-- How a person said that logs with a head are read: it is proposed for the next one.
CREATE TABLE call_layout (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  -- SHA-256 of the head, 64 hex digits.
  head text NOT NULL,
  layout jsonb NOT NULL,
  outcomes jsonb NOT NULL DEFAULT '{}',
  used_at timestamptz(3) NOT NULL,
  CONSTRAINT call_layout_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "call_layout_org_id_head_key" ON call_layout (org_id, head);

SELECT amana_bind_table('call_log', 'row', false), amana_bind_table('logged_call', 'row', false),
  amana_bind_table('call_log_judgement', 'fact', false), amana_bind_table('call_log_fact', 'fact', false),
  amana_bind_table('call_layout', 'row', false);
REVOKE UPDATE ON call_log, logged_call, call_layout FROM amana_app;
GRANT UPDATE (sha256, state, failure, same_as, bytes_read, lines, calls, known_calls, bad_lines, doubtful_times, codes,
  outcomes, first_at, last_at, calls_judged, cause, leased_until, attempts, cleared_at) ON call_log TO amana_app;
GRANT UPDATE (layout, outcomes, used_at) ON call_layout TO amana_app;

-- Deletes calls of a log that failed, or whose day has passed: a person then needs no more be kept in mind.
CREATE FUNCTION call_log_clear(log_id uuid, today text) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE cleared integer;
BEGIN
  IF app_scope() IS DISTINCT FROM 'staff' THEN
    RAISE EXCEPTION 'call_log_clear: refused' USING ERRCODE = '42501';
  END IF;
  DELETE FROM logged_call c USING call_log l
    WHERE l.org_id = app_org() AND l.id = call_log_clear.log_id AND c.log_id = l.id
      AND (l.state = 'failed' OR (l.state = 'judged' AND l.kept_until < today));
  GET DIAGNOSTICS cleared = ROW_COUNT;
  RETURN cleared;
END $$;

-- The owner lists what is to be judged or cleared for the job role, which reads nothing of an organisation.
CREATE POLICY owner_lists ON call_log FOR SELECT TO CURRENT_USER
  USING ((SELECT coalesce(current_setting('app.listing', true), '')) = 'on');
CREATE FUNCTION call_logs_due(at timestamptz, max_rows int) RETURNS TABLE (id uuid, org_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  RETURN QUERY SELECT l.id, l.org_id FROM call_log l
    WHERE l.state = 'queued' OR (l.state = 'judging' AND l.leased_until <= at)
    ORDER BY l.received_at LIMIT max_rows;
  PERFORM set_config('app.listing', '', true);
END $$;
CREATE FUNCTION call_logs_past(day text, at timestamptz, max_rows int) RETURNS TABLE (id uuid, org_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  RETURN QUERY SELECT l.id, l.org_id FROM call_log l
    WHERE (l.state = 'judged' AND l.cleared_at IS NULL AND l.kept_until < day)
      OR (l.state = 'reading' AND l.leased_until <= at)
    ORDER BY l.received_at LIMIT max_rows;
  PERFORM set_config('app.listing', '', true);
END $$;
REVOKE ALL ON FUNCTION call_log_clear(uuid, text), call_logs_due(timestamptz, int), call_logs_past(text, timestamptz, int)
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION call_log_clear(uuid, text) TO amana_app;
GRANT EXECUTE ON FUNCTION call_logs_due(timestamptz, int), call_logs_past(text, timestamptz, int) TO amana_jobs;

CREATE FUNCTION call_log_announce() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('amana_call_log', '');
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION call_log_announce() FROM PUBLIC;
CREATE TRIGGER announce AFTER UPDATE OF state ON call_log
  FOR EACH ROW WHEN (NEW.state = 'queued') EXECUTE FUNCTION call_log_announce();

INSERT INTO example.holding_table ("noun", "name", "key", "later", "but_own") VALUES
  ('campaign', 'call_log', 'campaign_id', NULL, false);
