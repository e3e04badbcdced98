-- What becomes of a letter after our relay took it, as others say it: dated, with its source, never rewritten.

-- Asked back by a delivery notification (ENVID, RFC 3461): 244 random bits, which nobody guesses. Letters written
-- before get theirs here.
ALTER TABLE "outbox_mail"
  ADD COLUMN "envelope_id" TEXT NOT NULL DEFAULT replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''),
  -- Null until it was handed over; false where the relay offers no notification.
  ADD COLUMN "is_notice_asked" BOOLEAN;
ALTER TABLE "outbox_mail" ALTER COLUMN "envelope_id" DROP DEFAULT;
CREATE UNIQUE INDEX "outbox_mail_envelope_id_key" ON "outbox_mail"("envelope_id");
CREATE UNIQUE INDEX "outbox_mail_org_id_id_key" ON "outbox_mail"("org_id", "id");
CREATE INDEX "outbox_mail_message_id_idx" ON "outbox_mail"("message_id");

CREATE TABLE "outbox_fact" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "letter_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "server" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT '',
    "details" TEXT NOT NULL DEFAULT '',
    "channel" TEXT NOT NULL DEFAULT '',
    "said_by" TEXT NOT NULL DEFAULT '',
    "digest" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_kind" TEXT NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "outbox_fact_pkey" PRIMARY KEY ("id")
);
-- The same notification, read twice, counts once.
CREATE UNIQUE INDEX "outbox_fact_letter_id_digest_key" ON "outbox_fact"("letter_id", "digest");
CREATE INDEX "outbox_fact_org_id_letter_id_idx" ON "outbox_fact"("org_id", "letter_id");
ALTER TABLE "outbox_fact" ADD CONSTRAINT "outbox_fact_org_id_letter_id_fkey"
  FOREIGN KEY ("org_id", "letter_id") REFERENCES "outbox_mail"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A message that came back and was read, matched to a letter or not. Those that match none belong to the platform,
-- unless somebody of an organisation brought them as a file.
CREATE TABLE "returned_mail" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "letter_id" UUID,
    "outcome" TEXT NOT NULL,
    "came_by" TEXT NOT NULL,
    "sender" TEXT NOT NULL DEFAULT '',
    "subject" TEXT NOT NULL DEFAULT '',
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "returned_mail_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "returned_mail_org_id_digest_key" ON "returned_mail"("org_id", "digest");
CREATE INDEX "returned_mail_org_id_read_at_idx" ON "returned_mail"("org_id", "read_at");
ALTER TABLE "returned_mail" ADD CONSTRAINT "returned_mail_org_id_letter_id_fkey"
  FOREIGN KEY ("org_id", "letter_id") REFERENCES "outbox_mail"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['outbox_fact', 'returned_mail'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY staff ON %I FOR ALL
      USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
      WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))$p$, t);
    EXECUTE format($p$CREATE POLICY platform ON %I FOR ALL
      USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'platform'))
      WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'platform'))$p$, t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO amana_app', t);
  END LOOP;
END $$;
SELECT admit_backup();

-- Which letter a returned message speaks of: by the envelope's id, or by the Message-ID of what came back. Whoever
-- calls it learns that a letter exists, and nothing of it.
CREATE FUNCTION outbox_returned(envelope text, message text) RETURNS TABLE (id uuid, org_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  RETURN QUERY SELECT m.id, m.org_id FROM outbox_mail m
    WHERE m.envelope_id = envelope OR m.message_id = message LIMIT 1;
  PERFORM set_config('app.listing', '', true);
END $$;
REVOKE ALL ON FUNCTION outbox_returned(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION outbox_returned(text, text) TO amana_jobs;

-- How many returned messages match no letter of anybody: a number, of no organisation in particular.
CREATE POLICY owner_lists ON returned_mail FOR SELECT TO CURRENT_USER
  USING ((SELECT coalesce(current_setting('app.listing', true), '')) = 'on');
CREATE FUNCTION returned_unmatched(since timestamptz) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE total bigint;
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  SELECT count(*) INTO total FROM returned_mail r WHERE r.came_by = 'mailbox' AND r.letter_id IS NULL AND r.read_at >= since;
  PERFORM set_config('app.listing', '', true);
  RETURN total;
END $$;
REVOKE ALL ON FUNCTION returned_unmatched(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION returned_unmatched(timestamptz) TO amana_app;

-- Acceptance by our own relay was taken for receipt by the controller. The facts stay as they were written down; no
-- period runs from them any more.
ALTER TABLE authorisation NO FORCE ROW LEVEL SECURITY;
ALTER TABLE authorisation_fact NO FORCE ROW LEVEL SECURITY;
UPDATE authorisation a SET received_at = (
    SELECT min(f.at) FROM authorisation_fact f WHERE f.org_id = a.org_id AND f.authorisation_id = a.id
      AND f.event = 'receive' AND NOT (f.author_kind = 'system' AND f.letter_id IS NULL))
  WHERE EXISTS (SELECT FROM authorisation_fact f WHERE f.org_id = a.org_id AND f.authorisation_id = a.id
    AND f.event = 'receive' AND f.author_kind = 'system' AND f.letter_id IS NULL);
ALTER TABLE authorisation FORCE ROW LEVEL SECURITY;
ALTER TABLE authorisation_fact FORCE ROW LEVEL SECURITY;
