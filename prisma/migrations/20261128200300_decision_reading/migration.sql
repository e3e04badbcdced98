-- What a contact was shown to read again before signing: the digest of exactly that, for one session, for an hour, once.
-- A decision is signed by the token that came with it, and by nothing else.
CREATE TABLE "decision_reading" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "authorisation_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "shown_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "decision_reading_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "decision_reading_token_hash_key" ON "decision_reading"("token_hash");
CREATE INDEX "decision_reading_org_id_authorisation_id_idx" ON "decision_reading"("org_id", "authorisation_id");
ALTER TABLE "decision_reading" ADD CONSTRAINT "decision_reading_org_id_authorisation_id_fkey"
  FOREIGN KEY ("org_id", "authorisation_id") REFERENCES "authorisation"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE decision_reading ENABLE ROW LEVEL SECURITY;
ALTER TABLE decision_reading FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON decision_reading FOR SELECT
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
CREATE POLICY portal_reads ON decision_reading FOR SELECT
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller()));
CREATE POLICY portal_shows ON decision_reading FOR INSERT
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller()));
CREATE POLICY portal_spends ON decision_reading FOR UPDATE
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller())
    AND used_at IS NULL)
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller()));
REVOKE ALL ON decision_reading FROM PUBLIC;
GRANT SELECT, INSERT ON decision_reading TO amana_app;
GRANT UPDATE (used_at) ON decision_reading TO amana_app;
