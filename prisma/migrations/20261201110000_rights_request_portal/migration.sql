-- What a controller's contacts read of requests that were relayed to it, and what its signatory answers there.
SELECT amana_bind_portal('rights_request', ARRAY['id', 'org_id', 'reference', 'received_at', 'channel', 'rights',
  'contact_sealed', 'words_sealed', 'controller_id', 'state', 'relayed_at', 'confirmed_at', 'closed_at', 'erased_at',
  'version', 'updated_at'],
  $$controller_id = ANY ((SELECT app_controllers())::uuid[]) AND state NOT IN ('received', 'not-ours')$$);
-- Facts of another controller, to which it was relayed by mistake before, stay with that one.
SELECT amana_bind_portal('rights_request_fact', ARRAY['id', 'org_id', 'request_id', 'controller_id', 'number', 'kind',
  'value', 'at', 'recorded_at', 'author_kind', 'author_id', 'author_name'],
  $$controller_id = ANY ((SELECT app_controllers())::uuid[]) AND kind NOT IN ('placed', 'not-ours', 'reopened', 'erased')
    AND EXISTS (SELECT FROM rights_request r WHERE r.org_id = rights_request_fact.org_id
      AND r.id = rights_request_fact.request_id)$$);

CREATE POLICY portal_answers ON rights_request_fact FOR INSERT TO amana_portal WITH CHECK (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND controller_id = ANY ((SELECT app_controllers())::uuid[])
  AND author_kind = 'controller-contact'
  AND kind IN ('identity-doubted', 'identity-confirmed', 'extension-announced', 'instructed', 'refused')
  AND EXISTS (SELECT FROM rights_request r WHERE r.org_id = rights_request_fact.org_id
    AND r.id = rights_request_fact.request_id AND r.controller_id = rights_request_fact.controller_id));
GRANT INSERT ON rights_request_fact, portal.rights_request_fact TO amana_portal;

CREATE POLICY portal_answers ON rights_request FOR UPDATE TO amana_portal
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal')
    AND controller_id = ANY ((SELECT app_controllers())::uuid[]) AND state NOT IN ('received', 'not-ours'))
  WITH CHECK (org_id = (SELECT app_org()) AND controller_id = ANY ((SELECT app_controllers())::uuid[])
    AND state IN ('relayed', 'instructed', 'executing', 'refused'));
GRANT UPDATE (state, version, updated_at) ON rights_request, portal.rights_request TO amana_portal;

-- A contact's answer tells those who hold the register of it.
CREATE POLICY portal_rights ON outbox_mail FOR INSERT TO amana_portal WITH CHECK (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND state = 'queued' AND template = 'portal-rights-request-answered'
  AND attachment_id IS NULL AND portal_is_steward(to_address));
