CREATE OR REPLACE VIEW portal.dpo_work WITH (security_barrier) AS
 SELECT id,
    org_id,
    controller_id,
    kind,
    reference,
    title,
    state,
    portal.version_days(content) AS content
   FROM dpo_work
  WHERE org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND kind = 'procedure' AND (id IN (SELECT (r.content ->> 'minorsProcedureId')::uuid AS uuid
           FROM portal.processing_record r));
GRANT SELECT ON portal.dpo_work TO amana_portal;

CREATE OR REPLACE VIEW portal.dpo_work_version WITH (security_barrier) AS
 SELECT work_id,
    version,
    org_id,
    recorded_at,
    superseded_at,
    kind,
    reference,
    title,
    state,
    jsonb_build_object('content', portal.version_days(snapshot -> 'content')) AS snapshot
   FROM dpo_work_version
  WHERE org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND kind = 'procedure' AND (work_id IN (SELECT (v.snapshot ->> 'minorsProcedureId')::uuid AS uuid
           FROM portal.record_version v));
GRANT SELECT ON portal.dpo_work_version TO amana_portal;
