-- A document that was put beside the wrong subject is withdrawn: its bytes stay, this row says why it no longer counts.
CREATE TABLE "attachment_withdrawal" (
    "attachment_id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    -- As the attachment's own: the portal is not shown what is withdrawn.
    "controller_id" UUID,
    "reason" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "attachment_withdrawal_pkey" PRIMARY KEY ("attachment_id"),
    CONSTRAINT "attachment_withdrawal_reason" CHECK ("reason" <> '')
);
CREATE UNIQUE INDEX "attachment_withdrawal_org_id_attachment_id_key" ON "attachment_withdrawal"("org_id", "attachment_id");
ALTER TABLE "attachment_withdrawal" ADD CONSTRAINT "attachment_withdrawal_org_id_attachment_id_fkey"
  FOREIGN KEY ("org_id", "attachment_id") REFERENCES "attachment"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE attachment_withdrawal ENABLE ROW LEVEL SECURITY;
ALTER TABLE attachment_withdrawal FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON attachment_withdrawal FOR ALL
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
CREATE POLICY portal ON attachment_withdrawal FOR SELECT USING (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller()));
GRANT SELECT, INSERT ON attachment_withdrawal TO amana_app;

DROP POLICY portal ON attachment;
CREATE POLICY portal ON attachment FOR SELECT USING (
  org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND controller_id = (SELECT app_controller())
  AND NOT EXISTS (SELECT FROM attachment_withdrawal w WHERE w.org_id = attachment.org_id AND w.attachment_id = attachment.id));
