ALTER TABLE example_row ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- An example that somebody wrote about is theirs now: it stays when the rest is cleared.
CREATE POLICY owner_unmarks ON example_row FOR ALL TO CURRENT_USER
  USING (org_id = (SELECT app_org()));
-- Whether the controller was invented: the document says so.
CREATE POLICY portal_extract ON example_row FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND subject_id = (SELECT app_controller()));
CREATE POLICY staff ON example_row
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
GRANT INSERT, SELECT ON example_row TO amana_app;
GRANT SELECT (org_id, noun, subject_id, created_at) ON example_row TO amana_portal;
