-- What a form that was sent led to, so that the same form sent twice is done once and leads to the same row.
CREATE TABLE "form_submission" (
    "org_id" UUID NOT NULL,
    -- The digest of the form's key, its sender and its content, and the place of the unit of work in its verb.
    "part" TEXT NOT NULL,
    "controller_id" UUID,
    "value" BYTEA NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "form_submission_pkey" PRIMARY KEY ("org_id", "part")
);
CREATE INDEX "form_submission_recorded_at_idx" ON "form_submission"("recorded_at");

ALTER TABLE form_submission ENABLE ROW LEVEL SECURITY;
ALTER TABLE form_submission FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON form_submission FOR ALL
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
CREATE POLICY portal ON form_submission FOR ALL
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller()))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller()));
GRANT SELECT, INSERT ON form_submission TO amana_app, amana_auth;

-- A session lasts twelve hours: after two days nobody holds the page any more.
CREATE POLICY owner_cleans ON form_submission FOR ALL TO CURRENT_USER
  USING ((SELECT coalesce(current_setting('app.cleaning', true), '')) = 'on');
CREATE FUNCTION clean_submissions() RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE cleaned bigint;
BEGIN
  PERFORM set_config('app.cleaning', 'on', true);
  DELETE FROM form_submission WHERE recorded_at < now() - interval '2 days';
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  PERFORM set_config('app.cleaning', '', true);
  RETURN cleaned;
END $$;
REVOKE ALL ON FUNCTION clean_submissions() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION clean_submissions() TO amana_jobs;
