SELECT set_config('check_function_bodies', 'off', true);


CREATE OR REPLACE FUNCTION public.record_codes(content jsonb, countries text[], instruments text[], measure_ids uuid[], sub_processor_ids uuid[])
 RETURNS text[]
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
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
END $function$;

CREATE OR REPLACE FUNCTION public.record_document(r processing_record)
 RETURNS search_document
 LANGUAGE sql
 STABLE
AS $function$
  SELECT ROW(r.id, 'processing-record', r.org_id, r.controller_id, fold_text(concat_ws(' ',
    r.reference, r.activity, r.controller_name,
    CASE WHEN r.capacity = 'controller' THEN translate(r.content ->> 'purposes', '[]",', '') END)),
    fold_text(record_words(r.content)),
    record_codes(r.content, r.countries, r.instruments, r.measure_ids, r.sub_processor_ids) ||
      ARRAY(SELECT 'place-kind:' || (t.content #>> '{importer,placeKind}') FROM transfer t
        WHERE t.org_id = r.org_id AND t.id = ANY (r.transfer_ids)
          AND t.content #>> '{importer,placeKind}' IS NOT NULL))::search_document $function$;

CREATE OR REPLACE FUNCTION public.search_records()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
END $function$;

CREATE OR REPLACE FUNCTION public.search_transfers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM search_store((SELECT array_agg(transfer_document(t)) FROM fresh t));
  -- An entry is found by the kind of place that its transfer names.
  PERFORM search_store((SELECT array_agg(record_document(r)) FROM processing_record r
    WHERE r.org_id IN (SELECT org_id FROM fresh) AND r.transfer_ids && (SELECT array_agg(id) FROM fresh)));
  RETURN NULL;
END $function$;

SELECT search_refill();
