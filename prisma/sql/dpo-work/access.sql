SELECT amana_bind_table('dpo_work', 'row');
-- The owner's views read the table, and are bound as it is.
CREATE POLICY portal ON dpo_work FOR SELECT TO CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND kind = 'procedure');

SELECT amana_bind_table('dpo_work_fact', 'fact');

SELECT amana_bind_table('dpo_work_version', 'version');
CREATE POLICY portal ON dpo_work_version FOR SELECT TO CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND kind = 'procedure');
