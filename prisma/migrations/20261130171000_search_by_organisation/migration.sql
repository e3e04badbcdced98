-- Ids of the subjects of several nouns in which every folded term stands, found in one pass over the documents: of each
-- noun all, or the likeliest `most`: first one whose reference or name begins with the first term, then those that have
-- every term in their name, then in the order of references. `meant` holds the codes that each term means, by term.
CREATE OR REPLACE FUNCTION search_found(wanted text[], terms text[], meant jsonb, most int)
  RETURNS TABLE (noun text, subject_id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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

CREATE OR REPLACE FUNCTION search_ids(wanted text, terms text[], meant jsonb, most int) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT f.subject_id FROM search_found(ARRAY[wanted], terms, meant, most) AS f $$;

-- The organisation is a key of each index, which then reads no more of a word than one organisation has of it.
-- Extension of the package that has pg_trgm, trusted like it.
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE INDEX "search_document_org_id_names_idx" ON "search_document" USING GIN ("org_id", "names" gin_trgm_ops);
CREATE INDEX "search_document_org_id_more_idx" ON "search_document" USING GIN ("org_id", "more" gin_trgm_ops);
CREATE INDEX "search_document_org_id_codes_idx" ON "search_document" USING GIN ("org_id", "codes");
DROP INDEX "search_document_names_idx", "search_document_more_idx", "search_document_codes_idx";
