CREATE TABLE "contract" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "controller_name" TEXT COLLATE register_order NOT NULL DEFAULT '',
    "reference" TEXT COLLATE register_order NOT NULL,
    "title" TEXT COLLATE register_order NOT NULL DEFAULT '',
    "signed_on" TEXT,
    "effective_on" TEXT,
    "notice_given_on" TEXT,
    "ended_on" TEXT,
    "content" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "ends_on" TEXT,
    "renews" BOOLEAN NOT NULL DEFAULT false,
    "deadline_on" TEXT,
    "required_gaps" INTEGER NOT NULL DEFAULT 0,
    "advisable_gaps" INTEGER NOT NULL DEFAULT 0,
    "gap_codes" TEXT[],
    "rules_version" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contract_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "contract_org_id_id_key" ON "contract"("org_id", "id");
CREATE UNIQUE INDEX "contract_org_id_reference_key" ON "contract"("org_id", "reference");
CREATE INDEX "contract_org_id_controller_id_idx" ON "contract"("org_id", "controller_id");
CREATE INDEX "contract_org_id_deadline_on_id_idx" ON "contract"("org_id", "deadline_on", "id");
ALTER TABLE "contract" ADD CONSTRAINT "contract_org_id_controller_id_fkey" FOREIGN KEY ("org_id", "controller_id")
  REFERENCES "controller"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "contract_instructor" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "capacity" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "power" TEXT NOT NULL,
    "from_on" TEXT NOT NULL,
    "until_on" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contract_instructor_pkey" PRIMARY KEY ("id"),
    -- Nobody instructs without a power, art. 28(3)(a) and 29.
    CONSTRAINT "contract_instructor_power" CHECK ("power" <> ''),
    CONSTRAINT "contract_instructor_days" CHECK ("until_on" IS NULL OR "until_on" >= "from_on")
);
CREATE UNIQUE INDEX "contract_instructor_org_id_id_key" ON "contract_instructor"("org_id", "id");
CREATE INDEX "contract_instructor_org_id_contract_id_idx" ON "contract_instructor"("org_id", "contract_id");
ALTER TABLE "contract_instructor" ADD CONSTRAINT "contract_instructor_org_id_contract_id_fkey"
  FOREIGN KEY ("org_id", "contract_id") REFERENCES "contract"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "contract_version" (
    "contract_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "org_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "author_id" UUID,
    "author_name" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "required_gaps" INTEGER NOT NULL,
    "gap_codes" TEXT[],
    "snapshot" JSONB NOT NULL,

    CONSTRAINT "contract_version_pkey" PRIMARY KEY ("contract_id","version")
);
CREATE INDEX "contract_version_org_id_recorded_at_idx" ON "contract_version"("org_id", "recorded_at");

CREATE TABLE "contract_fact" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "fact_on" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "contract_fact_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "contract_fact_org_id_contract_id_idx" ON "contract_fact"("org_id", "contract_id");

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['contract', 'contract_instructor', 'contract_version', 'contract_fact'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY staff ON %I FOR ALL
      USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
      WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))$p$, t);
    EXECUTE format($p$CREATE POLICY auditor ON %I FOR SELECT
      USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'auditor'))$p$, t);
  END LOOP;
  -- The portal: the contracts of one controller, and whom it authorised to instruct.
  FOREACH t IN ARRAY ARRAY['contract', 'contract_instructor'] LOOP
    EXECUTE format($p$CREATE POLICY portal ON %I FOR SELECT USING (org_id = (SELECT app_org())
      AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller()))$p$, t);
  END LOOP;
END $$;

CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON contract_version
  FOR EACH ROW EXECUTE FUNCTION version_refuse_rewrite();

GRANT SELECT, INSERT, UPDATE ON contract, contract_instructor TO amana_app;
GRANT SELECT, INSERT ON contract_version, contract_fact TO amana_app;
GRANT UPDATE (superseded_at) ON contract_version TO amana_app;

-- Whose contract it is, as lists say and sort it: the same projection as an entry's.
CREATE TRIGGER controller_named BEFORE INSERT OR UPDATE OF controller_id ON contract
  FOR EACH ROW EXECUTE FUNCTION record_names_controller();

CREATE FUNCTION controller_renames_contracts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE contract SET controller_name = NEW.legal_name WHERE org_id = NEW.org_id AND controller_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER contracts_renamed AFTER UPDATE OF legal_name ON controller
  FOR EACH ROW WHEN (OLD.legal_name IS DISTINCT FROM NEW.legal_name) EXECUTE FUNCTION controller_renames_contracts();

CREATE FUNCTION contract_document(c contract) RETURNS search_document
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  SELECT ROW(c.id, 'contract', c.org_id, c.controller_id,
    fold_text(concat_ws(' ', c.reference, c.title, c.controller_name)))::search_document $$;

CREATE FUNCTION search_contracts() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM search_keep((SELECT array_agg(contract_document(c)) FROM fresh c));
  RETURN NULL;
END $$;
CREATE TRIGGER search_made AFTER INSERT ON contract REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_contracts();
CREATE TRIGGER search_changed AFTER UPDATE ON contract REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_contracts();
CREATE TRIGGER search_gone AFTER DELETE ON contract REFERENCING OLD TABLE AS stale
  FOR EACH STATEMENT EXECUTE FUNCTION search_forget();
