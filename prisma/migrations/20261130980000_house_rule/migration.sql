-- What an organisation asks of its own calls beyond the law: one document, with versions.
CREATE TABLE "house_rule" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "attempts" INTEGER,
    "opens_at" TEXT,
    "closes_at" TEXT,
    "consent_months" INTEGER,
    "closes_local_holidays" BOOLEAN NOT NULL,
    "closed_days" TEXT[] NOT NULL,
    "early" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "house_rule_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "house_rule_attempts" CHECK ("attempts" BETWEEN 0 AND 4),
    CONSTRAINT "house_rule_consent_months" CHECK ("consent_months" BETWEEN 1 AND 12)
);

CREATE TABLE "house_rule_version" (
    "house_rule_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "org_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "author_id" UUID,
    "author_name" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "snapshot" JSONB NOT NULL,

    CONSTRAINT "house_rule_version_pkey" PRIMARY KEY ("house_rule_id","version")
);

CREATE UNIQUE INDEX "house_rule_org_id_key" ON "house_rule"("org_id");
CREATE INDEX "house_rule_version_org_id_recorded_at_idx" ON "house_rule_version"("org_id", "recorded_at");

SELECT amana_bind_table('house_rule', 'row');
SELECT amana_bind_table('house_rule_version', 'version');
