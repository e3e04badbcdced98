-- AlterTable
ALTER TABLE "controller" ADD COLUMN     "client_role" TEXT NOT NULL DEFAULT 'controller',
ADD COLUMN     "establishments" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "other_controllers" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "target_countries" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "targeting" TEXT NOT NULL DEFAULT '';

SELECT set_config('check_function_bodies', 'off', true);

REVOKE SELECT (id, org_id, legal_name, is_placeholder, country, address, registration_number, contact_name, contact_email, contact_phone, dpo_contact, has_no_dpo, representative, representative_reason, language, version, created_at, updated_at, archived_at, merged_into_id) ON controller FROM amana_portal;

CREATE OR REPLACE VIEW portal.controller WITH (security_invoker=true, security_barrier=true) AS
 SELECT id,
    org_id,
    legal_name,
    is_placeholder,
    country,
    address,
    registration_number,
    contact_name,
    contact_email,
    contact_phone,
    dpo_contact,
    has_no_dpo,
    representative,
    representative_reason,
    language,
    version,
    created_at,
    updated_at,
    archived_at,
    merged_into_id,
    establishments,
    targeting,
    target_countries,
    client_role,
    other_controllers
   FROM controller;
GRANT SELECT (id, org_id, legal_name, is_placeholder, country, address, registration_number, contact_name, contact_email, contact_phone, dpo_contact, has_no_dpo, representative, representative_reason, language, version, created_at, updated_at, archived_at, merged_into_id, client_role, establishments, other_controllers, target_countries, targeting) ON controller TO amana_portal;
