SELECT amana_bind_table('consultation', 'row');
CREATE POLICY data_subject ON consultation FOR SELECT TO CURRENT_USER
  USING ((SELECT app_scope()) = 'data-subject' AND ((org_id, id) = (SELECT p.org_id, p.consultation_id FROM
    consultation_person p WHERE p.token_hash = (SELECT app_link()))));

SELECT amana_bind_table('consultation_fact', 'fact');

SELECT amana_bind_table('consultation_file', 'fact');

ALTER TABLE consultation_person ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY data_subject ON consultation_person FOR SELECT TO CURRENT_USER
  USING ((SELECT app_scope()) = 'data-subject' AND token_hash = (SELECT app_link()));
CREATE POLICY staff ON consultation_person
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
GRANT INSERT, SELECT ON consultation_person TO amana_app;
GRANT UPDATE (contact_sealed, letter_id, handed_at, revoked_at) ON consultation_person TO amana_app;

SELECT amana_bind_table('consultation_version', 'version');
