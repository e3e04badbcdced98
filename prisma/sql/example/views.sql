CREATE OR REPLACE VIEW portal.example_row WITH (security_barrier, security_invoker) AS
  SELECT org_id, noun, subject_id, created_at FROM example_row;
GRANT SELECT ON portal.example_row TO amana_portal;
