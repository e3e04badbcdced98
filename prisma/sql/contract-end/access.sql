ALTER TABLE contract_end ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A controller sees that the end has begun, and its certificate; what the processor notes on the way stays its own.
CREATE POLICY portal ON contract_end FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])));
CREATE POLICY staff ON contract_end
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
GRANT INSERT, SELECT, UPDATE ON contract_end TO amana_app;
GRANT SELECT (id, org_id, controller_id, contract_id, state, record_ids, version, created_at, updated_at) ON
  contract_end TO amana_portal;

ALTER TABLE contract_end_certificate ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY portal ON contract_end_certificate FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])));
CREATE POLICY staff ON contract_end_certificate
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
GRANT INSERT, SELECT ON contract_end_certificate TO amana_app;
GRANT SELECT (id, org_id, controller_id, contract_end_id, number, year, counter, document_id, digest,
  ended_contract, ended_records, issued_at) ON contract_end_certificate TO amana_portal;

ALTER TABLE contract_end_fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON contract_end_fact
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
GRANT INSERT, SELECT ON contract_end_fact TO amana_app;

ALTER TABLE contract_end_line ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON contract_end_line
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
GRANT INSERT, SELECT, UPDATE ON contract_end_line TO amana_app;
