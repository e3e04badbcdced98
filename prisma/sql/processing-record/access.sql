SELECT amana_bind_table('processing_record', 'row');
CREATE POLICY outdates ON processing_record FOR UPDATE TO CURRENT_USER
  USING (org_id = (SELECT app_org()) AND ((SELECT current_setting('app.outdates_records', true) AS current_setting))
    = 'on')
  WITH CHECK (org_id = (SELECT app_org()));
-- The portal's role is in the portal's scope whatever is set, so the marking of entries by its decisions reached no row.
-- The owner, as whom the trigger runs, is let at the rows of the organisation while the trigger says so; the portal's
-- role itself is granted no column of the table, and its views name their own rows.
CREATE POLICY outdates_read ON processing_record FOR SELECT TO CURRENT_USER
  USING (org_id = (SELECT app_org()) AND ((SELECT current_setting('app.outdates_records', true) AS current_setting))
    = 'on');
CREATE POLICY portal ON processing_record FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (merged_from_id IS NULL AND
    (controller_id = ANY ((SELECT app_controllers())::uuid[])) OR (merged_from_id = ANY ((SELECT
    app_controllers())::uuid[]))) AND state <> 'draft');
GRANT SELECT (id, org_id, controller_id, state, measure_ids, sub_processor_ids, transfer_ids, merged_from_id) ON
  processing_record TO amana_portal;

ALTER TABLE record_assessment ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON record_assessment
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
GRANT INSERT, SELECT ON record_assessment TO amana_app;
GRANT UPDATE (required_gaps, advisable_gaps, gap_codes, rules_version) ON record_assessment TO amana_app;

ALTER TABLE record_state_fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON record_state_fact
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
GRANT INSERT, SELECT ON record_state_fact TO amana_app;

SELECT amana_bind_table('record_version', 'version');
CREATE POLICY portal ON record_version FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND state <> 'draft');
GRANT SELECT (org_id, controller_id, state, measure_ids, sub_processor_ids, transfer_ids) ON record_version TO
  amana_portal;
