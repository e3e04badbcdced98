CREATE OR REPLACE VIEW portal.outbox_mail WITH (security_barrier, security_invoker) AS
  SELECT id, org_id, template, locale, to_name, to_address, params, sealed, state, attempts, next_attempt_at,
    leased_until, last_error, message_id, dedupe_key, created_at, accepted_at, response, closed_at, attachment_id,
    envelope_id, is_notice_asked FROM outbox_mail;
GRANT INSERT ON portal.outbox_mail TO amana_portal;
