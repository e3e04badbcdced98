-- CreateTable
CREATE TABLE "notification_reading" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "up_to_seq" BIGINT NOT NULL,
    "read_seqs" BIGINT[],
    "hidden_kinds" TEXT[],
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notification_reading_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "notification_reading_org_id_member_id_key" ON "notification_reading"("org_id", "member_id");

-- CreateIndex
CREATE INDEX "journal_text_org_id_event_seq_idx" ON "journal_text"("org_id", "event", "seq" DESC);

SELECT set_config('check_function_bodies', 'off', true);

CREATE TRIGGER row_delete AFTER DELETE ON notification_reading REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION row_note('id');
CREATE TRIGGER row_insert AFTER INSERT ON notification_reading REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION row_note('id');
CREATE TRIGGER row_update AFTER UPDATE ON notification_reading REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION row_note('id');
ALTER TABLE notification_reading ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY staff ON notification_reading FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));
GRANT INSERT, SELECT, UPDATE ON notification_reading TO amana_app;
