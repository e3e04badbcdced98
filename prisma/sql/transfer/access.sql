SELECT amana_bind_table('transfer', 'row');
-- The portal: the transfers of one controller's own data.
CREATE POLICY portal ON transfer FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (merged_from_id IS NULL AND
    (controller_id = ANY ((SELECT app_controllers())::uuid[])) OR (merged_from_id = ANY ((SELECT
    app_controllers())::uuid[]))));
CREATE POLICY portal_linked ON transfer FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND controller_id IS NULL AND (id IN
    (SELECT unnest(r.transfer_ids) AS unnest FROM processing_record r WHERE r.merged_from_id IS NULL AND
    (r.controller_id = ANY ((SELECT app_controllers())::uuid[])) OR (r.merged_from_id = ANY ((SELECT
    app_controllers())::uuid[])))));
-- Their tool and their assessment, of which a controller may ask a copy: 2021/914 clause 9(c).
CREATE POLICY portal_sub_processor ON transfer FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND controller_id IS NULL AND (EXISTS
    (SELECT FROM sub_processor s WHERE s.org_id = transfer.org_id AND s.id = transfer.sub_processor_id)));
GRANT SELECT (id, org_id, reference, controller_id, controller_name, flow, state, content, importer_name, country,
  tool, next_review_on, version, created_at, updated_at, sub_processor_id, merged_from_id) ON transfer TO
  amana_portal;

SELECT amana_bind_table('transfer_fact', 'fact');

SELECT amana_bind_table('transfer_version', 'version');
CREATE POLICY portal_extract ON transfer_version FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND ((controller_id = ANY ((SELECT
    app_controllers())::uuid[])) OR controller_id IS NULL AND (EXISTS (SELECT FROM sub_processor_version s WHERE
    s.org_id = transfer_version.org_id AND s.sub_processor_id::text = (transfer_version.snapshot ->>
    'subProcessorId')))));
CREATE POLICY portal_linked ON transfer_version FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND controller_id IS NULL AND (transfer_id
    IN (SELECT unnest(v.transfer_ids) AS unnest FROM record_version v WHERE v.controller_id = ANY ((SELECT
    app_controllers())::uuid[]))));
GRANT SELECT (transfer_id, version, org_id, controller_id, recorded_at, superseded_at, reference, importer_name,
  country, state, snapshot) ON transfer_version TO amana_portal;
