-- AlterTable
ALTER TABLE "authorisation" ADD COLUMN     "silence_address" TEXT,
ADD COLUMN     "silence_proven_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "call_script_decision" ADD COLUMN     "address_unproven" BOOLEAN;

-- AlterTable
ALTER TABLE "instruction" ADD COLUMN     "address_unproven" BOOLEAN;

-- AlterTable
ALTER TABLE "instruction_fact" ADD COLUMN     "address_unproven" BOOLEAN;

SELECT set_config('check_function_bodies', 'off', true);

REVOKE SELECT (id, org_id, instruction_id, controller_id, version, event, state, fact_on, fact_time, note, source, infringes, recipient, successor_id, letter_id, document_id, recorded_at, author_id, author_name, contact_id, writer, medium, writing) ON instruction_fact FROM amana_portal;
REVOKE SELECT (id, org_id, controller_id, number, year, counter, text, text_digest, author_name, author_power, authority, channel, received_at, effective_on, transfer_effect, transfer_text, record_ids, covers, supersedes_id, state, version, created_at, updated_at, contact_id, merged_from_id, kind) ON instruction FROM amana_portal;
REVOKE SELECT (id, org_id, controller_id, request_id, contact_id, outcome, digest, power, reason, recorded_at, author_name) ON call_script_decision FROM amana_portal;
REVOKE SELECT (id, org_id, reference, controller_id, controller_name, contract_id, sub_processor_id, sub_processor_version, scope_digest, regime, days, zone, seat_country, seat_address, language, recipient, text, text_digest, list, list_digest, supersedes_id, state, sent_at, received_at, letter_id, document_id, version, created_at, updated_at, merged_from_id) ON authorisation FROM amana_portal;
REVOKE INSERT (id, org_id, controller_id, request_id, contact_id, outcome, digest, power, reason, recorded_at, author_name) ON portal.call_script_decision FROM amana_portal;
REVOKE INSERT (id, org_id, controller_id, request_id, contact_id, outcome, digest, power, reason, recorded_at, author_name) ON call_script_decision FROM amana_portal;

CREATE OR REPLACE FUNCTION public.authorisation_refuse_rewrite()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE free text[] := ARRAY['controller_name', 'state', 'received_at', 'version', 'updated_at',
  'silence_proven_at'];
BEGIN
  IF app_scope() = 'staff' AND NEW.merged_from_id IS DISTINCT FROM OLD.merged_from_id THEN
    free := free || ARRAY['controller_id', 'merged_from_id'];
  END IF;
  IF (to_jsonb(OLD) - free) IS DISTINCT FROM (to_jsonb(NEW) - free) THEN
    RAISE EXCEPTION 'authorisation: % was sent', OLD.reference USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $function$;

CREATE OR REPLACE VIEW portal.authorisation WITH (security_invoker=true, security_barrier=true) AS
 SELECT id,
    org_id,
    reference,
    controller_id,
    controller_name,
    contract_id,
    sub_processor_id,
    sub_processor_version,
    scope_digest,
    regime,
    days,
    zone,
    seat_country,
    seat_address,
    language,
    recipient,
    text,
    text_digest,
    list,
    list_digest,
    supersedes_id,
    state,
    sent_at,
    received_at,
    letter_id,
    document_id,
    version,
    created_at,
    updated_at,
    merged_from_id,
    silence_address,
    silence_proven_at
   FROM authorisation;

CREATE OR REPLACE VIEW portal.call_script_decision WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    controller_id,
    request_id,
    contact_id,
    outcome,
    digest,
    power,
    reason,
    recorded_at,
    author_name,
    address_unproven
   FROM call_script_decision;

CREATE OR REPLACE VIEW portal.instruction WITH (security_invoker=true, security_barrier=true) AS
 SELECT id,
    org_id,
    controller_id,
    number,
    year,
    counter,
    text,
    text_digest,
    author_name,
    author_power,
    authority,
    channel,
    received_at,
    effective_on,
    transfer_effect,
    transfer_text,
    record_ids,
    covers,
    supersedes_id,
    state,
    version,
    created_at,
    updated_at,
    contact_id,
    merged_from_id,
    kind,
    address_unproven
   FROM instruction;

CREATE OR REPLACE VIEW portal.instruction_fact WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    instruction_id,
    controller_id,
    version,
    event,
    state,
    fact_on,
    fact_time,
    note,
    source,
    infringes,
    recipient,
    successor_id,
    letter_id,
    document_id,
    recorded_at,
    author_id,
    author_name,
    contact_id,
    writer,
    medium,
    writing,
    address_unproven
   FROM instruction_fact;
GRANT INSERT (id, org_id, controller_id, request_id, contact_id, outcome, digest, power, reason, recorded_at, author_name, address_unproven) ON call_script_decision TO amana_portal;
GRANT INSERT (id, org_id, controller_id, request_id, contact_id, outcome, digest, power, reason, recorded_at, author_name, address_unproven) ON portal.call_script_decision TO amana_portal;
GRANT SELECT (id, org_id, reference, controller_id, controller_name, contract_id, sub_processor_id, sub_processor_version, scope_digest, regime, days, zone, seat_country, seat_address, language, recipient, text, text_digest, list, list_digest, supersedes_id, state, sent_at, received_at, letter_id, document_id, version, created_at, updated_at, merged_from_id, silence_address, silence_proven_at) ON authorisation TO amana_portal;
GRANT SELECT (id, org_id, controller_id, request_id, contact_id, outcome, digest, power, reason, recorded_at, author_name, address_unproven) ON call_script_decision TO amana_portal;
GRANT SELECT (id, org_id, controller_id, number, year, counter, text, text_digest, author_name, author_power, authority, channel, received_at, effective_on, transfer_effect, transfer_text, record_ids, covers, supersedes_id, state, version, created_at, updated_at, contact_id, merged_from_id, kind, address_unproven) ON instruction TO amana_portal;
GRANT SELECT (id, org_id, instruction_id, controller_id, version, event, state, fact_on, fact_time, note, source, infringes, recipient, successor_id, letter_id, document_id, recorded_at, author_id, author_name, contact_id, writer, medium, writing, address_unproven) ON instruction_fact TO amana_portal;
