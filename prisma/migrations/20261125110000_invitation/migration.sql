CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'fr',
    "invited_by_id" UUID NOT NULL,
    "invited_by_name" TEXT NOT NULL,
    "letter_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "member_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_name" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");
CREATE INDEX "invitation_org_id_created_at_idx" ON "invitation"("org_id", "created_at");
-- One open invitation per address: a second is refused, and the first can be renewed.
CREATE UNIQUE INDEX "invitation_open_key" ON "invitation"("org_id", "email")
  WHERE "accepted_at" IS NULL AND "withdrawn_at" IS NULL;

ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON invitation FOR ALL
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
-- Whoever follows a link is in no organisation yet: the authentication role finds the one it leads to, by its hash.
CREATE POLICY by_token ON invitation FOR SELECT TO amana_auth USING (true);

GRANT SELECT, INSERT, UPDATE ON invitation TO amana_app;
GRANT SELECT, UPDATE (accepted_at, member_id) ON invitation TO amana_auth;

-- Who belongs, and as what, is decided by the authentication role: what ends a membership ends its sessions with it.
GRANT UPDATE (role, name, email, joined_at, ended_at) ON member TO amana_auth;
-- One's own account touches one's own memberships, their name and address: never what one may do, nor since or until when.
CREATE FUNCTION member_refuse_outside_staff() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app_scope() = 'staff' AND app_org() = OLD.org_id THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'permission denied: who belongs, and as what, is decided in the scope of the organisation'
    USING ERRCODE = '42501';
END $$;
CREATE TRIGGER refuse_outside_staff BEFORE UPDATE OF role, joined_at, ended_at ON member
  FOR EACH ROW EXECUTE FUNCTION member_refuse_outside_staff();
