-- One request or notice to one controller about one sub-processor, art. 28(2): what was asked, in which words, with
-- which list, and what became of it.
CREATE TABLE "authorisation" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "reference" TEXT COLLATE register_order NOT NULL,
    "controller_id" UUID NOT NULL,
    "controller_name" TEXT COLLATE register_order NOT NULL DEFAULT '',
    "contract_id" UUID,
    "sub_processor_id" UUID NOT NULL,
    "sub_processor_version" INTEGER NOT NULL,
    "scope_digest" TEXT NOT NULL,
    "regime" TEXT NOT NULL,
    "days" INTEGER,
    "zone" TEXT NOT NULL,
    "seat_country" TEXT,
    "seat_address" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL,
    "recipient" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "text_digest" TEXT,
    "list" JSONB NOT NULL,
    "list_digest" TEXT,
    "supersedes_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "sent_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3),
    "letter_id" UUID,
    "document_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "authorisation_pkey" PRIMARY KEY ("id"),
    -- Nothing is sent without its hashes.
    CONSTRAINT "authorisation_sealed" CHECK ("sent_at" IS NULL
      OR ("text_digest" IS NOT NULL AND "list_digest" IS NOT NULL AND "text" <> '' AND "recipient" <> ''))
);
CREATE UNIQUE INDEX "authorisation_org_id_id_key" ON "authorisation"("org_id", "id");
CREATE UNIQUE INDEX "authorisation_org_id_reference_key" ON "authorisation"("org_id", "reference");
CREATE INDEX "authorisation_org_id_controller_id_idx" ON "authorisation"("org_id", "controller_id");
CREATE INDEX "authorisation_org_id_sub_processor_id_idx" ON "authorisation"("org_id", "sub_processor_id");
CREATE INDEX "authorisation_org_id_state_idx" ON "authorisation"("org_id", "state");

-- What happened to it, in the order of the versions that each made.
CREATE TABLE "authorisation_fact" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "authorisation_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "event" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "channel" TEXT NOT NULL DEFAULT '',
    "signatory" TEXT NOT NULL DEFAULT '',
    "capacity" TEXT NOT NULL DEFAULT '',
    "power" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT '',
    "recipient" TEXT NOT NULL DEFAULT '',
    "text_digest" TEXT NOT NULL DEFAULT '',
    "list_digest" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "agent" TEXT NOT NULL DEFAULT '',
    "condition_id" UUID,
    "document_id" UUID,
    "letter_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_kind" TEXT NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "authorisation_fact_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "authorisation_fact_org_id_authorisation_id_version_key"
  ON "authorisation_fact"("org_id", "authorisation_id", "version");

-- What a controller made its authorisation depend on, each shown to be met by itself.
CREATE TABLE "authorisation_condition" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "authorisation_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "met_at" TIMESTAMPTZ(3),

    CONSTRAINT "authorisation_condition_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "authorisation_condition_text" CHECK ("text" <> '')
);
CREATE UNIQUE INDEX "authorisation_condition_org_id_id_key" ON "authorisation_condition"("org_id", "id");
CREATE INDEX "authorisation_condition_org_id_authorisation_id_idx"
  ON "authorisation_condition"("org_id", "authorisation_id");

ALTER TABLE "authorisation" ADD CONSTRAINT "authorisation_org_id_controller_id_fkey" FOREIGN KEY ("org_id", "controller_id")
  REFERENCES "controller"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "authorisation" ADD CONSTRAINT "authorisation_org_id_sub_processor_id_fkey" FOREIGN KEY ("org_id", "sub_processor_id")
  REFERENCES "sub_processor"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "authorisation" ADD CONSTRAINT "authorisation_org_id_contract_id_fkey" FOREIGN KEY ("org_id", "contract_id")
  REFERENCES "contract"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "authorisation" ADD CONSTRAINT "authorisation_org_id_supersedes_id_fkey" FOREIGN KEY ("org_id", "supersedes_id")
  REFERENCES "authorisation"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "authorisation_fact" ADD CONSTRAINT "authorisation_fact_org_id_authorisation_id_fkey"
  FOREIGN KEY ("org_id", "authorisation_id") REFERENCES "authorisation"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "authorisation_fact" ADD CONSTRAINT "authorisation_fact_org_id_condition_id_fkey"
  FOREIGN KEY ("org_id", "condition_id") REFERENCES "authorisation_condition"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "authorisation_condition" ADD CONSTRAINT "authorisation_condition_org_id_authorisation_id_fkey"
  FOREIGN KEY ("org_id", "authorisation_id") REFERENCES "authorisation"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was sent is evidence: nobody changes what was asked, of whom, by which words and on which terms.
CREATE FUNCTION authorisation_refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(OLD) - ARRAY['controller_name', 'state', 'received_at', 'version', 'updated_at'])
     IS DISTINCT FROM (to_jsonb(NEW) - ARRAY['controller_name', 'state', 'received_at', 'version', 'updated_at']) THEN
    RAISE EXCEPTION 'authorisation: % was sent', OLD.reference USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON authorisation
  FOR EACH ROW WHEN (OLD.sent_at IS NOT NULL) EXECUTE FUNCTION authorisation_refuse_rewrite();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['authorisation', 'authorisation_fact', 'authorisation_condition'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY staff ON %I FOR ALL
      USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
      WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))$p$, t);
    EXECUTE format($p$CREATE POLICY auditor ON %I FOR SELECT
      USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'auditor'))$p$, t);
  END LOOP;
  -- A draft is the processor's own: a controller sees what was sent to it, and decides on that.
  EXECUTE $p$CREATE POLICY portal ON authorisation FOR SELECT USING (org_id = (SELECT app_org())
    AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller()) AND sent_at IS NOT NULL)$p$;
  EXECUTE $p$CREATE POLICY portal_decides ON authorisation FOR UPDATE USING (org_id = (SELECT app_org())
    AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller()) AND sent_at IS NOT NULL)
    WITH CHECK (org_id = (SELECT app_org())
    AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller()) AND sent_at IS NOT NULL)$p$;
  FOREACH t IN ARRAY ARRAY['authorisation_fact', 'authorisation_condition'] LOOP
    EXECUTE format($p$CREATE POLICY portal ON %1$I FOR SELECT USING (org_id = (SELECT app_org())
      AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller())
      AND EXISTS (SELECT FROM authorisation a WHERE a.org_id = %1$I.org_id AND a.id = %1$I.authorisation_id))$p$, t);
    EXECUTE format($p$CREATE POLICY portal_decides ON %1$I FOR INSERT WITH CHECK (org_id = (SELECT app_org())
      AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller())
      AND EXISTS (SELECT FROM authorisation a WHERE a.org_id = %1$I.org_id AND a.id = %1$I.authorisation_id
        AND a.controller_id = %1$I.controller_id))$p$, t);
  END LOOP;
END $$;
-- Who works, or is to work, with a controller's data: those it was asked about.
CREATE POLICY portal ON sub_processor FOR SELECT USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal')
  AND EXISTS (SELECT FROM authorisation a WHERE a.org_id = sub_processor.org_id AND a.sub_processor_id = sub_processor.id));

-- Their tool and their assessment, of which a controller may ask a copy: 2021/914 clause 9(c).
CREATE POLICY portal_sub_processor ON transfer FOR SELECT USING (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND controller_id IS NULL
  AND EXISTS (SELECT FROM sub_processor s WHERE s.org_id = transfer.org_id AND s.id = transfer.sub_processor_id));

GRANT SELECT, INSERT, UPDATE ON authorisation TO amana_app;
GRANT SELECT, INSERT ON authorisation_fact, authorisation_condition TO amana_app;
GRANT UPDATE (met_at) ON authorisation_condition TO amana_app;

-- Whose answer it is, as lists say and sort it.
CREATE TRIGGER controller_named BEFORE INSERT OR UPDATE OF controller_id ON authorisation
  FOR EACH ROW EXECUTE FUNCTION record_names_controller();

CREATE FUNCTION controller_renames_authorisations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE authorisation SET controller_name = NEW.legal_name WHERE org_id = NEW.org_id AND controller_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER authorisations_renamed AFTER UPDATE OF legal_name ON controller
  FOR EACH ROW WHEN (OLD.legal_name IS DISTINCT FROM NEW.legal_name) EXECUTE FUNCTION controller_renames_authorisations();
