-- Register of choices: what a person allowed or refused towards a controller, art. 7 and 21. The person is a keyed hash,
-- and rows are only ever added.
CREATE TABLE "choice" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "person_key" BYTEA NOT NULL,
    "act" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT '',
    "outcome" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "proof" TEXT NOT NULL DEFAULT '',
    "valid_until" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "choice_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "choice_person_key" CHECK (octet_length("person_key") = 32),
    CONSTRAINT "choice_act" CHECK ("act" IN ('telephone', 'mail', 'transfer', 'recording', 'reuse')),
    CONSTRAINT "choice_outcome" CHECK ("outcome" IN ('allowed', 'refused', 'withdrawn')),
    CONSTRAINT "choice_source" CHECK ("source" IN ('call', 'letter', 'email', 'form', 'portal', 'file', 'other'))
);

CREATE INDEX "choice_org_id_person_key_idx" ON "choice"("org_id", "person_key");
CREATE INDEX "choice_org_id_controller_id_idx" ON "choice"("org_id", "controller_id");
CREATE INDEX "choice_org_id_recorded_at_id_idx" ON "choice"("org_id", "recorded_at", "id");
ALTER TABLE "choice" ADD CONSTRAINT "choice_org_id_controller_id_fkey" FOREIGN KEY ("org_id", "controller_id") REFERENCES "controller"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT amana_bind_table('choice', 'fact');

INSERT INTO example.holding_table ("noun", "name", "key", "later", "but_own") VALUES
  ('controller', 'choice', 'controller_id', NULL, false);
