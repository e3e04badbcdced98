-- CreateTable
CREATE TABLE "holiday_announcement" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "feast" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "days" TEXT[],
    "announced_on" TEXT NOT NULL,
    "announcer" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "holiday_announcement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "holiday_announcement_org_id_feast_year_recorded_at_idx" ON "holiday_announcement"("org_id", "feast", "year", "recorded_at");

SELECT set_config('check_function_bodies', 'off', true);


CREATE OR REPLACE VIEW portal.holiday_announcement WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    feast,
    year,
    days,
    recorded_at
   FROM holiday_announcement;
CREATE TRIGGER evidence_delete AFTER DELETE ON holiday_announcement REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON holiday_announcement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON holiday_announcement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
ALTER TABLE holiday_announcement ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY portal ON holiday_announcement FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND true);

CREATE POLICY staff ON holiday_announcement FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));
GRANT INSERT, SELECT ON holiday_announcement TO amana_app;
GRANT SELECT ON portal.holiday_announcement TO amana_portal;
GRANT SELECT (id, org_id, feast, year, days, recorded_at) ON holiday_announcement TO amana_portal;
