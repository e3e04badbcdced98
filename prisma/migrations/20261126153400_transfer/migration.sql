CREATE TABLE "transfer" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "reference" TEXT COLLATE register_order NOT NULL,
    "controller_id" UUID,
    "controller_name" TEXT COLLATE register_order NOT NULL DEFAULT '',
    "flow" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'running',
    "content" JSONB NOT NULL,
    "importer_name" TEXT COLLATE register_order NOT NULL DEFAULT '',
    "country" TEXT,
    "tool" TEXT,
    "next_review_on" TEXT,
    "required_gaps" INTEGER NOT NULL DEFAULT 0,
    "advisable_gaps" INTEGER NOT NULL DEFAULT 0,
    "gap_codes" TEXT[],
    "rules_version" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "transfer_pkey" PRIMARY KEY ("id"),
    -- What a controller sends is its own: only what goes further may be for several.
    CONSTRAINT "transfer_party" CHECK ("flow" = 'to-sub-processor' OR "controller_id" IS NOT NULL)
);
CREATE UNIQUE INDEX "transfer_org_id_id_key" ON "transfer"("org_id", "id");
CREATE UNIQUE INDEX "transfer_org_id_reference_key" ON "transfer"("org_id", "reference");
CREATE INDEX "transfer_org_id_controller_id_idx" ON "transfer"("org_id", "controller_id");
CREATE INDEX "transfer_org_id_next_review_on_id_idx" ON "transfer"("org_id", "next_review_on", "id");
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_org_id_controller_id_fkey" FOREIGN KEY ("org_id", "controller_id")
  REFERENCES "controller"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "transfer_version" (
    "transfer_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "org_id" UUID NOT NULL,
    "controller_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "author_id" UUID,
    "author_name" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "importer_name" TEXT NOT NULL,
    "country" TEXT,
    "state" TEXT NOT NULL,
    "required_gaps" INTEGER NOT NULL,
    "gap_codes" TEXT[],
    "snapshot" JSONB NOT NULL,

    CONSTRAINT "transfer_version_pkey" PRIMARY KEY ("transfer_id","version")
);
CREATE INDEX "transfer_version_org_id_recorded_at_idx" ON "transfer_version"("org_id", "recorded_at");

CREATE TABLE "transfer_fact" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "transfer_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "fact_on" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "transfer_fact_pkey" PRIMARY KEY ("id"),
    -- Nothing is stopped, or goes on again, without its reason.
    CONSTRAINT "transfer_fact_reason" CHECK ("reason" <> '')
);
CREATE INDEX "transfer_fact_org_id_transfer_id_idx" ON "transfer_fact"("org_id", "transfer_id");

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['transfer', 'transfer_version', 'transfer_fact'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY staff ON %I FOR ALL
      USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
      WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))$p$, t);
    EXECUTE format($p$CREATE POLICY auditor ON %I FOR SELECT
      USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'auditor'))$p$, t);
  END LOOP;
END $$;
-- The portal: the transfers of one controller's own data.
CREATE POLICY portal ON transfer FOR SELECT USING (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller()));

CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON transfer_version
  FOR EACH ROW EXECUTE FUNCTION version_refuse_rewrite();

GRANT SELECT, INSERT, UPDATE ON transfer TO amana_app;
GRANT SELECT, INSERT ON transfer_version, transfer_fact TO amana_app;
GRANT UPDATE (superseded_at) ON transfer_version TO amana_app;

-- Whose transfer it is, as lists say and sort it.
CREATE TRIGGER controller_named BEFORE INSERT OR UPDATE OF controller_id ON transfer
  FOR EACH ROW EXECUTE FUNCTION record_names_controller();

CREATE FUNCTION controller_renames_transfers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE transfer SET controller_name = NEW.legal_name WHERE org_id = NEW.org_id AND controller_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER transfers_renamed AFTER UPDATE OF legal_name ON controller
  FOR EACH ROW WHEN (OLD.legal_name IS DISTINCT FROM NEW.legal_name) EXECUTE FUNCTION controller_renames_transfers();

CREATE FUNCTION transfer_document(t transfer) RETURNS search_document
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  SELECT ROW(t.id, 'transfer', t.org_id, t.controller_id,
    fold_text(concat_ws(' ', t.reference, t.importer_name, t.controller_name)))::search_document $$;

CREATE FUNCTION search_transfers() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM search_keep((SELECT array_agg(transfer_document(t)) FROM fresh t));
  RETURN NULL;
END $$;
CREATE TRIGGER search_made AFTER INSERT ON transfer REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_transfers();
CREATE TRIGGER search_changed AFTER UPDATE ON transfer REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_transfers();
CREATE TRIGGER search_gone AFTER DELETE ON transfer REFERENCING OLD TABLE AS stale
  FOR EACH STATEMENT EXECUTE FUNCTION search_forget();

-- The example takes its transfers away with it, and leaves the controllers whose data people's own transfers carry.
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
