-- AlterTable
ALTER TABLE "breach_notice_fact" ADD COLUMN     "breach_controller_id" UUID;

-- CreateIndex
CREATE INDEX "breach_notice_fact_org_id_breach_controller_id_idx" ON "breach_notice_fact"("org_id", "breach_controller_id");

-- AddForeignKey
ALTER TABLE "breach_notice_fact" ADD CONSTRAINT "breach_notice_fact_org_id_breach_controller_id_fkey" FOREIGN KEY ("org_id", "breach_controller_id") REFERENCES "breach_controller"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT set_config('check_function_bodies', 'off', true);

REVOKE SELECT (id, org_id, controller_id, notice_id, kind, at, recorded_at, author_kind, author_id, author_name, told, corrects_id) ON breach_notice_fact FROM amana_portal;
REVOKE INSERT (id, org_id, controller_id, notice_id, kind, at, recorded_at, author_kind, author_id, author_name, told) ON portal.breach_notice_fact FROM amana_portal;
REVOKE INSERT (id, org_id, controller_id, notice_id, kind, at, recorded_at, author_kind, author_id, author_name, told) ON breach_notice_fact FROM amana_portal;
DROP POLICY portal_receives ON breach_notice_fact;
DROP POLICY portal ON breach_notice_fact;

CREATE OR REPLACE FUNCTION public.breach_notice_fact_place()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF NEW.breach_controller_id IS NOT NULL THEN
    SELECT p.breach_id INTO NEW.breach_id FROM breach_controller p
      WHERE p.org_id = NEW.org_id AND p.id = NEW.breach_controller_id AND p.controller_id = NEW.controller_id;
  ELSIF NEW.notice_id IS NOT NULL THEN
    SELECT n.breach_id INTO NEW.breach_id FROM breach_notice n
      WHERE n.org_id = NEW.org_id AND n.id = NEW.notice_id AND n.controller_id = NEW.controller_id;
  END IF;
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.portal_sees(noun text, subject uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    SELECT CASE noun
      WHEN 'processing-record' THEN EXISTS (SELECT FROM processing_record WHERE id = subject)
      WHEN 'contract' THEN EXISTS (SELECT FROM contract WHERE id = subject)
      WHEN 'instruction' THEN EXISTS (SELECT FROM instruction WHERE id = subject)
      WHEN 'authorisation' THEN EXISTS (SELECT FROM authorisation WHERE id = subject)
      WHEN 'breach-notice' THEN EXISTS (SELECT FROM breach_notice WHERE id = subject)
        OR EXISTS (SELECT FROM portal.breach_controller WHERE id = subject)
      ELSE false END
  $function$;

CREATE OR REPLACE FUNCTION public.portal_told(incident uuid, controller uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    SELECT EXISTS (SELECT FROM portal.breach_controller p WHERE p.id = incident AND p.controller_id = controller)
  $function$;

CREATE OR REPLACE VIEW portal.breach_controller WITH (security_barrier=true) AS
 SELECT id,
    org_id,
    controller_id
   FROM breach_controller p
  WHERE org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND ((EXISTS ( SELECT
           FROM breach_notice n
          WHERE n.org_id = p.org_id AND n.breach_controller_id = p.id AND n.status = 'issued'::text AND n.is_shared)) OR (EXISTS ( SELECT
           FROM breach_notice_fact f
             JOIN breach b ON b.org_id = f.org_id AND b.id = f.breach_id AND NOT b.is_drill
          WHERE f.org_id = p.org_id AND f.breach_id = p.breach_id AND f.controller_id = p.controller_id AND f.kind = 'call-made'::text AND NOT (EXISTS ( SELECT
                   FROM breach_notice_fact c
                  WHERE c.org_id = f.org_id AND c.corrects_id = f.id)))));

CREATE OR REPLACE VIEW portal.breach_informed WITH (security_barrier=true) AS
 SELECT f.org_id,
    p.id AS breach_controller_id,
    f.kind,
    f.at,
    f.controller_id,
    f.author_name AS told_by,
    COALESCE(f.value ->> 'who'::text, ''::text) AS told_to,
    f.notice_id,
    NULL::uuid AS letter_id
   FROM breach_notice_fact f
     JOIN breach_controller p ON p.org_id = f.org_id AND p.breach_id = f.breach_id AND p.controller_id = f.controller_id
  WHERE f.org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (f.controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND f.at IS NOT NULL AND (f.kind = ANY (ARRAY['call-made'::text, 'call-rectified'::text, 'read-in-portal'::text, 'known-elsewhere'::text, 'given-on-paper'::text, 'acknowledged'::text])) AND NOT (EXISTS ( SELECT
           FROM breach_notice_fact c
          WHERE c.org_id = f.org_id AND c.corrects_id = f.id)) AND ((EXISTS ( SELECT
           FROM breach_notice n
          WHERE n.org_id = p.org_id AND n.breach_controller_id = p.id AND n.status = 'issued'::text AND n.is_shared)) OR (f.kind = ANY (ARRAY['call-made'::text, 'call-rectified'::text])) AND (EXISTS ( SELECT
           FROM breach b
          WHERE b.org_id = p.org_id AND b.id = p.breach_id AND NOT b.is_drill)))
UNION ALL
 SELECT f.org_id,
    n.breach_controller_id,
    o.kind,
    o.at,
    f.controller_id,
    ''::text AS told_by,
    COALESCE(f.value ->> 'who'::text, ''::text) AS told_to,
    f.notice_id,
    f.letter_id
   FROM breach_notice_fact f
     JOIN breach_notice n ON n.org_id = f.org_id AND n.id = f.notice_id AND n.status = 'issued'::text AND n.is_shared
     JOIN outbox_fact o ON o.org_id = f.org_id AND o.letter_id = f.letter_id
  WHERE f.org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (f.controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND (o.kind = ANY (ARRAY['handed-over'::text, 'delivered'::text, 'said-received'::text, 'bounced'::text, 'refused'::text, 'given-up'::text])) AND f.kind <> 'joint-mail-queued'::text;

CREATE OR REPLACE VIEW portal.breach_notice_fact WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    controller_id,
    notice_id,
    kind,
    at,
    recorded_at,
    author_kind,
    author_id,
    author_name,
    told,
    corrects_id,
    breach_controller_id
   FROM breach_notice_fact;

CREATE POLICY portal ON breach_notice_fact FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND (kind = ANY (ARRAY['call-made'::text, 'given-in-portal'::text, 'read-in-portal'::text, 'known-elsewhere'::text, 'acknowledged'::text, 'pack-taken'::text, 'authority-stated'::text, 'persons-stated'::text, 'withdrawn'::text])) AND (breach_controller_id IS NOT NULL AND told IS NOT NULL OR (EXISTS ( SELECT
   FROM breach_notice n
  WHERE n.org_id = breach_notice_fact.org_id AND n.id = breach_notice_fact.notice_id))));

CREATE POLICY portal_receives ON breach_notice_fact FOR INSERT TO amana_portal
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND author_kind = 'controller-contact'::text AND (kind = ANY (ARRAY['read-in-portal'::text, 'acknowledged'::text, 'pack-taken'::text, 'authority-stated'::text, 'persons-stated'::text])) AND (told IS NOT NULL) = (kind = ANY (ARRAY['authority-stated'::text, 'persons-stated'::text])) AND (notice_id IS NULL AND told IS NOT NULL AND portal_told(breach_controller_id, controller_id) OR breach_controller_id IS NULL AND (EXISTS ( SELECT
   FROM breach_notice n
  WHERE n.org_id = breach_notice_fact.org_id AND n.id = breach_notice_fact.notice_id AND n.controller_id = breach_notice_fact.controller_id))));
REVOKE ALL ON FUNCTION portal_told(uuid,uuid) FROM PUBLIC;
GRANT SELECT ON portal.breach_controller TO amana_portal;
GRANT INSERT (id, org_id, controller_id, notice_id, kind, at, recorded_at, author_kind, author_id, author_name, told, breach_controller_id) ON breach_notice_fact TO amana_portal;
GRANT INSERT (id, org_id, controller_id, notice_id, kind, at, recorded_at, author_kind, author_id, author_name, told, breach_controller_id) ON portal.breach_notice_fact TO amana_portal;
GRANT SELECT (id, org_id, controller_id, notice_id, kind, at, recorded_at, author_kind, author_id, author_name, told, corrects_id, breach_controller_id) ON breach_notice_fact TO amana_portal;
GRANT EXECUTE ON FUNCTION portal_told(uuid,uuid) TO amana_portal;
