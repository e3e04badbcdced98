-- The script that the agents of a campaign say; null while nobody has named one.
ALTER TABLE "campaign" ADD COLUMN "script_id" UUID;
CREATE INDEX "campaign_org_id_script_id_idx" ON "campaign"("org_id", "script_id");
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_org_id_script_id_fkey" FOREIGN KEY ("org_id", "script_id") REFERENCES "call_script"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
