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
-- A holder of parental responsibility reads what the child chose, and adds choices by the link alone.
CREATE POLICY data_subject_parent ON choice FOR ALL TO CURRENT_USER
  USING ((SELECT app_scope()) = 'data-subject' AND ((org_id, person_key) = (SELECT p.org_id, p.person_key FROM
    parental_person p WHERE p.token_hash = (SELECT app_link()))))
  WITH CHECK ((SELECT app_scope()) = 'data-subject' AND source = 'parent' AND ((org_id, parental_consent_id, person_key)
    = (SELECT p.org_id, p.consent_id, p.person_key FROM parental_person p WHERE p.token_hash = (SELECT app_link()))));

-- An objection in a request that a controller lodges, by the function of that request alone.
CREATE POLICY portal_lodges ON choice FOR INSERT TO CURRENT_USER
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND outcome = ANY (ARRAY['refused',
    'withdrawn']) AND source = 'portal' AND controller_id = (SELECT app_controller()));

SELECT amana_bind_table('choice_check', 'fact');

SELECT amana_bind_table('parental_consent', 'fact');
CREATE POLICY data_subject ON parental_consent FOR SELECT TO CURRENT_USER
  USING ((SELECT app_scope()) = 'data-subject' AND ((org_id, id) = (SELECT p.org_id, p.consent_id FROM parental_person p
    WHERE p.token_hash = (SELECT app_link()))));
-- The link of a consultation reads what is known of its own person's age, art. 8(1).
CREATE POLICY data_subject_consulted ON parental_consent FOR SELECT TO CURRENT_USER
  USING ((SELECT app_scope()) = 'data-subject' AND id IN (SELECT c.consent_id FROM consultation_person p JOIN parental_person c
    ON c.org_id = p.org_id AND c.person_key = p.person_key WHERE p.token_hash = (SELECT app_link())));

ALTER TABLE parental_person ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY data_subject ON parental_person FOR SELECT TO CURRENT_USER
  USING ((SELECT app_scope()) = 'data-subject' AND token_hash = (SELECT app_link()));
CREATE POLICY data_subject_consulted ON parental_person FOR SELECT TO CURRENT_USER
  USING ((SELECT app_scope()) = 'data-subject' AND ((org_id, person_key) = (SELECT p.org_id, p.person_key FROM
    consultation_person p WHERE p.token_hash = (SELECT app_link()))));
CREATE POLICY staff ON parental_person
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
GRANT INSERT, SELECT ON parental_person TO amana_app;
GRANT UPDATE (people_sealed, letter_id, erased_at) ON parental_person TO amana_app;
