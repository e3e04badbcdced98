-- A controller's contact decides under the portal's scope, which changes no record. Those that name the sub-processor are
-- marked as assessed by no rules, and a job of the staff's scope, woken at the commit, finds their gaps again.
CREATE FUNCTION authorisation_outdates_records() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  -- The owner too is under row-level security: the marking is staff's, and of this organisation alone.
  PERFORM set_config('app.scope', 'staff', true);
  UPDATE processing_record SET rules_version = 0
    WHERE org_id = NEW.org_id AND controller_id = NEW.controller_id
      AND sub_processor_ids @> ARRAY[NEW.sub_processor_id];
  PERFORM set_config('app.scope', 'portal', true);
  PERFORM pg_notify('amana_outdated', '');
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION authorisation_outdates_records() FROM PUBLIC;
CREATE TRIGGER outdates_records AFTER UPDATE OF state ON authorisation
  FOR EACH ROW WHEN (app_scope() = 'portal') EXECUTE FUNCTION authorisation_outdates_records();
