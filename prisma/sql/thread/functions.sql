CREATE OR REPLACE FUNCTION search_thread_message() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  PERFORM search_store((SELECT array_agg(thread_document(t)) FROM thread t
    WHERE (t.org_id, t.id) IN (SELECT f.org_id, f.thread_id FROM fresh f)));
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION search_thread_message() FROM PUBLIC;

-- A thread is found by whose it is, by who wrote in it and by every word of its messages.
CREATE OR REPLACE FUNCTION thread_document(t thread) RETURNS search_document
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT ROW(t.id, 'thread', t.org_id, t.controller_id,
    fold_text((SELECT c.legal_name FROM controller c WHERE c.org_id = t.org_id AND c.id = t.controller_id)),
    coalesce(fold_text((SELECT string_agg(concat_ws(' ', m.author_name, m.text), ' ' ORDER BY m.number) FROM thread_message m
      WHERE m.org_id = t.org_id AND m.thread_id = t.id)), ''), ARRAY['noun:thread'])::search_document $$;
REVOKE ALL ON FUNCTION thread_document(thread) FROM PUBLIC;

CREATE OR REPLACE FUNCTION thread_keeps_example() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  DELETE FROM example_row WHERE org_id = NEW.org_id AND noun = NEW.subject_noun AND subject_id = NEW.subject_id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION thread_keeps_example() FROM PUBLIC;
