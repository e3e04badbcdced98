ALTER TABLE form_submission ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A session lasts twelve hours: after two days nobody holds the page any more.
CREATE POLICY owner_cleans ON form_submission FOR ALL TO CURRENT_USER
  USING (((SELECT COALESCE(current_setting('app.cleaning', true), '') AS "coalesce")) = 'on');
CREATE POLICY portal ON form_submission FOR ALL TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT
    app_controller()))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT
    app_controller()));
CREATE POLICY staff ON form_submission
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
GRANT INSERT, SELECT ON form_submission TO amana_app;
GRANT INSERT, SELECT ON form_submission TO amana_auth;
GRANT INSERT ON form_submission TO amana_portal;
GRANT SELECT (org_id, part, controller_id, value, recorded_at) ON form_submission TO amana_portal;
