-- What the gaps of a version became though nobody said anything new: the day, a rule or a party changed. A register as
-- of a date shows the last one that was known by then; a version without any shows what was found as it was written.
CREATE TABLE "record_assessment" (
    "record_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "org_id" UUID NOT NULL,
    "required_gaps" INTEGER NOT NULL,
    "advisable_gaps" INTEGER NOT NULL,
    "gap_codes" TEXT[],
    "rules_version" INTEGER NOT NULL,

    CONSTRAINT "record_assessment_pkey" PRIMARY KEY ("record_id","version","recorded_at")
);

ALTER TABLE record_assessment ENABLE ROW LEVEL SECURITY;
ALTER TABLE record_assessment FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON record_assessment FOR ALL
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
CREATE POLICY auditor ON record_assessment FOR SELECT
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'auditor');
GRANT SELECT, INSERT ON record_assessment TO amana_app;
-- Two within one instant: the second stands.
GRANT UPDATE (required_gaps, advisable_gaps, gap_codes, rules_version) ON record_assessment TO amana_app;

-- A register as of a date, in the order of its references.
CREATE INDEX "record_version_org_id_capacity_reference_record_id_idx"
  ON "record_version"("org_id", "capacity", "reference", "record_id");

-- The example takes its assessments away with it.
CREATE OR REPLACE FUNCTION example_clear(org uuid) RETURNS TABLE (records int, controllers int, measures int, kept int)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE gone uuid[];
BEGIN
  IF org IS DISTINCT FROM app_org() OR app_scope() <> 'staff' THEN
    RAISE EXCEPTION 'example: % is not in scope', org USING ERRCODE = '42501';
  END IF;

  SELECT array_agg(subject_id) INTO gone FROM example_row WHERE org_id = org AND noun = 'processing-record';
  DELETE FROM record_state_fact WHERE org_id = org AND record_id = ANY (gone);
  DELETE FROM record_version WHERE org_id = org AND record_id = ANY (gone);
  DELETE FROM record_assessment WHERE org_id = org AND record_id = ANY (gone);
  UPDATE import_row SET record_id = NULL WHERE org_id = org AND record_id = ANY (gone);
  DELETE FROM processing_record WHERE org_id = org AND id = ANY (gone);
  GET DIAGNOSTICS records = ROW_COUNT;

  SELECT array_agg(e.subject_id) INTO gone FROM example_row e
    WHERE e.org_id = org AND e.noun = 'controller'
      AND NOT EXISTS (SELECT FROM processing_record r WHERE r.org_id = org AND r.controller_id = e.subject_id);
  DELETE FROM controller_spelling WHERE org_id = org AND controller_id = ANY (gone);
  DELETE FROM controller_version WHERE org_id = org AND controller_id = ANY (gone);
  DELETE FROM controller WHERE org_id = org AND id = ANY (gone);
  GET DIAGNOSTICS controllers = ROW_COUNT;

  SELECT array_agg(e.subject_id) INTO gone FROM example_row e
    WHERE e.org_id = org AND e.noun = 'measure'
      AND NOT EXISTS (SELECT FROM processing_record r WHERE r.org_id = org AND r.measure_ids @> ARRAY[e.subject_id]);
  DELETE FROM measure_version WHERE org_id = org AND measure_id = ANY (gone);
  DELETE FROM measure WHERE org_id = org AND id = ANY (gone);
  GET DIAGNOSTICS measures = ROW_COUNT;

  SELECT count(*) - coalesce(records, 0) - controllers - measures INTO kept FROM example_row WHERE org_id = org;
  DELETE FROM example_row WHERE org_id = org;
  RETURN NEXT;
END $$;
