CREATE OR REPLACE VIEW portal.attachment WITH (security_barrier, security_invoker) AS
  SELECT id, org_id, purpose, file_name, content_type, size, width, height, sha256, chunks, stored_at, author_id,
    author_name, subject_noun, subject_id, controller_id, replaces_id, contact_id FROM attachment;
GRANT INSERT, SELECT ON portal.attachment TO amana_portal;

CREATE OR REPLACE VIEW portal.attachment_chunk WITH (security_barrier, security_invoker) AS
  SELECT attachment_id, seq, org_id, bytes, sha256 FROM attachment_chunk;
GRANT INSERT, SELECT ON portal.attachment_chunk TO amana_portal;

CREATE OR REPLACE VIEW portal.attachment_closure WITH (security_barrier, security_invoker) AS
  SELECT org_id, attachment_id, number, controller_id, is_closed, reason, recorded_at, author_id, author_name FROM
    attachment_closure;
GRANT SELECT ON portal.attachment_closure TO amana_portal;

CREATE OR REPLACE VIEW portal.attachment_withdrawal WITH (security_barrier, security_invoker) AS
  SELECT attachment_id, org_id, controller_id, reason, withdrawn_at, author_id, author_name, was_given FROM
    attachment_withdrawal;
GRANT SELECT ON portal.attachment_withdrawal TO amana_portal;
