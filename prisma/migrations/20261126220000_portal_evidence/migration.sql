-- A contact's connection moves a request and never rewrites it: what it decides, and the first receipt, are all it says.
CREATE FUNCTION portal_decides_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.received_at IS NOT NULL AND NEW.received_at IS DISTINCT FROM OLD.received_at)
    OR NOT (NEW.state = OLD.state OR NEW.state IN ('approved', 'refused', 'objected', 'revoked', 'replaced')) THEN
    RAISE EXCEPTION 'the portal decides on a request and never moves it otherwise' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER portal_decides_only BEFORE UPDATE ON authorisation
  FOR EACH ROW WHEN (app_scope() = 'portal') EXECUTE FUNCTION portal_decides_only();

-- Of its life it writes down what a contact can do, and in nobody else's name.
ALTER POLICY portal_decides ON authorisation_fact WITH CHECK (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller())
  AND author_kind = 'controller-contact'
  AND event IN ('receive', 'approve', 'refuse', 'object', 'revoke', 'supersede')
  AND EXISTS (SELECT FROM authorisation a WHERE a.org_id = authorisation_fact.org_id
    AND a.id = authorisation_fact.authorisation_id AND a.controller_id = authorisation_fact.controller_id));

-- What it files comes in the place of nothing, and is filed by nobody of the staff.
ALTER POLICY portal_certifies ON attachment WITH CHECK (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller())
  AND purpose = 'document' AND subject_noun = 'authorisation' AND content_type = 'application/pdf'
  AND replaces_id IS NULL AND author_id IS NULL
  AND EXISTS (SELECT FROM authorisation a WHERE a.id = subject_id));
ALTER POLICY portal_adds ON attachment WITH CHECK (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller())
  AND purpose = 'document' AND subject_noun = 'thread' AND replaces_id IS NULL AND author_id IS NULL
  AND EXISTS (SELECT FROM thread t WHERE t.org_id = attachment.org_id AND t.id = attachment.subject_id
    AND t.controller_id = attachment.controller_id));
-- A file that is whole takes no more bytes: they would make it another than the one that was hashed.
ALTER POLICY portal_certifies ON attachment_chunk WITH CHECK (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal')
  AND EXISTS (SELECT FROM attachment a WHERE a.org_id = attachment_chunk.org_id AND a.id = attachment_id
    AND a.subject_noun = 'authorisation' AND a.author_id IS NULL AND seq < a.chunks));
ALTER POLICY portal_adds ON attachment_chunk WITH CHECK (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal')
  AND EXISTS (SELECT FROM attachment a WHERE a.org_id = attachment_chunk.org_id AND a.id = attachment_id
    AND a.purpose = 'document' AND a.subject_noun = 'thread' AND a.author_id IS NULL AND seq < a.chunks));
