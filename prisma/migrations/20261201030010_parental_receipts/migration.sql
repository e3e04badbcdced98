-- CreateIndex
CREATE INDEX "choice_org_id_decided_at_id_idx" ON "choice"("org_id", "decided_at", "id");

SELECT set_config('check_function_bodies', 'off', true);


CREATE POLICY parental_receipt ON outbox_mail FOR INSERT TO amana_public
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'data-subject'::text AND state = 'queued'::text AND template = 'parental-consent-recorded'::text AND to_name = ''::text AND to_address = ''::text AND attachment_id IS NULL);
