ALTER TABLE instruction ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY data_subject ON instruction FOR SELECT TO CURRENT_USER
  USING ((SELECT app_scope()) = 'data-subject' AND ((org_id, controller_id) = (SELECT r.org_id, coalesce(r.merged_into_id, r.id)
    FROM consultation_person p JOIN consultation c ON c.org_id = p.org_id AND c.id = p.consultation_id
    JOIN controller r ON r.org_id = c.org_id AND r.id = c.controller_id WHERE p.token_hash = (SELECT app_link()))));
CREATE POLICY portal ON instruction FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND (merged_from_id IS NULL AND
    (controller_id = ANY ((SELECT app_controllers())::uuid[])) OR (merged_from_id = ANY ((SELECT
    app_controllers())::uuid[]))));
CREATE POLICY portal_answers ON instruction FOR UPDATE TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND (merged_from_id IS NULL AND
    (controller_id = ANY ((SELECT app_controllers())::uuid[])) OR (merged_from_id = ANY ((SELECT
    app_controllers())::uuid[]))))
  WITH CHECK (org_id = (SELECT app_org()) AND (merged_from_id IS NULL AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) OR (merged_from_id = ANY ((SELECT app_controllers())::uuid[]))));
CREATE POLICY portal_gives ON instruction FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND controller_id = (SELECT
    app_controller()) AND channel = 'portal' AND state = 'received' AND merged_from_id IS NULL AND
    portal_is_self(contact_id, author_name));
CREATE POLICY staff ON instruction
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
GRANT INSERT, SELECT, UPDATE ON instruction TO amana_app;
GRANT INSERT ON instruction TO amana_portal;
GRANT SELECT (id, org_id, controller_id, number, year, counter, text, text_digest, author_name, author_power,
  authority, channel, received_at, effective_on, transfer_effect, transfer_text, record_ids, covers, supersedes_id,
  state, version, created_at, updated_at, contact_id, merged_from_id, kind,
  address_unproven) ON instruction TO amana_portal;
GRANT UPDATE (state, version, updated_at) ON instruction TO amana_portal;

ALTER TABLE instruction_fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY data_subject ON instruction_fact FOR SELECT TO CURRENT_USER
  USING ((SELECT app_scope()) = 'data-subject' AND ((org_id, controller_id) = (SELECT r.org_id, coalesce(r.merged_into_id, r.id)
    FROM consultation_person p JOIN consultation c ON c.org_id = p.org_id AND c.id = p.consultation_id
    JOIN controller r ON r.org_id = c.org_id AND r.id = c.controller_id WHERE p.token_hash = (SELECT app_link()))));
-- The portal sees all of its life but what the processor noted while it checked.
CREATE POLICY portal ON instruction_fact FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND event <> 'check');
CREATE POLICY portal_answers ON instruction_fact FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND (event = ANY (ARRAY['confirm-in-writing', 'acknowledge', 'confirm', 'amend',
    'withdraw'])) AND author_id IS NULL AND portal_is_self(contact_id, author_name) AND (writer = ANY (ARRAY['', author_name])) AND
    (medium = ANY (ARRAY['', 'portal'])));
CREATE POLICY staff ON instruction_fact
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
GRANT INSERT, SELECT ON instruction_fact TO amana_app;
GRANT INSERT ON instruction_fact TO amana_portal;
GRANT SELECT (id, org_id, instruction_id, controller_id, version, event, state, fact_on, fact_time, note, source,
  infringes, recipient, successor_id, letter_id, document_id, recorded_at, author_id, author_name, contact_id,
  writer, medium, writing, address_unproven) ON instruction_fact TO amana_portal;

ALTER TABLE instruction_series ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A controller sees what it asked and where it stands; what the processor noted of it stays the processor's.
CREATE POLICY portal ON instruction_series FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND controller_id = (SELECT
    app_controller()));
-- The portal writes its own controller's facts, by that channel, and never the processor's part.
CREATE POLICY portal_opens ON instruction_series FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND controller_id = (SELECT
    app_controller()));
CREATE POLICY staff ON instruction_series
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
GRANT INSERT, SELECT ON instruction_series TO amana_app;
GRANT INSERT ON instruction_series TO amana_portal;
GRANT SELECT (controller_id, org_id, code, created_at) ON instruction_series TO amana_portal;

ALTER TABLE instruction_version ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY portal ON instruction_version FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])));
CREATE POLICY portal_keeps ON instruction_version FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND author_id IS NULL AND (EXISTS (SELECT FROM controller_contact c WHERE c.org_id =
    instruction_version.org_id AND portal_is_self(c.id, instruction_version.author_name))));
CREATE POLICY portal_supersedes ON instruction_version FOR UPDATE TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])))
  WITH CHECK (org_id = (SELECT app_org()) AND (controller_id = ANY ((SELECT app_controllers())::uuid[])));
CREATE POLICY staff ON instruction_version
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
GRANT INSERT, SELECT ON instruction_version TO amana_app;
GRANT INSERT ON instruction_version TO amana_portal;
GRANT SELECT (instruction_id, version, org_id, controller_id, recorded_at, superseded_at, author_id, author_name,
  change, snapshot) ON instruction_version TO amana_portal;
GRANT UPDATE (superseded_at) ON instruction_version TO amana_app;
GRANT UPDATE (superseded_at) ON instruction_version TO amana_portal;
