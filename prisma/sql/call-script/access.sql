SELECT amana_bind_table('call_script', 'row');

ALTER TABLE call_script_decision ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY portal ON call_script_decision FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])));
CREATE POLICY portal_decides ON call_script_decision FOR INSERT TO amana_portal
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT
    app_controller()) AND portal_is_self(contact_id, author_name) AND (EXISTS (SELECT FROM call_script_request r WHERE r.org_id = call_script_decision.org_id
    AND r.id = call_script_decision.request_id AND r.controller_id = call_script_decision.controller_id AND r.digest
    = call_script_decision.digest)));
CREATE POLICY staff ON call_script_decision FOR SELECT
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
GRANT SELECT ON call_script_decision TO amana_app;
GRANT INSERT (id, org_id, controller_id, request_id, contact_id, outcome, digest, power, reason, recorded_at,
  author_name, address_unproven) ON call_script_decision TO amana_portal;
GRANT SELECT (id, org_id, controller_id, request_id, contact_id, outcome, digest, power, reason, recorded_at,
  author_name, address_unproven) ON call_script_decision TO amana_portal;

SELECT amana_bind_table('call_script_fact', 'fact');
CREATE POLICY portal ON call_script_fact FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND event = 'retire' AND (EXISTS (SELECT
    FROM call_script_request r WHERE r.org_id = call_script_fact.org_id AND r.call_script_id =
    call_script_fact.call_script_id AND (r.controller_id = ANY ((SELECT app_controllers())::uuid[])))));
GRANT SELECT (id, org_id, call_script_id, event, recorded_at) ON call_script_fact TO amana_portal;

SELECT amana_bind_table('call_script_reading', 'fact');

SELECT amana_bind_table('call_script_request', 'fact');
CREATE POLICY portal ON call_script_request FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])));
GRANT SELECT (id, org_id, controller_id, call_script_id, edition, reference, title, language, text, digest,
  recorded_at, author_name) ON call_script_request TO amana_portal;

SELECT amana_bind_table('call_script_version', 'version');
