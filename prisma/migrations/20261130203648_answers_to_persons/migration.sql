-- AlterTable
ALTER TABLE "rights_request" ADD COLUMN     "answered_at" TIMESTAMPTZ(3);

SELECT set_config('check_function_bodies', 'off', true);

REVOKE UPDATE (state, version, updated_at) ON rights_request FROM amana_portal;
REVOKE UPDATE (state, version, updated_at) ON portal.rights_request FROM amana_portal;
REVOKE SELECT (id, org_id, reference, received_at, channel, rights, contact_sealed, words_sealed, controller_id, state, relayed_at, confirmed_at, closed_at, erased_at, version, updated_at) ON rights_request FROM amana_portal;
DROP POLICY portal_answers ON rights_request_fact;
DROP POLICY portal_answers ON rights_request;
DROP POLICY public_request ON outbox_mail;

CREATE OR REPLACE FUNCTION public.rights_request_refuse_rewrite()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF (NEW.reference, NEW.received_at, NEW.channel, NEW.rights, NEW.created_at)
      IS DISTINCT FROM (OLD.reference, OLD.received_at, OLD.channel, OLD.rights, OLD.created_at)
    OR (NEW.erased_at IS NULL OR OLD.erased_at IS NOT NULL)
      AND (NEW.clue, NEW.contact_sealed, NEW.words_sealed, NEW.person_key)
        IS DISTINCT FROM (OLD.clue, OLD.contact_sealed, OLD.words_sealed, OLD.person_key) THEN
    RAISE EXCEPTION 'rights request: what was received does not change' USING ERRCODE = '42501';
  END IF;
  IF app_scope() = 'portal' AND NEW.state IS DISTINCT FROM OLD.state
      AND (NEW.state IN ('confirmed', 'closed') OR OLD.state IN ('confirmed', 'closed')) THEN
    RAISE EXCEPTION 'rights request: the portal neither confirms nor closes' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $function$;

CREATE OR REPLACE VIEW portal.rights_request WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    reference,
    received_at,
    channel,
    rights,
    contact_sealed,
    words_sealed,
    controller_id,
    state,
    relayed_at,
    confirmed_at,
    closed_at,
    erased_at,
    version,
    updated_at,
    answered_at
   FROM rights_request;

CREATE POLICY public_request ON outbox_mail FOR INSERT TO amana_public
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'public'::text AND state = 'queued'::text AND (template = ANY (ARRAY['public-request'::text, 'public-request-received'::text])) AND to_name = ''::text AND attachment_id IS NULL);

CREATE POLICY portal_answers ON rights_request FOR UPDATE TO amana_portal
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND (state <> ALL (ARRAY['received'::text, 'not-ours'::text])))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND (state = ANY (ARRAY['relayed'::text, 'instructed'::text, 'executing'::text, 'confirmed'::text, 'refused'::text, 'closed'::text])));

CREATE POLICY portal_answers ON rights_request_fact FOR INSERT TO amana_portal
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND author_kind = 'controller-contact'::text AND (kind = ANY (ARRAY['identity-doubted'::text, 'identity-confirmed'::text, 'extension-announced'::text, 'instructed'::text, 'refused'::text, 'answered'::text])) AND (EXISTS ( SELECT
   FROM rights_request r
  WHERE r.org_id = rights_request_fact.org_id AND r.id = rights_request_fact.request_id AND r.controller_id = rights_request_fact.controller_id)));
GRANT SELECT (id, org_id, reference, received_at, channel, rights, contact_sealed, words_sealed, controller_id, state, relayed_at, confirmed_at, closed_at, erased_at, version, updated_at, answered_at) ON rights_request TO amana_portal;
GRANT UPDATE (state, version, updated_at, answered_at) ON portal.rights_request TO amana_portal;
GRANT UPDATE (state, version, updated_at, answered_at) ON rights_request TO amana_portal;
