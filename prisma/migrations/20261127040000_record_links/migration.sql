-- An entry names its contracts and its transfers by their rows: which entries name one is found in SQL.
ALTER TABLE "processing_record" ADD COLUMN "contract_ids" UUID[] DEFAULT ARRAY[]::UUID[];
ALTER TABLE "processing_record" ADD COLUMN "transfer_ids" UUID[] DEFAULT ARRAY[]::UUID[];
ALTER TABLE "record_version" ADD COLUMN "contract_ids" UUID[] DEFAULT ARRAY[]::UUID[];
ALTER TABLE "record_version" ADD COLUMN "transfer_ids" UUID[] DEFAULT ARRAY[]::UUID[];
CREATE INDEX "processing_record_contract_ids_idx" ON "processing_record" USING GIN ("contract_ids");
CREATE INDEX "processing_record_transfer_ids_idx" ON "processing_record" USING GIN ("transfer_ids");

-- As of a past day, a controller reads in its extract the contract that its entries named then, as it was then; and an
-- onward transfer of several clients where one of its own entries names it.
CREATE POLICY portal_extract ON contract_version FOR SELECT USING (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller()) AND state <> 'draft');
CREATE POLICY portal_linked ON transfer FOR SELECT USING (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND controller_id IS NULL
  AND id IN (SELECT unnest(r.transfer_ids) FROM processing_record r WHERE r.controller_id = (SELECT app_controller())));
CREATE POLICY portal_linked ON transfer_version FOR SELECT USING (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND controller_id IS NULL
  AND transfer_id IN (SELECT unnest(v.transfer_ids) FROM record_version v WHERE v.controller_id = (SELECT app_controller())));

-- The example leaves behind what entries of people's own name.
DROP FUNCTION example_clear(uuid);
CREATE FUNCTION example_clear(org uuid)
  RETURNS TABLE (records int, controllers int, measures int, contracts int, instructions int, transfers int,
    "subProcessors" int, authorisations int, kept int)
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

  -- One that a request of theirs follows, or that somebody answered, asked about or gave evidence for, stays.
  SELECT array_agg(e.subject_id) INTO gone FROM example_row e
    WHERE e.org_id = org AND e.noun = 'authorisation'
      AND NOT EXISTS (SELECT FROM attachment a WHERE a.org_id = org AND a.subject_id = e.subject_id)
      AND NOT EXISTS (SELECT FROM authorisation_fact f WHERE f.org_id = org AND f.authorisation_id = e.subject_id
        AND f.recorded_at > e.created_at)
      AND NOT EXISTS (SELECT FROM authorisation n WHERE n.org_id = org AND n.supersedes_id = e.subject_id
        AND NOT EXISTS (SELECT FROM example_row o WHERE o.org_id = org AND o.noun = 'authorisation' AND o.subject_id = n.id));
  DELETE FROM authorisation_fact WHERE org_id = org AND authorisation_id = ANY (gone);
  DELETE FROM authorisation_condition WHERE org_id = org AND authorisation_id = ANY (gone);
  DELETE FROM authorisation WHERE org_id = org AND id = ANY (gone);
  GET DIAGNOSTICS authorisations = ROW_COUNT;

  SELECT array_agg(e.subject_id) INTO gone FROM example_row e
    WHERE e.org_id = org AND e.noun = 'processing-record'
      AND NOT EXISTS (SELECT FROM instruction i WHERE i.org_id = org AND i.record_ids @> ARRAY[e.subject_id])
      AND NOT EXISTS (SELECT FROM contract_end x WHERE x.org_id = org AND x.record_ids @> ARRAY[e.subject_id]);
  DELETE FROM record_state_fact WHERE org_id = org AND record_id = ANY (gone);
  DELETE FROM record_version WHERE org_id = org AND record_id = ANY (gone);
  DELETE FROM record_assessment WHERE org_id = org AND record_id = ANY (gone);
  UPDATE import_row SET record_id = NULL WHERE org_id = org AND record_id = ANY (gone);
  DELETE FROM processing_record WHERE org_id = org AND id = ANY (gone);
  GET DIAGNOSTICS records = ROW_COUNT;

  SELECT array_agg(e.subject_id) INTO gone FROM example_row e
    WHERE e.org_id = org AND e.noun = 'transfer'
      AND NOT EXISTS (SELECT FROM attachment a WHERE a.org_id = org AND a.subject_id = e.subject_id)
      AND NOT EXISTS (SELECT FROM processing_record r
        WHERE r.org_id = org AND r.transfer_ids @> ARRAY[e.subject_id]);
  DELETE FROM transfer_fact WHERE org_id = org AND transfer_id = ANY (gone);
  DELETE FROM transfer_version WHERE org_id = org AND transfer_id = ANY (gone);
  DELETE FROM transfer WHERE org_id = org AND id = ANY (gone);
  GET DIAGNOSTICS transfers = ROW_COUNT;

  SELECT array_agg(e.subject_id) INTO gone FROM example_row e
    WHERE e.org_id = org AND e.noun = 'sub-processor'
      AND NOT EXISTS (SELECT FROM processing_record r
        WHERE r.org_id = org AND r.sub_processor_ids @> ARRAY[e.subject_id])
      AND NOT EXISTS (SELECT FROM authorisation n WHERE n.org_id = org AND n.sub_processor_id = e.subject_id)
      AND NOT EXISTS (SELECT FROM attachment a WHERE a.org_id = org AND a.subject_id = e.subject_id)
      AND NOT EXISTS (SELECT FROM transfer t WHERE t.org_id = org AND t.sub_processor_id = e.subject_id);
  DELETE FROM sub_processor_fact WHERE org_id = org AND sub_processor_id = ANY (gone);
  DELETE FROM sub_processor_version WHERE org_id = org AND sub_processor_id = ANY (gone);
  DELETE FROM sub_processor WHERE org_id = org AND id = ANY (gone);
  GET DIAGNOSTICS "subProcessors" = ROW_COUNT;

  SELECT array_agg(e.subject_id) INTO gone FROM example_row e
    WHERE e.org_id = org AND e.noun = 'contract'
      AND NOT EXISTS (SELECT FROM attachment a WHERE a.org_id = org AND a.subject_id = e.subject_id)
      AND NOT EXISTS (SELECT FROM contract_end x WHERE x.org_id = org AND x.contract_id = e.subject_id)
      AND NOT EXISTS (SELECT FROM authorisation n WHERE n.org_id = org AND n.contract_id = e.subject_id)
      AND NOT EXISTS (SELECT FROM processing_record r
        WHERE r.org_id = org AND r.contract_ids @> ARRAY[e.subject_id]);
  DELETE FROM contract_fact WHERE org_id = org AND contract_id = ANY (gone);
  DELETE FROM contract_instructor WHERE org_id = org AND contract_id = ANY (gone);
  DELETE FROM contract_version WHERE org_id = org AND contract_id = ANY (gone);
  DELETE FROM contract WHERE org_id = org AND id = ANY (gone);
  GET DIAGNOSTICS contracts = ROW_COUNT;

  SELECT array_agg(e.subject_id) INTO gone FROM example_row e
    WHERE e.org_id = org AND e.noun = 'controller'
      AND NOT EXISTS (SELECT FROM processing_record r WHERE r.org_id = org AND r.controller_id = e.subject_id)
      AND NOT EXISTS (SELECT FROM contract c WHERE c.org_id = org AND c.controller_id = e.subject_id)
      AND NOT EXISTS (SELECT FROM instruction i WHERE i.org_id = org AND i.controller_id = e.subject_id)
      AND NOT EXISTS (SELECT FROM transfer t WHERE t.org_id = org AND t.controller_id = e.subject_id)
      AND NOT EXISTS (SELECT FROM authorisation n WHERE n.org_id = org AND n.controller_id = e.subject_id)
      AND NOT EXISTS (SELECT FROM thread d WHERE d.org_id = org AND d.controller_id = e.subject_id)
      AND NOT EXISTS (SELECT FROM controller_contact k WHERE k.org_id = org AND k.controller_id = e.subject_id);
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

  SELECT count(*) - coalesce(records, 0) - controllers - measures - contracts - instructions - transfers - "subProcessors"
    - authorisations INTO kept
    FROM example_row WHERE org_id = org;
  DELETE FROM example_row WHERE org_id = org;
  RETURN NEXT;
END $$;
REVOKE ALL ON FUNCTION example_clear(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION example_clear(uuid) TO amana_app;
