SELECT amana_bind_table('choice', 'fact');
-- The controller counts the choices of its persons: neither their keys nor their proofs are shown to it.
CREATE POLICY portal ON choice FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])));
GRANT SELECT (org_id, controller_id, act, outcome, recorded_at) ON choice TO amana_portal;
CREATE POLICY data_subject ON choice FOR ALL TO CURRENT_USER
  USING ((SELECT app_scope()) = 'data-subject' AND ((org_id, consultation_person_id) = (SELECT p.org_id, p.id FROM
    consultation_person p WHERE p.token_hash = (SELECT app_link()))))
  WITH CHECK ((SELECT app_scope()) = 'data-subject' AND ((org_id, consultation_person_id, person_key, controller_id)
    = (SELECT p.org_id, p.id, p.person_key, c.controller_id FROM consultation_person p JOIN consultation c ON
    c.org_id = p.org_id AND c.id = p.consultation_id WHERE p.token_hash = (SELECT app_link()))));

-- An objection in a request that a controller lodges, by the function of that request alone.
CREATE POLICY portal_lodges ON choice FOR INSERT TO CURRENT_USER
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND outcome = 'refused' AND source
    = 'portal' AND controller_id = (SELECT app_controller()));

SELECT amana_bind_table('choice_check', 'fact');

SELECT amana_bind_table('parental_authorisation', 'fact');
