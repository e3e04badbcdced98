-- Consents that a controller collected, R223-1 and R223-2. A collection says how: its wording, the five items, the access
-- to the proof. A file brings persons in, of whom keys alone are stored; the file itself is not.
CREATE TABLE "consent_collection" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT '',
    "wording" TEXT NOT NULL,
    "wording_sha256" TEXT NOT NULL,
    "items" JSONB NOT NULL,
    "proof_place" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "consent_collection_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "consent_file" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "collection_id" UUID NOT NULL,
    "extent" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "line_count" INTEGER NOT NULL,
    "added_count" INTEGER NOT NULL,
    "known_count" INTEGER NOT NULL,
    -- Numbers of the lines that were refused, by the reason.
    "refused_lines" JSONB NOT NULL,
    -- Last day on which the proofs are held, R223-2; null where no line was read.
    "keep_until" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "consent_file_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "consent_file_extent" CHECK ("extent" IN ('whole', 'sampled'))
);

CREATE UNIQUE INDEX "consent_collection_org_id_id_key" ON "consent_collection"("org_id", "id");
CREATE INDEX "consent_collection_org_id_controller_id_idx" ON "consent_collection"("org_id", "controller_id");
CREATE UNIQUE INDEX "consent_file_org_id_id_key" ON "consent_file"("org_id", "id");
CREATE UNIQUE INDEX "consent_file_org_id_collection_id_sha256_key" ON "consent_file"("org_id", "collection_id", "sha256");
ALTER TABLE "consent_collection" ADD CONSTRAINT "consent_collection_org_id_controller_id_fkey" FOREIGN KEY ("org_id", "controller_id") REFERENCES "controller"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consent_file" ADD CONSTRAINT "consent_file_org_id_collection_id_fkey" FOREIGN KEY ("org_id", "collection_id") REFERENCES "consent_collection"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The file's row, with its counts, is the last that its transaction writes.
ALTER TABLE "choice" ADD COLUMN "consent_file_id" UUID;
ALTER TABLE "choice" ADD CONSTRAINT "choice_org_id_consent_file_id_fkey" FOREIGN KEY ("org_id", "consent_file_id") REFERENCES "consent_file"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "choice_org_id_consent_file_id_idx" ON "choice"("org_id", "consent_file_id");

SELECT amana_bind_table('consent_collection', 'fact');
SELECT amana_bind_table('consent_file', 'fact');

INSERT INTO example.holding_table ("noun", "name", "key", "later", "but_own") VALUES
  ('controller', 'consent_collection', 'controller_id', NULL, false);
