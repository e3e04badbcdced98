-- The owner is bound as well: privilege does not bind it, a trigger does.
CREATE OR REPLACE FUNCTION look_refuse_rewrite() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.batch_id IS NULL AND to_jsonb(NEW) - 'batch_id' = to_jsonb(OLD) - 'batch_id' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'access_look: % is refused', TG_OP USING ERRCODE = '42501';
END $$;
REVOKE ALL ON FUNCTION look_refuse_rewrite() FROM PUBLIC;

CREATE OR REPLACE FUNCTION opening_wakes_job() RETURNS trigger
  LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  PERFORM pg_notify('amana_opened', '');
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION opening_wakes_job() FROM PUBLIC;
