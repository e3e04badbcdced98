CREATE OR REPLACE FUNCTION attachment_is_closed(of_org uuid, of_id uuid) RETURNS boolean
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT coalesce(
    (SELECT c.is_closed FROM attachment_closure c WHERE c.org_id = of_org AND c.attachment_id = of_id
      ORDER BY c.number DESC LIMIT 1),
    EXISTS (SELECT FROM attachment_withdrawal w WHERE w.org_id = of_org AND w.attachment_id = of_id AND w.was_given)
      AND attachment_status(of_org, of_id) <> 'sealed') $$;

CREATE OR REPLACE FUNCTION attachment_status(of_org uuid, of_id uuid) RETURNS text
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT CASE
    -- Printed by the product, and certified or sent as it is.
    WHEN EXISTS (SELECT FROM decision_certificate d WHERE d.org_id = a.org_id AND d.document_id = a.id)
      OR EXISTS (SELECT FROM contract_end_certificate e WHERE e.org_id = a.org_id AND e.document_id = a.id)
      OR EXISTS (SELECT FROM authorisation_fact f WHERE f.org_id = a.org_id AND f.document_id = a.id AND f.letter_id IS NOT NULL)
      OR EXISTS (SELECT FROM instruction_fact f WHERE f.org_id = a.org_id AND f.document_id = a.id AND f.letter_id IS NOT NULL)
      OR EXISTS (SELECT FROM outbox_mail m WHERE m.org_id = a.org_id AND m.attachment_id = a.id) THEN 'sealed'
    WHEN a.contact_id IS NOT NULL OR a.author_id IS NULL THEN 'received'
    -- A dated fact names it as its paper.
    WHEN EXISTS (SELECT FROM authorisation_fact f WHERE f.org_id = a.org_id AND f.document_id = a.id)
      OR EXISTS (SELECT FROM instruction_fact f WHERE f.org_id = a.org_id AND f.document_id = a.id)
      OR EXISTS (SELECT FROM signatory_settlement s WHERE s.org_id = a.org_id AND s.document_id = a.id) THEN 'given'
    WHEN a.controller_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM contract c WHERE c.org_id = a.org_id AND c.id = a.subject_id AND c.state = 'draft')
      AND NOT EXISTS (SELECT FROM authorisation r WHERE r.org_id = a.org_id AND r.id = a.subject_id AND r.state = 'draft')
      THEN 'given'
    ELSE 'own' END
  FROM attachment a WHERE a.org_id = of_org AND a.id = of_id $$;

CREATE OR REPLACE FUNCTION close_given_only() RETURNS trigger
  LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  IF coalesce(attachment_status(NEW.org_id, NEW.attachment_id), '') NOT IN ('given', 'received')
    OR NEW.is_closed = attachment_is_closed(NEW.org_id, NEW.attachment_id)
    OR NEW.controller_id IS DISTINCT FROM
      (SELECT a.controller_id FROM attachment a WHERE a.org_id = NEW.org_id AND a.id = NEW.attachment_id) THEN
    RAISE EXCEPTION 'what was given is closed, or opened again, and nothing else is' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION close_given_only() FROM PUBLIC;

-- A file belongs to the row that it is filed under, or to its thread.
CREATE OR REPLACE FUNCTION merged_file_origin() RETURNS trigger
  LANGUAGE plpgsql AS $$
DECLARE origin uuid;
BEGIN
  SELECT merged_from_id INTO origin FROM (
    SELECT id, org_id, 'processing-record' AS noun, merged_from_id FROM processing_record
    UNION ALL SELECT id, org_id, 'contract', merged_from_id FROM contract
    UNION ALL SELECT id, org_id, 'transfer', merged_from_id FROM transfer
    UNION ALL SELECT id, org_id, 'authorisation', merged_from_id FROM authorisation
    UNION ALL SELECT id, org_id, 'instruction', merged_from_id FROM instruction
    UNION ALL SELECT id, org_id, 'contract-end', controller_id FROM contract_end
    UNION ALL SELECT id, org_id, 'thread', controller_id FROM thread
  ) AS row WHERE org_id = NEW.org_id AND id = NEW.subject_id AND noun = NEW.subject_noun;
  NEW.controller_id := coalesce(origin, NEW.controller_id);
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION merged_file_origin() FROM PUBLIC;

CREATE OR REPLACE FUNCTION withdraw_own_only() RETURNS trigger
  LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  IF NEW.was_given OR attachment_status(NEW.org_id, NEW.attachment_id) IS DISTINCT FROM 'own' THEN
    RAISE EXCEPTION 'what was sealed or given is withdrawn by neither side' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION withdraw_own_only() FROM PUBLIC;
