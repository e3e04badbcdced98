-- The session that began an authenticator's key: no other is shown it, nor confirms it. A key that waits from before is
-- begun again.
ALTER TABLE "totp_factor" ADD COLUMN "session_id" UUID;
