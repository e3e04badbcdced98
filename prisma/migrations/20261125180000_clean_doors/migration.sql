-- What opened a door once and never will again goes too, 90 days after it ended: invitations that nobody took up (whoever
-- was asked and did not come never became anybody here), links to one's own account. Challenges, and keys of an
-- application that nobody confirmed, go after a day. An invitation that was accepted stays: it says how a member came.

-- The owner is bound by row-level security as well: while it cleans, it sees the invitations that led to no member.
CREATE POLICY owner_cleans ON invitation FOR ALL TO CURRENT_USER
  USING ((SELECT coalesce(current_setting('app.cleaning', true), '')) = 'on' AND accepted_at IS NULL);

CREATE OR REPLACE FUNCTION clean_expired(at timestamptz) RETURNS bigint
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
  total := total + cleaned;
  DELETE FROM account_token WHERE expires_at < at - interval '90 days';
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  total := total + cleaned;
  PERFORM set_config('app.cleaning', 'on', true);
  DELETE FROM invitation WHERE accepted_at IS NULL
    AND least(expires_at, coalesce(withdrawn_at, expires_at)) < at - interval '90 days';
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  PERFORM set_config('app.cleaning', '', true);
  total := total + cleaned;
  DELETE FROM sign_in_challenge WHERE expires_at < at - interval '1 day';
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  total := total + cleaned;
  DELETE FROM passkey_challenge WHERE expires_at < at - interval '1 day';
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  total := total + cleaned;
  DELETE FROM totp_factor WHERE confirmed_at IS NULL AND started_at < at - interval '1 day';
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  RETURN total + cleaned;
END $$;
