-- CreateTable
CREATE TABLE "saved_view_fact" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "view_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "is_shared" BOOLEAN NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "saved_view_fact_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "saved_view_fact_org_id_list_idx" ON "saved_view_fact"("org_id", "list");

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_fact_org_id_view_id_number_key" ON "saved_view_fact"("org_id", "view_id", "number");

SELECT set_config('check_function_bodies', 'off', true);

CREATE TRIGGER evidence_delete AFTER DELETE ON saved_view_fact REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON saved_view_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON saved_view_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
ALTER TABLE saved_view_fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY staff ON saved_view_fact FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));
GRANT INSERT, SELECT ON saved_view_fact TO amana_app;
