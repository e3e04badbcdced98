ALTER TABLE import_mapping ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON import_mapping
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
GRANT INSERT, SELECT, UPDATE ON import_mapping TO amana_app;

ALTER TABLE import_row ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON import_row
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
GRANT INSERT, SELECT, UPDATE ON import_row TO amana_app;

ALTER TABLE import_run ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON import_run
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
GRANT INSERT, SELECT, UPDATE ON import_run TO amana_app;
