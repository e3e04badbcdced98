-- A request is received when its controller first opens it in the portal, art. 28(2): the access log holds that instant,
-- and a job of the staff's scope, woken at the commit, makes it a fact of the request.
CREATE INDEX "access_look_org_id_subject_id_idx" ON "access_look"("org_id", "subject_id");

-- A decision in the portal records the opening that no job has recorded yet, so its connection reads openings of requests
-- of its own controller, and no other row of the log.
CREATE POLICY portal_reads_openings ON access_look FOR SELECT TO amana_portal
  USING (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller()) AND noun = 'authorisation');
GRANT SELECT ON public.access_look, portal.access_look TO amana_portal;

CREATE FUNCTION opening_wakes_job() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('amana_opened', '');
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION opening_wakes_job() FROM PUBLIC;
CREATE TRIGGER wakes_job AFTER INSERT ON access_look
  FOR EACH ROW WHEN (NEW.noun = 'authorisation') EXECUTE FUNCTION opening_wakes_job();
