SELECT set_config('check_function_bodies', 'off', true);


CREATE OR REPLACE FUNCTION public.rows_disagreeing(name text, by_column text, value uuid)
 RETURNS bigint
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET "TimeZone" TO 'UTC'
 SET bytea_output TO 'hex'
 SET extra_float_digits TO '1'
AS $function$
DECLARE bound text; changeable text; disagreeing bigint;
BEGIN
  SELECT t.tgname, coalesce(split_part(encode(t.tgargs, 'escape'), '\000', 2), '') INTO bound, changeable
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relname = name AND c.relnamespace = 'public'::regnamespace AND t.tgname IN ('row_insert', 'evidence_insert');
  IF bound IS NULL THEN
    RAISE EXCEPTION 'rows_disagreeing: % is bound by nothing', name USING ERRCODE = '22023';
  END IF;
  IF bound = 'row_insert' THEN
    EXECUTE format($q$SELECT count(*) FROM %1$I t LEFT JOIN LATERAL (SELECT r.digest, r.act FROM row_line r
        WHERE r.org_id = t.org_id AND r.table_name = %1$L AND r.row_key = t.id::text ORDER BY r.number DESC LIMIT 1) l ON true
      WHERE t.org_id = (SELECT app_org()) AND t.%2$I = $1
        AND (l.act IS NULL OR l.act = 'delete' OR l.digest <> evidence_digest(to_jsonb(t), ''))$q$, name, by_column)
      INTO disagreeing USING value;
  ELSE
    EXECUTE format($q$SELECT count(*) FROM %1$I t LEFT JOIN LATERAL (SELECT r.digest FROM evidence_row r
        WHERE r.org_id = t.org_id AND r.table_name = %1$L AND r.row_key = t.id::text AND r.act = 'insert' LIMIT 1) l ON true
      WHERE t.org_id = (SELECT app_org()) AND t.%2$I = $1
        AND l.digest IS DISTINCT FROM evidence_digest(to_jsonb(t), %3$L)$q$, name, by_column, changeable)
      INTO disagreeing USING value;
  END IF;
  RETURN disagreeing;
END $function$;
REVOKE ALL ON FUNCTION rows_disagreeing(text,text,uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rows_disagreeing(text,text,uuid) TO amana_app;
GRANT EXECUTE ON FUNCTION rows_disagreeing(text,text,uuid) TO amana_portal;
