-- The ledger of a controller's documented instructions, art. 28(3)(a) and 29: one series of numbers per controller.
CREATE TABLE "instruction_series" (
    "controller_id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "instruction_series_pkey" PRIMARY KEY ("controller_id")
);

CREATE TABLE "instruction" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "counter" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "text_digest" TEXT NOT NULL,
    "author_name" TEXT NOT NULL,
    "author_power" TEXT NOT NULL DEFAULT '',
    "authority" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "effective_on" TEXT NOT NULL,
    "transfer_effect" TEXT NOT NULL DEFAULT 'unanswered',
    "transfer_text" TEXT NOT NULL DEFAULT '',
    "record_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "covers" JSONB NOT NULL,
    "supersedes_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'received',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "instruction_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "instruction_version" (
    "instruction_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "org_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "author_id" UUID,
    "author_name" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "snapshot" JSONB NOT NULL,

    CONSTRAINT "instruction_version_pkey" PRIMARY KEY ("instruction_id","version")
);

CREATE TABLE "instruction_fact" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "instruction_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "event" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "fact_on" TEXT NOT NULL,
    "fact_time" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT '',
    "infringes" TEXT NOT NULL DEFAULT '',
    "recipient" TEXT NOT NULL DEFAULT '',
    "successor_id" UUID,
    "letter_id" UUID,
    "document_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "instruction_fact_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "instruction_series_org_id_controller_id_key" ON "instruction_series"("org_id", "controller_id");
CREATE UNIQUE INDEX "instruction_series_org_id_code_key" ON "instruction_series"("org_id", "code");
CREATE UNIQUE INDEX "instruction_org_id_id_key" ON "instruction"("org_id", "id");
CREATE UNIQUE INDEX "instruction_org_id_number_key" ON "instruction"("org_id", "number");
CREATE UNIQUE INDEX "instruction_controller_id_year_counter_key" ON "instruction"("controller_id", "year", "counter");
CREATE INDEX "instruction_org_id_received_at_id_idx" ON "instruction"("org_id", "received_at" DESC, "id" DESC);
CREATE INDEX "instruction_version_org_id_recorded_at_idx" ON "instruction_version"("org_id", "recorded_at");
CREATE UNIQUE INDEX "instruction_fact_org_id_instruction_id_version_key" ON "instruction_fact"("org_id", "instruction_id", "version");

ALTER TABLE "instruction_series" ADD CONSTRAINT "instruction_series_org_id_controller_id_fkey" FOREIGN KEY ("org_id", "controller_id") REFERENCES "controller"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "instruction" ADD CONSTRAINT "instruction_org_id_controller_id_fkey" FOREIGN KEY ("org_id", "controller_id") REFERENCES "controller"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "instruction" ADD CONSTRAINT "instruction_org_id_supersedes_id_fkey" FOREIGN KEY ("org_id", "supersedes_id") REFERENCES "instruction"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "instruction_fact" ADD CONSTRAINT "instruction_fact_org_id_instruction_id_fkey" FOREIGN KEY ("org_id", "instruction_id") REFERENCES "instruction"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['instruction_series', 'instruction', 'instruction_version', 'instruction_fact'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY staff ON %I FOR ALL
      USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
      WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')$p$, t);
    EXECUTE format($p$CREATE POLICY auditor ON %I FOR SELECT
      USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'auditor')$p$, t);
  END LOOP;
END $$;
-- A controller sees what it asked and where it stands; what the processor noted of it stays the processor's.
CREATE POLICY portal ON instruction_series FOR SELECT USING (
  org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND controller_id = (SELECT app_controller()));
CREATE POLICY portal ON instruction FOR SELECT USING (
  org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND controller_id = (SELECT app_controller()));

CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON instruction_version
  FOR EACH ROW EXECUTE FUNCTION version_refuse_rewrite();

-- A number once given stays, and so does the code it begins with.
GRANT SELECT, INSERT ON instruction_series, instruction_fact TO amana_app;
GRANT SELECT, INSERT, UPDATE ON instruction TO amana_app;
GRANT SELECT, INSERT ON instruction_version TO amana_app;
GRANT UPDATE (superseded_at) ON instruction_version TO amana_app;
