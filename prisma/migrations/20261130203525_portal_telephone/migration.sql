SELECT set_config('check_function_bodies', 'off', true);


CREATE OR REPLACE VIEW portal.call_log WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    campaign_id,
    state,
    calls,
    first_at,
    last_at,
    received_at
   FROM call_log;

CREATE OR REPLACE VIEW portal.call_log_fact WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    log_id,
    judgement_id,
    event,
    fact_on
   FROM call_log_fact;

CREATE OR REPLACE VIEW portal.call_log_judgement WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    log_id,
    calls,
    broken,
    doubted,
    findings,
    recorded_at
   FROM call_log_judgement;

CREATE OR REPLACE VIEW portal.campaign WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    reference,
    controller_id,
    title,
    state,
    first_day,
    last_day
   FROM campaign;

CREATE OR REPLACE VIEW portal.choice WITH (security_barrier=true, security_invoker=true) AS
 SELECT org_id,
    controller_id,
    act,
    outcome,
    recorded_at
   FROM choice;

CREATE POLICY portal ON call_log FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND state = 'judged'::text AND (EXISTS ( SELECT
   FROM campaign c
  WHERE c.org_id = call_log.org_id AND c.id = call_log.campaign_id AND (c.controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])))));

CREATE POLICY portal ON call_log_fact FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (EXISTS ( SELECT
   FROM call_log l
  WHERE l.org_id = call_log_fact.org_id AND l.id = call_log_fact.log_id)));

CREATE POLICY portal ON call_log_judgement FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (EXISTS ( SELECT
   FROM call_log l
  WHERE l.org_id = call_log_judgement.org_id AND l.id = call_log_judgement.log_id)));

CREATE POLICY portal ON campaign FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])));

CREATE POLICY portal ON choice FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])));
GRANT SELECT ON portal.call_log TO amana_portal;
GRANT SELECT ON portal.call_log_fact TO amana_portal;
GRANT SELECT ON portal.call_log_judgement TO amana_portal;
GRANT SELECT ON portal.campaign TO amana_portal;
GRANT SELECT ON portal.choice TO amana_portal;
GRANT SELECT (id, org_id, campaign_id, state, calls, first_at, last_at, received_at) ON call_log TO amana_portal;
GRANT SELECT (id, org_id, log_id, judgement_id, event, fact_on) ON call_log_fact TO amana_portal;
GRANT SELECT (id, org_id, log_id, calls, broken, doubted, findings, recorded_at) ON call_log_judgement TO amana_portal;
GRANT SELECT (id, org_id, reference, controller_id, title, state, first_day, last_day) ON campaign TO amana_portal;
GRANT SELECT (org_id, controller_id, act, outcome, recorded_at) ON choice TO amana_portal;
