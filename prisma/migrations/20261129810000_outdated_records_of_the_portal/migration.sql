-- The portal's role is in the portal's scope whatever is set, so the marking of entries by its decisions reached no row.
-- The owner, as whom the trigger runs, is let at the rows of the organisation while the trigger says so; the portal's
-- role itself is granted no column of the table, and its views name their own rows.
CREATE POLICY outdates_read ON processing_record FOR SELECT TO CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT current_setting('app.outdates_records', true)) = 'on');
CREATE POLICY outdates ON processing_record FOR UPDATE TO CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT current_setting('app.outdates_records', true)) = 'on')
  WITH CHECK (org_id = (SELECT app_org()));

CREATE OR REPLACE FUNCTION authorisation_outdates_records() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM set_config('app.outdates_records', 'on', true);
  UPDATE processing_record SET rules_version = 0
    WHERE org_id = NEW.org_id AND controller_id = NEW.controller_id
      AND sub_processor_ids @> ARRAY[NEW.sub_processor_id];
  PERFORM set_config('app.outdates_records', 'off', true);
  PERFORM pg_notify('amana_outdated', '');
  RETURN NULL;
END $$;
