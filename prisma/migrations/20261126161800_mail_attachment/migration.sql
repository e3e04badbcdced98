-- The one file that goes with a letter: the bytes are those filed, and stay where they are kept.
ALTER TABLE "outbox_mail" ADD COLUMN "attachment_id" UUID;
ALTER TABLE "outbox_mail" ADD CONSTRAINT "outbox_mail_org_id_attachment_id_fkey"
  FOREIGN KEY ("org_id", "attachment_id") REFERENCES "attachment"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
