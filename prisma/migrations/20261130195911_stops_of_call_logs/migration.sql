-- AlterTable
ALTER TABLE "call_log" ADD COLUMN     "shared_names" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "stops_recorded_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "choice" ADD COLUMN     "call_log_id" UUID;

-- CreateIndex
CREATE INDEX "choice_org_id_call_log_id_idx" ON "choice"("org_id", "call_log_id");

-- AddForeignKey
ALTER TABLE "choice" ADD CONSTRAINT "choice_org_id_call_log_id_fkey" FOREIGN KEY ("org_id", "call_log_id") REFERENCES "call_log"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT set_config('check_function_bodies', 'off', true);

REVOKE UPDATE (sha256, state, failure, same_as, bytes_read, lines, calls, known_calls, bad_lines, doubtful_times, codes, outcomes, first_at, last_at, calls_judged, cause, leased_until, attempts, cleared_at) ON call_log FROM amana_app;

CREATE OR REPLACE FUNCTION public.call_logs_due(at timestamp with time zone, max_rows integer)
 RETURNS TABLE(id uuid, org_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  RETURN QUERY SELECT l.id, l.org_id FROM call_log l
    WHERE l.state = 'queued' OR (l.state = 'judging' AND l.leased_until <= at)
      OR (l.state = 'judged' AND l.stops_recorded_at IS NULL AND l.cleared_at IS NULL)
    ORDER BY l.received_at LIMIT max_rows;
  PERFORM set_config('app.listing', '', true);
END $function$;
GRANT UPDATE (sha256, state, failure, same_as, bytes_read, lines, calls, known_calls, bad_lines, doubtful_times, codes, outcomes, first_at, last_at, calls_judged, cause, leased_until, attempts, cleared_at, shared_names, stops_recorded_at) ON call_log TO amana_app;
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('18', 'call-log', 'choice', 'call_log_id', NULL);
