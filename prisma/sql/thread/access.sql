ALTER TABLE thread ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- The portal reads its controller's threads, begins one and writes in its own name: never as the processor's staff.
CREATE POLICY portal ON thread FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])));
CREATE POLICY portal_moves ON thread FOR UPDATE TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])));
CREATE POLICY portal_opens ON thread FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND portal_sees(subject_noun, subject_id));
CREATE POLICY staff ON thread
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
GRANT INSERT, SELECT ON thread TO amana_app;
GRANT INSERT ON thread TO amana_portal;
GRANT SELECT (id, org_id, controller_id, subject_noun, subject_id, state, since, last_at, message_count, rank,
  created_at) ON thread TO amana_portal;
GRANT UPDATE (state, since, last_at, message_count, rank) ON thread TO amana_app;
GRANT UPDATE (state, since, last_at, message_count, rank) ON thread TO amana_portal;

SELECT amana_bind_table('thread_message', 'fact');
CREATE POLICY portal ON thread_message FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])));
CREATE POLICY portal_says ON thread_message FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND side = 'contact' AND
    portal_is_self(author_id, author_name));
GRANT INSERT ON thread_message TO amana_portal;
GRANT SELECT (thread_id, number, org_id, controller_id, side, kind, author_id, author_name, text, said_at) ON
  thread_message TO amana_portal;

ALTER TABLE thread_read ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY portal ON thread_read FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND side = 'contact');
-- A contact says of nobody else how far they have read.
CREATE POLICY portal_begins ON thread_read FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND side = 'contact' AND portal_is_self(reader_id, NULL));
CREATE POLICY portal_moves ON thread_read FOR UPDATE TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND side = 'contact' AND portal_is_self(reader_id, NULL))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND side = 'contact' AND portal_is_self(reader_id, NULL));
CREATE POLICY staff ON thread_read
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
GRANT INSERT, SELECT ON thread_read TO amana_app;
GRANT INSERT ON thread_read TO amana_portal;
GRANT SELECT (thread_id, reader_id, org_id, controller_id, side, read_to, read_at) ON thread_read TO amana_portal;
GRANT UPDATE (read_to, read_at) ON thread_read TO amana_app;
GRANT UPDATE (read_to, read_at) ON thread_read TO amana_portal;
