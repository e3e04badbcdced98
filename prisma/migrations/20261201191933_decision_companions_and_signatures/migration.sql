-- CreateTable
CREATE TABLE "contact_signature" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "noun" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "statement" TEXT NOT NULL,
    "credential_id" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "client_data" BYTEA NOT NULL,
    "authenticator_data" BYTEA NOT NULL,
    "signature" BYTEA NOT NULL,
    "relying_party" TEXT NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_signature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_completion" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "authorisation_id" UUID NOT NULL,
    "certificate_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "letter_id" UUID NOT NULL,
    "to_name" TEXT NOT NULL,
    "to_address" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "response" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_completion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "contact_signature_org_id_contact_id_idx" ON "contact_signature"("org_id", "contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "contact_signature_org_id_noun_subject_id_version_key" ON "contact_signature"("org_id", "noun", "subject_id", "version");

-- CreateIndex
CREATE INDEX "decision_completion_org_id_authorisation_id_idx" ON "decision_completion"("org_id", "authorisation_id");

-- AddForeignKey
ALTER TABLE "contact_signature" ADD CONSTRAINT "contact_signature_org_id_contact_id_fkey" FOREIGN KEY ("org_id", "contact_id") REFERENCES "controller_contact"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_completion" ADD CONSTRAINT "decision_completion_org_id_authorisation_id_fkey" FOREIGN KEY ("org_id", "authorisation_id") REFERENCES "authorisation"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT set_config('check_function_bodies', 'off', true);


CREATE OR REPLACE VIEW portal.contact_signature WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    controller_id,
    contact_id,
    noun,
    subject_id,
    version,
    statement,
    credential_id,
    public_key,
    client_data,
    authenticator_data,
    signature,
    relying_party,
    registered_at,
    signed_at
   FROM contact_signature;

CREATE OR REPLACE VIEW portal.decision_completion WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    controller_id,
    authorisation_id,
    certificate_id,
    number,
    letter_id,
    to_name,
    to_address,
    state,
    response,
    at,
    completed_at
   FROM decision_completion;
CREATE TRIGGER evidence_delete AFTER DELETE ON contact_signature REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON contact_signature REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON contact_signature REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_delete AFTER DELETE ON decision_completion REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON decision_completion REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON decision_completion REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER merged_row_origin BEFORE INSERT ON decision_completion FOR EACH ROW EXECUTE FUNCTION merged_row_origin('authorisation', 'authorisation_id');
ALTER TABLE contact_signature ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE decision_completion ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY portal ON contact_signature FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])));

CREATE POLICY portal_signs ON contact_signature FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND (EXISTS ( SELECT
   FROM controller_contact c
  WHERE c.id = contact_signature.contact_id AND c.org_id = contact_signature.org_id)));

CREATE POLICY staff ON contact_signature FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY portal ON decision_completion FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])));

CREATE POLICY staff ON decision_completion FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));
GRANT INSERT, SELECT ON contact_signature TO amana_app;
GRANT INSERT ON contact_signature TO amana_portal;
GRANT INSERT, SELECT ON decision_completion TO amana_app;
GRANT INSERT, SELECT ON portal.contact_signature TO amana_portal;
GRANT SELECT ON portal.decision_completion TO amana_portal;
GRANT SELECT (id, org_id, controller_id, contact_id, noun, subject_id, version, statement, credential_id, public_key, client_data, authenticator_data, signature, relying_party, registered_at, signed_at) ON contact_signature TO amana_portal;
GRANT SELECT (id, org_id, controller_id, authorisation_id, certificate_id, number, letter_id, to_name, to_address, state, response, at, completed_at) ON decision_completion TO amana_portal;
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('authorisation', 'decision_completion', 'authorisation_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'contact_signature', 'controller_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'decision_completion', 'controller_id', NULL, 'false');
