-- A contact of a controller instructs in the portal, art. 28(3)(a), and answers the alert of 28(3), last subparagraph.
ALTER TABLE instruction ADD COLUMN contact_id UUID;
ALTER TABLE instruction_fact ADD COLUMN contact_id UUID;
ALTER TABLE "instruction" ADD CONSTRAINT "instruction_org_id_contact_id_fkey" FOREIGN KEY ("org_id", "contact_id") REFERENCES "controller_contact"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "instruction_fact" ADD CONSTRAINT "instruction_fact_org_id_contact_id_fkey" FOREIGN KEY ("org_id", "contact_id") REFERENCES "controller_contact"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What it writes there: its own controller's, by that channel, and never the processor's part.
CREATE POLICY portal_opens ON instruction_series FOR INSERT WITH CHECK (
  org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND controller_id = (SELECT app_controller()));
CREATE POLICY portal_gives ON instruction FOR INSERT WITH CHECK (
  org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND controller_id = (SELECT app_controller())
  AND channel = 'portal' AND state = 'received' AND contact_id IS NOT NULL);
CREATE POLICY portal_answers ON instruction FOR UPDATE
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND controller_id = (SELECT app_controller()))
  WITH CHECK (org_id = (SELECT app_org()) AND controller_id = (SELECT app_controller()));

-- Of its life it sees everything but what the processor noted while it checked.
CREATE POLICY portal ON instruction_fact FOR SELECT USING (
  org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND controller_id = (SELECT app_controller())
  AND event <> 'check');
CREATE POLICY portal_answers ON instruction_fact FOR INSERT WITH CHECK (
  org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND controller_id = (SELECT app_controller())
  AND event IN ('acknowledge', 'confirm', 'amend', 'withdraw') AND contact_id IS NOT NULL);

CREATE POLICY portal ON instruction_version FOR SELECT USING (
  org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND controller_id = (SELECT app_controller()));
CREATE POLICY portal_keeps ON instruction_version FOR INSERT WITH CHECK (
  org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND controller_id = (SELECT app_controller()));
CREATE POLICY portal_supersedes ON instruction_version FOR UPDATE
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND controller_id = (SELECT app_controller()))
  WITH CHECK (org_id = (SELECT app_org()) AND controller_id = (SELECT app_controller()));

-- What was received is evidence: from the portal only where it stands can move, and only as the controller may move it.
CREATE FUNCTION portal_moves_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - ARRAY['state', 'version', 'updated_at'] <> to_jsonb(OLD) - ARRAY['state', 'version', 'updated_at']
    OR NOT (NEW.state = OLD.state OR NEW.state = 'withdrawn'
      OR (OLD.state = 'contested' AND NEW.state IN ('confirmed', 'amended'))) THEN
    RAISE EXCEPTION 'the portal moves an instruction and never rewrites it' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER portal_moves_only BEFORE UPDATE ON instruction
  FOR EACH ROW WHEN (app_scope() = 'portal') EXECUTE FUNCTION portal_moves_only();

-- A letter that a contact's act sends: one of the portal's own, with no file but one that the contact may see.
CREATE POLICY portal ON outbox_mail FOR INSERT TO amana_app WITH CHECK (
  org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND state = 'queued' AND template LIKE 'portal-%'
  AND (attachment_id IS NULL OR EXISTS (SELECT 1 FROM attachment a WHERE a.id = attachment_id)));
