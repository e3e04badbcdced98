-- A contact puts documents beside its own controller's threads, and beside nothing else.
CREATE POLICY portal_adds ON attachment FOR INSERT WITH CHECK (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller())
  AND purpose = 'document' AND subject_noun = 'thread' AND replaces_id IS NULL
  AND EXISTS (SELECT FROM thread t WHERE t.org_id = attachment.org_id AND t.id = attachment.subject_id
    AND t.controller_id = attachment.controller_id));
-- Bytes are written with their file: whose row is not whole yet is nobody's evidence.
CREATE POLICY portal_adds ON attachment_chunk FOR INSERT WITH CHECK (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal')
  AND EXISTS (SELECT FROM attachment a WHERE a.org_id = attachment_chunk.org_id AND a.id = attachment_id
    AND a.purpose = 'document' AND a.subject_noun = 'thread' AND a.author_id IS NULL));
