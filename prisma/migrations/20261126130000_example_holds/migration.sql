-- The example takes its instructions away with it; what people's own contracts, instructions and documents rest on stays.
DROP FUNCTION example_clear(uuid);
CREATE FUNCTION example_clear(org uuid)
  RETURNS TABLE (records int, controllers int, measures int, contracts int, instructions int, kept int)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE gone uuid[];
BEGIN
  IF org IS DISTINCT FROM app_org() OR app_scope() <> 'staff' THEN
    RAISE EXCEPTION 'example: % is not in scope', org USING ERRCODE = '42501';
  END IF;

  -- One that an instruction of theirs supersedes stays with it.
  SELECT array_agg(e.subject_id) INTO gone FROM example_row e
    WHERE e.org_id = org AND e.noun = 'instruction'
      AND NOT EXISTS (SELECT FROM attachment a WHERE a.org_id = org AND a.subject_id = e.subject_id)
      AND NOT EXISTS (SELECT FROM instruction i WHERE i.org_id = org AND i.supersedes_id = e.subject_id
        AND NOT EXISTS (SELECT FROM example_row o WHERE o.org_id = org AND o.noun = 'instruction' AND o.subject_id = i.id));
  UPDATE instruction SET supersedes_id = NULL WHERE org_id = org AND id = ANY (gone);
  DELETE FROM instruction_fact WHERE org_id = org AND instruction_id = ANY (gone);
  DELETE FROM instruction_version WHERE org_id = org AND instruction_id = ANY (gone);
  DELETE FROM instruction WHERE org_id = org AND id = ANY (gone);
  GET DIAGNOSTICS instructions = ROW_COUNT;

  SELECT array_agg(e.subject_id) INTO gone FROM example_row e
    WHERE e.org_id = org AND e.noun = 'processing-record'
      AND NOT EXISTS (SELECT FROM instruction i WHERE i.org_id = org AND i.record_ids @> ARRAY[e.subject_id]);
  DELETE FROM record_state_fact WHERE org_id = org AND record_id = ANY (gone);
  DELETE FROM record_version WHERE org_id = org AND record_id = ANY (gone);
  DELETE FROM record_assessment WHERE org_id = org AND record_id = ANY (gone);
  UPDATE import_row SET record_id = NULL WHERE org_id = org AND record_id = ANY (gone);
  DELETE FROM processing_record WHERE org_id = org AND id = ANY (gone);
  GET DIAGNOSTICS records = ROW_COUNT;

  SELECT array_agg(e.subject_id) INTO gone FROM example_row e
    WHERE e.org_id = org AND e.noun = 'contract'
      AND NOT EXISTS (SELECT FROM attachment a WHERE a.org_id = org AND a.subject_id = e.subject_id);
  DELETE FROM contract_fact WHERE org_id = org AND contract_id = ANY (gone);
  DELETE FROM contract_instructor WHERE org_id = org AND contract_id = ANY (gone);
  DELETE FROM contract_version WHERE org_id = org AND contract_id = ANY (gone);
  DELETE FROM contract WHERE org_id = org AND id = ANY (gone);
  GET DIAGNOSTICS contracts = ROW_COUNT;

  SELECT array_agg(e.subject_id) INTO gone FROM example_row e
    WHERE e.org_id = org AND e.noun = 'controller'
      AND NOT EXISTS (SELECT FROM processing_record r WHERE r.org_id = org AND r.controller_id = e.subject_id)
      AND NOT EXISTS (SELECT FROM contract c WHERE c.org_id = org AND c.controller_id = e.subject_id)
      AND NOT EXISTS (SELECT FROM instruction i WHERE i.org_id = org AND i.controller_id = e.subject_id);
  DELETE FROM instruction_series WHERE org_id = org AND controller_id = ANY (gone);
  DELETE FROM controller_spelling WHERE org_id = org AND controller_id = ANY (gone);
  DELETE FROM controller_version WHERE org_id = org AND controller_id = ANY (gone);
  DELETE FROM controller WHERE org_id = org AND id = ANY (gone);
  GET DIAGNOSTICS controllers = ROW_COUNT;

  SELECT array_agg(e.subject_id) INTO gone FROM example_row e
    WHERE e.org_id = org AND e.noun = 'measure'
      AND NOT EXISTS (SELECT FROM processing_record r WHERE r.org_id = org AND r.measure_ids @> ARRAY[e.subject_id])
      AND NOT EXISTS (SELECT FROM attachment a WHERE a.org_id = org AND a.subject_id = e.subject_id);
  DELETE FROM measure_version WHERE org_id = org AND measure_id = ANY (gone);
  DELETE FROM measure WHERE org_id = org AND id = ANY (gone);
  GET DIAGNOSTICS measures = ROW_COUNT;

  SELECT count(*) - coalesce(records, 0) - controllers - measures - contracts - instructions INTO kept
    FROM example_row WHERE org_id = org;
  DELETE FROM example_row WHERE org_id = org;
  RETURN NEXT;
END $$;
REVOKE ALL ON FUNCTION example_clear(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION example_clear(uuid) TO amana_app;
