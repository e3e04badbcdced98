-- AlterTable
ALTER TABLE "authorisation_condition" ADD COLUMN     "contact_id" UUID;

-- CreateTable
CREATE TABLE "contact_proof" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "means" TEXT NOT NULL,
    "by_contact_id" UUID,
    "by_name" TEXT NOT NULL DEFAULT '',
    "addresses" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "head_id" UUID,
    "letter_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "domain" TEXT NOT NULL DEFAULT '',
    "selector" TEXT NOT NULL DEFAULT '',
    "published_key" TEXT NOT NULL DEFAULT '',
    "message" BYTEA,
    "message_digest" TEXT NOT NULL DEFAULT '',
    "proven_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_proof_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "contact_proof_org_id_contact_id_key" ON "contact_proof"("org_id", "contact_id");

-- AddForeignKey
ALTER TABLE "contact_proof" ADD CONSTRAINT "contact_proof_org_id_contact_id_fkey" FOREIGN KEY ("org_id", "contact_id") REFERENCES "controller_contact"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_proof" ADD CONSTRAINT "contact_proof_org_id_by_contact_id_fkey" FOREIGN KEY ("org_id", "by_contact_id") REFERENCES "controller_contact"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT set_config('check_function_bodies', 'off', true);

REVOKE SELECT (id, org_id, authorisation_id, controller_id, "position", text, met_at) ON authorisation_condition FROM amana_portal;

CREATE OR REPLACE FUNCTION public.portal_is_proven(who uuid, whose uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT EXISTS (SELECT FROM contact_proof p JOIN controller_contact c ON c.org_id = p.org_id AND c.id = p.contact_id
    WHERE p.contact_id = who AND p.controller_id = whose AND c.ended_at IS NULL)
$function$;

CREATE OR REPLACE VIEW portal.authorisation_condition WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    authorisation_id,
    controller_id,
    "position",
    text,
    met_at,
    contact_id
   FROM authorisation_condition;

CREATE OR REPLACE VIEW portal.contact_proof WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    controller_id,
    contact_id,
    email,
    means,
    by_contact_id,
    by_name,
    domain,
    proven_at
   FROM contact_proof;
CREATE TRIGGER evidence_delete AFTER DELETE ON contact_proof REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON contact_proof REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON contact_proof REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
ALTER TABLE contact_proof ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY portal ON contact_proof FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])));

CREATE POLICY portal_confirms ON contact_proof FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND means = 'contact'::text AND by_contact_id <> contact_id AND portal_is_proven(by_contact_id, controller_id) AND (EXISTS ( SELECT
   FROM controller_contact c
  WHERE c.org_id = contact_proof.org_id AND c.id = contact_proof.contact_id AND c.controller_id = contact_proof.controller_id AND c.email = contact_proof.email)));

CREATE POLICY staff ON contact_proof FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));
GRANT INSERT, SELECT ON contact_proof TO amana_app;
REVOKE ALL ON FUNCTION portal_is_proven(uuid,uuid) FROM PUBLIC;
GRANT SELECT ON portal.contact_proof TO amana_portal;
GRANT INSERT (id, org_id, controller_id, contact_id, email, means, by_contact_id, by_name, proven_at) ON contact_proof TO amana_portal;
GRANT INSERT (id, org_id, controller_id, contact_id, email, means, by_contact_id, by_name, proven_at) ON portal.contact_proof TO amana_portal;
GRANT SELECT (id, org_id, authorisation_id, controller_id, "position", text, met_at, contact_id) ON authorisation_condition TO amana_portal;
GRANT SELECT (id, org_id, controller_id, contact_id, email, means, by_contact_id, by_name, domain, proven_at) ON contact_proof TO amana_portal;
GRANT EXECUTE ON FUNCTION portal_is_proven(uuid,uuid) TO amana_portal;
