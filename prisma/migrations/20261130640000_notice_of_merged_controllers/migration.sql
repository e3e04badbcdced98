-- A notice stays with the controller that it was issued to, also where that one became another. Whoever may read it in the
-- portal receives it in that controller's name: what is recorded names the notice's own controller.
ALTER POLICY portal_receives ON breach_notice_fact WITH CHECK (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND controller_id = ANY ((SELECT app_controllers())::uuid[])
  AND author_kind = 'controller-contact' AND kind IN ('read-in-portal', 'acknowledged', 'pack-taken')
  AND EXISTS (SELECT FROM breach_notice n WHERE n.org_id = breach_notice_fact.org_id
    AND n.id = breach_notice_fact.notice_id AND n.controller_id = breach_notice_fact.controller_id));

-- An opening counts at once, before a job makes a fact of it: the portal reads openings of the notices that it shows.
CREATE POLICY portal_reads_notice_openings ON access_look FOR SELECT TO amana_portal
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND noun = 'breach-notice'
  AND EXISTS (SELECT FROM breach_notice n WHERE n.org_id = access_look.org_id AND n.id = access_look.subject_id
    AND n.controller_id = ANY ((SELECT app_controllers())::uuid[])));
