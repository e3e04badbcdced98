-- Scrubs of a campaign's list against the list of those who object, which the law asked for each month until 2026-08-10.
CREATE TABLE "campaign_scrub" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "scrubbed_on" TEXT NOT NULL,
    "file_count" INTEGER NOT NULL,
    "certificate" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "campaign_scrub_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "campaign_scrub_org_id_campaign_id_idx" ON "campaign_scrub"("org_id", "campaign_id");
ALTER TABLE "campaign_scrub" ADD CONSTRAINT "campaign_scrub_org_id_campaign_id_fkey" FOREIGN KEY ("org_id", "campaign_id") REFERENCES "campaign"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT amana_bind_table('campaign_scrub', 'fact');
