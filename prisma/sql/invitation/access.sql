ALTER TABLE invitation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- Nobody who follows a link is in an organisation yet: the authentication role finds the one it leads to, by its hash.
CREATE POLICY by_token ON invitation FOR SELECT TO amana_auth
  USING (true);
-- The owner is bound by row-level security as well: while it cleans, it sees the invitations that led to no member.
CREATE POLICY owner_cleans ON invitation FOR ALL TO CURRENT_USER
  USING (((SELECT COALESCE(current_setting('app.cleaning', true), '') AS "coalesce")) = 'on' AND accepted_at IS
    NULL);
CREATE POLICY staff ON invitation
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
GRANT INSERT, SELECT, UPDATE ON invitation TO amana_app;
GRANT SELECT ON invitation TO amana_auth;
GRANT UPDATE (accepted_at, member_id, withdrawn_at, withdrawn_by_name) ON invitation TO amana_auth;
