-- Bounds what one's own account touches to one's own memberships, their name and address: never what one may do, nor since or until when.
CREATE OR REPLACE FUNCTION member_refuse_outside_staff() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF app_scope() = 'staff' AND app_org() = OLD.org_id THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'permission denied: who belongs, and as what, is decided in the scope of the organisation'
    USING ERRCODE = '42501';
END $$;
REVOKE ALL ON FUNCTION member_refuse_outside_staff() FROM PUBLIC;
