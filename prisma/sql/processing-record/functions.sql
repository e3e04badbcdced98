CREATE OR REPLACE FUNCTION controller_renames_records() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  UPDATE processing_record SET controller_name = NEW.legal_name
    WHERE org_id = NEW.org_id AND controller_id = NEW.id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION controller_renames_records() FROM PUBLIC;

-- A controller is shown the name of a procedure that its entries name and the days of its versions, and no word of it.
CREATE OR REPLACE FUNCTION portal.version_days(content jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT jsonb_build_object('lines', coalesce((SELECT jsonb_agg(jsonb_build_object('inForceFrom', line -> 'inForceFrom')
      ORDER BY place)
    FROM jsonb_array_elements(content -> 'lines') WITH ORDINALITY AS u (line, place)), '[]'))
$$;
REVOKE ALL ON FUNCTION portal.version_days(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal.version_days(jsonb) TO amana_portal;

-- Documents hold what is shown beside what is not. Their views read as their owner, whom row-level security may not bind:
-- each names its rows itself, and leaves out what the processor wrote for its own use.
CREATE OR REPLACE FUNCTION portal.without_notes(clauses jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT coalesce(jsonb_object_agg(key, CASE WHEN jsonb_typeof(value) = 'object' THEN value || '{"note": ""}' ELSE value END), '{}')
  FROM jsonb_each(clauses)
$$;
REVOKE ALL ON FUNCTION portal.without_notes(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal.without_notes(jsonb) TO amana_portal;

CREATE OR REPLACE FUNCTION record_codes(content jsonb, countries text[], instruments text[], measure_ids uuid[], sub_processor_ids uuid[])
  RETURNS text[]
  LANGUAGE plpgsql IMMUTABLE AS $$
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
  chosen := content -> 'destinations';
  IF jsonb_array_length(chosen) > 0 THEN
    codes := codes || ARRAY(SELECT 'place-kind:' || (named ->> 'placeKind') FROM jsonb_array_elements(chosen) AS named
      WHERE named ->> 'placeKind' IS NOT NULL);
  END IF;
  FOREACH one IN ARRAY countries LOOP codes := array_append(codes, 'country:' || one); END LOOP;
  FOREACH one IN ARRAY instruments LOOP codes := array_append(codes, 'instrument:' || split_part(one, ':', 1)); END LOOP;
  FOREACH id IN ARRAY measure_ids LOOP codes := array_append(codes, 'measure:' || id); END LOOP;
  FOREACH id IN ARRAY sub_processor_ids LOOP codes := array_append(codes, 'sub-processor:' || id); END LOOP;
  IF cardinality(codes) < 2 THEN RETURN codes; END IF;
  RETURN ARRAY(SELECT DISTINCT code FROM unnest(codes) AS code ORDER BY code);
END $$;

CREATE OR REPLACE FUNCTION record_document(r processing_record) RETURNS search_document
  LANGUAGE sql STABLE AS $$
  SELECT ROW(r.id, 'processing-record', r.org_id, r.controller_id, fold_text(concat_ws(' ',
    r.reference, r.activity, r.controller_name,
    CASE WHEN r.capacity = 'controller' THEN translate(r.content ->> 'purposes', '[]",', '') END)),
    fold_text(record_words(r.content)),
    record_codes(r.content, r.countries, r.instruments, r.measure_ids, r.sub_processor_ids) ||
      ARRAY(SELECT 'place-kind:' || (t.content #>> '{importer,placeKind}') FROM transfer t
        WHERE t.org_id = r.org_id AND t.id = ANY (r.transfer_ids)
          AND t.content #>> '{importer,placeKind}' IS NOT NULL))::search_document $$;

CREATE OR REPLACE FUNCTION record_names_controller() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  NEW.controller_name := coalesce(
    (SELECT legal_name FROM controller WHERE org_id = NEW.org_id AND id = NEW.controller_id), '');
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION record_names_controller() FROM PUBLIC;

-- The answer under article 8 is a code, as the other answers are, and no word of an entry.
CREATE OR REPLACE FUNCTION record_words(content jsonb) RETURNS text
  LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(string_agg(said #>> '{}', ' '), '')
  FROM jsonb_path_query(content - ARRAY['activity', 'transferAnswer', 'jointAnswer', 'targetsUnion', 'specialAnswer',
      'minorsAnswer', 'minorsConsent', 'subProcessorsAnswer', 'frequency', 'legalBases', 'specialCategories', 'measureIds'],
    'strict $.** ? (@.type() == "string" && @ != "")') AS said
  WHERE said #>> '{}' !~ '^([A-Z]{2}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$' $$;

-- In the transaction of each change, in one statement however many rows it changes.
CREATE OR REPLACE FUNCTION search_records() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM search_store((SELECT array_agg(record_document(r)) FROM fresh r));
  ELSE
    PERFORM search_store((SELECT array_agg(record_document(r)) FROM fresh r JOIN stale s ON s.id = r.id
      WHERE (r.reference, r.activity, r.controller_id, r.controller_name, r.content, r.countries, r.instruments,
          r.measure_ids, r.sub_processor_ids, r.transfer_ids) IS DISTINCT FROM
        (s.reference, s.activity, s.controller_id, s.controller_name, s.content, s.countries, s.instruments,
          s.measure_ids, s.sub_processor_ids, s.transfer_ids)));
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION search_records() FROM PUBLIC;
