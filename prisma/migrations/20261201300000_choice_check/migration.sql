-- A transfer is allowed or refused to a country; "" is every country.
ALTER TABLE "choice" ADD COLUMN "country" TEXT NOT NULL DEFAULT '';
ALTER TABLE "choice" ADD CONSTRAINT "choice_country" CHECK ("country" = '' OR ("act" = 'transfer' AND "country" ~ '^[A-Z]{2}$'));

-- Check of a list of numbers against the choices. The list is not stored, nor is a number of it.
CREATE TABLE "choice_check" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT '',
    "country" TEXT NOT NULL DEFAULT '',
    "day" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "line_count" INTEGER NOT NULL,
    -- Lines by the reason of their answer.
    "answers" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "choice_check_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "choice_check_act" CHECK ("act" IN ('telephone', 'mail', 'transfer', 'recording', 'reuse'))
);
CREATE INDEX "choice_check_org_id_recorded_at_id_idx" ON "choice_check"("org_id", "recorded_at", "id");
CREATE INDEX "choice_check_org_id_controller_id_idx" ON "choice_check"("org_id", "controller_id");
ALTER TABLE "choice_check" ADD CONSTRAINT "choice_check_org_id_controller_id_fkey" FOREIGN KEY ("org_id", "controller_id") REFERENCES "controller"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT amana_bind_table('choice_check', 'fact');

INSERT INTO example.holding_table ("noun", "name", "key", "later", "but_own") VALUES
  ('controller', 'choice_check', 'controller_id', NULL, false);
