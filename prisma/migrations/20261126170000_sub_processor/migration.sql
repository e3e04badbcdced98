CREATE TABLE "sub_processor" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "reference" TEXT COLLATE register_order NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'listed',
    "content" JSONB NOT NULL,
    "scope_digest" TEXT NOT NULL,
    "name" TEXT COLLATE register_order NOT NULL,
    "country" TEXT,
    "countries" TEXT[],
    "service" TEXT NOT NULL DEFAULT '',
    "contract_signed_on" TEXT,
    "contract_ends_on" TEXT,
    "required_gaps" INTEGER NOT NULL DEFAULT 0,
    "advisable_gaps" INTEGER NOT NULL DEFAULT 0,
    "gap_codes" TEXT[],
    "rules_version" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sub_processor_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "sub_processor_org_id_id_key" ON "sub_processor"("org_id", "id");
CREATE UNIQUE INDEX "sub_processor_org_id_reference_key" ON "sub_processor"("org_id", "reference");
CREATE INDEX "sub_processor_org_id_name_id_idx" ON "sub_processor"("org_id", "name", "id");

CREATE TABLE "sub_processor_version" (
    "sub_processor_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "org_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "author_id" UUID,
    "author_name" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "country" TEXT,
    "countries" TEXT[],
    "state" TEXT NOT NULL,
    "scope_digest" TEXT NOT NULL,
    "required_gaps" INTEGER NOT NULL,
    "gap_codes" TEXT[],
    "snapshot" JSONB NOT NULL,

    CONSTRAINT "sub_processor_version_pkey" PRIMARY KEY ("sub_processor_id","version")
);
CREATE INDEX "sub_processor_version_org_id_recorded_at_idx" ON "sub_processor_version"("org_id", "recorded_at");

CREATE TABLE "sub_processor_fact" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "sub_processor_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "fact_on" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "sub_processor_fact_pkey" PRIMARY KEY ("id"),
    -- Nothing leaves the list, or comes back to it, without its reason.
    CONSTRAINT "sub_processor_fact_reason" CHECK ("reason" <> '')
);
CREATE INDEX "sub_processor_fact_org_id_sub_processor_id_idx" ON "sub_processor_fact"("org_id", "sub_processor_id");

-- The tool and the assessment of a sub-processor are its transfers; what a controller sends is of no sub-processor.
ALTER TABLE "transfer" ADD COLUMN "sub_processor_id" UUID,
  ADD CONSTRAINT "transfer_sub_processor" CHECK ("flow" = 'to-sub-processor' OR "sub_processor_id" IS NULL);
CREATE INDEX "transfer_org_id_sub_processor_id_idx" ON "transfer"("org_id", "sub_processor_id");
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_org_id_sub_processor_id_fkey"
  FOREIGN KEY ("org_id", "sub_processor_id") REFERENCES "sub_processor"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['sub_processor', 'sub_processor_version', 'sub_processor_fact'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY staff ON %I FOR ALL
      USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
      WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))$p$, t);
    EXECUTE format($p$CREATE POLICY auditor ON %I FOR SELECT
      USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'auditor'))$p$, t);
  END LOOP;
END $$;

CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON sub_processor_version
  FOR EACH ROW EXECUTE FUNCTION version_refuse_rewrite();

GRANT SELECT, INSERT, UPDATE ON sub_processor TO amana_app;
GRANT SELECT, INSERT ON sub_processor_version, sub_processor_fact TO amana_app;
GRANT UPDATE (superseded_at) ON sub_processor_version TO amana_app;

-- Found by its own name and by that of every company below it.
CREATE FUNCTION sub_processor_document(s sub_processor) RETURNS search_document
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  SELECT ROW(s.id, 'sub-processor', s.org_id, NULL::uuid, fold_text(concat_ws(' ', s.reference, s.name, s.service,
    (SELECT string_agg(link ->> 'name', ' ') FROM jsonb_array_elements(s.content #> '{chain,links}') AS link)
  )))::search_document $$;

CREATE FUNCTION search_sub_processors() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM search_keep((SELECT array_agg(sub_processor_document(s)) FROM fresh s));
  RETURN NULL;
END $$;
CREATE TRIGGER search_made AFTER INSERT ON sub_processor REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_sub_processors();
CREATE TRIGGER search_changed AFTER UPDATE ON sub_processor REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_sub_processors();
CREATE TRIGGER search_gone AFTER DELETE ON sub_processor REFERENCING OLD TABLE AS stale
  FOR EACH STATEMENT EXECUTE FUNCTION search_forget();

-- The example takes its sub-processors away with it, but those to whom people's own transfers lead.
DROP FUNCTION example_clear(uuid);
CREATE FUNCTION example_clear(org uuid)
  RETURNS TABLE (records int, controllers int, measures int, contracts int, instructions int, transfers int,
    "subProcessors" int, kept int)
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
    WHERE e.org_id = org AND e.noun = 'sub-processor'
      AND NOT EXISTS (SELECT FROM attachment a WHERE a.org_id = org AND a.subject_id = e.subject_id)
      AND NOT EXISTS (SELECT FROM transfer t WHERE t.org_id = org AND t.sub_processor_id = e.subject_id);
  DELETE FROM sub_processor_fact WHERE org_id = org AND sub_processor_id = ANY (gone);
  DELETE FROM sub_processor_version WHERE org_id = org AND sub_processor_id = ANY (gone);
  DELETE FROM sub_processor WHERE org_id = org AND id = ANY (gone);
  GET DIAGNOSTICS "subProcessors" = ROW_COUNT;

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

  SELECT count(*) - coalesce(records, 0) - controllers - measures - contracts - instructions - transfers - "subProcessors"
    INTO kept
    FROM example_row WHERE org_id = org;
  DELETE FROM example_row WHERE org_id = org;
  RETURN NEXT;
END $$;
REVOKE ALL ON FUNCTION example_clear(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION example_clear(uuid) TO amana_app;
