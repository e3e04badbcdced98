-- The end of a contract, art. 28(3)(g): what becomes of the data, line by line, up to a certificate.
CREATE TABLE "contract_end" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "record_ids" UUID[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contract_end_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "contract_end_line" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "contract_end_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "detail" JSONB NOT NULL,
    "position" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "answer" TEXT,
    "said" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "contract_end_line_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "contract_end_fact" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "contract_end_id" UUID NOT NULL,
    "line_id" UUID,
    "version" INTEGER NOT NULL,
    "event" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "said" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "contract_end_fact_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "contract_end_certificate" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "contract_end_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "counter" INTEGER NOT NULL,
    "document_id" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "ended_contract" BOOLEAN NOT NULL,
    "ended_records" UUID[],
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contract_end_certificate_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "contract_end_org_id_id_key" ON "contract_end"("org_id", "id");
CREATE INDEX "contract_end_org_id_contract_id_idx" ON "contract_end"("org_id", "contract_id");
-- A contract ends once, unless the end is taken back.
CREATE UNIQUE INDEX "contract_end_one_standing" ON "contract_end"("org_id", "contract_id") WHERE state <> 'cancelled';
CREATE UNIQUE INDEX "contract_end_line_org_id_id_key" ON "contract_end_line"("org_id", "id");
CREATE UNIQUE INDEX "contract_end_line_contract_end_id_key_key" ON "contract_end_line"("contract_end_id", "key");
CREATE INDEX "contract_end_fact_org_id_contract_end_id_recorded_at_idx" ON "contract_end_fact"("org_id", "contract_end_id", "recorded_at");
CREATE UNIQUE INDEX "contract_end_certificate_org_id_year_counter_key" ON "contract_end_certificate"("org_id", "year", "counter");
CREATE UNIQUE INDEX "contract_end_certificate_org_id_number_key" ON "contract_end_certificate"("org_id", "number");
CREATE INDEX "contract_end_certificate_org_id_contract_end_id_idx" ON "contract_end_certificate"("org_id", "contract_end_id");

ALTER TABLE "contract_end" ADD CONSTRAINT "contract_end_org_id_contract_id_fkey" FOREIGN KEY ("org_id", "contract_id") REFERENCES "contract"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contract_end_line" ADD CONSTRAINT "contract_end_line_org_id_contract_end_id_fkey" FOREIGN KEY ("org_id", "contract_end_id") REFERENCES "contract_end"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contract_end_fact" ADD CONSTRAINT "contract_end_fact_org_id_contract_end_id_fkey" FOREIGN KEY ("org_id", "contract_end_id") REFERENCES "contract_end"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contract_end_certificate" ADD CONSTRAINT "contract_end_certificate_org_id_contract_end_id_fkey" FOREIGN KEY ("org_id", "contract_end_id") REFERENCES "contract_end"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['contract_end', 'contract_end_line', 'contract_end_fact', 'contract_end_certificate'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY staff ON %I FOR ALL
      USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
      WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')$p$, t);
    EXECUTE format($p$CREATE POLICY auditor ON %I FOR SELECT
      USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'auditor')$p$, t);
  END LOOP;
END $$;
-- A controller sees that the end has begun, and its certificate; what the processor notes on the way stays its own.
CREATE POLICY portal ON contract_end FOR SELECT USING (
  org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND controller_id = (SELECT app_controller()));
CREATE POLICY portal ON contract_end_certificate FOR SELECT USING (
  org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND controller_id = (SELECT app_controller()));

-- A fact and a certificate once written stay as they are.
GRANT SELECT, INSERT ON contract_end_fact, contract_end_certificate TO amana_app;
GRANT SELECT, INSERT, UPDATE ON contract_end, contract_end_line TO amana_app;

-- An example's contract and entries that somebody began to end stay when the example goes.
DROP FUNCTION example_clear(uuid);
CREATE FUNCTION example_clear(org uuid)
  RETURNS TABLE (records int, controllers int, measures int, contracts int, instructions int, transfers int, kept int)
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
    WHERE e.org_id = org AND e.noun = 'transfer'
      AND NOT EXISTS (SELECT FROM attachment a WHERE a.org_id = org AND a.subject_id = e.subject_id);
  DELETE FROM transfer_fact WHERE org_id = org AND transfer_id = ANY (gone);
  DELETE FROM transfer_version WHERE org_id = org AND transfer_id = ANY (gone);
  DELETE FROM transfer WHERE org_id = org AND id = ANY (gone);
  GET DIAGNOSTICS transfers = ROW_COUNT;

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
    WHERE e.org_id = org AND e.noun = 'contract'
      AND NOT EXISTS (SELECT FROM attachment a WHERE a.org_id = org AND a.subject_id = e.subject_id)
      AND NOT EXISTS (SELECT FROM contract_end x WHERE x.org_id = org AND x.contract_id = e.subject_id);
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
      AND NOT EXISTS (SELECT FROM transfer t WHERE t.org_id = org AND t.controller_id = e.subject_id);
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

  SELECT count(*) - coalesce(records, 0) - controllers - measures - contracts - instructions - transfers INTO kept
    FROM example_row WHERE org_id = org;
  DELETE FROM example_row WHERE org_id = org;
  RETURN NEXT;
END $$;
REVOKE ALL ON FUNCTION example_clear(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION example_clear(uuid) TO amana_app;
