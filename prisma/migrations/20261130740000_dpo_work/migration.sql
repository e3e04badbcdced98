-- The DPO's work, art. 37 to 39, and filings under law 09-08: documents of seven kinds in one table, since each has the
-- same life (a document with its versions, and dated facts about it or about one of its lines).
CREATE TABLE "dpo_work" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "controller_id" UUID,
    "content" JSONB NOT NULL,
    "title" TEXT NOT NULL,
    "day" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL,
    "is_open" BOOLEAN NOT NULL,
    "record_ids" UUID[] NOT NULL DEFAULT '{}',
    "repeats_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dpo_work_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "dpo_work_kind" CHECK ("kind" IN ('watch-item', 'training', 'internal-audit', 'assistance',
      'dpo-designation', 'procedure', 'cndp-filing')),
    CONSTRAINT "dpo_work_controller" CHECK (("kind" = 'assistance') = ("controller_id" IS NOT NULL))
);

CREATE TABLE "dpo_work_version" (
    "work_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "org_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "author_id" UUID,
    "author_name" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "snapshot" JSONB NOT NULL,

    CONSTRAINT "dpo_work_version_pkey" PRIMARY KEY ("work_id","version")
);

CREATE TABLE "dpo_work_fact" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "work_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "event" TEXT NOT NULL,
    "part" TEXT NOT NULL DEFAULT '',
    "fact_on" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "next_on" TEXT,
    "amount" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "dpo_work_fact_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "dpo_work_org_id_id_key" ON "dpo_work"("org_id", "id");
CREATE UNIQUE INDEX "dpo_work_org_id_kind_reference_key" ON "dpo_work"("org_id", "kind", "reference");
CREATE INDEX "dpo_work_org_id_kind_day_id_idx" ON "dpo_work"("org_id", "kind", "day", "id");
CREATE INDEX "dpo_work_org_id_controller_id_idx" ON "dpo_work"("org_id", "controller_id");
CREATE INDEX "dpo_work_org_id_repeats_id_idx" ON "dpo_work"("org_id", "repeats_id");
CREATE INDEX "dpo_work_record_ids_idx" ON "dpo_work" USING GIN ("record_ids");
CREATE INDEX "dpo_work_version_org_id_recorded_at_idx" ON "dpo_work_version"("org_id", "recorded_at");
CREATE INDEX "dpo_work_fact_org_id_work_id_idx" ON "dpo_work_fact"("org_id", "work_id");
ALTER TABLE "dpo_work" ADD CONSTRAINT "dpo_work_org_id_controller_id_fkey" FOREIGN KEY ("org_id", "controller_id") REFERENCES "controller"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT amana_bind_table('dpo_work', 'row');
SELECT amana_bind_table('dpo_work_version', 'version');
SELECT amana_bind_table('dpo_work_fact', 'fact');

CREATE FUNCTION dpo_work_document(w dpo_work) RETURNS search_document
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT ROW(w.id, w.kind, w.org_id, w.controller_id, fold_text(concat_ws(' ', w.reference, w.title)),
    fold_text(left((SELECT string_agg(v #>> '{}', ' ') FROM jsonb_path_query(w.content,
      'strict $.**?(@.type() == "string")') v), 4000)), '{}'::text[])::search_document $$;
REVOKE ALL ON FUNCTION dpo_work_document(dpo_work) FROM PUBLIC;
SELECT amana_bind_search('dpo_work', 'dpo_work_document');

INSERT INTO example.cleared_table ("position", "noun", "name", "key", "emptied") VALUES
  (150, 'dpo-work', 'dpo_work_fact', 'work_id', NULL),
  (160, 'dpo-work', 'dpo_work_version', 'work_id', NULL),
  (170, 'dpo-work', 'dpo_work', 'id', NULL);
INSERT INTO example.holding_table ("noun", "name", "key", "later", "but_own") VALUES
  ('dpo-work', 'attachment', 'subject_id', NULL, false),
  ('dpo-work', 'dpo_work', 'repeats_id', NULL, true),
  ('processing-record', 'dpo_work', 'record_ids', NULL, false),
  ('controller', 'dpo_work', 'controller_id', NULL, false);
