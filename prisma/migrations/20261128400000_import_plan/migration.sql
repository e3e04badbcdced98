-- What committing a run would do, as it was last planned, with what it was planned from; when its end was asked for.
ALTER TABLE "import_run"
  ADD COLUMN "plan" BYTEA,
  ADD COLUMN "plan_stamp" TEXT,
  ADD COLUMN "stop_asked_at" TIMESTAMPTZ(3),
  ADD COLUMN "register" TEXT;
