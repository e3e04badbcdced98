-- Looks of a controller's contacts that the law cares about. Written once and never again, but for the seal: a job chains
-- them in batches, by one digest each, into the journal of their organisation.
CREATE TABLE "access_look" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "contact_name" TEXT NOT NULL,
    "noun" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "looked_at" TIMESTAMPTZ(3) NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',
    "batch_id" UUID,

    CONSTRAINT "access_look_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "access_look_org_id_controller_id_looked_at_idx" ON "access_look"("org_id", "controller_id", "looked_at");
CREATE INDEX "access_look_org_id_batch_id_idx" ON "access_look"("org_id", "batch_id");
ALTER TABLE "access_look" ADD CONSTRAINT "access_look_org_id_contact_id_fkey" FOREIGN KEY ("org_id", "contact_id")
  REFERENCES "controller_contact"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE access_look ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_look FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_reads ON access_look FOR SELECT
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
CREATE POLICY staff_seals ON access_look FOR UPDATE
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff') AND batch_id IS NULL)
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
CREATE POLICY portal_looks ON access_look FOR INSERT WITH CHECK (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller()));
GRANT SELECT, INSERT ON access_look TO amana_app;
GRANT UPDATE (batch_id) ON access_look TO amana_app;

-- The owner is bound as well: privilege does not bind it, a trigger does.
CREATE FUNCTION look_refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.batch_id IS NULL AND to_jsonb(NEW) - 'batch_id' = to_jsonb(OLD) - 'batch_id' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'access_look: % is refused', TG_OP USING ERRCODE = '42501';
END $$;
CREATE TRIGGER refuse_rewrite BEFORE UPDATE OR DELETE ON access_look
  FOR EACH ROW EXECUTE FUNCTION look_refuse_rewrite();

-- A controller reads the security measures that its own entries name, 30(2)(d), and no others.
CREATE POLICY portal ON measure FOR SELECT USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal')
  AND EXISTS (SELECT FROM processing_record r
    WHERE r.org_id = measure.org_id AND r.measure_ids @> ARRAY[measure.id]));
