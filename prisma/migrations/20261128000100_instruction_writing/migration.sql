-- A spoken instruction becomes a document, art. 28(3)(a), by its writing: who wrote it, by which way, its words or its paper.
ALTER TABLE instruction_fact ADD COLUMN "writer" TEXT NOT NULL DEFAULT '';
ALTER TABLE instruction_fact ADD COLUMN "medium" TEXT NOT NULL DEFAULT '';
ALTER TABLE instruction_fact ADD COLUMN "writing" TEXT NOT NULL DEFAULT '';
ALTER TABLE instruction_fact ADD CONSTRAINT instruction_fact_medium
  CHECK (medium IN ('', 'letter', 'e-mail', 'minutes') OR (medium = 'portal' AND contact_id IS NOT NULL));

-- An instruction came by the portal where a contact wrote it there. Rows from before this rule stay as they are.
CREATE FUNCTION instruction_portal_channel() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.channel = 'portal' AND NEW.contact_id IS NULL
    AND (TG_OP = 'INSERT' OR OLD.channel IS DISTINCT FROM NEW.channel) THEN
    RAISE EXCEPTION 'no contact of the portal wrote this instruction' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER instruction_portal_channel BEFORE INSERT OR UPDATE ON instruction
  FOR EACH ROW EXECUTE FUNCTION instruction_portal_channel();
REVOKE ALL ON FUNCTION instruction_portal_channel() FROM PUBLIC;

-- A contact confirms in writing what was said on the telephone, by the portal.
ALTER POLICY portal_answers ON instruction_fact WITH CHECK (
  org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND controller_id = (SELECT app_controller())
  AND event IN ('confirm-in-writing', 'acknowledge', 'confirm', 'amend', 'withdraw') AND contact_id IS NOT NULL
  AND medium IN ('', 'portal'));
