-- The entries that the rows of a file stood for, so that a later file of the same head says which of them it has lost.
ALTER TABLE "import_run" ADD COLUMN "record_ids" UUID[] NOT NULL DEFAULT '{}';
-- Of imports before this, the entries whose row was last met in them: rows and runs bear the instant of the commit.
UPDATE "import_run" AS run SET "record_ids" = met.ids
FROM (
  SELECT of_run.id, array_agg(DISTINCT row.record_id) AS ids
  FROM "import_run" AS of_run
  JOIN "import_row" AS row ON row.org_id = of_run.org_id AND row.updated_at = of_run.committed_at
  WHERE row.record_id IS NOT NULL
  GROUP BY of_run.id
) AS met
WHERE run.id = met.id AND run.state = 'committed';
