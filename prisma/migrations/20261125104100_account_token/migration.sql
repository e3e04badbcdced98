-- Links that open one's own account: a password to choose again, an address to confirm, an address to keep.
CREATE TABLE "account_token" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,
    "email" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_token_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "account_token_token_hash_key" ON "account_token"("token_hash");
CREATE INDEX "account_token_person_id_idx" ON "account_token"("person_id");
ALTER TABLE "account_token" ADD CONSTRAINT "account_token_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Like people and sessions, of the authentication role alone.
REVOKE ALL ON account_token FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE ON account_token TO amana_auth;

-- A person's name and address stand in their memberships too, as the journal's authors are called: they follow.
CREATE POLICY own_name ON member FOR UPDATE TO amana_auth
  USING (person_id = (SELECT app_person()) AND ended_at IS NULL)
  WITH CHECK (person_id = (SELECT app_person()) AND ended_at IS NULL);
GRANT UPDATE (name, email) ON member TO amana_auth;
