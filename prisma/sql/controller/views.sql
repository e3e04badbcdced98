CREATE OR REPLACE VIEW portal.controller WITH (security_invoker, security_barrier) AS
  SELECT id, org_id, legal_name, is_placeholder, country, address, registration_number, contact_name, contact_email,
    contact_phone, dpo_contact, has_no_dpo, representative, representative_reason, language, version, created_at,
    updated_at, archived_at, merged_into_id, establishments, targeting, target_countries, client_role,
    other_controllers FROM controller;
GRANT SELECT ON portal.controller TO amana_portal;

CREATE OR REPLACE VIEW portal.controller_version WITH (security_barrier) AS
 SELECT controller_id,
    version,
    org_id,
    recorded_at,
    superseded_at,
    snapshot - 'archiveReason' AS snapshot
   FROM controller_version
  WHERE org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND (controller_id = ANY ((SELECT app_controllers())::uuid[]));
GRANT SELECT ON portal.controller_version TO amana_portal;
