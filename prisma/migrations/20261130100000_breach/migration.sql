-- Breaches of personal data, art. 33: their facts, the controllers that they touch, the notices to each, and whom to reach
-- at a controller at any hour.
CREATE TABLE "breach" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "counter" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "is_drill" BOOLEAN NOT NULL DEFAULT false,
    "status" TEXT NOT NULL DEFAULT 'open',
    "aware_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "breach_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "breach_fact" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "breach_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3),
    "controller_id" UUID,
    "corrects_id" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_kind" TEXT NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "breach_fact_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "breach_controller" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "breach_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "reasons" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "breach_controller_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "breach_notice" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "breach_id" UUID NOT NULL,
    "breach_controller_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "phase" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "is_drill" BOOLEAN NOT NULL DEFAULT false,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "content" JSONB NOT NULL,
    "late_reason" TEXT NOT NULL DEFAULT '',
    "issued_at" TIMESTAMPTZ(3),
    "issued_by_id" UUID,
    "issued_by_name" TEXT NOT NULL DEFAULT '',
    "document_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "breach_notice_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "breach_notice_fact" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "breach_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "notice_id" UUID,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3),
    "contact_id" UUID,
    "letter_id" UUID,
    "value" JSONB NOT NULL DEFAULT '{}',
    "reason" TEXT NOT NULL DEFAULT '',
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_kind" TEXT NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "breach_notice_fact_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "night_contact" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'fr',
    "hours" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT NOT NULL DEFAULT '',
    "ended_by_name" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "night_contact_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "breach_org_id_status_created_at_id_idx" ON "breach"("org_id", "status", "created_at" DESC, "id" DESC);

CREATE UNIQUE INDEX "breach_org_id_id_key" ON "breach"("org_id", "id");

CREATE UNIQUE INDEX "breach_org_id_reference_key" ON "breach"("org_id", "reference");

CREATE UNIQUE INDEX "breach_org_id_year_counter_key" ON "breach"("org_id", "year", "counter");

CREATE INDEX "breach_fact_org_id_controller_id_idx" ON "breach_fact"("org_id", "controller_id");

CREATE UNIQUE INDEX "breach_fact_org_id_breach_id_id_key" ON "breach_fact"("org_id", "breach_id", "id");

CREATE UNIQUE INDEX "breach_fact_org_id_breach_id_number_key" ON "breach_fact"("org_id", "breach_id", "number");

CREATE INDEX "breach_controller_org_id_controller_id_idx" ON "breach_controller"("org_id", "controller_id");

CREATE UNIQUE INDEX "breach_controller_org_id_id_key" ON "breach_controller"("org_id", "id");

CREATE UNIQUE INDEX "breach_controller_org_id_breach_id_controller_id_key" ON "breach_controller"("org_id", "breach_id", "controller_id");

CREATE INDEX "breach_notice_org_id_controller_id_idx" ON "breach_notice"("org_id", "controller_id");

CREATE UNIQUE INDEX "breach_notice_org_id_id_key" ON "breach_notice"("org_id", "id");

CREATE UNIQUE INDEX "breach_notice_org_id_breach_controller_id_number_key" ON "breach_notice"("org_id", "breach_controller_id", "number");

CREATE INDEX "breach_notice_fact_org_id_breach_id_controller_id_idx" ON "breach_notice_fact"("org_id", "breach_id", "controller_id");

CREATE INDEX "breach_notice_fact_org_id_notice_id_idx" ON "breach_notice_fact"("org_id", "notice_id");

CREATE INDEX "breach_notice_fact_letter_id_idx" ON "breach_notice_fact"("letter_id");

CREATE INDEX "night_contact_org_id_controller_id_position_idx" ON "night_contact"("org_id", "controller_id", "position");

CREATE UNIQUE INDEX "night_contact_org_id_id_key" ON "night_contact"("org_id", "id");

ALTER TABLE "breach_fact" ADD CONSTRAINT "breach_fact_org_id_breach_id_fkey" FOREIGN KEY ("org_id", "breach_id") REFERENCES "breach"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "breach_fact" ADD CONSTRAINT "breach_fact_org_id_controller_id_fkey" FOREIGN KEY ("org_id", "controller_id") REFERENCES "controller"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "breach_fact" ADD CONSTRAINT "breach_fact_org_id_breach_id_corrects_id_fkey" FOREIGN KEY ("org_id", "breach_id", "corrects_id") REFERENCES "breach_fact"("org_id", "breach_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "breach_controller" ADD CONSTRAINT "breach_controller_org_id_breach_id_fkey" FOREIGN KEY ("org_id", "breach_id") REFERENCES "breach"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "breach_controller" ADD CONSTRAINT "breach_controller_org_id_controller_id_fkey" FOREIGN KEY ("org_id", "controller_id") REFERENCES "controller"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "breach_notice" ADD CONSTRAINT "breach_notice_org_id_breach_id_fkey" FOREIGN KEY ("org_id", "breach_id") REFERENCES "breach"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "breach_notice" ADD CONSTRAINT "breach_notice_org_id_breach_controller_id_fkey" FOREIGN KEY ("org_id", "breach_controller_id") REFERENCES "breach_controller"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "breach_notice" ADD CONSTRAINT "breach_notice_org_id_controller_id_fkey" FOREIGN KEY ("org_id", "controller_id") REFERENCES "controller"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "breach_notice_fact" ADD CONSTRAINT "breach_notice_fact_org_id_breach_id_fkey" FOREIGN KEY ("org_id", "breach_id") REFERENCES "breach"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "breach_notice_fact" ADD CONSTRAINT "breach_notice_fact_org_id_controller_id_fkey" FOREIGN KEY ("org_id", "controller_id") REFERENCES "controller"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "breach_notice_fact" ADD CONSTRAINT "breach_notice_fact_org_id_notice_id_fkey" FOREIGN KEY ("org_id", "notice_id") REFERENCES "breach_notice"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "breach_notice_fact" ADD CONSTRAINT "breach_notice_fact_org_id_contact_id_fkey" FOREIGN KEY ("org_id", "contact_id") REFERENCES "night_contact"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "night_contact" ADD CONSTRAINT "night_contact_org_id_controller_id_fkey" FOREIGN KEY ("org_id", "controller_id") REFERENCES "controller"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE "breach"
  ADD CONSTRAINT "breach_status_check" CHECK ("status" IN ('open', 'contained', 'closed')),
  ADD CONSTRAINT "breach_counter_check" CHECK ("counter" > 0);
ALTER TABLE "breach_fact" ADD CONSTRAINT "breach_fact_number_check" CHECK ("number" > 0);
ALTER TABLE "breach_controller"
  ADD CONSTRAINT "breach_controller_status_check" CHECK ("status" IN ('proposed', 'confirmed', 'set-aside'));
ALTER TABLE "breach_notice"
  ADD CONSTRAINT "breach_notice_number_check" CHECK ("number" > 0),
  ADD CONSTRAINT "breach_notice_phase_check" CHECK ("phase" IN ('initial', 'follow-up', 'final')),
  ADD CONSTRAINT "breach_notice_status_check" CHECK ("status" IN ('draft', 'issued', 'withdrawn')),
  ADD CONSTRAINT "breach_notice_issued_check" CHECK (("status" = 'issued') = ("issued_at" IS NOT NULL));

SELECT amana_bind_table('breach', 'row', false);
SELECT amana_bind_table('breach_fact', 'fact', false);
SELECT amana_bind_table('breach_controller', 'row', false);
SELECT amana_bind_table('breach_notice', 'row', false);
SELECT amana_bind_table('breach_notice_fact', 'fact', false);
SELECT amana_bind_table('night_contact', 'row', false);

-- A controller reads the notices issued to it, by the random id of its own incident: neither the breach, which others
-- share, nor its number.
SELECT amana_bind_portal('breach_notice', ARRAY['id', 'org_id', 'breach_controller_id', 'controller_id', 'number', 'phase',
  'locale', 'status', 'is_drill', 'is_shared', 'content', 'late_reason', 'issued_at', 'issued_by_name', 'document_id'],
  $$status = 'issued' AND is_shared AND controller_id = ANY ((SELECT app_controllers())::uuid[])$$);
SELECT amana_bind_portal('breach_notice_fact', ARRAY['id', 'org_id', 'controller_id', 'notice_id', 'kind', 'at',
  'recorded_at', 'author_kind', 'author_id', 'author_name'],
  $$controller_id = ANY ((SELECT app_controllers())::uuid[])
    AND kind IN ('call-made', 'given-in-portal', 'read-in-portal', 'known-elsewhere', 'acknowledged', 'pack-taken')
    AND EXISTS (SELECT FROM breach_notice n WHERE n.org_id = breach_notice_fact.org_id
      AND n.id = breach_notice_fact.notice_id)$$);

-- What a contact does of a notice that it may read, in its own name.
CREATE POLICY portal_receives ON breach_notice_fact FOR INSERT TO amana_portal WITH CHECK (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller())
  AND author_kind = 'controller-contact' AND kind IN ('read-in-portal', 'acknowledged', 'pack-taken')
  AND EXISTS (SELECT FROM breach_notice n WHERE n.org_id = breach_notice_fact.org_id
    AND n.id = breach_notice_fact.notice_id AND n.controller_id = breach_notice_fact.controller_id));
GRANT INSERT (id, org_id, controller_id, notice_id, kind, at, recorded_at, author_kind, author_id, author_name)
  ON breach_notice_fact TO amana_portal;
GRANT INSERT (id, org_id, controller_id, notice_id, kind, at, recorded_at, author_kind, author_id, author_name)
  ON portal.breach_notice_fact TO amana_portal;

-- A fact about a notice belongs to the notice's breach, which a contact that records one cannot name.
CREATE FUNCTION breach_notice_fact_place() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.notice_id IS NOT NULL THEN
    SELECT n.breach_id INTO NEW.breach_id FROM breach_notice n
      WHERE n.org_id = NEW.org_id AND n.id = NEW.notice_id AND n.controller_id = NEW.controller_id;
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION breach_notice_fact_place() FROM PUBLIC;
CREATE TRIGGER place BEFORE INSERT ON breach_notice_fact
  FOR EACH ROW EXECUTE FUNCTION breach_notice_fact_place();

-- A notice that was issued or withdrawn is evidence.
CREATE FUNCTION breach_notice_refuse_rewrite() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'breach notice: one that is % does not change', OLD.status USING ERRCODE = '42501';
END $$;
REVOKE ALL ON FUNCTION breach_notice_refuse_rewrite() FROM PUBLIC;
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON breach_notice
  FOR EACH ROW WHEN (OLD.status <> 'draft') EXECUTE FUNCTION breach_notice_refuse_rewrite();

-- A breach is found by its reference and its title, by the controllers that it touches and by what was written of it. Its
-- row is the last that a change writes.
CREATE FUNCTION breach_document(b breach) RETURNS search_document
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT ROW(b.id, 'breach', b.org_id, NULL::uuid, fold_text(concat_ws(' ', b.reference, b.title,
    (SELECT string_agg(c.legal_name, ' ' ORDER BY c.legal_name) FROM breach_controller l
      JOIN controller c ON c.org_id = l.org_id AND c.id = l.controller_id
      WHERE l.org_id = b.org_id AND l.breach_id = b.id AND l.status <> 'set-aside'))),
    coalesce(fold_text((SELECT string_agg(left(f.value ->> 'text', 2000), ' ' ORDER BY f.number) FROM breach_fact f
      WHERE f.org_id = b.org_id AND f.breach_id = b.id)), ''), '{}'::text[])::search_document $$;
SELECT amana_bind_search('breach', 'breach_document');

INSERT INTO example.cleared_table ("position", "noun", "name", "key", "emptied") VALUES
  (705, 'controller', 'night_contact', 'controller_id', NULL);
INSERT INTO example.holding_table ("noun", "name", "key", "later", "but_own") VALUES
  ('controller', 'breach_controller', 'controller_id', NULL, false),
  ('controller', 'breach_fact', 'controller_id', NULL, false),
  ('controller', 'breach_notice', 'controller_id', NULL, false),
  ('controller', 'breach_notice_fact', 'controller_id', NULL, false);
