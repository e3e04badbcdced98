-- Consultations: what a controller has its processor ask of persons, through links of their own. The person is a keyed
-- hash; number and address are sealed, and emptied once they have served. A link is the hash of its token.
CREATE TABLE "consultation" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "controller_id" UUID NOT NULL,
    "instruction_id" UUID,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "content" JSONB NOT NULL,
    "first_day" TEXT,
    "last_day" TEXT,
    -- Day of the event that closed or revoked it.
    "ended_on" TEXT,
    -- Instant from which its letters are queued.
    "mailed_at" TIMESTAMPTZ(3),
    -- Instant at which its contacts were emptied.
    "erased_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consultation_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "consultation_state" CHECK ("state" IN ('draft', 'open', 'closed', 'revoked'))
);

CREATE TABLE "consultation_version" (
    "consultation_id" UUID NOT NULL,
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
    "snapshot" JSONB NOT NULL,

    CONSTRAINT "consultation_version_pkey" PRIMARY KEY ("consultation_id","version")
);

CREATE TABLE "consultation_fact" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "consultation_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "fact_on" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "consultation_fact_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "consultation_fact_reason" CHECK ("reason" <> '' OR "event" IN ('open', 'close'))
);

CREATE TABLE "consultation_person" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "consultation_id" UUID NOT NULL,
    "person_key" BYTEA NOT NULL,
    "contact_sealed" BYTEA,
    "has_number" BOOLEAN NOT NULL,
    "has_email" BOOLEAN NOT NULL,
    "language" TEXT NOT NULL,
    -- Numbers of the questions that this person is asked.
    "asked" INTEGER[] NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "letter_id" UUID,
    "handed_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "consultation_person_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "consultation_person_key" CHECK (octet_length("person_key") = 32 AND octet_length("token_hash") = 32),
    CONSTRAINT "consultation_person_language" CHECK ("language" IN ('fr', 'en', 'ar')),
    CONSTRAINT "consultation_person_asked" CHECK (cardinality("asked") > 0)
);

CREATE TABLE "consultation_file" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "consultation_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "line_count" INTEGER NOT NULL,
    "added_count" INTEGER NOT NULL,
    "known_count" INTEGER NOT NULL,
    -- Persons who refused before all that would be asked.
    "skipped_count" INTEGER NOT NULL,
    -- Numbers of the lines that were refused, by the reason.
    "refused_lines" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "consultation_file_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "consultation_org_id_id_key" ON "consultation"("org_id", "id");
CREATE UNIQUE INDEX "consultation_org_id_reference_key" ON "consultation"("org_id", "reference");
CREATE INDEX "consultation_org_id_controller_id_idx" ON "consultation"("org_id", "controller_id");
CREATE INDEX "consultation_org_id_instruction_id_idx" ON "consultation"("org_id", "instruction_id");
CREATE INDEX "consultation_org_id_state_id_idx" ON "consultation"("org_id", "state", "id");
CREATE INDEX "consultation_version_org_id_recorded_at_idx" ON "consultation_version"("org_id", "recorded_at");
CREATE INDEX "consultation_fact_org_id_consultation_id_idx" ON "consultation_fact"("org_id", "consultation_id");
CREATE UNIQUE INDEX "consultation_person_org_id_id_key" ON "consultation_person"("org_id", "id");
CREATE UNIQUE INDEX "consultation_person_org_id_consultation_id_person_key_key" ON "consultation_person"("org_id", "consultation_id", "person_key");
CREATE UNIQUE INDEX "consultation_person_token_hash_key" ON "consultation_person"("token_hash");
CREATE INDEX "consultation_file_org_id_consultation_id_idx" ON "consultation_file"("org_id", "consultation_id");
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_org_id_controller_id_fkey" FOREIGN KEY ("org_id", "controller_id") REFERENCES "controller"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_org_id_instruction_id_fkey" FOREIGN KEY ("org_id", "instruction_id") REFERENCES "instruction"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consultation_person" ADD CONSTRAINT "consultation_person_org_id_consultation_id_fkey" FOREIGN KEY ("org_id", "consultation_id") REFERENCES "consultation"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consultation_file" ADD CONSTRAINT "consultation_file_org_id_consultation_id_fkey" FOREIGN KEY ("org_id", "consultation_id") REFERENCES "consultation"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT amana_bind_table('consultation', 'row', false);
SELECT amana_bind_table('consultation_version', 'version', false);
SELECT amana_bind_table('consultation_fact', 'fact', false);
SELECT amana_bind_table('consultation_person', 'row', false);
SELECT amana_bind_table('consultation_file', 'fact', false);
REVOKE UPDATE ON "consultation_person" FROM amana_app;
GRANT UPDATE ("contact_sealed", "letter_id", "handed_at", "revoked_at") ON "consultation_person" TO amana_app;

-- A contact is emptied and never replaced; a revocation is never taken back.
CREATE FUNCTION consultation_person_refuse_rewrite() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (NEW.contact_sealed IS NOT NULL AND NEW.contact_sealed IS DISTINCT FROM OLD.contact_sealed)
    OR (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at) THEN
    RAISE EXCEPTION 'consultation: a contact is emptied and a link revoked for good' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION consultation_person_refuse_rewrite() FROM PUBLIC;
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON consultation_person
  FOR EACH ROW EXECUTE FUNCTION consultation_person_refuse_rewrite();

-- An answer is a choice like any other, whose proof is the hash of the words shown.
ALTER TABLE "choice" ADD COLUMN "consultation_person_id" UUID;
ALTER TABLE "choice" ADD CONSTRAINT "choice_org_id_consultation_person_id_fkey" FOREIGN KEY ("org_id", "consultation_person_id") REFERENCES "consultation_person"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "choice_org_id_consultation_person_id_idx" ON "choice"("org_id", "consultation_person_id");
ALTER TABLE "choice" DROP CONSTRAINT "choice_source";
ALTER TABLE "choice" ADD CONSTRAINT "choice_source" CHECK ("source" IN ('call', 'letter', 'email', 'form', 'portal', 'file', 'consultation', 'other'));

INSERT INTO example.holding_table ("noun", "name", "key", "later", "but_own") VALUES
  ('controller', 'consultation', 'controller_id', NULL, false),
  ('instruction', 'consultation', 'instruction_id', NULL, false);
