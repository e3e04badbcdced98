-- A minor on the line who was not expected: that it happened, when, and what was done. Nothing of the person.
CREATE TABLE "minor_call" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "minor_call_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "minor_call_outcome" CHECK ("outcome" IN ('ended', 'adult'))
);

CREATE INDEX "minor_call_org_id_recorded_at_id_idx" ON "minor_call"("org_id", "recorded_at", "id");

SELECT amana_bind_table('minor_call', 'fact');
