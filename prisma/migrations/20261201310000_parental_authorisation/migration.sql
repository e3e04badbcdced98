-- Authorisation of a child's choice by a holder of parental responsibility, art. 8(1) and (2). Who authorised, and the
-- child's birthdate, are sealed.
CREATE UNIQUE INDEX "choice_org_id_id_key" ON "choice"("org_id", "id");

CREATE TABLE "parental_authorisation" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "choice_id" UUID NOT NULL,
    "people_sealed" BYTEA NOT NULL,
    "country" TEXT NOT NULL DEFAULT '',
    "power" TEXT NOT NULL,
    "risk" TEXT NOT NULL,
    "means" TEXT NOT NULL,
    "proof" TEXT NOT NULL,
    "authorised_on" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "parental_authorisation_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "parental_authorisation_power" CHECK ("power" IN ('parent', 'guardian', 'court')),
    CONSTRAINT "parental_authorisation_risk" CHECK ("risk" IN ('low', 'high')),
    CONSTRAINT "parental_authorisation_means" CHECK ("means" IN ('declaration-email', 'call-back', 'payment', 'electronic-identity'))
);
CREATE INDEX "parental_authorisation_org_id_choice_id_idx" ON "parental_authorisation"("org_id", "choice_id");
ALTER TABLE "parental_authorisation" ADD CONSTRAINT "parental_authorisation_org_id_choice_id_fkey" FOREIGN KEY ("org_id", "choice_id") REFERENCES "choice"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT amana_bind_table('parental_authorisation', 'fact', false);
