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
GRANT INSERT, SELECT ON call_log TO amana_app;
GRANT UPDATE (sha256, state, failure, same_as, bytes_read, lines, calls, known_calls, bad_lines, doubtful_times,
  codes, outcomes, first_at, last_at, calls_judged, cause, leased_until, attempts, cleared_at, stops_recorded_at, shared_names) ON call_log TO
  amana_app;

SELECT amana_bind_table('call_log_fact', 'fact');

SELECT amana_bind_table('call_log_judgement', 'fact');

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
