-- CreateTable
CREATE TABLE "signatory_objection" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "by_contact_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "objected_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signatory_objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signatory_settlement" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "objection_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "settled_by_name" TEXT NOT NULL,
    "settled_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signatory_settlement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "signatory_objection_org_id_contact_id_idx" ON "signatory_objection"("org_id", "contact_id");

-- CreateIndex
CREATE INDEX "signatory_objection_org_id_by_contact_id_idx" ON "signatory_objection"("org_id", "by_contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "signatory_objection_org_id_id_key" ON "signatory_objection"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "signatory_settlement_org_id_objection_id_key" ON "signatory_settlement"("org_id", "objection_id");

-- AddForeignKey
ALTER TABLE "signatory_objection" ADD CONSTRAINT "signatory_objection_org_id_contact_id_fkey" FOREIGN KEY ("org_id", "contact_id") REFERENCES "controller_contact"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signatory_objection" ADD CONSTRAINT "signatory_objection_org_id_by_contact_id_fkey" FOREIGN KEY ("org_id", "by_contact_id") REFERENCES "controller_contact"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signatory_settlement" ADD CONSTRAINT "signatory_settlement_org_id_objection_id_fkey" FOREIGN KEY ("org_id", "objection_id") REFERENCES "signatory_objection"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT set_config('check_function_bodies', 'off', true);

DROP POLICY portal ON outbox_mail;

CREATE OR REPLACE FUNCTION public.consultation_mandate()
 RETURNS TABLE(instruction uuid, ledger jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT c.instruction_id,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'controllerId', i.controller_id, 'kind', i.kind,
        'channel', i.channel, 'contactId', i.contact_id, 'effectiveOn', i.effective_on, 'supersedesId', i.supersedes_id,
        'recordIds', i.record_ids, 'receivedAt', (extract(epoch FROM i.received_at) * 1000)::bigint,
        'addressUnproven', i.address_unproven IS TRUE OR contact_has_open_objection(i.contact_id), 'provenOn', instruction_proven_on(i.contact_id),
        'facts', (SELECT coalesce(jsonb_agg(jsonb_build_object('event', f.event, 'factOn', f.fact_on, 'contactId', f.contact_id,
          'addressUnproven', f.address_unproven IS TRUE OR contact_has_open_objection(f.contact_id), 'provenOn', instruction_proven_on(f.contact_id)) ORDER BY f.version), '[]')
          FROM instruction_fact f WHERE f.org_id = i.org_id AND f.instruction_id = i.id))), '[]')
      FROM instruction i WHERE i.org_id = c.org_id AND i.controller_id = coalesce(r.merged_into_id, r.id))
  FROM consultation_person p
    JOIN consultation c ON c.org_id = p.org_id AND c.id = p.consultation_id
    JOIN controller r ON r.org_id = c.org_id AND r.id = c.controller_id
  WHERE app_scope() = 'data-subject' AND p.token_hash = app_link()
$function$;

CREATE OR REPLACE FUNCTION public.contact_has_open_objection(contact uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT EXISTS (SELECT FROM signatory_objection o WHERE o.contact_id = contact AND NOT EXISTS (SELECT FROM
    signatory_settlement s WHERE s.org_id = o.org_id AND s.objection_id = o.id))
$function$;

CREATE OR REPLACE FUNCTION public.instruction_proven_on(contact uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT min(instruction_day(proven_at)) FROM contact_proof WHERE contact_id = contact
    AND NOT contact_has_open_objection(contact)
$function$;

CREATE OR REPLACE FUNCTION public.instruction_standing(instruction uuid, day text)
 RETURNS TABLE(state text, documented boolean, unproven boolean)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  WITH past AS (
    SELECT f.event, f.version, (f.address_unproven IS TRUE OR contact_has_open_objection(f.contact_id)) AND f.contact_id IS NOT NULL
        AND f.event IN ('confirm', 'confirm-in-writing') AND coalesce(instruction_proven_on(f.contact_id) > day, true) AS held
      FROM instruction_fact f JOIN instruction i ON i.org_id = f.org_id AND i.id = f.instruction_id
      WHERE i.id = instruction AND f.fact_on <= day
  ), last AS (
    SELECT event, held FROM past WHERE event NOT IN ('acknowledge', 'confirm-in-writing') ORDER BY version DESC LIMIT 1
  )
  SELECT CASE WHEN day < instruction_day(i.received_at) THEN NULL
      ELSE coalesce((SELECT CASE event WHEN 'check' THEN 'checked' WHEN 'accept' THEN 'accepted' WHEN 'contest' THEN 'contested'
        WHEN 'confirm' THEN 'confirmed' WHEN 'amend' THEN 'amended' WHEN 'withdraw' THEN 'withdrawn' END FROM last), 'received') END,
    i.channel <> 'telephone' OR EXISTS (SELECT FROM past WHERE event = 'confirm-in-writing'),
    (i.address_unproven IS TRUE OR contact_has_open_objection(i.contact_id)) AND i.contact_id IS NOT NULL AND coalesce(instruction_proven_on(i.contact_id) > day, true)
      OR EXISTS (SELECT FROM last WHERE event = 'confirm' AND held)
      OR i.channel = 'telephone' AND NOT EXISTS (SELECT FROM past WHERE event = 'confirm-in-writing' AND NOT held)
  FROM instruction i WHERE i.id = instruction
$function$;

CREATE OR REPLACE FUNCTION public.portal_is_proven(who uuid, whose uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT EXISTS (SELECT FROM contact_proof p JOIN controller_contact c ON c.org_id = p.org_id AND c.id = p.contact_id
    WHERE p.contact_id = who AND p.controller_id = whose AND c.ended_at IS NULL) AND NOT contact_has_open_objection(who)
$function$;

CREATE OR REPLACE VIEW portal.signatory_objection WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    controller_id,
    contact_id,
    by_contact_id,
    by_name,
    reason,
    objected_at
   FROM signatory_objection;

CREATE OR REPLACE VIEW portal.signatory_settlement WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    controller_id,
    objection_id,
    source,
    settled_by_name,
    settled_at
   FROM signatory_settlement;
CREATE TRIGGER evidence_delete AFTER DELETE ON signatory_objection REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON signatory_objection REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON signatory_objection REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_delete AFTER DELETE ON signatory_settlement REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON signatory_settlement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON signatory_settlement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
ALTER TABLE signatory_objection ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE signatory_settlement ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY portal ON outbox_mail FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND state = 'queued'::text AND
CASE
    WHEN template = ANY (ARRAY['portal-thread-to-steward'::text, 'portal-instruction-given'::text, 'portal-instruction-answered'::text]) THEN attachment_id IS NULL AND portal_is_steward(to_address)
    WHEN template = 'portal-decision-taken'::text THEN portal_certified(attachment_id) AND portal_is_steward(to_address)
    WHEN template = ANY (ARRAY['portal-decision-receipt'::text, 'portal-decision-told'::text]) THEN portal_certified(attachment_id) AND portal_is_ours(to_address)
    ELSE false
END OR org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND state = 'queued'::text AND attachment_id IS NULL AND ((template = ANY (ARRAY['portal-script-decided'::text, 'signatory-objection-made'::text])) AND portal_is_steward(to_address) OR (template = ANY (ARRAY['portal-script-told'::text, 'signatory-objection-told'::text])) AND portal_is_ours(to_address)));

CREATE POLICY data_subject ON signatory_objection FOR SELECT TO CURRENT_USER
  USING ((( SELECT app_scope() AS app_scope)) = 'data-subject'::text AND ((org_id, controller_id) = ( SELECT r.org_id,
    COALESCE(r.merged_into_id, r.id) AS "coalesce"
   FROM consultation_person p
     JOIN consultation c ON c.org_id = p.org_id AND c.id = p.consultation_id
     JOIN controller r ON r.org_id = c.org_id AND r.id = c.controller_id
  WHERE p.token_hash = (( SELECT app_link() AS app_link)))));

CREATE POLICY portal ON signatory_objection FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])));

CREATE POLICY portal_objects ON signatory_objection FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND by_contact_id <> contact_id AND (EXISTS ( SELECT
   FROM contact_proof p
     JOIN controller_contact c ON c.org_id = p.org_id AND c.id = p.contact_id
  WHERE p.contact_id = signatory_objection.by_contact_id AND p.controller_id = signatory_objection.controller_id AND c.ended_at IS NULL)) AND (EXISTS ( SELECT
   FROM controller_contact c
  WHERE c.org_id = signatory_objection.org_id AND c.id = signatory_objection.contact_id AND c.controller_id = signatory_objection.controller_id AND c.role = 'signatory'::text AND c.ended_at IS NULL)));

CREATE POLICY staff ON signatory_objection FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY data_subject ON signatory_settlement FOR SELECT TO CURRENT_USER
  USING ((( SELECT app_scope() AS app_scope)) = 'data-subject'::text AND ((org_id, controller_id) = ( SELECT r.org_id,
    COALESCE(r.merged_into_id, r.id) AS "coalesce"
   FROM consultation_person p
     JOIN consultation c ON c.org_id = p.org_id AND c.id = p.consultation_id
     JOIN controller r ON r.org_id = c.org_id AND r.id = c.controller_id
  WHERE p.token_hash = (( SELECT app_link() AS app_link)))));

CREATE POLICY portal ON signatory_settlement FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])));

CREATE POLICY staff ON signatory_settlement FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));
REVOKE ALL ON FUNCTION contact_has_open_objection(uuid) FROM PUBLIC;
GRANT INSERT, SELECT ON portal.signatory_objection TO amana_portal;
GRANT SELECT ON portal.signatory_settlement TO amana_portal;
GRANT INSERT, SELECT ON signatory_objection TO amana_app;
GRANT INSERT ON signatory_objection TO amana_portal;
GRANT INSERT, SELECT ON signatory_settlement TO amana_app;
GRANT SELECT (id, org_id, controller_id, contact_id, by_contact_id, by_name, reason, objected_at) ON signatory_objection TO amana_portal;
GRANT SELECT (id, org_id, controller_id, objection_id, source, settled_by_name, settled_at) ON signatory_settlement TO amana_portal;
GRANT EXECUTE ON FUNCTION contact_has_open_objection(uuid) TO amana_app;
GRANT EXECUTE ON FUNCTION contact_has_open_objection(uuid) TO amana_portal;
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'signatory_objection', 'controller_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'signatory_settlement', 'controller_id', NULL, 'false');
