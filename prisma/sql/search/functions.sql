-- The condition of one unit of a question: one of its patterns, all that stand beside each other, or a code that it means.
-- A controller searches names alone: notes are not given to it. Two letters stand nearly everywhere, and no index finds them.
CREATE OR REPLACE FUNCTION search_asked(unit jsonb) RETURNS text
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  WITH place AS (SELECT p FROM (VALUES ('names', true),
      ('more', app_scope() IN ('staff', 'auditor') AND (unit ->> 'isInTexts')::boolean)) AS v (p, is_open) WHERE is_open)
  SELECT '(' || string_agg(said, ' OR ') || ')' FROM (
    SELECT format('%s LIKE %L', p, pattern) FROM place, jsonb_array_elements_text(unit -> 'any') AS pattern
    UNION ALL SELECT '(' || string_agg(format('%s LIKE %L', p, pattern), ' AND ') || ')'
      FROM place, jsonb_array_elements_text(unit -> 'all') AS pattern GROUP BY p
    UNION ALL SELECT format('codes && %L::text[]', search_codes(unit))
      WHERE app_scope() IN ('staff', 'auditor') AND cardinality(search_codes(unit)) > 0) AS c (said) $$;

CREATE OR REPLACE FUNCTION search_codes(unit jsonb) RETURNS text[]
  LANGUAGE sql IMMUTABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT ARRAY(SELECT jsonb_array_elements_text(unit -> 'codes')) $$;

-- Words of which each is short enough for a key.
CREATE OR REPLACE FUNCTION search_cut(words text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT CASE WHEN EXISTS (SELECT FROM string_to_table(words, ' ') w WHERE length(w) > 200)
    THEN regexp_replace(words, '([^ ]{200})[^ ]+', '\1', 'g') ELSE words END $$;

-- Words and codes of a document as keys of its index: a word of what names it once more with "^" before it, a code with "=".
-- A text of more than all keys may hold is found by its first words and those that come first in the alphabet.
CREATE OR REPLACE FUNCTION search_keys(names text, more text, codes text[]) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 10000 SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT array_to_tsvector(array_remove(string_to_array(replace(rtrim(names), ' ', ' ^') || names
    || CASE WHEN length(more) < 150000 THEN more
      ELSE left((SELECT string_agg(DISTINCT w, ' ') FROM string_to_table(more, ' ') w), 150000) || ' ' END
    || '=' || array_to_string(codes, ' ='), ' '), '')) $$;

-- Says what a pattern of LIKE asks of the index: each word of a phrase, the last in every form that the organisation uses. Null where it
-- uses none.
CREATE OR REPLACE FUNCTION search_pattern(pattern text, place text) RETURNS text
  LANGUAGE plpgsql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
DECLARE
  words text[] := string_to_array(btrim(pattern, '% '), ' ');
  bare text := words[cardinality(words)];
  before text := (SELECT string_agg(search_key(place || w) || ' & ', '') FROM unnest(words[:cardinality(words) - 1]) w);
  known text[];
BEGIN
  IF pattern LIKE '% \%' THEN RETURN concat(before, search_key(place || bare)); END IF;
  IF bare ~ '[0-9]' OR length(bare) NOT BETWEEN 2 AND 40 THEN RETURN concat(before, search_key(place || bare), ':*'); END IF;
  known := ARRAY(SELECT word FROM search_word WHERE org_id = app_org()
    AND word LIKE (CASE WHEN pattern LIKE '\% %' THEN '' ELSE '%' END) || bare || '%' LIMIT 301);
  IF cardinality(known) > 300 THEN RETURN concat(before, search_key(place || bare), ':*'); END IF;
  RETURN coalesce(before, '') || (SELECT '(' || string_agg(search_key(place || w), ' | ') || ')' FROM unnest(known) w);
END $$;

CREATE OR REPLACE FUNCTION search_key(said text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT '''' || replace(replace(left(said, 200), '\', '\\'), '''', '''''') || '''' $$;

-- A unit as a query of the index, in names alone or anywhere; a key that is nowhere where nothing of it is known.
CREATE OR REPLACE FUNCTION search_query(unit jsonb, is_name boolean) RETURNS text
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT '(' || coalesce(string_agg('(' || q || ')', ' | '), '''=?''') || ')'
  FROM (SELECT CASE WHEN is_name OR NOT (unit ->> 'isInTexts')::boolean THEN '^' ELSE '' END) AS a (place), LATERAL (
    SELECT search_pattern(p, place) FROM jsonb_array_elements_text(unit -> 'any') p
    UNION ALL SELECT CASE WHEN bool_and(of_one IS NOT NULL) THEN string_agg('(' || of_one || ')', ' & ') END
      FROM (SELECT search_pattern(p, place) FROM jsonb_array_elements_text(unit -> 'all') p) AS o (of_one)
    UNION ALL SELECT search_key('=' || c) FROM unnest(search_codes(unit)) c WHERE NOT is_name
  ) AS v (q) WHERE q IS NOT NULL $$;

-- The condition that every unit stands in a document, whose table is `d`: by its keys, and a phrase by its words beside each other.
CREATE OR REPLACE FUNCTION search_standing(units jsonb, keys tsquery) RETURNS text
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT format('d.%s AND search_keys(d.names, d.more, d.codes) @@ %L::tsquery', search_scope(), keys)
    || coalesce(string_agg(' AND ' || search_asked(u), '') FILTER (WHERE EXISTS (
      SELECT FROM jsonb_array_elements_text(u -> 'any') p WHERE btrim(p, '% ') LIKE '% %')), '')
  FROM jsonb_array_elements(units) u $$;

-- Ids of the subjects of a noun in which all of these are ticked or chosen, along the index of keys.
CREATE OR REPLACE FUNCTION search_coded(wanted text, chosen text[]) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' SET enable_seqscan TO off AS $$
BEGIN
  IF app_scope() IN ('staff', 'auditor') THEN
    RETURN QUERY EXECUTE format('SELECT d.subject_id FROM search_document d WHERE d.noun = %L AND %s', wanted,
      search_standing('[]', (SELECT string_agg(search_key('=' || c), ' & ') FROM unnest(chosen) c)::tsquery));
  END IF;
END $$;
REVOKE ALL ON FUNCTION search_coded(text,text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_coded(text,text[]) TO amana_app;

-- Ids of the subjects of several nouns in which every unit of a question stands: of each noun all, or the likeliest `most` of
-- at most five hundred by their names. Texts are read of nouns that have too few names: a word of the whole register costs little more. `tier` says how likely: 0 begins with the question, 1 has its whole words in what
-- names it, 2 their beginnings, 3 other words of the same meaning; 4 has the whole words in its text, 5 parts or codes.
-- `coded` are the codes by which it is found.
CREATE OR REPLACE FUNCTION search_found(wanted text[], units jsonb, most int)
  RETURNS TABLE (noun text, subject_id uuid, tier int, coded text[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' SET enable_seqscan TO off SET max_parallel_workers_per_gather TO 0 SET jit TO off AS $$
DECLARE
  place text;
  wholes text[] := ARRAY(SELECT u ->> 'whole' FROM jsonb_array_elements(units) u);
  starts text[] := ARRAY(SELECT u ->> 'start' FROM jsonb_array_elements(units) u);
  meant text[] := ARRAY(SELECT DISTINCT c FROM jsonb_array_elements(units) u, unnest(search_codes(u)) c);
  named tsquery;
  whole tsquery;
  anywhere tsquery;
  rows text := 'FROM search_document d WHERE d.noun = w.noun AND ';
  picked text;
BEGIN
  IF jsonb_array_length(units) = 0 THEN RETURN; END IF;
  SELECT jsonb_agg(search_known(u) ORDER BY n) INTO units FROM jsonb_array_elements(units) WITH ORDINALITY AS v (u, n);
  SELECT string_agg(search_query(u, false), ' & ')::tsquery INTO anywhere FROM jsonb_array_elements(units) u;
  IF most IS NULL THEN
    RETURN QUERY EXECUTE 'SELECT w.noun, f.subject_id, 1, ''{}''::text[] FROM unnest($1) AS w (noun),
      LATERAL (SELECT d.subject_id ' || rows || search_standing(units, anywhere) || ') AS f' USING wanted;
    RETURN;
  END IF;
  SELECT string_agg(search_query(u, true), ' & ')::tsquery,
      string_agg('(' || search_pattern(u ->> 'whole', CASE WHEN (u ->> 'isInTexts')::boolean THEN '' ELSE '^' END) || ')', ' & ')::tsquery
    INTO named, whole FROM jsonb_array_elements(units) u;
  place := format('CASE WHEN starts_with(d.names, %L) THEN 0 WHEN d.names LIKE ALL (%L::text[]) THEN 1
      WHEN d.names LIKE ALL (%L::text[]) THEN 2 WHEN %s THEN 3 WHEN d.names || d.more LIKE ALL (%L::text[]) THEN 4 ELSE 5 END',
    ' ' || (SELECT string_agg(u ->> 'typed', ' ') FROM jsonb_array_elements(units) u) || ' ', wholes, starts,
    (SELECT string_agg(format('d.names LIKE ANY (%L::text[])', ARRAY(SELECT jsonb_array_elements_text(u -> 'any'))), ' AND ')
      FROM jsonb_array_elements(units) u), wholes);
  picked := 'SELECT d.subject_id, d.names, d.codes, ' || place || ' AS tier ' || rows;
  RETURN QUERY EXECUTE 'SELECT w.noun, f.subject_id, f.tier, ARRAY(SELECT c FROM unnest(f.codes) c WHERE c = ANY ($2))
    FROM unnest($1) AS w (noun), LATERAL (
      WITH named AS MATERIALIZED (SELECT * FROM (' || picked || search_standing('[]', named) || ' LIMIT 500) AS n WHERE n.tier < 4),
        said AS MATERIALIZED (SELECT * FROM named UNION ALL (' || picked || search_standing(units, whole)
          || ' AND (SELECT count(*) FROM named) < $3 LIMIT $3))
      SELECT o.* FROM (SELECT DISTINCT ON (t.subject_id) t.* FROM (SELECT * FROM said UNION ALL (' || picked
        || search_standing(units, anywhere) || ' AND (SELECT count(DISTINCT s.subject_id) FROM said s) < $3 LIMIT $3)
      ) AS t ORDER BY t.subject_id, t.tier) AS o ORDER BY o.tier, o.names LIMIT $3) AS f
    ORDER BY w.noun, f.tier, f.names' USING wanted, meant, most;
END $$;
REVOKE ALL ON FUNCTION search_found(text[], jsonb, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_found(text[], jsonb, int) TO amana_app;

-- Ids of the subjects of one noun.
CREATE OR REPLACE FUNCTION search_ids(wanted text, units jsonb, most int) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT f.subject_id FROM search_found(ARRAY[wanted], units, most) AS f $$;
REVOKE ALL ON FUNCTION search_ids(text,jsonb,integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_ids(text,jsonb,integer) TO amana_app;

-- Every document once more, as it is folded now: a later change of what is searched ends with a call of this.
CREATE OR REPLACE FUNCTION search_refill() RETURNS void
  LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  -- The owner reads the rows as a backup does.
  PERFORM set_config('app.backup', 'on', true);
  DELETE FROM search_word;
  PERFORM search_store(ARRAY(SELECT record_document(r) FROM processing_record r));
  PERFORM search_store(ARRAY(SELECT controller_document(c) FROM controller c));
  PERFORM search_store(ARRAY(SELECT contract_document(c) FROM contract c));
  PERFORM search_store(ARRAY(SELECT transfer_document(t) FROM transfer t));
  PERFORM search_store(ARRAY(SELECT sub_processor_document(s) FROM sub_processor s));
  PERFORM search_store(ARRAY(SELECT instruction_document(i) FROM instruction i));
  PERFORM search_store(ARRAY(SELECT authorisation_document(a) FROM authorisation a));
  PERFORM search_store(ARRAY(SELECT breach_document(b) FROM breach b));
  PERFORM search_store(ARRAY(SELECT rights_request_document(r) FROM rights_request r));
  PERFORM search_store(ARRAY(SELECT dpo_work_document(w) FROM dpo_work w));
  PERFORM search_store(ARRAY(SELECT thread_document(t) FROM thread t));
  PERFORM search_store(ARRAY(SELECT mail_document(m) FROM outbox_mail m));
  PERFORM set_config('app.backup', '', true);
END $$;
REVOKE ALL ON FUNCTION search_refill() FROM PUBLIC;

-- A result tells that a word is there, notes among the rest: no page of the portal searches.
CREATE OR REPLACE FUNCTION search_scope() RETURNS text
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT format('org_id = %L', app_org()) || CASE WHEN app_scope() IN ('staff', 'auditor') THEN '' ELSE ' AND false' END $$;

-- A unit without the patterns of which the organisation uses no word: most words of one meaning are of another language.
CREATE OR REPLACE FUNCTION search_known(unit jsonb) RETURNS jsonb
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT jsonb_set(unit, '{any}', coalesce((SELECT jsonb_agg(p ORDER BY n)
    FROM jsonb_array_elements_text(unit -> 'any') WITH ORDINALITY AS v (p, n)
    WHERE n = 1 OR NOT EXISTS (SELECT FROM unnest(string_to_array(btrim(p, '% '), ' ')) WITH ORDINALITY AS w (word, place)
      WHERE length(word) BETWEEN 2 AND 40 AND word !~ '[0-9]' AND NOT CASE
        WHEN place = cardinality(string_to_array(btrim(p, '% '), ' ')) AND p !~ ' %$' AND length(word) > 2
          THEN EXISTS (SELECT FROM search_word s WHERE s.org_id = app_org() AND s.word LIKE w.word || '%')
        ELSE EXISTS (SELECT FROM search_word s WHERE s.org_id = app_org() AND s.word = w.word) END)), '[]')) $$;

-- Whether every pattern of a unit stands in a text that has no document.
CREATE OR REPLACE FUNCTION search_says(said text, unit jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT w LIKE ANY (ARRAY(SELECT jsonb_array_elements_text(unit -> 'any')))
    OR jsonb_array_length(unit -> 'all') > 0 AND w LIKE ALL (ARRAY(SELECT jsonb_array_elements_text(unit -> 'all')))
  FROM (SELECT search_words(fold_text(said))) AS f (w) $$;

-- The nearest word of the organisation for each unit that stands nowhere: "" where there is none, the unit where it stands.
CREATE OR REPLACE FUNCTION search_spelling(units jsonb) RETURNS text[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' SET enable_seqscan TO off AS $$
DECLARE u jsonb; t text; stands boolean; nearest text; spelt text[] := '{}';
BEGIN
  FOR u IN SELECT jsonb_array_elements(units) LOOP
    t := u ->> 'typed';
    EXECUTE 'SELECT EXISTS (SELECT FROM search_document d WHERE '
      || search_standing(jsonb_build_array(u), search_query(u, false)::tsquery) || ')' INTO stands;
    nearest := t;
    IF NOT stands THEN
      nearest := '';
      IF length(t) > 3 AND app_scope() IN ('staff', 'auditor') THEN
        SELECT word INTO nearest FROM search_word WHERE org_id = app_org() AND word % t
          ORDER BY similarity(word, t) DESC, word LIMIT 1;
      END IF;
    END IF;
    spelt := spelt || coalesce(nearest, '');
  END LOOP;
  RETURN spelt;
END $$;
REVOKE ALL ON FUNCTION search_spelling(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_spelling(jsonb) TO amana_app;

-- Keeps documents as words with a space before and after each, so that a pattern can ask for a whole one.
CREATE OR REPLACE FUNCTION search_store(documents search_document[]) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  WITH spoken AS MATERIALIZED (
    SELECT d.subject_id, d.noun, d.org_id, d.controller_id, search_cut(search_words(d.names)) AS names,
      search_cut(search_words(d.more)) AS more, d.codes
    FROM unnest(documents) d
  ), kept AS (
    INSERT INTO search_word (org_id, word)
      SELECT DISTINCT s.org_id, w FROM spoken s, string_to_table(s.names || s.more, ' ') w
      WHERE length(w) BETWEEN 2 AND 40 AND w !~ '[0-9]'
      ON CONFLICT DO NOTHING
  )
  INSERT INTO search_document (subject_id, noun, org_id, controller_id, names, more, codes)
    SELECT subject_id, noun, org_id, controller_id, names, more, codes FROM spoken
    ON CONFLICT (subject_id) DO UPDATE SET controller_id = EXCLUDED.controller_id, names = EXCLUDED.names,
      more = EXCLUDED.more, codes = EXCLUDED.codes
    WHERE (search_document.controller_id, search_document.names, search_document.more, search_document.codes)
      IS DISTINCT FROM (EXCLUDED.controller_id, EXCLUDED.names, EXCLUDED.more, EXCLUDED.codes);
$$;
REVOKE ALL ON FUNCTION search_store(search_document[]) FROM PUBLIC;

-- Every text of a document that a person wrote: neither ids nor the values of choices.
CREATE OR REPLACE FUNCTION search_texts(content jsonb) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT coalesce(string_agg(said #>> '{}', ' '), '')
  FROM jsonb_path_query(content, 'strict $.** ? (@.type() == "string" && @ != "")') AS said
  WHERE said #>> '{}' !~ '^([A-Z]{2}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z]+([_-][a-z0-9]+)+)$'
    AND said #>> '{}' <> ALL ('{present,insufficient,absent,unread,unanswered,specific,general,forwarded,answered,delete,return,granted,
      restricted,mandated,none,tacit,days,months,included,excluded,yes,no,adequacy,bcr,equivalent,listed,ended,active,draft,minor,major,low,medium,high,hosting}'::text[]) $$;

-- Folded text as words with one space between, an Arabic article taken off with what is joined before it. `foldWords` of the
-- application folds a question alike.
CREATE OR REPLACE FUNCTION search_words(folded text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT CASE WHEN w ~ '[\u0621-\u064a]'
    THEN regexp_replace(w, ' [\u0648\u0641]?(?:[\u0628\u0643]?\u0627\u0644|\u0644\u0644)(?=[\u0621-\u064a]{3})', ' ', 'g') ELSE w END
  FROM (SELECT ' ' || btrim(regexp_replace(folded, '[^[:alnum:]]+', ' ', 'g')) || ' ') AS f (w) $$;
