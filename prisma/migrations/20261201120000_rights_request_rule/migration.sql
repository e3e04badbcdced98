-- How long the person of a closed request stays in its file; without a rule nothing is erased by itself.
CREATE TABLE "rights_request_rule" (
    "org_id" UUID NOT NULL,
    "retention_months" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by_name" TEXT NOT NULL,

    CONSTRAINT "rights_request_rule_pkey" PRIMARY KEY ("org_id"),
    CONSTRAINT "rights_request_rule_months" CHECK ("retention_months" BETWEEN 0 AND 120)
);
SELECT amana_bind_table('rights_request_rule', 'row', false);
