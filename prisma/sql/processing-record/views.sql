CREATE OR REPLACE VIEW portal.processing_record WITH (security_barrier) AS
 SELECT id,
    org_id,
    capacity,
    reference,
    controller_id,
    state,
    state_since,
    content || '{"notes": ""}'::jsonb AS content,
    activity,
    countries,
    instruments,
    reviewed_on,
    review_due_on,
    version,
    created_at,
    updated_at,
    measure_ids,
    controller_name,
    sub_processor_ids,
    contract_ids,
    transfer_ids,
    merged_from_id
   FROM processing_record
  WHERE org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND (merged_from_id IS NULL AND (controller_id = ANY ((SELECT app_controllers())::uuid[])) OR (merged_from_id = ANY ((SELECT app_controllers())::uuid[]))) AND state <> 'draft';
GRANT SELECT ON portal.processing_record TO amana_portal;

CREATE OR REPLACE VIEW portal.record_version WITH (security_barrier) AS
 SELECT record_id,
    version,
    org_id,
    recorded_at,
    superseded_at,
    author_name,
    change,
    capacity,
    reference,
    controller_id,
    state,
    state_since,
    activity,
    countries,
    instruments,
    reviewed_on,
    review_due_on,
    snapshot || '{"notes": ""}'::jsonb AS snapshot,
    measure_ids,
    sub_processor_ids,
    contract_ids,
    transfer_ids
   FROM record_version
  WHERE org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND (controller_id = ANY ((SELECT app_controllers())::uuid[])) AND state <> 'draft';
GRANT SELECT ON portal.record_version TO amana_portal;
