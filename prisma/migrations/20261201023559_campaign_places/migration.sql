-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "places" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- Places of the campaigns that stand, as their content says them. What a migration changes has a line of its own act afterwards.
ALTER TABLE campaign NO FORCE ROW LEVEL SECURITY;
ALTER TABLE campaign DISABLE TRIGGER row_update;
UPDATE campaign SET places = ARRAY(SELECT jsonb_array_elements_text(coalesce(content -> 'territories', '[]')));
ALTER TABLE campaign ENABLE TRIGGER row_update;
ALTER TABLE campaign FORCE ROW LEVEL SECURITY;

-- AlterTable
ALTER TABLE "choice_check" ADD COLUMN     "campaign_id" UUID,
ADD COLUMN     "number_country" TEXT;

-- CreateIndex
CREATE INDEX "choice_check_org_id_campaign_id_idx" ON "choice_check"("org_id", "campaign_id");

-- AddForeignKey
ALTER TABLE "choice_check" ADD CONSTRAINT "choice_check_org_id_campaign_id_fkey" FOREIGN KEY ("org_id", "campaign_id") REFERENCES "campaign"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT set_config('check_function_bodies', 'off', true);

REVOKE SELECT (id, org_id, reference, controller_id, title, state, first_day, last_day) ON campaign FROM amana_portal;

CREATE OR REPLACE VIEW portal.campaign WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    reference,
    controller_id,
    title,
    state,
    first_day,
    last_day,
    places
   FROM campaign;
GRANT SELECT (id, org_id, reference, controller_id, title, state, first_day, last_day, places) ON campaign TO amana_portal;
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('campaign', 'choice_check', 'campaign_id', NULL, 'false');
