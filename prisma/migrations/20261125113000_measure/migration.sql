CREATE TABLE "measure" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "library_code" TEXT,
    "title" TEXT COLLATE "fr-x-icu" NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "family" TEXT NOT NULL,
    "articles" TEXT[],
    "iso" TEXT[],
    "owner" TEXT NOT NULL DEFAULT '',
    "evidence" TEXT NOT NULL DEFAULT '',
    "since" TEXT,
    "review_on" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "retire_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "measure_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "measure_org_id_reference_key" ON "measure"("org_id", "reference");
-- An entry of the library is taken once; a measure of one's own names none.
CREATE UNIQUE INDEX "measure_org_id_library_code_key" ON "measure"("org_id", "library_code");

CREATE TABLE "measure_version" (
    "measure_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "org_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "author_id" UUID,
    "author_name" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "library_code" TEXT,
    "title" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "articles" TEXT[],
    "is_retired" BOOLEAN NOT NULL,
    "snapshot" JSONB NOT NULL,

    CONSTRAINT "measure_version_pkey" PRIMARY KEY ("measure_id","version")
);
CREATE INDEX "measure_version_org_id_recorded_at_idx" ON "measure_version"("org_id", "recorded_at");

ALTER TABLE "processing_record" ADD COLUMN "measure_ids" UUID[] DEFAULT ARRAY[]::UUID[];
ALTER TABLE "record_version" ADD COLUMN "measure_ids" UUID[] DEFAULT ARRAY[]::UUID[];
CREATE INDEX "processing_record_measure_ids_idx" ON "processing_record" USING GIN ("measure_ids");

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['measure', 'measure_version'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY staff ON %I FOR ALL
      USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
      WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')$p$, t);
    EXECUTE format($p$CREATE POLICY auditor ON %I FOR SELECT
      USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'auditor')$p$, t);
  END LOOP;
END $$;

CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON measure_version
  FOR EACH ROW EXECUTE FUNCTION version_refuse_rewrite();

GRANT SELECT, INSERT, UPDATE ON measure TO amana_app;
GRANT SELECT, INSERT ON measure_version TO amana_app;
GRANT UPDATE (superseded_at) ON measure_version TO amana_app;
