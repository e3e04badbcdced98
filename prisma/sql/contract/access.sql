SELECT amana_bind_table('contract', 'row');
CREATE POLICY portal ON contract FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (merged_from_id IS NULL AND
    (controller_id = ANY ((SELECT app_controllers())::uuid[])) OR (merged_from_id = ANY ((SELECT
    app_controllers())::uuid[]))) AND state <> 'draft');
GRANT SELECT (id, org_id, controller_id, state, merged_from_id) ON contract TO amana_portal;

SELECT amana_bind_table('contract_fact', 'fact');

SELECT amana_bind_table('contract_instructor', 'row');
CREATE POLICY portal ON contract_instructor FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND (EXISTS (SELECT FROM contract c WHERE c.org_id = contract_instructor.org_id AND
    c.id = contract_instructor.contract_id)));
GRANT SELECT (id, org_id, contract_id, controller_id, name, capacity, email, power, from_on, until_on, created_at)
  ON contract_instructor TO amana_portal;

SELECT amana_bind_table('contract_version', 'version');
-- For a past day, a controller reads in its extract the contract that its entries named then, as it was then; and an
-- onward transfer of several clients where one of its own entries names it.
CREATE POLICY portal_extract ON contract_version FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND state <> 'draft');
