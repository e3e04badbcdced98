-- Holds what a contact's acts write and no page of theirs reads.
CREATE OR REPLACE VIEW portal.access_look WITH (security_barrier, security_invoker) AS
  SELECT id, org_id, controller_id, contact_id, contact_name, noun, subject_id, label, looked_at, address, batch_id
    FROM access_look;
GRANT INSERT, SELECT ON portal.access_look TO amana_portal;
