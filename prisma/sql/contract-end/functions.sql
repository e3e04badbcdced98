-- A certificate belongs to the run that it closes.
CREATE OR REPLACE FUNCTION certificate_origin() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  SELECT coalesce(e.controller_id, NEW.controller_id) INTO NEW.controller_id FROM contract_end e
    WHERE e.org_id = NEW.org_id AND e.id = NEW.contract_end_id;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION certificate_origin() FROM PUBLIC;
