ALTER TABLE calendar_feed ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A request brings a token alone: the authentication role finds whose it is, and reads nothing else of it.
CREATE POLICY by_token ON calendar_feed FOR SELECT TO amana_auth
  USING (true);
CREATE POLICY staff ON calendar_feed
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
GRANT INSERT, SELECT ON calendar_feed TO amana_app;
GRANT SELECT (id, org_id, member_id, token_hash, revoked_at) ON calendar_feed TO amana_auth;
GRANT UPDATE (revoked_at) ON calendar_feed TO amana_app;

ALTER TABLE calendar_feed_read ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON calendar_feed_read
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
GRANT INSERT, SELECT ON calendar_feed_read TO amana_app;
GRANT UPDATE (count, last_at) ON calendar_feed_read TO amana_app;
