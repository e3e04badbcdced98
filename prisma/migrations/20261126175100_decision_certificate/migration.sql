-- What proves a decision taken in the portal, to both sides: numbered by organisation and year without a hole, and the
-- printed document with its hash.
CREATE TABLE "decision_certificate" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "authorisation_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "counter" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "document_id" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_certificate_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "decision_certificate_org_id_year_counter_key" ON "decision_certificate"("org_id", "year", "counter");
CREATE UNIQUE INDEX "decision_certificate_org_id_number_key" ON "decision_certificate"("org_id", "number");
CREATE UNIQUE INDEX "decision_certificate_org_id_authorisation_id_version_key" ON "decision_certificate"("org_id", "authorisation_id", "version");
ALTER TABLE "decision_certificate" ADD CONSTRAINT "decision_certificate_org_id_authorisation_id_fkey" FOREIGN KEY ("org_id", "authorisation_id") REFERENCES "authorisation"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE decision_certificate ENABLE ROW LEVEL SECURITY;
ALTER TABLE decision_certificate FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON decision_certificate FOR SELECT
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
CREATE POLICY auditor ON decision_certificate FOR SELECT
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'auditor'));
CREATE POLICY portal ON decision_certificate FOR SELECT USING (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller()));
-- The number counts the certificates of every controller, which a contact must not see: its owner counts them.
CREATE POLICY owner_counts ON decision_certificate FOR SELECT TO CURRENT_USER
  USING ((SELECT coalesce(current_setting('app.listing', true), '')) = 'on');
CREATE FUNCTION next_decision_certificate(of_year int) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE highest int;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('decision certificates ' || app_org(), 0));
  PERFORM set_config('app.listing', 'on', true);
  SELECT max(counter) INTO highest FROM decision_certificate WHERE org_id = app_org() AND year = of_year;
  PERFORM set_config('app.listing', '', true);
  RETURN coalesce(highest, 0) + 1;
END $$;
REVOKE ALL ON FUNCTION next_decision_certificate(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION next_decision_certificate(int) TO amana_app;
CREATE POLICY portal_certifies ON decision_certificate FOR INSERT WITH CHECK (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller())
  AND counter = next_decision_certificate(year)
  AND EXISTS (SELECT FROM authorisation a WHERE a.id = authorisation_id AND a.org_id = decision_certificate.org_id));
GRANT SELECT, INSERT ON decision_certificate TO amana_app;

-- The document that a decision makes: beside a request of the contact's own controller, and nowhere else.
CREATE POLICY portal_certifies ON attachment FOR INSERT TO amana_app WITH CHECK (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller())
  AND purpose = 'document' AND subject_noun = 'authorisation' AND content_type = 'application/pdf'
  AND EXISTS (SELECT FROM authorisation a WHERE a.id = subject_id));
CREATE POLICY portal_certifies ON attachment_chunk FOR INSERT TO amana_app WITH CHECK (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal')
  AND EXISTS (SELECT FROM attachment a WHERE a.id = attachment_id AND a.subject_noun = 'authorisation'));
