SELECT amana_bind_table('campaign', 'row');
-- The controller sees its campaigns, prepared ones too: calls may be logged of any.
CREATE POLICY portal ON campaign FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])));
-- The countries that campaigns call, read as those of the clients.
CREATE POLICY public ON campaign FOR SELECT TO CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'public');
GRANT SELECT (id, org_id, reference, controller_id, title, state, first_day, last_day, places) ON campaign TO amana_portal;

SELECT amana_bind_table('campaign_fact', 'fact');

SELECT amana_bind_table('campaign_scrub', 'fact');

SELECT amana_bind_table('campaign_version', 'version');
