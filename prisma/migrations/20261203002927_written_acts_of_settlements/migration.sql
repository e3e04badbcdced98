-- AlterTable
ALTER TABLE "signatory_settlement" ADD COLUMN     "document_id" UUID;

-- CreateIndex
CREATE INDEX "signatory_settlement_org_id_document_id_idx" ON "signatory_settlement"("org_id", "document_id");

-- AddForeignKey
ALTER TABLE "signatory_settlement" ADD CONSTRAINT "signatory_settlement_org_id_document_id_fkey" FOREIGN KEY ("org_id", "document_id") REFERENCES "attachment"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT set_config('check_function_bodies', 'off', true);

REVOKE SELECT (id, org_id, controller_id, objection_id, source, settled_by_name, settled_at) ON signatory_settlement FROM amana_portal;

CREATE OR REPLACE FUNCTION public.attachment_status(of_org uuid, of_id uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
  FROM attachment a WHERE a.org_id = of_org AND a.id = of_id $function$;

CREATE OR REPLACE VIEW portal.signatory_settlement WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    controller_id,
    objection_id,
    source,
    settled_by_name,
    settled_at,
    document_id
   FROM signatory_settlement;
GRANT SELECT (id, org_id, controller_id, objection_id, source, settled_by_name, settled_at, document_id) ON signatory_settlement TO amana_portal;
