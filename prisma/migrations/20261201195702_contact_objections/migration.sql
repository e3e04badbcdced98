-- CreateTable
CREATE TABLE "contact_objection" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "letter_id" UUID NOT NULL,
    "message" BYTEA NOT NULL,
    "message_digest" TEXT NOT NULL,
    "objected_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_objection_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "contact_objection_org_id_contact_id_message_digest_key" ON "contact_objection"("org_id", "contact_id", "message_digest");

-- AddForeignKey
ALTER TABLE "contact_objection" ADD CONSTRAINT "contact_objection_org_id_contact_id_fkey" FOREIGN KEY ("org_id", "contact_id") REFERENCES "controller_contact"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT set_config('check_function_bodies', 'off', true);

CREATE TRIGGER evidence_delete AFTER DELETE ON contact_objection REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON contact_objection REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON contact_objection REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
ALTER TABLE contact_objection ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY staff ON contact_objection FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));
GRANT INSERT, SELECT ON contact_objection TO amana_app;
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'contact_objection', 'controller_id', NULL, 'false');
