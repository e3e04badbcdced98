-- Each step of telling one controller is taken once: a letter of one notice to one contact, an escalation to it, the first
-- reading by one person of the controller, its acknowledgement.
CREATE UNIQUE INDEX "breach_notice_fact_mail_key" ON "breach_notice_fact"("org_id", "notice_id", "contact_id")
  WHERE kind = 'mail-queued' AND contact_id IS NOT NULL;
CREATE UNIQUE INDEX "breach_notice_fact_main_mail_key" ON "breach_notice_fact"("org_id", "notice_id")
  WHERE kind = 'mail-queued' AND contact_id IS NULL;
CREATE UNIQUE INDEX "breach_notice_fact_escalated_key" ON "breach_notice_fact"("org_id", "notice_id", "contact_id")
  WHERE kind = 'escalated';
CREATE UNIQUE INDEX "breach_notice_fact_person_key" ON "breach_notice_fact"("org_id", "notice_id", "kind", "author_id")
  WHERE kind IN ('read-in-portal', 'acknowledged') AND author_kind = 'controller-contact';

-- A reading is written by the access log alone; a job makes a fact of the first one.
DROP TRIGGER wakes_job ON access_look;
CREATE TRIGGER wakes_job AFTER INSERT ON access_look
  FOR EACH ROW WHEN (NEW.noun IN ('authorisation', 'breach-notice')) EXECUTE FUNCTION opening_wakes_job();

-- By what a controller came to know of a breach, for its own clock in the portal: calls and readings, knowledge from
-- elsewhere also where no notice brought it, and the acceptance of a letter by its own mail server, which the outbox holds.
-- Reads as its owner, since the outbox and the breach are not shown; the policies name the rows for it.
CREATE POLICY portal_informed ON breach_controller FOR SELECT TO CURRENT_USER USING (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND controller_id = ANY ((SELECT app_controllers())::uuid[]));
CREATE POLICY portal_informed ON breach_notice_fact FOR SELECT TO CURRENT_USER USING (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND controller_id = ANY ((SELECT app_controllers())::uuid[]));
CREATE POLICY portal_informed ON outbox_fact FOR SELECT TO CURRENT_USER USING (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND EXISTS (SELECT FROM breach_notice_fact f
    WHERE f.org_id = outbox_fact.org_id AND f.letter_id = outbox_fact.letter_id));
CREATE VIEW portal.breach_informed WITH (security_barrier) AS
  SELECT f.org_id, p.id AS breach_controller_id, f.kind, f.at
    FROM public.breach_notice_fact f
    JOIN public.breach_controller p ON p.org_id = f.org_id AND p.breach_id = f.breach_id
      AND p.controller_id = f.controller_id
    WHERE f.org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal')
      AND f.controller_id = ANY ((SELECT app_controllers())::uuid[]) AND f.at IS NOT NULL
      AND f.kind IN ('call-made', 'read-in-portal', 'known-elsewhere', 'acknowledged')
      AND EXISTS (SELECT FROM public.breach_notice n WHERE n.org_id = p.org_id AND n.breach_controller_id = p.id
        AND n.status = 'issued' AND n.is_shared)
  UNION ALL
  SELECT f.org_id, n.breach_controller_id, o.kind, o.at
    FROM public.breach_notice_fact f
    JOIN public.breach_notice n ON n.org_id = f.org_id AND n.id = f.notice_id AND n.status = 'issued' AND n.is_shared
    JOIN public.outbox_fact o ON o.org_id = f.org_id AND o.letter_id = f.letter_id
    WHERE f.org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal')
      AND f.controller_id = ANY ((SELECT app_controllers())::uuid[]) AND o.kind IN ('delivered', 'said-received');
GRANT SELECT ON portal.breach_informed TO amana_portal;
