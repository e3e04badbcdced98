-- Figures of every duty by day, as they were read on the day itself: a day without rows was not read and stays unknown.
CREATE TABLE "compliance_day" (
    "org_id" UUID NOT NULL,
    "party" TEXT NOT NULL,
    "duty" TEXT NOT NULL,
    "day" TEXT NOT NULL CHECK ("day" ~ '^\d{4}-\d{2}-\d{2}$'),
    "subjects" INTEGER NOT NULL CHECK ("subjects" >= 0),
    "lacking" INTEGER NOT NULL CHECK ("lacking" BETWEEN 0 AND "subjects"),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "compliance_day_pkey" PRIMARY KEY ("org_id", "party", "duty", "day")
);
SELECT amana_bind_table('compliance_day', 'row', false);
-- What was read on a day is never rewritten.
REVOKE UPDATE ON "compliance_day" FROM amana_app;
