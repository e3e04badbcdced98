-- Says whether one term stands in a document: in what names it, in its other words, or in a code that the term means. A
-- controller searches names alone: notes are not given to it. Two letters stand nearly everywhere, and no index finds them.
CREATE OR REPLACE FUNCTION search_asked(term text, meant text[]) RETURNS text
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT format('(names LIKE %L', search_pattern(term)) ||
    CASE WHEN app_scope() IN ('staff', 'auditor') THEN
      CASE WHEN length(term) > 2 THEN format(' OR more LIKE %L', search_pattern(term)) ELSE '' END ||
      CASE WHEN cardinality(meant) > 0 THEN format(' OR codes && %L::text[]', meant) ELSE '' END
    ELSE '' END || ')' $$;

-- Ids of the subjects of a noun in which all of these are ticked or chosen, along the index of codes.
CREATE OR REPLACE FUNCTION search_coded(wanted text, chosen text[]) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  IF app_scope() IN ('staff', 'auditor') THEN
    RETURN QUERY EXECUTE format('SELECT subject_id FROM search_document WHERE noun = %L AND %s AND codes @> %L::text[]',
      wanted, search_scope(), chosen);
  END IF;
END $$;
REVOKE ALL ON FUNCTION search_coded(text,text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_coded(text,text[]) TO amana_app;

-- Ids of the subjects of several nouns in which every folded term stands, found in one pass over the documents: of each
-- noun all, or the likeliest `most`: first one whose reference or name begins with the first term, then those that have
-- every term in their name, then in the order of references. `meant` holds the codes that each term means, by term.
CREATE OR REPLACE FUNCTION search_found(wanted text[], terms text[], meant jsonb, most int)
  RETURNS TABLE (noun text, subject_id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
DECLARE place text := '1';
BEGIN
  IF cardinality(terms) = 0 THEN RETURN; END IF;
  IF most IS NOT NULL THEN
    place := format('row_number() OVER (PARTITION BY d.noun ORDER BY starts_with(d.names, %L) DESC,
      d.names LIKE ALL (%L::text[]) DESC, d.names)',
      terms[1], ARRAY(SELECT search_pattern(t) FROM unnest(terms) t));
  END IF;
  RETURN QUERY EXECUTE 'SELECT f.noun, f.subject_id FROM (SELECT d.noun, d.subject_id, ' || place || ' AS place
    FROM search_document d WHERE ' || format('d.noun = ANY (%L::text[]) AND ', wanted) || search_scope() || ' AND ' ||
    (SELECT string_agg(search_asked(t, search_meant(meant, t)), ' AND ') FROM unnest(terms) t) || ') AS f' ||
    CASE WHEN most IS NULL THEN '' ELSE format(' WHERE f.place <= %L ORDER BY f.noun, f.place', most) END;
END $$;
REVOKE ALL ON FUNCTION search_found(text[], text[], jsonb, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_found(text[], text[], jsonb, int) TO amana_app;

-- Ids of the subjects of one noun.
CREATE OR REPLACE FUNCTION search_ids(wanted text, terms text[], meant jsonb, most int) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT f.subject_id FROM search_found(ARRAY[wanted], terms, meant, most) AS f $$;
REVOKE ALL ON FUNCTION search_ids(text,text[],jsonb,integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_ids(text,text[],jsonb,integer) TO amana_app;

CREATE OR REPLACE FUNCTION search_meant(meant jsonb, term text) RETURNS text[]
  LANGUAGE sql IMMUTABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT ARRAY(SELECT jsonb_array_elements_text(coalesce(meant -> term, '[]'))) $$;

CREATE OR REPLACE FUNCTION search_pattern(term text) RETURNS text
  LANGUAGE sql IMMUTABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT '%' || regexp_replace(term, '([\\%_])', '\\\1', 'g') || '%' $$;

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
  PERFORM set_config('app.backup', '', true);
END $$;
REVOKE ALL ON FUNCTION search_refill() FROM PUBLIC;

-- A result tells that a word is there, notes among the rest: no page of the portal searches.
CREATE OR REPLACE FUNCTION search_scope() RETURNS text
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT format('org_id = %L', app_org()) || CASE WHEN app_scope() IN ('staff', 'auditor') THEN '' ELSE ' AND false' END $$;

-- Puts right those terms that stand nowhere and mean nothing, by the nearest word of the organisation.
CREATE OR REPLACE FUNCTION search_spelling(terms text[], meant jsonb) RETURNS text[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
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
REVOKE ALL ON FUNCTION search_spelling(text[],jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_spelling(text[],jsonb) TO amana_app;

CREATE OR REPLACE FUNCTION search_store(documents search_document[]) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  INSERT INTO search_word (org_id, word)
    SELECT DISTINCT d.org_id, w
    FROM unnest(documents) d, regexp_split_to_table(d.names || ' ' || d.more, '[^[:alnum:]]+') w
    WHERE length(w) BETWEEN 4 AND 40 AND w !~ '[0-9]'
    ON CONFLICT DO NOTHING;
  INSERT INTO search_document SELECT * FROM unnest(documents)
    ON CONFLICT (subject_id) DO UPDATE SET controller_id = EXCLUDED.controller_id, names = EXCLUDED.names,
      more = EXCLUDED.more, codes = EXCLUDED.codes
    WHERE (search_document.controller_id, search_document.names, search_document.more, search_document.codes)
      IS DISTINCT FROM (EXCLUDED.controller_id, EXCLUDED.names, EXCLUDED.more, EXCLUDED.codes);
$$;
REVOKE ALL ON FUNCTION search_store(search_document[]) FROM PUBLIC;
