-- Requests of data subjects, art. 12 to 22 and 28(3)(e). What names a person is sealed in columns that are emptied; the
-- facts of a request hold codes and ids, and are only ever added.
CREATE TABLE "rights_request" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "channel" TEXT NOT NULL,
    "rights" TEXT[],
    "clue" TEXT NOT NULL DEFAULT '',
    "contact_sealed" BYTEA,
    "words_sealed" BYTEA,
    "person_key" BYTEA,
    "controller_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'received',
    "relayed_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "erased_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rights_request_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "rights_request_channel" CHECK ("channel" IN ('telephone', 'e-mail', 'letter', 'public-form', 'portal')),
    CONSTRAINT "rights_request_rights" CHECK (cardinality("rights") > 0 AND "rights" <@ ARRAY['access', 'rectification',
      'erasure', 'restriction', 'portability', 'objection', 'marketing-objection', 'automated-decision',
      'consent-withdrawal']),
    CONSTRAINT "rights_request_state" CHECK ("state" IN ('received', 'relayed', 'instructed', 'executing', 'confirmed',
      'refused', 'not-ours', 'closed')),
    CONSTRAINT "rights_request_placed" CHECK ("controller_id" IS NOT NULL OR "state" IN ('received', 'not-ours', 'closed')),
    CONSTRAINT "rights_request_erased" CHECK ("erased_at" IS NULL OR ("contact_sealed" IS NULL AND "words_sealed" IS NULL
      AND "person_key" IS NULL AND "clue" = ''))
);

CREATE TABLE "rights_request_fact" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "controller_id" UUID,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_kind" TEXT NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "rights_request_fact_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "rights_request_fact_number" CHECK ("number" > 0)
);

CREATE UNIQUE INDEX "rights_request_org_id_id_key" ON "rights_request"("org_id", "id");
CREATE UNIQUE INDEX "rights_request_org_id_reference_key" ON "rights_request"("org_id", "reference");
CREATE INDEX "rights_request_org_id_received_at_id_idx" ON "rights_request"("org_id", "received_at" DESC, "id" DESC);
CREATE INDEX "rights_request_org_id_controller_id_idx" ON "rights_request"("org_id", "controller_id");
CREATE INDEX "rights_request_org_id_person_key_idx" ON "rights_request"("org_id", "person_key");
CREATE UNIQUE INDEX "rights_request_fact_org_id_request_id_number_key" ON "rights_request_fact"("org_id", "request_id", "number");
CREATE INDEX "rights_request_fact_org_id_controller_id_idx" ON "rights_request_fact"("org_id", "controller_id");

ALTER TABLE "rights_request" ADD CONSTRAINT "rights_request_org_id_controller_id_fkey" FOREIGN KEY ("org_id", "controller_id") REFERENCES "controller"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "rights_request_fact" ADD CONSTRAINT "rights_request_fact_org_id_request_id_fkey" FOREIGN KEY ("org_id", "request_id") REFERENCES "rights_request"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT amana_bind_table('rights_request', 'row', false);
SELECT amana_bind_table('rights_request_fact', 'fact', false);

-- What was received is not rewritten: it is placed, moved, and emptied of the person once it is closed.
CREATE FUNCTION rights_request_refuse_rewrite() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (NEW.reference, NEW.received_at, NEW.channel, NEW.rights, NEW.created_at)
      IS DISTINCT FROM (OLD.reference, OLD.received_at, OLD.channel, OLD.rights, OLD.created_at)
    OR (NEW.erased_at IS NULL OR OLD.erased_at IS NOT NULL)
      AND (NEW.clue, NEW.contact_sealed, NEW.words_sealed, NEW.person_key)
        IS DISTINCT FROM (OLD.clue, OLD.contact_sealed, OLD.words_sealed, OLD.person_key) THEN
    RAISE EXCEPTION 'rights request: what was received does not change' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION rights_request_refuse_rewrite() FROM PUBLIC;
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON rights_request
  FOR EACH ROW EXECUTE FUNCTION rights_request_refuse_rewrite();

-- A request is found by its reference and by its controller, never by its person.
CREATE FUNCTION rights_request_document(r rights_request) RETURNS search_document
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT ROW(r.id, 'rights-request', r.org_id, r.controller_id, fold_text(concat_ws(' ', r.reference,
    (SELECT c.legal_name FROM controller c WHERE c.org_id = r.org_id AND c.id = r.controller_id))),
    '', '{}'::text[])::search_document $$;
REVOKE ALL ON FUNCTION rights_request_document(rights_request) FROM PUBLIC;
SELECT amana_bind_search('rights_request', 'rights_request_document');

INSERT INTO example.holding_table ("noun", "name", "key", "later", "but_own") VALUES
  ('controller', 'rights_request', 'controller_id', NULL, false),
  ('controller', 'rights_request_fact', 'controller_id', NULL, false);
