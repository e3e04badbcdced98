-- A letter is found by whom it went to and by what it said; one to a data subject by nothing.
CREATE OR REPLACE FUNCTION mail_document(m outbox_mail) RETURNS search_document
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT ROW(m.id, 'mail', m.org_id, NULL::uuid,
    CASE WHEN o.is_open THEN fold_text(concat_ws(' ', m.to_name, m.to_address)) ELSE '' END,
    CASE WHEN o.is_open THEN fold_text(search_texts(m.params)) ELSE '' END, CASE WHEN o.is_open THEN ARRAY['noun:mail'] ELSE '{}' END)::search_document
  FROM (SELECT m.template !~ '^(public|consultation|parental|rights-request)' AS is_open) AS o $$;
REVOKE ALL ON FUNCTION mail_document(outbox_mail) FROM PUBLIC;

-- A letter whose words or recipient were taken out is found by them no more.
CREATE OR REPLACE FUNCTION search_changed_mail() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  PERFORM search_store(ARRAY[mail_document(NEW)]);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION search_changed_mail() FROM PUBLIC;

CREATE OR REPLACE FUNCTION search_outbox_mail() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  PERFORM search_store((SELECT array_agg(mail_document(f)) FROM fresh f));
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION search_outbox_mail() FROM PUBLIC;

-- Heard at commit and never before: whoever sends letters need not wait for the next sweep.
CREATE OR REPLACE FUNCTION outbox_announce() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('amana_outbox', '');
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION outbox_announce() FROM PUBLIC;

-- Letters to be sent at an instant: queued and due, or taken by a process that has not answered within its lease.
CREATE OR REPLACE FUNCTION outbox_due(at timestamp with time zone, max_rows integer)
  RETURNS TABLE(id uuid, org_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  RETURN QUERY SELECT m.id, m.org_id FROM outbox_mail m
    WHERE (m.state = 'queued' AND m.next_attempt_at <= at) OR (m.state = 'sending' AND m.leased_until <= at)
    ORDER BY m.next_attempt_at LIMIT max_rows;
  PERFORM set_config('app.listing', '', true);
END $$;
REVOKE ALL ON FUNCTION outbox_due(timestamp with time zone,integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION outbox_due(timestamp with time zone,integer) TO amana_jobs;

-- Finds the letter that a returned message speaks of: by the envelope's id, or by the Message-ID of what came back. Whoever
-- calls it learns that a letter exists, and nothing of it.
CREATE OR REPLACE FUNCTION outbox_returned(envelope text, message text) RETURNS TABLE(id uuid, org_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  RETURN QUERY SELECT m.id, m.org_id FROM outbox_mail m
    WHERE m.envelope_id = envelope OR m.message_id = message LIMIT 1;
  PERFORM set_config('app.listing', '', true);
END $$;
REVOKE ALL ON FUNCTION outbox_returned(text,text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION outbox_returned(text,text) TO amana_jobs;

-- Since when the oldest letter that is due has been waiting; one instant, of no organisation in particular.
CREATE OR REPLACE FUNCTION outbox_waiting_since(at timestamp with time zone) RETURNS timestamp with time zone
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
DECLARE since timestamptz;
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  SELECT min(CASE m.state WHEN 'queued' THEN m.next_attempt_at ELSE m.leased_until END) INTO since FROM outbox_mail m
    WHERE (m.state = 'queued' AND m.next_attempt_at <= at) OR (m.state = 'sending' AND m.leased_until <= at);
  PERFORM set_config('app.listing', '', true);
  RETURN since;
END $$;
REVOKE ALL ON FUNCTION outbox_waiting_since(timestamp with time zone) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION outbox_waiting_since(timestamp with time zone) TO amana_app;

CREATE OR REPLACE FUNCTION returned_unmatched(since timestamp with time zone) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
DECLARE total bigint;
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  SELECT count(*) INTO total FROM returned_mail r WHERE r.came_by = 'mailbox' AND r.letter_id IS NULL AND r.read_at >= since;
  PERFORM set_config('app.listing', '', true);
  RETURN total;
END $$;
REVOKE ALL ON FUNCTION returned_unmatched(timestamp with time zone) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION returned_unmatched(timestamp with time zone) TO amana_app;
