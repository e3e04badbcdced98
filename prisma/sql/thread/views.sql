CREATE OR REPLACE VIEW portal.thread WITH (security_barrier, security_invoker) AS
  SELECT id, org_id, controller_id, subject_noun, subject_id, state, since, last_at, message_count, rank, created_at
    FROM thread;
GRANT INSERT, SELECT ON portal.thread TO amana_portal;
GRANT UPDATE (state, since, last_at, message_count, rank) ON portal.thread TO amana_portal;

CREATE OR REPLACE VIEW portal.thread_message WITH (security_barrier, security_invoker) AS
  SELECT thread_id, number, org_id, controller_id, side, kind, author_id, author_name, text, said_at FROM
    thread_message;
GRANT INSERT, SELECT ON portal.thread_message TO amana_portal;

CREATE OR REPLACE VIEW portal.thread_read WITH (security_barrier, security_invoker) AS
  SELECT thread_id, reader_id, org_id, controller_id, side, read_to, read_at FROM thread_read;
GRANT INSERT, SELECT ON portal.thread_read TO amana_portal;
GRANT UPDATE (read_to, read_at) ON portal.thread_read TO amana_portal;
