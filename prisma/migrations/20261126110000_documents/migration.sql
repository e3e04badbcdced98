-- A document belongs to what it proves: a subject by noun and id, so that every noun keeps its own in one way. A newer
-- version is another file that says which one it replaces; one is replaced once.
ALTER TABLE "attachment" ADD COLUMN "subject_noun" TEXT;
ALTER TABLE "attachment" ADD COLUMN "subject_id" UUID;
-- Whose it is, where it belongs to one controller alone: the portal shows it there and nowhere else.
ALTER TABLE "attachment" ADD COLUMN "controller_id" UUID;
ALTER TABLE "attachment" ADD COLUMN "replaces_id" UUID;
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_document_has_subject" CHECK (
  (purpose = 'document') = (subject_noun IS NOT NULL) AND (subject_noun IS NULL) = (subject_id IS NULL));
CREATE UNIQUE INDEX "attachment_org_id_replaces_id_key" ON "attachment"("org_id", "replaces_id");
CREATE INDEX "attachment_org_id_subject_noun_subject_id_idx" ON "attachment"("org_id", "subject_noun", "subject_id");
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_org_id_replaces_id_fkey" FOREIGN KEY ("org_id", "replaces_id") REFERENCES "attachment"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_org_id_controller_id_fkey" FOREIGN KEY ("org_id", "controller_id") REFERENCES "controller"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE POLICY portal ON attachment FOR SELECT USING (
  org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND controller_id = (SELECT app_controller()));
-- The chunks of what the scope may see of `attachment`, whose own policies answer here.
CREATE POLICY portal ON attachment_chunk FOR SELECT USING (
  org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal'
  AND EXISTS (SELECT FROM attachment a WHERE a.org_id = attachment_chunk.org_id AND a.id = attachment_id));
