-- A notice's number is its place among those issued to one controller, as its letter, its PDF and the portal say it: a
-- withdrawn draft leaves its number to the next.
DROP INDEX "breach_notice_org_id_breach_controller_id_number_key";
CREATE UNIQUE INDEX "breach_notice_number_key" ON "breach_notice"("org_id", "breach_controller_id", "number")
  WHERE status <> 'withdrawn';
