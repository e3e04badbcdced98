ALTER TABLE call_layout ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON call_layout
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
GRANT INSERT, SELECT ON call_layout TO amana_app;
GRANT UPDATE (layout, outcomes, used_at) ON call_layout TO amana_app;

ALTER TABLE call_log ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- The owner lists what is to be judged or cleared for the job role, which reads nothing of an organisation.
CREATE POLICY owner_lists ON call_log FOR SELECT TO CURRENT_USER
  USING (((SELECT COALESCE(current_setting('app.listing', true), '') AS "coalesce")) = 'on');
CREATE POLICY staff ON call_log
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
CREATE POLICY portal ON call_log FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND state = 'judged' AND EXISTS (SELECT FROM
    campaign c WHERE c.org_id = call_log.org_id AND c.id = call_log.campaign_id AND c.controller_id = ANY ((SELECT
    app_controllers())::uuid[])));
GRANT SELECT (id, org_id, campaign_id, state, calls, first_at, last_at, received_at) ON call_log TO amana_portal;
GRANT INSERT, SELECT ON call_log TO amana_app;
GRANT UPDATE (sha256, state, failure, same_as, bytes_read, lines, calls, known_calls, bad_lines, doubtful_times,
  codes, outcomes, first_at, last_at, calls_judged, cause, leased_until, attempts, cleared_at, stops_recorded_at, shared_names) ON call_log TO
  amana_app;

SELECT amana_bind_table('call_log_fact', 'fact');
CREATE POLICY portal ON call_log_fact FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND EXISTS (SELECT FROM call_log l WHERE
    l.org_id = call_log_fact.org_id AND l.id = call_log_fact.log_id));
GRANT SELECT (id, org_id, log_id, judgement_id, event, fact_on) ON call_log_fact TO amana_portal;

SELECT amana_bind_table('call_log_judgement', 'fact');
CREATE POLICY portal ON call_log_judgement FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND EXISTS (SELECT FROM call_log l WHERE
    l.org_id = call_log_judgement.org_id AND l.id = call_log_judgement.log_id));
GRANT SELECT (id, org_id, log_id, calls, broken, doubted, findings, recorded_at) ON call_log_judgement TO amana_portal;

ALTER TABLE call_log_part ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON call_log_part
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
GRANT INSERT, SELECT ON call_log_part TO amana_app;

ALTER TABLE logged_call ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON logged_call
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
GRANT INSERT, SELECT ON logged_call TO amana_app;
