-- Letters as they are looked for: no case, no accent, no vowel sign, one alif, one ya, one ta, in every script that
-- decomposes. `foldText` of the application folds a question alike.
CREATE OR REPLACE FUNCTION fold_text(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT translate(replace(replace(
    regexp_replace(normalize(lower(said), NFD), '[\u0300-\u036f\u0640\u064b-\u065f\u0670]', '', 'g'),
    'œ', 'oe'), 'æ', 'ae'), '’øłٱىة', '''olايه') $$;

-- `said` is what names a subject; `more` is every other word of it, which no controller reads; `codes` is what was
-- ticked or chosen: the words of a code are the screens', in every language, and a question is put into codes by them.
ALTER TABLE search_document
  ADD COLUMN more text NOT NULL DEFAULT '',
  ADD COLUMN codes text[] NOT NULL DEFAULT '{}';
CREATE INDEX "search_document_more_idx" ON "search_document" USING GIN ("more" gin_trgm_ops);
CREATE INDEX "search_document_codes_idx" ON "search_document" USING GIN ("codes");

CREATE OR REPLACE FUNCTION search_keep(documents search_document[]) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO search_word (org_id, word)
    SELECT DISTINCT d.org_id, w
    FROM unnest(documents) d, regexp_split_to_table(d.said || ' ' || d.more, '[^[:alnum:]]+') w
    WHERE length(w) BETWEEN 4 AND 40 AND w !~ '[0-9]'
    ON CONFLICT DO NOTHING;
  INSERT INTO search_document SELECT * FROM unnest(documents)
    ON CONFLICT (subject_id) DO UPDATE SET controller_id = EXCLUDED.controller_id, said = EXCLUDED.said,
      more = EXCLUDED.more, codes = EXCLUDED.codes
    WHERE (search_document.controller_id, search_document.said, search_document.more, search_document.codes)
      IS DISTINCT FROM (EXCLUDED.controller_id, EXCLUDED.said, EXCLUDED.more, EXCLUDED.codes);
$$;

-- Every text of a document but what only names a row or a country: a field added later is found as well.
CREATE FUNCTION record_words(content jsonb) RETURNS text
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  SELECT coalesce(string_agg(said #>> '{}', ' '), '')
  FROM jsonb_path_query(content - ARRAY['activity', 'transferAnswer', 'jointAnswer', 'targetsUnion', 'specialAnswer',
      'minorsAnswer', 'subProcessorsAnswer', 'frequency', 'legalBases', 'specialCategories', 'measureIds'],
    'strict $.** ? (@.type() == "string")') AS said
  WHERE said #>> '{}' !~ '^([A-Z]{2}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|)$' $$;

CREATE FUNCTION record_codes(content jsonb, countries text[], instruments text[], measure_ids uuid[], sub_processor_ids uuid[])
  RETURNS text[] LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  SELECT coalesce(array_agg(DISTINCT code), '{}') FROM (
    SELECT 'special:' || jsonb_array_elements_text(coalesce(content -> 'specialCategories', '[]'))
    UNION ALL SELECT 'basis:' || jsonb_array_elements_text(coalesce(content -> 'legalBases', '[]'))
    UNION ALL SELECT 'special' WHERE content ->> 'specialAnswer' = 'yes'
      OR jsonb_array_length(coalesce(content -> 'specialCategories', '[]')) > 0
    UNION ALL SELECT 'minors:' || (content ->> 'minorsAnswer')
    UNION ALL SELECT 'country:' || unnest(countries)
    UNION ALL SELECT 'country:' || (named ->> 'country')
      FROM jsonb_array_elements(coalesce(content -> 'subProcessors', '[]')) AS named
    UNION ALL SELECT 'instrument:' || split_part(unnest(instruments), ':', 1)
    UNION ALL SELECT 'measure:' || unnest(measure_ids)
    UNION ALL SELECT 'sub-processor:' || unnest(sub_processor_ids)) AS chosen (code) WHERE code IS NOT NULL $$;

CREATE OR REPLACE FUNCTION record_document(r processing_record) RETURNS search_document
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  SELECT ROW(r.id, 'processing-record', r.org_id, r.controller_id, fold_text(concat_ws(' ',
    r.reference, r.activity, r.controller_name,
    CASE WHEN r.capacity = 'controller' THEN translate(r.content ->> 'purposes', '[]",', '') END)),
    fold_text(record_words(r.content)),
    record_codes(r.content, r.countries, r.instruments, r.measure_ids, r.sub_processor_ids))::search_document $$;

CREATE OR REPLACE FUNCTION controller_document(c controller) RETURNS search_document
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  SELECT ROW(c.id, 'controller', c.org_id, c.id, fold_text(c.legal_name), '', '{}'::text[])::search_document $$;

CREATE OR REPLACE FUNCTION contract_document(c contract) RETURNS search_document
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  SELECT ROW(c.id, 'contract', c.org_id, c.controller_id,
    fold_text(concat_ws(' ', c.reference, c.title, c.controller_name)), '', '{}'::text[])::search_document $$;

CREATE OR REPLACE FUNCTION transfer_document(t transfer) RETURNS search_document
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  SELECT ROW(t.id, 'transfer', t.org_id, t.controller_id,
    fold_text(concat_ws(' ', t.reference, t.importer_name, t.controller_name)), '', '{}'::text[])::search_document $$;

CREATE OR REPLACE FUNCTION sub_processor_document(s sub_processor) RETURNS search_document
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  SELECT ROW(s.id, 'sub-processor', s.org_id, NULL::uuid, fold_text(concat_ws(' ', s.reference, s.name, s.service,
    (SELECT string_agg(link ->> 'name', ' ') FROM jsonb_array_elements(s.content #> '{chain,links}') AS link)
  )), '', '{}'::text[])::search_document $$;

CREATE OR REPLACE FUNCTION instruction_document(i instruction) RETURNS search_document
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT ROW(i.id, 'instruction', i.org_id, i.controller_id, fold_text(concat_ws(' ',
    i.number, c.legal_name, i.author_name, left(i.text, 2000))), '', '{}'::text[])::search_document
  FROM controller c WHERE c.org_id = i.org_id AND c.id = i.controller_id $$;

CREATE OR REPLACE FUNCTION authorisation_document(a authorisation) RETURNS search_document
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT ROW(a.id, 'authorisation', a.org_id, a.controller_id, fold_text(concat_ws(' ',
    a.reference, a.controller_name, s.reference, s.name)), '', '{}'::text[])::search_document
  FROM sub_processor s WHERE s.org_id = a.org_id AND s.id = a.sub_processor_id $$;

CREATE OR REPLACE FUNCTION search_records() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM search_keep((SELECT array_agg(record_document(r)) FROM fresh r));
  ELSE
    PERFORM search_keep((SELECT array_agg(record_document(r)) FROM fresh r JOIN stale s ON s.id = r.id
      WHERE (r.reference, r.activity, r.controller_id, r.controller_name, r.content, r.countries, r.instruments,
          r.measure_ids, r.sub_processor_ids) IS DISTINCT FROM
        (s.reference, s.activity, s.controller_id, s.controller_name, s.content, s.countries, s.instruments,
          s.measure_ids, s.sub_processor_ids)));
  END IF;
  RETURN NULL;
END $$;

-- The scope alone: what a question asks is added by `search_asked`. A search runs as the owner of the documents, whom
-- row-level security binds as well: what a draft says is not found by a controller.
CREATE FUNCTION search_scope() RETURNS text
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT format('org_id = %L', app_org()) ||
    CASE app_scope()
      WHEN 'portal' THEN format(' AND controller_id = %L', app_controller()) ||
        ' AND (noun NOT IN (''processing-record'', ''contract'', ''authorisation'') OR subject_id IN (
          SELECT id FROM processing_record UNION ALL SELECT id FROM contract UNION ALL SELECT id FROM authorisation))'
      WHEN 'staff' THEN '' WHEN 'auditor' THEN '' ELSE ' AND false' END $$;

CREATE FUNCTION search_pattern(term text) RETURNS text
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  SELECT '%' || regexp_replace(term, '([\\%_])', '\\\1', 'g') || '%' $$;

-- That one term stands in a document: in what names it, in its other words, or in a code that the term means. A
-- controller searches names alone: notes are not given to it. Two letters stand nearly everywhere, and no index finds them.
CREATE FUNCTION search_asked(term text, meant text[]) RETURNS text
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT format('(said LIKE %L', search_pattern(term)) ||
    CASE WHEN app_scope() IN ('staff', 'auditor') THEN
      CASE WHEN length(term) > 2 THEN format(' OR more LIKE %L', search_pattern(term)) ELSE '' END ||
      CASE WHEN cardinality(meant) > 0 THEN format(' OR codes && %L::text[]', meant) ELSE '' END
    ELSE '' END || ')' $$;

CREATE FUNCTION search_meant(meant jsonb, term text) RETURNS text[]
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  SELECT ARRAY(SELECT jsonb_array_elements_text(coalesce(meant -> term, '[]'))) $$;

DROP FUNCTION search_ids(text, text[], int);
DROP FUNCTION search_spelling(text[]);
DROP FUNCTION search_condition(text[]);

-- Ids of the subjects of a noun in which every folded term stands: all in no order, or the likeliest `most`: first one whose reference or
-- name begins with the first term, then those that have every term in their name, then in the order of references.
-- `meant` holds the codes that each term means, by term.
CREATE FUNCTION search_ids(wanted text, terms text[], meant jsonb, most int) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN QUERY EXECUTE format('SELECT subject_id FROM search_document WHERE noun = %L AND %s AND %s',
      wanted, search_scope(), (SELECT string_agg(search_asked(t, search_meant(meant, t)), ' AND ') FROM unnest(terms) t)) ||
    CASE WHEN most IS NULL THEN ''
      ELSE format(' ORDER BY starts_with(said, %L) DESC, said LIKE ALL (%L::text[]) DESC, said LIMIT %L',
        terms[1], ARRAY(SELECT search_pattern(t) FROM unnest(terms) t), most) END;
END $$;

-- Ids of the subjects of a noun in which all of these are ticked or chosen, along the index of codes.
CREATE FUNCTION search_coded(wanted text, chosen text[]) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF app_scope() IN ('staff', 'auditor') THEN
    RETURN QUERY EXECUTE format('SELECT subject_id FROM search_document WHERE noun = %L AND %s AND codes @> %L::text[]',
      wanted, search_scope(), chosen);
  END IF;
END $$;

-- The same terms, those that stand nowhere and mean nothing put right by the nearest word of the organisation.
CREATE FUNCTION search_spelling(terms text[], meant jsonb) RETURNS text[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE t text; stands boolean; nearest text; spelt text[] := '{}';
BEGIN
  FOREACH t IN ARRAY terms LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM search_document WHERE %s AND %s)',
      search_scope(), search_asked(t, search_meant(meant, t))) INTO stands;
    nearest := NULL;
    IF NOT stands AND length(t) > 3 AND app_scope() IN ('staff', 'auditor') THEN
      SELECT word INTO nearest FROM search_word WHERE org_id = app_org() AND word % t
        ORDER BY similarity(word, t) DESC, word LIMIT 1;
    END IF;
    spelt := spelt || coalesce(nearest, t);
  END LOOP;
  RETURN spelt;
END $$;

REVOKE ALL ON FUNCTION search_ids(text, text[], jsonb, int), search_coded(text, text[]), search_spelling(text[], jsonb)
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_ids(text, text[], jsonb, int), search_coded(text, text[]), search_spelling(text[], jsonb)
  TO amana_app;

-- Every document once more, as it is folded now: a later change of what is searched ends with a call of this.
CREATE FUNCTION search_refill() RETURNS void
  LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  -- The owner reads the rows as a backup does.
  PERFORM set_config('app.backup', 'on', true);
  DELETE FROM search_word;
  PERFORM search_keep(ARRAY(SELECT record_document(r) FROM processing_record r));
  PERFORM search_keep(ARRAY(SELECT controller_document(c) FROM controller c));
  PERFORM search_keep(ARRAY(SELECT contract_document(c) FROM contract c));
  PERFORM search_keep(ARRAY(SELECT transfer_document(t) FROM transfer t));
  PERFORM search_keep(ARRAY(SELECT sub_processor_document(s) FROM sub_processor s));
  PERFORM search_keep(ARRAY(SELECT instruction_document(i) FROM instruction i));
  PERFORM search_keep(ARRAY(SELECT authorisation_document(a) FROM authorisation a));
  PERFORM set_config('app.backup', '', true);
END $$;
REVOKE ALL ON FUNCTION search_refill() FROM PUBLIC;
SELECT search_refill();
