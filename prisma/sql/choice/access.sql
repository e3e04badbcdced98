SELECT amana_bind_table('choice', 'fact');
CREATE POLICY data_subject ON choice FOR ALL TO CURRENT_USER
  USING ((SELECT app_scope()) = 'data-subject' AND ((org_id, consultation_person_id) = (SELECT p.org_id, p.id FROM
    consultation_person p WHERE p.token_hash = (SELECT app_link()))))
  WITH CHECK ((SELECT app_scope()) = 'data-subject' AND ((org_id, consultation_person_id, person_key, controller_id)
    = (SELECT p.org_id, p.id, p.person_key, c.controller_id FROM consultation_person p JOIN consultation c ON
    c.org_id = p.org_id AND c.id = p.consultation_id WHERE p.token_hash = (SELECT app_link()))));

SELECT amana_bind_table('choice_check', 'fact');

SELECT amana_bind_table('parental_authorisation', 'fact');
