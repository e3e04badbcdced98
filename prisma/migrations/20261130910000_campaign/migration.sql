-- Campaigns of calls to sell, each of a controller and by an instruction of it.
CREATE TABLE "campaign" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "controller_id" UUID NOT NULL,
    "instruction_id" UUID,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "content" JSONB NOT NULL,
    "first_day" TEXT,
    "last_day" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "campaign_state" CHECK ("state" IN ('draft', 'started', 'paused', 'ended'))
);

CREATE TABLE "campaign_version" (
    "campaign_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "org_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "author_id" UUID,
    "author_name" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "snapshot" JSONB NOT NULL,

    CONSTRAINT "campaign_version_pkey" PRIMARY KEY ("campaign_id","version")
);

CREATE TABLE "campaign_fact" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "fact_on" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "campaign_fact_pkey" PRIMARY KEY ("id"),
    -- Nothing is stopped without its reason.
    CONSTRAINT "campaign_fact_reason" CHECK ("reason" <> '' OR "event" IN ('start', 'resume'))
);

CREATE UNIQUE INDEX "campaign_org_id_id_key" ON "campaign"("org_id", "id");
CREATE UNIQUE INDEX "campaign_org_id_reference_key" ON "campaign"("org_id", "reference");
CREATE INDEX "campaign_org_id_controller_id_idx" ON "campaign"("org_id", "controller_id");
CREATE INDEX "campaign_org_id_instruction_id_idx" ON "campaign"("org_id", "instruction_id");
CREATE INDEX "campaign_org_id_state_id_idx" ON "campaign"("org_id", "state", "id");
CREATE INDEX "campaign_version_org_id_recorded_at_idx" ON "campaign_version"("org_id", "recorded_at");
CREATE INDEX "campaign_fact_org_id_campaign_id_idx" ON "campaign_fact"("org_id", "campaign_id");
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_org_id_controller_id_fkey" FOREIGN KEY ("org_id", "controller_id") REFERENCES "controller"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_org_id_instruction_id_fkey" FOREIGN KEY ("org_id", "instruction_id") REFERENCES "instruction"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT amana_bind_table('campaign', 'row');
SELECT amana_bind_table('campaign_version', 'version');
SELECT amana_bind_table('campaign_fact', 'fact');

INSERT INTO example.holding_table ("noun", "name", "key", "later", "but_own") VALUES
  ('controller', 'campaign', 'controller_id', NULL, false),
  ('instruction', 'campaign', 'instruction_id', NULL, false);
