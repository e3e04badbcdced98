-- Files in chunks beside their hashes, so that one backup holds everything and damage is seen when they are read.
-- A file is never overwritten: what replaces it is another one.

CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "sha256" TEXT NOT NULL,
    "chunks" INTEGER NOT NULL,
    "stored_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "attachment_chunk" (
    "attachment_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "org_id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "attachment_chunk_pkey" PRIMARY KEY ("attachment_id","seq")
);

CREATE UNIQUE INDEX "attachment_org_id_id_key" ON "attachment"("org_id", "id");
ALTER TABLE "attachment_chunk" ADD CONSTRAINT "attachment_chunk_org_id_attachment_id_fkey" FOREIGN KEY ("org_id", "attachment_id") REFERENCES "attachment"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- Images hardly compress: kept as they are, read without unpacking.
ALTER TABLE "attachment_chunk" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
-- The logo is one of the organisation's own files.
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_id_logo_id_fkey" FOREIGN KEY ("id", "logo_id") REFERENCES "attachment"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['attachment', 'attachment_chunk'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY staff_reads ON %I FOR SELECT
      USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')$p$, t);
    EXECUTE format($p$CREATE POLICY staff_adds ON %I FOR INSERT
      WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')$p$, t);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON attachment, attachment_chunk TO amana_app;
