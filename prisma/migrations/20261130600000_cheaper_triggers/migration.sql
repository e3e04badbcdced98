-- What every row of an import passes through, at less cost and with the same results.

-- A row is put into JSON once and not for each column that is read of it. The text that is hashed is that of the object
-- which `evidence_digest` builds: its members in the order of the line, which is the order of every JSON object.
CREATE OR REPLACE FUNCTION evidence_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp SET timezone = 'UTC' SET bytea_output = 'hex'
  SET extra_float_digits = 1 AS $$
DECLARE
  org text; batch_id uuid; known text[];
BEGIN
  SELECT min(org_id::text) INTO org FROM changed;
  IF org IS NULL THEN RETURN NULL; END IF;
  known := string_to_array(nullif(current_setting('app.evidence_batch', true), ''), ' ');
  IF known[1] = org THEN
    batch_id := known[2]::uuid;
  ELSE
    batch_id := gen_random_uuid();
    PERFORM set_config('app.evidence_batch', org || ' ' || batch_id, true);
  END IF;
  INSERT INTO evidence_row (org_id, table_name, row_key, act, digest, state, batch)
  SELECT (line ->> 'org_id')::uuid, TG_TABLE_NAME,
    (SELECT string_agg(line ->> name, ':' ORDER BY place)
      FROM unnest(string_to_array(TG_ARGV[0], ',')) WITH ORDINALITY AS u (name, place)),
    lower(TG_OP),
    (SELECT sha256(convert_to('{' || coalesce(string_agg(to_json(key)::text || ': ' || value::text, ', ' ORDER BY place), '')
        || '}', 'UTF8'))
      FROM jsonb_each(line) WITH ORDINALITY AS m (key, value, place)
      WHERE value <> 'null'::jsonb AND key <> TG_ARGV[1]),
    coalesce(line ->> nullif(TG_ARGV[1], ''), ''), batch_id
  FROM (SELECT to_jsonb(t) AS line FROM changed t OFFSET 0) AS s;
  RETURN NULL;
END $$;

-- The entries of one call are read and digested together and written by two statements; only the chain of their hashes
-- is made one by one.
CREATE OR REPLACE FUNCTION journal_append(chain uuid, salts bytea[], texts text[]) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  head_seq bigint; head_h bytea; known text[]; batch_id uuid; batch_lines int := 0; batch_digest bytea;
  is_named boolean; instants timestamptz[]; commitments bytea[]; digests bytea[]; hashes bytea[] := '{}'; digest bytea;
  events text[]; nouns text[]; actor_ids text[]; actor_names text[]; subject_ids text[];
BEGIN
  IF chain IS DISTINCT FROM app_org() OR app_scope() NOT IN ('staff', 'portal', 'auditor', 'platform') THEN
    RAISE EXCEPTION 'journal: chain % is not in scope', chain USING ERRCODE = '42501';
  END IF;
  IF array_length(salts, 1) IS DISTINCT FROM array_length(texts, 1) THEN
    RAISE EXCEPTION 'journal: every text has one salt' USING ERRCODE = '22023';
  END IF;
  IF EXISTS (SELECT FROM unnest(salts) AS salt WHERE octet_length(salt) <> 16) THEN
    RAISE EXCEPTION 'journal: a salt has 16 bytes' USING ERRCODE = '22023';
  END IF;
  known := string_to_array(nullif(current_setting('app.evidence_batch', true), ''), ' ');
  IF known[1] = chain::text AND array_length(texts, 1) > 0 THEN
    SELECT b.lines, b.digest INTO batch_lines, batch_digest FROM evidence_batch_digest(chain, known[2]::uuid) b;
    IF batch_lines > 0 THEN batch_id := known[2]::uuid; END IF;
    PERFORM set_config('app.evidence_batch', '', true);
  END IF;
  INSERT INTO journal_head (org_id, seq, h) VALUES (chain, 0, journal_genesis(chain)) ON CONFLICT DO NOTHING;
  SELECT seq, h INTO STRICT head_seq, head_h FROM journal_head WHERE org_id = chain FOR UPDATE;
  SELECT bool_and(coalesce(event, '') ~ '^[a-z.-]+$' AND coalesce(noun, '') ~ '^[a-z-]+$'),
    array_agg(event ORDER BY place), array_agg(noun ORDER BY place), array_agg(actor_id ORDER BY place),
    array_agg(actor_name ORDER BY place), array_agg(subject_id ORDER BY place), array_agg(instant ORDER BY place),
    array_agg(commitment ORDER BY place),
    array_agg(sha256(convert_to(concat_ws(':', 'amana-entry-2', chain, head_seq + place,
      (extract(epoch FROM instant) * 1000)::bigint, event, noun, CASE WHEN place = 1 THEN batch_lines ELSE 0 END,
      CASE WHEN place = 1 THEN coalesce(encode(batch_digest, 'hex'), '') ELSE '' END, encode(commitment, 'hex')), 'UTF8'))
      ORDER BY place)
    INTO is_named, events, nouns, actor_ids, actor_names, subject_ids, instants, commitments, digests
  FROM (SELECT place, entry ->> 'event' AS event, entry #>> '{subject,noun}' AS noun, entry #>> '{actor,id}' AS actor_id,
      entry #>> '{actor,name}' AS actor_name, entry #>> '{subject,id}' AS subject_id, commitment,
      date_trunc('milliseconds', clock_timestamp()) AS instant
    FROM (SELECT place, text::jsonb AS entry, sha256(salt || convert_to(text, 'UTF8')) AS commitment
      FROM unnest(salts, texts) WITH ORDINALITY AS u (salt, text, place) OFFSET 0) AS parsed OFFSET 0) AS line;
  IF NOT is_named THEN
    RAISE EXCEPTION 'journal: an entry names its event and its noun' USING ERRCODE = '22023';
  END IF;
  FOREACH digest IN ARRAY coalesce(digests, '{}') LOOP
    head_h := sha256(head_h || digest);
    hashes := array_append(hashes, head_h);
  END LOOP;
  INSERT INTO journal_entry (org_id, seq, recorded_at, d, h, version, commitment, rows_batch, rows_count, rows_digest)
    SELECT chain, head_seq + place, instant, d, h, 2, commitment,
      CASE WHEN place = 1 THEN batch_id END, CASE WHEN place = 1 THEN batch_lines ELSE 0 END,
      CASE WHEN place = 1 THEN batch_digest END
    FROM unnest(instants, digests, hashes, commitments) WITH ORDINALITY AS u (instant, d, h, commitment, place);
  INSERT INTO journal_text (org_id, seq, salt, text, event, actor_id, actor_name, noun, subject_id)
    SELECT chain, head_seq + place, salt, text, event, actor_id, actor_name, noun, subject_id
    FROM unnest(salts, texts, events, actor_ids, actor_names, nouns, subject_ids)
      WITH ORDINALITY AS u (salt, text, event, actor_id, actor_name, noun, subject_id, place);
  head_seq := head_seq + coalesce(array_length(texts, 1), 0);
  UPDATE journal_head SET seq = head_seq, h = head_h WHERE org_id = chain;
  RETURN head_seq;
END $$;

-- Most fields of a document are blank, and are left out before their texts are made and looked at. These three name
-- functions of pg_catalog and of ours alone and run within functions that set their own path, so they set none: a setting
-- for each call would cost as much as the call. The last is planned as a part of what calls it, which PostgreSQL does
-- for no function that calls itself immutable and names one, concat_ws, that is not.
CREATE OR REPLACE FUNCTION record_words(content jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(string_agg(said #>> '{}', ' '), '')
  FROM jsonb_path_query(content - ARRAY['activity', 'transferAnswer', 'jointAnswer', 'targetsUnion', 'specialAnswer',
      'minorsAnswer', 'subProcessorsAnswer', 'frequency', 'legalBases', 'specialCategories', 'measureIds'],
    'strict $.** ? (@.type() == "string" && @ != "")') AS said
  WHERE said #>> '{}' !~ '^([A-Z]{2}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$' $$;

CREATE OR REPLACE FUNCTION record_codes(content jsonb, countries text[], instruments text[], measure_ids uuid[],
  sub_processor_ids uuid[]) RETURNS text[] LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  codes text[] := '{}'; one text; id uuid; chosen jsonb;
BEGIN
  chosen := content -> 'specialCategories';
  IF jsonb_array_length(chosen) > 0 THEN
    codes := codes || ARRAY(SELECT 'special:' || jsonb_array_elements_text(chosen));
  END IF;
  IF content ->> 'specialAnswer' = 'yes' OR jsonb_array_length(chosen) > 0 THEN
    codes := array_append(codes, 'special');
  END IF;
  chosen := content -> 'legalBases';
  IF jsonb_array_length(chosen) > 0 THEN
    codes := codes || ARRAY(SELECT 'basis:' || jsonb_array_elements_text(chosen));
  END IF;
  IF content ->> 'minorsAnswer' IS NOT NULL THEN
    codes := array_append(codes, 'minors:' || (content ->> 'minorsAnswer'));
  END IF;
  chosen := content -> 'subProcessors';
  IF jsonb_array_length(chosen) > 0 THEN
    codes := codes || ARRAY(SELECT 'country:' || (named ->> 'country') FROM jsonb_array_elements(chosen) AS named
      WHERE named ->> 'country' IS NOT NULL);
  END IF;
  FOREACH one IN ARRAY countries LOOP codes := array_append(codes, 'country:' || one); END LOOP;
  FOREACH one IN ARRAY instruments LOOP codes := array_append(codes, 'instrument:' || split_part(one, ':', 1)); END LOOP;
  FOREACH id IN ARRAY measure_ids LOOP codes := array_append(codes, 'measure:' || id); END LOOP;
  FOREACH id IN ARRAY sub_processor_ids LOOP codes := array_append(codes, 'sub-processor:' || id); END LOOP;
  IF cardinality(codes) < 2 THEN RETURN codes; END IF;
  RETURN ARRAY(SELECT DISTINCT code FROM unnest(codes) AS code ORDER BY code);
END $$;

CREATE OR REPLACE FUNCTION record_document(r processing_record) RETURNS search_document LANGUAGE sql STABLE AS $$
  SELECT ROW(r.id, 'processing-record', r.org_id, r.controller_id, fold_text(concat_ws(' ',
    r.reference, r.activity, r.controller_name,
    CASE WHEN r.capacity = 'controller' THEN translate(r.content ->> 'purposes', '[]",', '') END)),
    fold_text(record_words(r.content)),
    record_codes(r.content, r.countries, r.instruments, r.measure_ids, r.sub_processor_ids))::search_document $$;
