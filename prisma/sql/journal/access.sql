ALTER TABLE evidence_row ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY collected ON evidence_row FOR UPDATE TO CURRENT_USER
  USING (true);
-- Functions of the owner alone write and read it; no role holds a privilege on it.
CREATE POLICY noted ON evidence_row FOR INSERT TO CURRENT_USER
  WITH CHECK (true);
CREATE POLICY owner_lists ON evidence_row FOR SELECT TO CURRENT_USER
  USING (true);

ALTER TABLE row_line ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY collected ON row_line FOR UPDATE TO CURRENT_USER
  USING (true);
CREATE POLICY noted ON row_line FOR INSERT TO CURRENT_USER
  WITH CHECK (true);
CREATE POLICY owner_lists ON row_line FOR SELECT TO CURRENT_USER
  USING (true);

ALTER TABLE row_hold ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_holds ON row_hold TO CURRENT_USER
  USING (true)
  WITH CHECK (true);

ALTER TABLE journal_entry ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- No one but the functions below holds the privilege that these policies qualify.
CREATE POLICY appended ON journal_entry FOR INSERT
  WITH CHECK (org_id = (SELECT app_org()));
CREATE POLICY owner_lists ON journal_entry FOR SELECT TO CURRENT_USER
  USING (true);
CREATE POLICY readers ON journal_entry FOR SELECT
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = ANY (ARRAY['staff'])));
GRANT SELECT ON journal_entry TO amana_app;

ALTER TABLE journal_head ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY advanced ON journal_head FOR UPDATE
  USING (org_id = (SELECT app_org()));
CREATE POLICY opened ON journal_head FOR INSERT
  WITH CHECK (org_id = (SELECT app_org()));
CREATE POLICY owner_lists ON journal_head FOR SELECT TO CURRENT_USER
  USING (true);
CREATE POLICY readers ON journal_head FOR SELECT
  USING (org_id = (SELECT app_org()) AND ((SELECT app_scope()) = ANY (ARRAY['staff'])));
GRANT SELECT ON journal_head TO amana_app;

ALTER TABLE journal_key ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY public ON journal_key FOR SELECT TO CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'public' AND retired_at IS NULL);
CREATE POLICY staff ON journal_key
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
GRANT INSERT, SELECT ON journal_key TO amana_app;
GRANT UPDATE (retired_at) ON journal_key TO amana_app;

ALTER TABLE journal_publication ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY published ON journal_publication FOR INSERT
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
CREATE POLICY readers ON journal_publication FOR SELECT
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = ANY (ARRAY['staff'])));
GRANT INSERT, SELECT ON journal_publication TO amana_app;

ALTER TABLE journal_stamp ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY stamped ON journal_stamp FOR INSERT
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
CREATE POLICY readers ON journal_stamp FOR SELECT
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = ANY (ARRAY['staff'])));
GRANT INSERT, SELECT ON journal_stamp TO amana_app;

ALTER TABLE journal_text ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY appended ON journal_text FOR INSERT
  WITH CHECK (org_id = (SELECT app_org()));
CREATE POLICY cleared ON journal_text FOR UPDATE
  USING (org_id = (SELECT app_org()));
CREATE POLICY owner_lists ON journal_text FOR SELECT TO CURRENT_USER
  USING (true);
CREATE POLICY readers ON journal_text FOR SELECT
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = ANY (ARRAY['staff'])));
GRANT SELECT ON journal_text TO amana_app;
