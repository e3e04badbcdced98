ALTER TABLE attachment ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY portal ON attachment FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND NOT (EXISTS (SELECT FROM attachment_withdrawal w WHERE w.org_id =
    attachment.org_id AND w.attachment_id = attachment.id AND NOT w.was_given)) AND (subject_noun IS DISTINCT FROM
    'contract' OR (EXISTS (SELECT FROM contract c WHERE c.org_id = attachment.org_id AND c.id =
    attachment.subject_id))) AND (subject_noun IS DISTINCT FROM 'authorisation' OR (EXISTS (SELECT FROM
    authorisation a WHERE a.org_id = attachment.org_id AND a.id = attachment.subject_id))));
-- A contact puts documents beside its own controller's threads, and beside nothing else.
CREATE POLICY portal_adds ON attachment FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND purpose = 'document' AND subject_noun = 'thread' AND replaces_id IS NULL AND
    author_id IS NULL AND portal_is_self(contact_id, author_name) AND (EXISTS (SELECT FROM thread t WHERE t.org_id = attachment.org_id AND t.id =
    attachment.subject_id AND t.controller_id = attachment.controller_id)));
-- The document that a decision makes: beside a request of the contact's own controller, and nowhere else.
CREATE POLICY portal_certifies ON attachment FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND purpose = 'document' AND subject_noun = 'authorisation' AND content_type =
    'application/pdf' AND replaces_id IS NULL AND author_id IS NULL AND portal_is_self(contact_id, author_name) AND (EXISTS (SELECT FROM authorisation a WHERE
    a.id = attachment.subject_id)));
-- The head of the document bears the processor's logo.
CREATE POLICY portal_extract ON attachment FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND purpose = 'logo');
CREATE POLICY staff_adds ON attachment FOR INSERT
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
CREATE POLICY staff_reads ON attachment FOR SELECT
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
GRANT INSERT, SELECT ON attachment TO amana_app;
GRANT INSERT ON attachment TO amana_portal;
GRANT SELECT (id, org_id, purpose, file_name, content_type, size, width, height, sha256, chunks, stored_at,
  author_id, author_name, subject_noun, subject_id, controller_id, replaces_id, contact_id) ON attachment TO
  amana_portal;

ALTER TABLE attachment_chunk ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- By whatever statement, nobody is handed the bytes of what is closed.
CREATE POLICY closed_to_view ON attachment_chunk AS RESTRICTIVE FOR SELECT TO amana_app, amana_portal
  USING (NOT attachment_is_closed(org_id, attachment_id));
-- The chunks of what the scope may see of `attachment`, whose own policies answer here.
CREATE POLICY portal ON attachment_chunk FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND (EXISTS (SELECT FROM attachment a WHERE
    a.org_id = attachment_chunk.org_id AND a.id = attachment_chunk.attachment_id)));
-- Bytes are written with their file: whose row is not whole yet is nobody's evidence.
CREATE POLICY portal_adds ON attachment_chunk FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (EXISTS (SELECT FROM attachment a
    WHERE a.org_id = attachment_chunk.org_id AND a.id = attachment_chunk.attachment_id AND a.purpose = 'document'
    AND a.subject_noun = 'thread' AND a.author_id IS NULL AND attachment_chunk.seq < a.chunks)));
CREATE POLICY portal_certifies ON attachment_chunk FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (EXISTS (SELECT FROM attachment a
    WHERE a.org_id = attachment_chunk.org_id AND a.id = attachment_chunk.attachment_id AND a.subject_noun =
    'authorisation' AND a.author_id IS NULL AND attachment_chunk.seq < a.chunks)));
CREATE POLICY staff_adds ON attachment_chunk FOR INSERT
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
CREATE POLICY staff_reads ON attachment_chunk FOR SELECT
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
GRANT INSERT, SELECT ON attachment_chunk TO amana_app;
GRANT INSERT ON attachment_chunk TO amana_portal;
GRANT SELECT (attachment_id, seq, org_id, bytes, sha256) ON attachment_chunk TO amana_portal;

ALTER TABLE attachment_closure ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY portal ON attachment_closure FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])));
CREATE POLICY staff ON attachment_closure
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
GRANT INSERT, SELECT ON attachment_closure TO amana_app;
GRANT SELECT (org_id, attachment_id, number, controller_id, is_closed, reason, recorded_at, author_id, author_name)
  ON attachment_closure TO amana_portal;

SELECT amana_bind_table('attachment_withdrawal', 'fact');
CREATE POLICY portal ON attachment_withdrawal FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])));
GRANT SELECT (attachment_id, org_id, controller_id, reason, withdrawn_at, author_id, author_name, was_given) ON
  attachment_withdrawal TO amana_portal;
