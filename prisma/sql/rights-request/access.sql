SELECT amana_bind_table('rights_request', 'row');
-- The numbering reads all references, within the function alone.
CREATE POLICY owner_numbers ON rights_request FOR SELECT TO CURRENT_USER
  USING (org_id = (SELECT app_org()) AND ((SELECT COALESCE(current_setting('app.listing', true), '') AS "coalesce"))
    = 'on');
-- Shows what was set aside to the controller that had it, also once it is closed.
CREATE POLICY portal ON rights_request FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND (state <> 'received') AND (state <> ALL (ARRAY['not-ours', 'closed']) OR
    portal_request_had(id)));
CREATE POLICY portal_answers ON rights_request FOR UPDATE TO amana_portal
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND (state <> ALL (ARRAY['received', 'not-ours'])))
  WITH CHECK (org_id = (SELECT app_org()) AND (controller_id = ANY ((SELECT app_controllers())::uuid[])) AND (state
    = ANY (ARRAY['relayed', 'instructed', 'executing', 'confirmed', 'refused', 'closed'])));
-- A request that a controller lodges in its portal, by the function alone.
CREATE POLICY portal_lodges ON rights_request FOR INSERT TO CURRENT_USER
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND channel = 'portal' AND state
    = 'relayed' AND controller_id = (SELECT app_controller()) AND version = 0);
-- A request that a person makes by the form of an organisation's public page, where the organisation shows that part. The
-- function below is all that strangers may do to the register of requests.
CREATE POLICY public ON rights_request FOR INSERT TO CURRENT_USER
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'public' AND channel = 'public-form' AND state
    = 'received' AND controller_id IS NULL AND clue = '' AND version = 0);
GRANT SELECT (id, org_id, reference, received_at, channel, rights, contact_sealed, words_sealed, controller_id,
  state, relayed_at, confirmed_at, closed_at, erased_at, version, updated_at, answered_at) ON rights_request TO amana_portal;
GRANT UPDATE (state, version, updated_at, answered_at) ON rights_request TO amana_portal;

SELECT amana_bind_table('rights_request_fact', 'fact');
CREATE POLICY portal ON rights_request_fact FOR SELECT TO amana_portal
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND (kind <> ALL (ARRAY['placed', 'erased',
    'number-doubted', 'number-read', 'joined', 'kept-apart'])) AND (EXISTS
    (SELECT FROM rights_request r WHERE r.org_id = rights_request_fact.org_id AND r.id =
    rights_request_fact.request_id)));
-- By which requests the functions of the portal find what their controllers had, and the letters of it: they ask of no request.
CREATE POLICY portal_informed ON rights_request_fact FOR SELECT TO CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])));
CREATE POLICY portal_answers ON rights_request_fact FOR INSERT TO amana_portal
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (controller_id = ANY ((SELECT
    app_controllers())::uuid[])) AND author_kind = 'controller-contact' AND author_id IS NULL AND (EXISTS (SELECT FROM
    controller_contact c WHERE c.org_id = rights_request_fact.org_id AND portal_is_self(c.id,
    rights_request_fact.author_name))) AND (kind = ANY (ARRAY['identity-doubted',
    'identity-confirmed', 'extension-announced', 'instructed', 'refused', 'answered', 'lodged', 'controller-received'])) AND (EXISTS (SELECT FROM rights_request
    r WHERE r.org_id = rights_request_fact.org_id AND r.id = rights_request_fact.request_id AND r.controller_id =
    rights_request_fact.controller_id AND r.state <> 'not-ours')));
GRANT INSERT ON rights_request_fact TO amana_portal;
GRANT SELECT (id, org_id, request_id, controller_id, number, kind, value, at, recorded_at, author_kind, author_id,
  author_name) ON rights_request_fact TO amana_portal;

SELECT amana_bind_table('rights_request_rule', 'row');
