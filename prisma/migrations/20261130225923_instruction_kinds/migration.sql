-- AlterTable
ALTER TABLE "instruction" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'unsaid';

SELECT set_config('check_function_bodies', 'off', true);

REVOKE SELECT (id, org_id, controller_id, number, year, counter, text, text_digest, author_name, author_power, authority, channel, received_at, effective_on, transfer_effect, transfer_text, record_ids, covers, supersedes_id, state, version, created_at, updated_at, contact_id, merged_from_id) ON instruction FROM amana_portal;

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
    kind
   FROM instruction;
GRANT SELECT (id, org_id, controller_id, number, year, counter, text, text_digest, author_name, author_power, authority, channel, received_at, effective_on, transfer_effect, transfer_text, record_ids, covers, supersedes_id, state, version, created_at, updated_at, contact_id, merged_from_id, kind) ON instruction TO amana_portal;
