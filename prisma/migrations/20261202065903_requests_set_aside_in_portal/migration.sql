SELECT set_config('check_function_bodies', 'off', true);

DROP POLICY portal_answers ON rights_request_fact;
DROP POLICY portal ON rights_request_fact;
DROP POLICY portal ON rights_request;

CREATE OR REPLACE FUNCTION public.portal_request_had(request uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    SELECT app_scope() = 'portal' AND EXISTS (SELECT FROM rights_request_fact f
      WHERE f.org_id = app_org() AND f.request_id = request AND f.controller_id = ANY (app_controllers())
        AND f.kind IN ('relayed', 'lodged', 'controller-received', 'instructed')
        AND NOT EXISTS (SELECT FROM rights_request_fact r
          WHERE r.org_id = f.org_id AND r.request_id = f.request_id AND r.kind = 'reopened' AND r.number > f.number))
  $function$;

CREATE POLICY portal ON rights_request FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND state <> 'received'::text AND ((state <> ALL (ARRAY['not-ours'::text, 'closed'::text])) OR portal_request_had(id)));

CREATE POLICY portal ON rights_request_fact FOR SELECT TO amana_portal
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND (kind <> ALL (ARRAY['placed'::text, 'erased'::text, 'number-doubted'::text, 'number-read'::text, 'joined'::text, 'kept-apart'::text])) AND (EXISTS ( SELECT
   FROM rights_request r
  WHERE r.org_id = rights_request_fact.org_id AND r.id = rights_request_fact.request_id)));

CREATE POLICY portal_answers ON rights_request_fact FOR INSERT TO amana_portal
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND author_kind = 'controller-contact'::text AND (kind = ANY (ARRAY['identity-doubted'::text, 'identity-confirmed'::text, 'extension-announced'::text, 'instructed'::text, 'refused'::text, 'answered'::text, 'lodged'::text, 'controller-received'::text])) AND (EXISTS ( SELECT
   FROM rights_request r
  WHERE r.org_id = rights_request_fact.org_id AND r.id = rights_request_fact.request_id AND r.controller_id = rights_request_fact.controller_id AND r.state <> 'not-ours'::text)));

CREATE POLICY portal_informed ON rights_request_fact FOR SELECT TO CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])));
REVOKE ALL ON FUNCTION portal_request_had(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal_request_had(uuid) TO amana_portal;
