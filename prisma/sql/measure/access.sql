ALTER TABLE measure ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A controller reads the security measures that its own entries name, 30(2)(d), and no others.
CREATE POLICY portal ON measure FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (EXISTS (SELECT FROM processing_record
    r WHERE r.org_id = measure.org_id AND r.measure_ids @> ARRAY[measure.id])));
-- A controller takes its extract of the register away itself, as it is or as it was, art. 28(3)(h): what the extract says
-- of its entries, of itself, of the processor and of the measures that its entries name, and nothing else.
CREATE POLICY portal_extract ON measure FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (id IN (SELECT unnest(r.measure_ids) AS
    unnest FROM processing_record r WHERE r.merged_from_id IS NULL AND (r.controller_id = ANY ((SELECT
    app_controllers())::uuid[])) OR (r.merged_from_id = ANY ((SELECT app_controllers())::uuid[])))));
CREATE POLICY public ON measure FOR SELECT TO CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'public' AND retired_at IS NULL);
CREATE POLICY staff ON measure
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
GRANT INSERT, SELECT, UPDATE ON measure TO amana_app;
GRANT SELECT (id, org_id, reference, library_code, title, version, created_at, updated_at, retired_at) ON measure TO
  amana_portal;

ALTER TABLE measure_version ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY portal_extract ON measure_version FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (measure_id IN (SELECT
    unnest(v.measure_ids) AS unnest FROM record_version v WHERE v.controller_id = ANY ((SELECT
    app_controllers())::uuid[]))));
CREATE POLICY staff ON measure_version
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
GRANT INSERT, SELECT ON measure_version TO amana_app;
GRANT SELECT (measure_id, version, org_id, recorded_at, superseded_at, reference, library_code, title, is_retired)
  ON measure_version TO amana_portal;
GRANT UPDATE (superseded_at) ON measure_version TO amana_app;
