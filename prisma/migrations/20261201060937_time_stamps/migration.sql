-- CreateTable
CREATE TABLE "journal_stamp" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "publication_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "answer" BYTEA NOT NULL,
    "authority" TEXT NOT NULL,
    "stamped_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "journal_stamp_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "journal_stamp_org_id_publication_id_key" ON "journal_stamp"("org_id", "publication_id");

-- CreateIndex
CREATE UNIQUE INDEX "journal_publication_org_id_id_key" ON "journal_publication"("org_id", "id");

-- AddForeignKey
ALTER TABLE "journal_stamp" ADD CONSTRAINT "journal_stamp_org_id_publication_id_fkey" FOREIGN KEY ("org_id", "publication_id") REFERENCES "journal_publication"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT set_config('check_function_bodies', 'off', true);

CREATE TRIGGER evidence_delete AFTER DELETE ON journal_stamp REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON journal_stamp REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON journal_stamp REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER refuse BEFORE DELETE OR UPDATE OR TRUNCATE ON journal_stamp FOR EACH STATEMENT EXECUTE FUNCTION evidence_refuse();
ALTER TABLE journal_stamp ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY readers ON journal_stamp FOR SELECT TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = ANY (ARRAY['staff'::text])));

CREATE POLICY stamped ON journal_stamp FOR INSERT TO PUBLIC
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));
GRANT INSERT, SELECT ON journal_stamp TO amana_app;
