CREATE OR REPLACE FUNCTION dpo_work_document(w dpo_work) RETURNS search_document
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT ROW(w.id, w.kind, w.org_id, w.controller_id, fold_text(concat_ws(' ', w.reference, w.title)),
    fold_text(search_texts(w.content)), ARRAY['noun:' || w.kind])::search_document $$;
REVOKE ALL ON FUNCTION dpo_work_document(dpo_work) FROM PUBLIC;

CREATE OR REPLACE FUNCTION search_dpo_work() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
    BEGIN
      PERFORM search_store((SELECT array_agg(dpo_work_document(f)) FROM fresh f));
      RETURN NULL;
    END $$;
REVOKE ALL ON FUNCTION search_dpo_work() FROM PUBLIC;
