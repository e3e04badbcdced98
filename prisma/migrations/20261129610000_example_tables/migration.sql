-- What the example brought is cleared by two lists, and no more by a function that names every table: a new table is a
-- line of one of them. They are the migrations' own, outside the schema that a backup holds.
CREATE SCHEMA example;
REVOKE ALL ON SCHEMA example FROM PUBLIC;

-- Tables that hold rows of the example, in the order of clearing. `key` names the noun's row; the noun's own table is the
-- last of its lines. Where `emptied` names a column, that column is set to null and the row stays.
CREATE TABLE example.cleared_table (
  "position" integer PRIMARY KEY,
  "noun" text NOT NULL,
  "name" text NOT NULL,
  "key" text NOT NULL,
  "emptied" text
);

-- Tables whose rows hold a row of the example back: it stays, and is an example no more. `key` is a column of one id or of
-- many. Where `later` names a column, a row counts that is later than the example; where `but_own` is set, a row of the
-- same noun counts that is no example itself.
CREATE TABLE example.holding_table (
  "noun" text NOT NULL,
  "name" text NOT NULL,
  "key" text NOT NULL,
  "later" text,
  "but_own" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("noun", "name", "key")
);

INSERT INTO example.cleared_table ("position", "noun", "name", "key", "emptied") VALUES
  (110, 'instruction', 'instruction', 'id', 'supersedes_id'),
  (120, 'instruction', 'instruction_fact', 'instruction_id', NULL),
  (130, 'instruction', 'instruction_version', 'instruction_id', NULL),
  (140, 'instruction', 'instruction', 'id', NULL),
  (210, 'authorisation', 'authorisation_fact', 'authorisation_id', NULL),
  (220, 'authorisation', 'authorisation_condition', 'authorisation_id', NULL),
  (230, 'authorisation', 'authorisation', 'id', NULL),
  (310, 'processing-record', 'record_state_fact', 'record_id', NULL),
  (320, 'processing-record', 'record_version', 'record_id', NULL),
  (330, 'processing-record', 'record_assessment', 'record_id', NULL),
  (340, 'processing-record', 'import_row', 'record_id', 'record_id'),
  (350, 'processing-record', 'processing_record', 'id', NULL),
  (410, 'transfer', 'transfer_fact', 'transfer_id', NULL),
  (420, 'transfer', 'transfer_version', 'transfer_id', NULL),
  (430, 'transfer', 'transfer', 'id', NULL),
  (510, 'sub-processor', 'sub_processor_fact', 'sub_processor_id', NULL),
  (520, 'sub-processor', 'sub_processor_version', 'sub_processor_id', NULL),
  (530, 'sub-processor', 'sub_processor', 'id', NULL),
  (610, 'contract', 'contract_fact', 'contract_id', NULL),
  (620, 'contract', 'contract_instructor', 'contract_id', NULL),
  (630, 'contract', 'contract_version', 'contract_id', NULL),
  (640, 'contract', 'contract', 'id', NULL),
  (710, 'controller', 'instruction_series', 'controller_id', NULL),
  (720, 'controller', 'controller_spelling', 'controller_id', NULL),
  (730, 'controller', 'controller_version', 'controller_id', NULL),
  (740, 'controller', 'controller', 'id', NULL),
  (810, 'measure', 'measure_version', 'measure_id', NULL),
  (820, 'measure', 'measure', 'id', NULL);

INSERT INTO example.holding_table ("noun", "name", "key", "later", "but_own") VALUES
  ('instruction', 'attachment', 'subject_id', NULL, false),
  ('instruction', 'instruction', 'supersedes_id', NULL, true),
  ('authorisation', 'attachment', 'subject_id', NULL, false),
  -- Somebody answered it, asked about it or gave evidence for it.
  ('authorisation', 'authorisation_fact', 'authorisation_id', 'recorded_at', false),
  ('authorisation', 'authorisation', 'supersedes_id', NULL, true),
  ('authorisation', 'decision_reading', 'authorisation_id', NULL, false),
  ('authorisation', 'decision_certificate', 'authorisation_id', NULL, false),
  ('processing-record', 'instruction', 'record_ids', NULL, false),
  ('processing-record', 'contract_end', 'record_ids', NULL, false),
  ('transfer', 'attachment', 'subject_id', NULL, false),
  ('transfer', 'processing_record', 'transfer_ids', NULL, false),
  ('sub-processor', 'processing_record', 'sub_processor_ids', NULL, false),
  ('sub-processor', 'authorisation', 'sub_processor_id', NULL, false),
  ('sub-processor', 'attachment', 'subject_id', NULL, false),
  ('sub-processor', 'transfer', 'sub_processor_id', NULL, false),
  ('contract', 'attachment', 'subject_id', NULL, false),
  ('contract', 'contract_end', 'contract_id', NULL, false),
  ('contract', 'authorisation', 'contract_id', NULL, false),
  ('contract', 'processing_record', 'contract_ids', NULL, false),
  ('controller', 'processing_record', 'controller_id', NULL, false),
  ('controller', 'contract', 'controller_id', NULL, false),
  ('controller', 'instruction', 'controller_id', NULL, false),
  ('controller', 'transfer', 'controller_id', NULL, false),
  ('controller', 'authorisation', 'controller_id', NULL, false),
  ('controller', 'thread', 'controller_id', NULL, false),
  ('controller', 'controller_contact', 'controller_id', NULL, false),
  ('controller', 'attachment', 'controller_id', NULL, false),
  ('controller', 'contract_end', 'controller_id', NULL, false),
  ('controller', 'controller_merge', 'controller_id', NULL, false),
  ('controller', 'decision_reading', 'controller_id', NULL, false),
  ('controller', 'decision_certificate', 'controller_id', NULL, false),
  ('measure', 'processing_record', 'measure_ids', NULL, false),
  ('measure', 'attachment', 'subject_id', NULL, false);

-- The query that finds the rows of the example of a noun that nothing holds back: $1 is the organisation, $2 the noun.
CREATE FUNCTION example.free_rows(of_noun text) RETURNS text LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT 'SELECT array_agg(e.subject_id) FROM example_row e WHERE e.org_id = $1 AND e.noun = $2'
    || coalesce(string_agg(format(' AND NOT EXISTS (SELECT FROM %I h WHERE h.org_id = $1 AND %s%s%s)', h.name,
      format(CASE WHEN a.atttypid = 'uuid[]'::regtype THEN 'h.%I @> ARRAY[e.subject_id]'
        ELSE 'h.%I = e.subject_id' END, h.key),
      CASE WHEN h.later IS NULL THEN '' ELSE format(' AND h.%I > e.created_at', h.later) END,
      CASE WHEN h.but_own THEN ' AND NOT EXISTS (SELECT FROM example_row o
        WHERE o.org_id = $1 AND o.noun = $2 AND o.subject_id = h.id)' ELSE '' END), '' ORDER BY h.name, h.key), '')
  FROM example.holding_table h JOIN pg_attribute a
    ON a.attrelid = ('public.' || quote_ident(h.name))::regclass AND a.attname = h.key
  WHERE h.noun = of_noun
$$;
REVOKE ALL ON FUNCTION example.free_rows(text) FROM PUBLIC;

-- Takes the example away, and nothing that people added, nor what theirs rests on. What stays is an example no more. The
-- one deletion of the product: what goes was invented, and the journal says that it went. The caller writes that entry.
DROP FUNCTION example_clear(uuid);
CREATE FUNCTION example_clear(org uuid) RETURNS TABLE (noun text, cleared int, held int)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  line record; gone uuid[]; marked int;
BEGIN
  IF org IS DISTINCT FROM app_org() OR app_scope() <> 'staff' THEN
    RAISE EXCEPTION 'example: % is not in scope', org USING ERRCODE = '42501';
  END IF;
  FOR noun IN SELECT t.noun FROM example.cleared_table t GROUP BY 1 ORDER BY min(t.position) LOOP
    EXECUTE example.free_rows(noun) INTO gone USING org, noun;
    SELECT count(*) INTO marked FROM example_row e WHERE e.org_id = org AND e.noun = example_clear.noun;
    FOR line IN SELECT * FROM example.cleared_table t WHERE t.noun = example_clear.noun ORDER BY t.position LOOP
      IF line.emptied IS NULL THEN
        EXECUTE format('DELETE FROM %I WHERE org_id = $1 AND %I = ANY ($2)', line.name, line.key) USING org, gone;
      ELSE
        EXECUTE format('UPDATE %I SET %I = NULL WHERE org_id = $1 AND %I = ANY ($2)',
          line.name, line.emptied, line.key) USING org, gone;
      END IF;
      -- What the last line says stays: that of the noun's own table.
      GET DIAGNOSTICS cleared = ROW_COUNT;
    END LOOP;
    held := marked - cleared;
    RETURN NEXT;
  END LOOP;
  DELETE FROM example_row WHERE org_id = org;
END $$;
REVOKE ALL ON FUNCTION example_clear(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION example_clear(uuid) TO amana_app;
