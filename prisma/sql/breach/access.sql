SELECT amana_bind_table('breach', 'row');
-- A drill that is no client's is not told: the portal's view of what a controller was told asks which it is, as its owner.
CREATE POLICY portal_informed ON breach FOR SELECT TO CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (EXISTS (SELECT FROM breach_controller p
    WHERE p.org_id = breach.org_id AND p.breach_id = breach.id)));

SELECT amana_bind_table('breach_controller', 'row');
-- By what a controller came to know of a breach, for its own clock in the portal: calls and readings, knowledge from
-- elsewhere also where no notice brought it, and the acceptance of a letter by its own mail server, which the outbox holds.
-- Reads as its owner, since the outbox and the breach are not shown; the policies name the rows for it.
CREATE POLICY portal_informed ON breach_controller FOR SELECT TO CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])));

SELECT amana_bind_table('breach_fact', 'fact');

SELECT amana_bind_table('breach_notice', 'row');
CREATE POLICY portal ON breach_notice FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND status = 'issued' AND is_shared AND
    (controller_id = ANY ((SELECT app_controllers())::uuid[])));
GRANT SELECT (id, org_id, breach_controller_id, controller_id, number, phase, locale, status, is_drill, is_shared,
  content, late_reason, issued_at, issued_by_name, document_id) ON breach_notice TO amana_portal;

SELECT amana_bind_table('breach_notice_fact', 'fact');
CREATE POLICY portal ON breach_notice_fact FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND (kind = ANY (ARRAY['call-made', 'given-in-portal', 'read-in-portal',
    'known-elsewhere', 'acknowledged', 'pack-taken', 'authority-stated', 'persons-stated', 'withdrawn'])) AND
    ((breach_controller_id IS NOT NULL AND told IS NOT NULL) OR (EXISTS (SELECT FROM breach_notice n WHERE n.org_id =
    breach_notice_fact.org_id AND n.id = breach_notice_fact.notice_id))));
CREATE POLICY portal_informed ON breach_notice_fact FOR SELECT TO CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])));
-- A contact acts on a notice that it may read, in its own name; what its controller did of an incident is stated of the incident,
-- of which it was told by a notice or a call.
CREATE POLICY portal_receives ON breach_notice_fact FOR INSERT TO amana_portal
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND author_kind = 'controller-contact' AND portal_is_self(author_id, author_name) AND (kind =
    ANY (ARRAY['read-in-portal', 'acknowledged', 'pack-taken', 'authority-stated', 'persons-stated'])) AND (told IS NOT NULL) = (kind = ANY
    (ARRAY['authority-stated', 'persons-stated'])) AND ((notice_id IS NULL AND told IS NOT NULL AND
    portal_told(breach_controller_id, controller_id)) OR (breach_controller_id IS NULL AND (EXISTS (SELECT FROM breach_notice n
    WHERE n.org_id = breach_notice_fact.org_id AND n.id = breach_notice_fact.notice_id AND n.controller_id =
    breach_notice_fact.controller_id)))));
GRANT INSERT (id, org_id, controller_id, notice_id, breach_controller_id, kind, at, told, recorded_at, author_kind,
  author_id, author_name) ON breach_notice_fact TO amana_portal;
GRANT SELECT (id, org_id, controller_id, notice_id, breach_controller_id, kind, at, told, corrects_id, recorded_at,
  author_kind, author_id, author_name) ON breach_notice_fact TO amana_portal;

SELECT amana_bind_table('night_contact', 'row');
