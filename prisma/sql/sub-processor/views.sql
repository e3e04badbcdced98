CREATE OR REPLACE VIEW portal.sub_processor WITH (security_barrier) AS
 SELECT id,
    org_id,
    reference,
    state,
    portal.sub_processor_content(content) AS content,
    scope_digest,
    name,
    country,
    countries,
    service,
    contract_signed_on,
    contract_ends_on,
    version,
    created_at,
    updated_at
   FROM sub_processor s
  WHERE org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND ((EXISTS ( SELECT
           FROM authorisation a
          WHERE a.org_id = s.org_id AND a.sub_processor_id = s.id AND (a.merged_from_id IS NULL AND (a.controller_id = ANY ((SELECT app_controllers())::uuid[])) OR (a.merged_from_id = ANY ((SELECT app_controllers())::uuid[]))) AND a.sent_at IS NOT NULL)) OR (id IN (SELECT unnest(r.sub_processor_ids) AS unnest
           FROM portal.processing_record r)));
GRANT SELECT ON portal.sub_processor TO amana_portal;

CREATE OR REPLACE VIEW portal.sub_processor_version WITH (security_barrier) AS
 SELECT sub_processor_id,
    version,
    org_id,
    recorded_at,
    superseded_at,
    reference,
    name,
    country,
    countries,
    state,
    scope_digest,
    snapshot || jsonb_build_object('content', portal.sub_processor_content(snapshot -> 'content')) AS snapshot
   FROM sub_processor_version
  WHERE org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND ((sub_processor_id IN (SELECT sub_processor.id
           FROM portal.sub_processor)) OR (sub_processor_id IN (SELECT unnest(v.sub_processor_ids) AS unnest
           FROM portal.record_version v)));
GRANT SELECT ON portal.sub_processor_version TO amana_portal;
