-- Which contact put a document there, or brought it about: its name alone does not tell two of one name apart.
ALTER TABLE "attachment" ADD COLUMN "contact_id" UUID;
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_org_id_contact_id_fkey" FOREIGN KEY ("org_id", "contact_id")
  REFERENCES "controller_contact"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
