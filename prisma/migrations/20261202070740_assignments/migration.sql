-- CreateTable
CREATE TABLE "assignment_fact" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "line" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "member_id" UUID,
    "member_name" TEXT NOT NULL,
    "until_on" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "assignment_fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member_absence" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "from_on" TEXT NOT NULL,
    "until_on" TEXT NOT NULL,
    "substitute_id" UUID,
    "substitute_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "member_absence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "assignment_fact_org_id_line_number_key" ON "assignment_fact"("org_id", "line", "number");

-- CreateIndex
CREATE INDEX "member_absence_org_id_member_id_recorded_at_idx" ON "member_absence"("org_id", "member_id", "recorded_at");

SELECT set_config('check_function_bodies', 'off', true);

CREATE TRIGGER evidence_delete AFTER DELETE ON assignment_fact REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON assignment_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON assignment_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_delete AFTER DELETE ON member_absence REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON member_absence REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON member_absence REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
ALTER TABLE assignment_fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE member_absence ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY staff ON assignment_fact FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON member_absence FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));
GRANT INSERT, SELECT ON assignment_fact TO amana_app;
GRANT INSERT, SELECT ON member_absence TO amana_app;
