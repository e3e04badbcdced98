-- A row of the same example holds no other back, of whichever noun it is.
CREATE OR REPLACE FUNCTION example.free_rows(of_noun text) RETURNS text
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT 'SELECT array_agg(e.subject_id) FROM example_row e WHERE e.org_id = $1 AND e.noun = $2'
    || coalesce(string_agg(format(' AND NOT EXISTS (SELECT FROM %I h WHERE h.org_id = $1 AND %s%s%s)', h.name,
      format(CASE WHEN a.atttypid = 'uuid[]'::regtype THEN 'h.%I @> ARRAY[e.subject_id]'
        ELSE 'h.%I = e.subject_id' END, h.key),
      CASE WHEN h.later IS NULL THEN '' ELSE format(' AND h.%I > e.created_at', h.later) END,
      CASE WHEN h.but_own THEN ' AND NOT EXISTS (SELECT FROM example_row o
        WHERE o.org_id = $1 AND o.subject_id = h.id)' ELSE '' END), '' ORDER BY h.name, h.key), '')
  FROM example.holding_table h JOIN pg_attribute a
    ON a.attrelid = ('public.' || quote_ident(h.name))::regclass AND a.attname = h.key
  WHERE h.noun = of_noun
$$;
REVOKE ALL ON FUNCTION example.free_rows(text) FROM PUBLIC;

-- The example takes its assessments away with it.
CREATE OR REPLACE FUNCTION example_clear(org uuid) RETURNS TABLE(noun text, cleared integer, held integer)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
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
  DELETE FROM compliance_day d WHERE d.org_id = org
    AND d.recorded_at >= (SELECT min(e.created_at) FROM example_row e WHERE e.org_id = org);
  DELETE FROM example_row WHERE org_id = org;
END $$;
REVOKE ALL ON FUNCTION example_clear(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION example_clear(uuid) TO amana_app;
