-- A sign-in without a password: a link and a code, mailed to the address itself and good in the browser that asked.
CREATE TABLE "sign_in_link" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "sealed_code" BYTEA NOT NULL,
    "browser_hash" BYTEA NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_link_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "sign_in_link_browser_hash_key" ON "sign_in_link"("browser_hash");
CREATE INDEX "sign_in_link_expires_at_idx" ON "sign_in_link"("expires_at");

-- Like people, sessions and tokens, of the authentication role alone.
REVOKE ALL ON sign_in_link FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_link TO amana_auth;

-- What came before the second factor: a password or a link.
ALTER TABLE "sign_in_challenge" ADD COLUMN "first" TEXT NOT NULL DEFAULT 'password';
