CREATE OR REPLACE VIEW portal.contract WITH (security_barrier) AS
 SELECT id,
    org_id,
    controller_id,
    controller_name,
    reference,
    title,
    signed_on,
    effective_on,
    notice_given_on,
    ended_on,
    portal.contract_content(content) AS content,
    state,
    ends_on,
    renews,
    deadline_on,
    version,
    created_at,
    updated_at,
    binds_until,
    changes_on,
    merged_from_id
   FROM contract
  WHERE org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND (merged_from_id IS NULL AND (controller_id = ANY ((SELECT app_controllers())::uuid[])) OR (merged_from_id = ANY ((SELECT app_controllers())::uuid[]))) AND state <> 'draft';
GRANT SELECT ON portal.contract TO amana_portal;

CREATE OR REPLACE VIEW portal.contract_instructor WITH (security_barrier, security_invoker) AS
  SELECT id, org_id, contract_id, controller_id, name, capacity, email, power, from_on, until_on, created_at FROM
    contract_instructor;
GRANT SELECT ON portal.contract_instructor TO amana_portal;

CREATE OR REPLACE VIEW portal.contract_version WITH (security_barrier) AS
 SELECT contract_id,
    version,
    org_id,
    controller_id,
    recorded_at,
    superseded_at,
    reference,
    title,
    state,
    snapshot || jsonb_build_object('content', portal.contract_content(snapshot -> 'content')) AS snapshot
   FROM contract_version
  WHERE org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND (controller_id = ANY ((SELECT app_controllers())::uuid[])) AND state <> 'draft';
GRANT SELECT ON portal.contract_version TO amana_portal;
