-- A draft is the processor's own work, of which nobody outside has been told: by whatever statement, the portal sees none.
ALTER POLICY portal ON processing_record USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal')
  AND controller_id = (SELECT app_controller()) AND state <> 'draft');
ALTER POLICY portal ON record_version USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal')
  AND controller_id = (SELECT app_controller()) AND state <> 'draft');
ALTER POLICY portal ON contract USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal')
  AND controller_id = (SELECT app_controller()) AND state <> 'draft');
ALTER POLICY portal ON contract_instructor USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal')
  AND controller_id = (SELECT app_controller())
  AND EXISTS (SELECT FROM contract c WHERE c.org_id = contract_instructor.org_id AND c.id = contract_id));

-- Nor what stands beside one. Withdrawn documents stay hidden.
ALTER POLICY portal ON attachment USING (
  org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND controller_id = (SELECT app_controller())
  AND NOT EXISTS (SELECT FROM attachment_withdrawal w WHERE w.org_id = attachment.org_id AND w.attachment_id = attachment.id)
  AND (subject_noun IS DISTINCT FROM 'contract'
    OR EXISTS (SELECT FROM contract c WHERE c.org_id = attachment.org_id AND c.id = subject_id))
  AND (subject_noun IS DISTINCT FROM 'authorisation'
    OR EXISTS (SELECT FROM authorisation a WHERE a.org_id = attachment.org_id AND a.id = subject_id)));

-- A search runs as the owner of the documents, whom row-level security binds as well: what a draft says is not found.
CREATE OR REPLACE FUNCTION search_condition(terms text[]) RETURNS text
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT format('org_id = %L', app_org()) ||
    CASE app_scope()
      WHEN 'portal' THEN format(' AND controller_id = %L', app_controller()) ||
        ' AND (noun NOT IN (''processing-record'', ''contract'', ''authorisation'') OR subject_id IN (
          SELECT id FROM processing_record UNION ALL SELECT id FROM contract UNION ALL SELECT id FROM authorisation))'
      WHEN 'staff' THEN '' WHEN 'auditor' THEN '' ELSE ' AND false' END ||
    coalesce((SELECT string_agg(format(' AND said LIKE %L', '%' || regexp_replace(t, '([\\%_])', '\\\1', 'g') || '%'), '')
      FROM unnest(terms) t), '') $$;
