-- CreateTable
CREATE TABLE "decision_signature" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "authorisation_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "contact_id" UUID NOT NULL,
    "statement" TEXT NOT NULL,
    "credential_id" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "client_data" BYTEA NOT NULL,
    "authenticator_data" BYTEA NOT NULL,
    "signature" BYTEA NOT NULL,
    "relying_party" TEXT NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_signature_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "decision_signature_org_id_authorisation_id_version_key" ON "decision_signature"("org_id", "authorisation_id", "version");

-- AddForeignKey
ALTER TABLE "decision_signature" ADD CONSTRAINT "decision_signature_org_id_authorisation_id_fkey" FOREIGN KEY ("org_id", "authorisation_id") REFERENCES "authorisation"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT set_config('check_function_bodies', 'off', true);


CREATE OR REPLACE VIEW portal.decision_signature WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    controller_id,
    authorisation_id,
    version,
    contact_id,
    statement,
    credential_id,
    public_key,
    client_data,
    authenticator_data,
    signature,
    relying_party,
    registered_at,
    signed_at
   FROM decision_signature;
CREATE TRIGGER evidence_delete AFTER DELETE ON decision_signature REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON decision_signature REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON decision_signature REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER merged_row_origin BEFORE INSERT ON decision_signature FOR EACH ROW EXECUTE FUNCTION merged_row_origin('authorisation', 'authorisation_id');
ALTER TABLE decision_signature ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY portal ON decision_signature FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])));

CREATE POLICY portal_signs ON decision_signature FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND (EXISTS ( SELECT
   FROM authorisation a
  WHERE a.id = decision_signature.authorisation_id AND a.org_id = decision_signature.org_id)) AND (EXISTS ( SELECT
   FROM controller_contact c
  WHERE c.id = decision_signature.contact_id AND c.org_id = decision_signature.org_id)));

CREATE POLICY staff ON decision_signature FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));
GRANT INSERT, SELECT ON decision_signature TO amana_app;
GRANT INSERT ON decision_signature TO amana_portal;
GRANT INSERT, SELECT ON portal.decision_signature TO amana_portal;
GRANT SELECT (id, org_id, controller_id, authorisation_id, version, contact_id, statement, credential_id, public_key, client_data, authenticator_data, signature, relying_party, registered_at, signed_at) ON decision_signature TO amana_portal;
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('authorisation', 'decision_signature', 'authorisation_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'decision_signature', 'controller_id', NULL, 'false');
