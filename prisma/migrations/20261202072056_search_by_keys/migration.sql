-- DropIndex
DROP INDEX "search_document_org_id_codes_idx";

-- DropIndex
DROP INDEX "search_document_org_id_more_idx";

-- DropIndex
DROP INDEX "search_document_org_id_names_idx";

SELECT set_config('check_function_bodies', 'off', true);


CREATE OR REPLACE FUNCTION public.authorisation_document(a authorisation)
 RETURNS search_document
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT ROW(a.id, 'authorisation', a.org_id, a.controller_id, fold_text(concat_ws(' ',
    a.reference, a.controller_name, s.reference, s.name)), fold_text(concat_ws(' ', a.recipient, a.text,
      (SELECT string_agg(DISTINCT v.name, ' ') FROM sub_processor_version v
        WHERE v.org_id = s.org_id AND v.sub_processor_id = s.id AND v.name <> s.name))),
    ARRAY['noun:authorisation'])::search_document
  FROM sub_processor s WHERE s.org_id = a.org_id AND s.id = a.sub_processor_id $function$;

CREATE OR REPLACE FUNCTION public.contract_document(c contract)
 RETURNS search_document
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT ROW(c.id, 'contract', c.org_id, c.controller_id,
    fold_text(concat_ws(' ', c.reference, c.title, c.controller_name)), fold_text(search_texts(c.content)),
    ARRAY['noun:contract'] ||
      ARRAY(SELECT 'clause:' || k FROM jsonb_each(c.content #> '{deed,clauses}') AS e (k, v) WHERE v ->> 'answer' = 'present' ORDER BY k) ||
      CASE WHEN jsonb_path_exists(c.content, '$.deed.term.noticeCount ? (@ != null)') THEN ARRAY['notice:yes'] ELSE '{}' END ||
      CASE WHEN c.content #>> '{deed,term,renewal}' = 'tacit' THEN ARRAY['renewal:yes'] ELSE '{}' END
  )::search_document $function$;

CREATE OR REPLACE FUNCTION public.search_authorisations()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM search_store((SELECT array_agg(authorisation_document(a)) FROM fresh a));
  ELSE
    PERFORM search_store((SELECT array_agg(authorisation_document(a)) FROM fresh a JOIN stale s ON s.id = a.id
      WHERE (a.controller_id, a.controller_name, a.recipient, a.text) IS DISTINCT FROM (s.controller_id, s.controller_name, s.recipient, s.text)));
  END IF;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.search_coded(wanted text, chosen text[])
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$
BEGIN
  IF app_scope() IN ('staff', 'auditor') THEN
    RETURN QUERY EXECUTE format('SELECT d.subject_id FROM search_document d WHERE d.noun = %L AND %s', wanted,
      search_standing('[]', (SELECT string_agg(search_key('=' || c), ' & ') FROM unnest(chosen) c)::tsquery));
  END IF;
END $function$;

CREATE OR REPLACE FUNCTION public.search_cut(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT CASE WHEN EXISTS (SELECT FROM string_to_table(words, ' ') w WHERE length(w) > 200)
    THEN regexp_replace(words, '([^ ]{200})[^ ]+', '\1', 'g') ELSE words END $function$;

CREATE OR REPLACE FUNCTION public.search_found(wanted text[], units jsonb, most integer)
 RETURNS TABLE(noun text, subject_id uuid, tier integer, coded text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET max_parallel_workers_per_gather TO '0'
 SET jit TO 'off'
AS $function$
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
END $function$;

CREATE OR REPLACE FUNCTION public.search_key(said text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT '''' || replace(replace(left(said, 200), '\', '\\'), '''', '''''') || '''' $function$;

CREATE OR REPLACE FUNCTION public.search_keys(names text, more text, codes text[])
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE COST 10000
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT array_to_tsvector(array_remove(string_to_array(replace(rtrim(names), ' ', ' ^') || names
    || CASE WHEN length(more) < 150000 THEN more
      ELSE left((SELECT string_agg(DISTINCT w, ' ') FROM string_to_table(more, ' ') w), 150000) || ' ' END
    || '=' || array_to_string(codes, ' ='), ' '), '')) $function$;

CREATE OR REPLACE FUNCTION public.search_pattern(pattern text, place text)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
END $function$;

CREATE OR REPLACE FUNCTION public.search_query(unit jsonb, is_name boolean)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT '(' || coalesce(string_agg('(' || q || ')', ' | '), '''=?''') || ')'
  FROM (SELECT CASE WHEN is_name OR NOT (unit ->> 'isInTexts')::boolean THEN '^' ELSE '' END) AS a (place), LATERAL (
    SELECT search_pattern(p, place) FROM jsonb_array_elements_text(unit -> 'any') p
    UNION ALL SELECT CASE WHEN bool_and(of_one IS NOT NULL) THEN string_agg('(' || of_one || ')', ' & ') END
      FROM (SELECT search_pattern(p, place) FROM jsonb_array_elements_text(unit -> 'all') p) AS o (of_one)
    UNION ALL SELECT search_key('=' || c) FROM unnest(search_codes(unit)) c WHERE NOT is_name
  ) AS v (q) WHERE q IS NOT NULL $function$;

CREATE OR REPLACE FUNCTION public.search_spelling(units jsonb)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$
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
END $function$;

CREATE OR REPLACE FUNCTION public.search_standing(units jsonb, keys tsquery)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT format('d.%s AND search_keys(d.names, d.more, d.codes) @@ %L::tsquery', search_scope(), keys)
    || coalesce(string_agg(' AND ' || search_asked(u), '') FILTER (WHERE EXISTS (
      SELECT FROM jsonb_array_elements_text(u -> 'any') p WHERE btrim(p, '% ') LIKE '% %')), '')
  FROM jsonb_array_elements(units) u $function$;

CREATE OR REPLACE FUNCTION public.search_store(documents search_document[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
$function$;

SELECT search_refill();
-- An index of an expression, which Prisma's schema cannot say: every document is written again before, with words short enough for it.
CREATE INDEX search_document_keys_idx ON search_document USING gin (org_id, noun, search_keys(names, more, codes));
ANALYZE search_document;
