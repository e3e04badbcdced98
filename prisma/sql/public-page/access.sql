SELECT amana_bind_table('public_page', 'row');
CREATE POLICY owner_lists ON public_page FOR SELECT TO CURRENT_USER
  USING (((SELECT COALESCE(current_setting('app.listing', true), '') AS "coalesce")) = 'on');
-- Strangers read no table: the functions below, which run as the owner, return what the page shows of rows that these
-- policies open to it.
CREATE POLICY public ON public_page FOR SELECT TO CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'public' AND state = 'open');

SELECT amana_bind_table('public_page_fact', 'fact');

ALTER TABLE public_subscriber ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- The holder of a link names no organisation, and the job that cleans names none.
CREATE POLICY owner_lists ON public_subscriber FOR ALL TO CURRENT_USER
  USING (((SELECT COALESCE(current_setting('app.listing', true), '') AS "coalesce")) = 'on')
  WITH CHECK (((SELECT COALESCE(current_setting('app.listing', true), '') AS "coalesce")) = 'on');
-- Strangers write through functions alone, which answer nothing that tells who subscribed.
CREATE POLICY public ON public_subscriber FOR ALL TO CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'public')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'public');
CREATE POLICY staff ON public_subscriber
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
GRANT SELECT ON public_subscriber TO amana_app;
