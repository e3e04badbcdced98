CREATE OR REPLACE VIEW portal.measure WITH (security_barrier, security_invoker) AS
  SELECT id, org_id, reference, library_code, title, version, created_at, updated_at, retired_at FROM measure;
GRANT SELECT ON portal.measure TO amana_portal;

CREATE OR REPLACE VIEW portal.measure_version WITH (security_barrier, security_invoker) AS
  SELECT measure_id, version, org_id, recorded_at, superseded_at, reference, library_code, title, is_retired FROM
    measure_version;
GRANT SELECT ON portal.measure_version TO amana_portal;
