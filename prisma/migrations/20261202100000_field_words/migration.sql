-- Columns and functions take the names of the glossary (decision 0110). Tables of evidence keep their columns: the
-- journal binds each of their rows by a digest of its JSON, which holds the names.

ALTER TABLE thread RENAME COLUMN said TO message_count;
ALTER VIEW portal.thread RENAME COLUMN said TO message_count;
ALTER TABLE contract_end_line RENAME COLUMN said TO answer_fields;
ALTER TABLE public_page RENAME COLUMN told TO announced_list;
ALTER TABLE call_log RENAME COLUMN kept_until TO stored_until;
ALTER TABLE search_document RENAME COLUMN said TO names;
ALTER INDEX search_document_said_idx RENAME TO search_document_names_idx;
ALTER FUNCTION attachment_standing(uuid, uuid) RENAME TO attachment_status;
ALTER FUNCTION search_keep(search_document[]) RENAME TO search_store;

-- The text of a function holds names that a renaming does not reach.
DO $$
DECLARE old_name text; new_name text; of_function regprocedure;
BEGIN
  FOR old_name, new_name IN VALUES ('kept_until', 'stored_until'), ('attachment_standing', 'attachment_status'),
      ('search_keep', 'search_store') LOOP
    FOR of_function IN SELECT oid FROM pg_proc
        WHERE pronamespace = 'public'::regnamespace AND prosrc ~ ('\m' || old_name || '\M') LOOP
      EXECUTE regexp_replace(pg_get_functiondef(of_function), '\m' || old_name || '\M', new_name, 'g');
    END LOOP;
  END LOOP;
  FOR of_function IN SELECT oid FROM pg_proc WHERE pronamespace = 'public'::regnamespace
      AND proname IN ('search_store', 'search_asked', 'search_ids') LOOP
    EXECUTE regexp_replace(pg_get_functiondef(of_function), '\msaid\M', 'names', 'g');
  END LOOP;
END $$;
