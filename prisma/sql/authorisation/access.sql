SELECT amana_bind_table('authorisation', 'row');
CREATE POLICY portal ON authorisation FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (merged_from_id IS NULL AND
    (controller_id = ANY ((SELECT app_controllers())::uuid[])) OR (merged_from_id = ANY ((SELECT
    app_controllers())::uuid[]))) AND sent_at IS NOT NULL);
CREATE POLICY portal_decides ON authorisation FOR UPDATE TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (merged_from_id IS NULL AND
    (controller_id = ANY ((SELECT app_controllers())::uuid[])) OR (merged_from_id = ANY ((SELECT
    app_controllers())::uuid[]))) AND sent_at IS NOT NULL)
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (merged_from_id IS NULL AND
    (controller_id = ANY ((SELECT app_controllers())::uuid[])) OR (merged_from_id = ANY ((SELECT
    app_controllers())::uuid[]))) AND sent_at IS NOT NULL);
GRANT SELECT (id, org_id, reference, controller_id, controller_name, contract_id, sub_processor_id,
  sub_processor_version, scope_digest, regime, days, zone, seat_country, seat_address, language, recipient, text,
  text_digest, list, list_digest, supersedes_id, state, sent_at, received_at, letter_id, document_id, version,
  created_at, updated_at, merged_from_id, silence_address, silence_proven_at) ON authorisation TO amana_portal;
GRANT UPDATE (state, received_at, version, updated_at) ON authorisation TO amana_portal;

ALTER TABLE authorisation_condition ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY portal ON authorisation_condition FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND (EXISTS (SELECT FROM authorisation a WHERE a.org_id =
    authorisation_condition.org_id AND a.id = authorisation_condition.authorisation_id)));
CREATE POLICY portal_decides ON authorisation_condition FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND (EXISTS (SELECT FROM authorisation a WHERE a.org_id =
    authorisation_condition.org_id AND a.id = authorisation_condition.authorisation_id AND
    COALESCE(a.merged_from_id, a.controller_id) = authorisation_condition.controller_id)));
CREATE POLICY staff ON authorisation_condition
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
GRANT INSERT, SELECT ON authorisation_condition TO amana_app;
GRANT INSERT ON authorisation_condition TO amana_portal;
GRANT SELECT (id, org_id, authorisation_id, controller_id, "position", text, met_at,
  contact_id) ON authorisation_condition TO amana_portal;
GRANT UPDATE (met_at) ON authorisation_condition TO amana_app;

SELECT amana_bind_table('authorisation_fact', 'fact');
CREATE POLICY portal ON authorisation_fact FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND (EXISTS (SELECT FROM authorisation a WHERE a.org_id = authorisation_fact.org_id
    AND a.id = authorisation_fact.authorisation_id)));
-- Its author is the person who decides; of a receipt, who opened the request as the log of accesses has it.
CREATE POLICY portal_decides ON authorisation_fact FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND author_kind = 'controller-contact' AND (event = ANY (ARRAY['receive',
    'approve', 'refuse', 'object', 'revoke', 'supersede'])) AND (EXISTS (SELECT FROM controller_contact c WHERE c.org_id = authorisation_fact.org_id AND
    c.person_id = authorisation_fact.author_id AND (portal_is_self(c.id, authorisation_fact.author_name) OR
    authorisation_fact.event = 'receive' AND (EXISTS (SELECT FROM access_look l WHERE l.org_id = c.org_id AND l.contact_id
    = c.id AND l.noun = 'authorisation' AND l.subject_id = authorisation_fact.authorisation_id AND l.looked_at =
    authorisation_fact.at AND l.contact_name = authorisation_fact.author_name))))) AND (EXISTS (SELECT FROM authorisation a WHERE a.org_id
    = authorisation_fact.org_id AND a.id = authorisation_fact.authorisation_id AND COALESCE(a.merged_from_id,
    a.controller_id) = authorisation_fact.controller_id)));
GRANT INSERT ON authorisation_fact TO amana_portal;
GRANT SELECT (id, org_id, authorisation_id, controller_id, version, event, state, at, channel, signatory, capacity,
  power, reason, source, recipient, text_digest, list_digest, address, agent, condition_id, document_id, letter_id,
  recorded_at, author_kind, author_id, author_name) ON authorisation_fact TO amana_portal;
