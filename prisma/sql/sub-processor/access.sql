SELECT amana_bind_table('sub_processor', 'row');
-- Shows a controller who works, or is to work, with its data: those it was asked about.
CREATE POLICY portal ON sub_processor FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND ((EXISTS (SELECT FROM authorisation a
    WHERE a.org_id = sub_processor.org_id AND a.sub_processor_id = sub_processor.id)) OR (id IN (SELECT
    unnest(r.sub_processor_ids) AS unnest FROM processing_record r))));
CREATE POLICY public ON sub_processor FOR SELECT TO CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'public' AND state = 'listed');
GRANT SELECT (id, org_id) ON sub_processor TO amana_portal;

SELECT amana_bind_table('sub_processor_fact', 'fact');

SELECT amana_bind_table('sub_processor_version', 'version');
-- For a past day: whoever an entry named then, with the transfers that led to them, of nobody else's data.
CREATE POLICY portal_extract ON sub_processor_version FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND ((EXISTS (SELECT FROM sub_processor s
    WHERE s.org_id = sub_processor_version.org_id AND s.id = sub_processor_version.sub_processor_id)) OR
    (sub_processor_id IN (SELECT unnest(v.sub_processor_ids) AS unnest FROM record_version v))));
GRANT SELECT (sub_processor_id, org_id) ON sub_processor_version TO amana_portal;
