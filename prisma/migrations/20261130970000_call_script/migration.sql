-- Call scripts: what an agent says, L221-16. A text has editions; one edition is shown to the controller, which approves
-- it in its portal, and agents are recorded as having read it.
CREATE TABLE "call_script" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "controller_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "sector" TEXT,
    "language" TEXT NOT NULL,
    "is_recorded" BOOLEAN,
    "text" TEXT NOT NULL,
    "edition" INTEGER NOT NULL DEFAULT 1,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "used_edition" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "call_script_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "call_script_state" CHECK ("state" IN ('draft', 'in-use', 'retired')),
    CONSTRAINT "call_script_language" CHECK ("language" IN ('fr', 'en', 'ar', 'other')),
    CONSTRAINT "call_script_sector" CHECK ("sector" IN ('housing-energy', 'housing-adaptation', 'training-account', 'insurance', 'press', 'other')),
    CONSTRAINT "call_script_used_edition" CHECK (("state" = 'in-use') = ("used_edition" IS NOT NULL) AND "used_edition" <= "edition")
);

CREATE TABLE "call_script_version" (
    "call_script_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "org_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "author_id" UUID,
    "author_name" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "snapshot" JSONB NOT NULL,

    CONSTRAINT "call_script_version_pkey" PRIMARY KEY ("call_script_id","version")
);

-- Put into use, retired, reopened.
CREATE TABLE "call_script_fact" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "call_script_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "fact_on" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "call_script_fact_pkey" PRIMARY KEY ("id")
);

-- What the controller is shown, sealed as it was sent.
CREATE TABLE "call_script_request" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "call_script_id" UUID NOT NULL,
    "edition" INTEGER NOT NULL,
    "reference" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "call_script_request_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "call_script_request_digest" CHECK ("digest" = encode(sha256(convert_to("text", 'UTF8')), 'hex'))
);

-- What a signatory of the controller answered, once for each request.
CREATE TABLE "call_script_decision" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "power" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "call_script_decision_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "call_script_decision_outcome" CHECK ("outcome" IN ('approved', 'refused')),
    CONSTRAINT "call_script_decision_reason" CHECK ("outcome" = 'approved' OR "reason" <> '')
);

-- Agents: who works with a script, who read an edition, who left. An agent has no account.
CREATE TABLE "call_script_reading" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "call_script_id" UUID NOT NULL,
    "edition" INTEGER NOT NULL,
    "agent" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "means" TEXT NOT NULL,
    "fact_on" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "call_script_reading_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "call_script_reading_kind" CHECK ("kind" IN ('expected', 'read', 'left')),
    CONSTRAINT "call_script_reading_means" CHECK ("means" IN ('', 'sheet', 'link', 'meeting', 'other'))
);

CREATE UNIQUE INDEX "call_script_org_id_id_key" ON "call_script"("org_id", "id");
CREATE UNIQUE INDEX "call_script_org_id_reference_key" ON "call_script"("org_id", "reference");
CREATE INDEX "call_script_org_id_title_id_idx" ON "call_script"("org_id", "title", "id");
CREATE INDEX "call_script_org_id_controller_id_idx" ON "call_script"("org_id", "controller_id");
CREATE INDEX "call_script_version_org_id_recorded_at_idx" ON "call_script_version"("org_id", "recorded_at");
CREATE INDEX "call_script_fact_org_id_call_script_id_idx" ON "call_script_fact"("org_id", "call_script_id");
CREATE UNIQUE INDEX "call_script_request_org_id_id_key" ON "call_script_request"("org_id", "id");
CREATE INDEX "call_script_request_org_id_call_script_id_edition_idx" ON "call_script_request"("org_id", "call_script_id", "edition");
CREATE INDEX "call_script_request_org_id_controller_id_idx" ON "call_script_request"("org_id", "controller_id");
CREATE UNIQUE INDEX "call_script_decision_org_id_request_id_key" ON "call_script_decision"("org_id", "request_id");
CREATE INDEX "call_script_decision_org_id_controller_id_idx" ON "call_script_decision"("org_id", "controller_id");
CREATE INDEX "call_script_reading_org_id_call_script_id_recorded_at_idx" ON "call_script_reading"("org_id", "call_script_id", "recorded_at");

ALTER TABLE "call_script" ADD CONSTRAINT "call_script_org_id_controller_id_fkey" FOREIGN KEY ("org_id", "controller_id") REFERENCES "controller"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "call_script_request" ADD CONSTRAINT "call_script_request_org_id_call_script_id_fkey" FOREIGN KEY ("org_id", "call_script_id") REFERENCES "call_script"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "call_script_request" ADD CONSTRAINT "call_script_request_org_id_controller_id_fkey" FOREIGN KEY ("org_id", "controller_id") REFERENCES "controller"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "call_script_decision" ADD CONSTRAINT "call_script_decision_org_id_request_id_fkey" FOREIGN KEY ("org_id", "request_id") REFERENCES "call_script_request"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "call_script_decision" ADD CONSTRAINT "call_script_decision_org_id_contact_id_fkey" FOREIGN KEY ("org_id", "contact_id") REFERENCES "controller_contact"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "call_script_reading" ADD CONSTRAINT "call_script_reading_org_id_call_script_id_fkey" FOREIGN KEY ("org_id", "call_script_id") REFERENCES "call_script"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT amana_bind_table('call_script', 'row');
SELECT amana_bind_table('call_script_version', 'version');
SELECT amana_bind_table('call_script_fact', 'fact');
SELECT amana_bind_table('call_script_request', 'fact');
SELECT amana_bind_table('call_script_decision', 'fact');
SELECT amana_bind_table('call_script_reading', 'fact');

-- A controller reads what it was sent, never a draft, and what its signatories answered.
SELECT amana_bind_portal('call_script_request', ARRAY['id', 'org_id', 'controller_id', 'call_script_id', 'edition',
  'reference', 'title', 'language', 'text', 'digest', 'recorded_at', 'author_name']);
SELECT amana_bind_portal('call_script_decision', ARRAY['id', 'org_id', 'controller_id', 'request_id', 'contact_id', 'outcome',
  'digest', 'power', 'reason', 'recorded_at', 'author_name']);

-- The processor records no answer for its client.
DROP POLICY staff ON call_script_decision;
CREATE POLICY staff ON call_script_decision FOR SELECT
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
REVOKE INSERT ON call_script_decision FROM amana_app;
CREATE POLICY portal_decides ON call_script_decision FOR INSERT TO amana_portal WITH CHECK (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller())
  AND EXISTS (SELECT FROM call_script_request r WHERE r.org_id = call_script_decision.org_id
    AND r.id = call_script_decision.request_id AND r.controller_id = call_script_decision.controller_id
    AND r.digest = call_script_decision.digest));
GRANT INSERT (id, org_id, controller_id, request_id, contact_id, outcome, digest, power, reason, recorded_at, author_name)
  ON call_script_decision TO amana_portal;
GRANT INSERT (id, org_id, controller_id, request_id, contact_id, outcome, digest, power, reason, recorded_at, author_name)
  ON portal.call_script_decision TO amana_portal;

-- Letters of a decision: to the stewards, and to the controller's other contacts.
DO $$
DECLARE said text := (SELECT with_check FROM pg_policies WHERE tablename = 'outbox_mail' AND policyname = 'portal');
BEGIN
  EXECUTE 'ALTER POLICY portal ON outbox_mail WITH CHECK ((' || said || ') OR (org_id = (SELECT app_org())
    AND (SELECT app_scope()) = ''portal'' AND state = ''queued'' AND attachment_id IS NULL
    AND ((template = ''portal-script-decided'' AND portal_is_steward(to_address))
      OR (template = ''portal-script-told'' AND portal_is_ours(to_address)))))';
END $$;

INSERT INTO example.holding_table ("noun", "name", "key", "later", "but_own") VALUES
  ('controller', 'call_script', 'controller_id', NULL, false),
  ('controller', 'call_script_request', 'controller_id', NULL, false),
  ('controller', 'call_script_decision', 'controller_id', NULL, false);
