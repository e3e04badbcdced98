CREATE TABLE "outbox_mail" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "to_name" TEXT NOT NULL DEFAULT '',
    "to_address" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "sealed" BYTEA,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "leased_until" TIMESTAMPTZ(3),
    "last_error" TEXT NOT NULL DEFAULT '',
    "message_id" TEXT NOT NULL,
    "dedupe_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "response" TEXT NOT NULL DEFAULT '',
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_mail_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "outbox_mail_org_id_dedupe_key_key" ON "outbox_mail"("org_id", "dedupe_key");
CREATE INDEX "outbox_mail_org_id_created_at_idx" ON "outbox_mail"("org_id", "created_at");
CREATE INDEX "outbox_mail_state_next_attempt_at_idx" ON "outbox_mail"("state", "next_attempt_at");

ALTER TABLE outbox_mail ENABLE ROW LEVEL SECURITY;
ALTER TABLE outbox_mail FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON outbox_mail FOR ALL
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
-- Letters of the platform itself: a password to choose again, by somebody of several organisations or of none.
CREATE POLICY platform ON outbox_mail FOR ALL
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'platform')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'platform');

GRANT SELECT, INSERT, UPDATE ON outbox_mail TO amana_app;
GRANT SELECT, INSERT ON outbox_mail TO amana_auth;
