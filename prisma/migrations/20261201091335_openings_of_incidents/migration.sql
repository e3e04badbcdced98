SELECT set_config('check_function_bodies', 'off', true);

DROP POLICY portal_reads_openings ON access_look;

CREATE POLICY portal_reads_openings ON access_look FOR SELECT TO amana_portal
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND controller_id = (( SELECT app_controller() AS app_controller)) AND (noun = ANY (ARRAY['authorisation'::text, 'breach-notice'::text])));
