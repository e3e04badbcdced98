-- CreateTable
CREATE TABLE "internal_note" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "note_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "subject_noun" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "internal_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "internal_note_mention" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "internal_note_mention_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "internal_note_org_id_subject_noun_subject_id_idx" ON "internal_note"("org_id", "subject_noun", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "internal_note_org_id_id_key" ON "internal_note"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "internal_note_org_id_note_id_number_key" ON "internal_note"("org_id", "note_id", "number");

-- CreateIndex
CREATE INDEX "internal_note_mention_org_id_member_id_read_at_idx" ON "internal_note_mention"("org_id", "member_id", "read_at");

-- CreateIndex
CREATE UNIQUE INDEX "internal_note_mention_org_id_line_id_member_id_key" ON "internal_note_mention"("org_id", "line_id", "member_id");

-- AddForeignKey
ALTER TABLE "internal_note_mention" ADD CONSTRAINT "internal_note_mention_org_id_line_id_fkey" FOREIGN KEY ("org_id", "line_id") REFERENCES "internal_note"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT set_config('check_function_bodies', 'off', true);


CREATE OR REPLACE FUNCTION public.internal_note_refuse_rewrite()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF NEW.text <> '' OR to_jsonb(NEW) - 'text' IS DISTINCT FROM to_jsonb(OLD) - 'text' THEN
    RAISE EXCEPTION 'internal_note: a line is cleared, never rewritten' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $function$;
CREATE TRIGGER example_kept AFTER INSERT ON internal_note FOR EACH ROW EXECUTE FUNCTION thread_keeps_example();
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON internal_note FOR EACH ROW EXECUTE FUNCTION internal_note_refuse_rewrite();
CREATE TRIGGER row_delete AFTER DELETE ON internal_note REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION row_note('id');
CREATE TRIGGER row_insert AFTER INSERT ON internal_note REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION row_note('id');
CREATE TRIGGER row_update AFTER UPDATE ON internal_note REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION row_note('id');
CREATE TRIGGER row_delete AFTER DELETE ON internal_note_mention REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION row_note('id');
CREATE TRIGGER row_insert AFTER INSERT ON internal_note_mention REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION row_note('id');
CREATE TRIGGER row_update AFTER UPDATE ON internal_note_mention REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION row_note('id');
ALTER TABLE internal_note ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE internal_note_mention ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY staff ON internal_note FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON internal_note_mention FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));
REVOKE ALL ON FUNCTION internal_note_refuse_rewrite() FROM PUBLIC;
GRANT INSERT, SELECT ON internal_note TO amana_app;
GRANT INSERT, SELECT ON internal_note_mention TO amana_app;
GRANT UPDATE (text) ON internal_note TO amana_app;
GRANT UPDATE (read_at) ON internal_note_mention TO amana_app;
