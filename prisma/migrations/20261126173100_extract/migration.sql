-- A controller takes its extract of the register away itself, as it is or as it was, art. 28(3)(h): what the extract says
-- of its entries, of itself, of the processor and of the measures that its entries name, and nothing else.
CREATE POLICY portal_extract ON measure FOR SELECT USING (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal')
  AND id IN (SELECT unnest(r.measure_ids) FROM processing_record r WHERE r.controller_id = (SELECT app_controller())));
CREATE POLICY portal_extract ON measure_version FOR SELECT USING (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal')
  AND measure_id IN (SELECT unnest(v.measure_ids) FROM record_version v WHERE v.controller_id = (SELECT app_controller())));
CREATE POLICY portal_extract ON controller_version FOR SELECT USING (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller()));
CREATE POLICY portal_extract ON organisation_version FOR SELECT USING (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal'));
-- Whether the controller was invented: the document says so.
CREATE POLICY portal_extract ON example_row FOR SELECT USING (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND subject_id = (SELECT app_controller()));
-- The head of the document bears the processor's logo.
CREATE POLICY portal_extract ON attachment FOR SELECT USING (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND purpose = 'logo');
