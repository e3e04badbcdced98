SELECT set_config('check_function_bodies', 'off', true);

DROP POLICY portal ON rights_request_fact;

CREATE POLICY portal ON rights_request_fact FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND (kind <> ALL (ARRAY['placed'::text, 'not-ours'::text, 'reopened'::text, 'erased'::text, 'number-doubted'::text, 'number-read'::text, 'joined'::text, 'kept-apart'::text])) AND (EXISTS ( SELECT
   FROM rights_request r
  WHERE r.org_id = rights_request_fact.org_id AND r.id = rights_request_fact.request_id)));
