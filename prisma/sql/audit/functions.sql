CREATE OR REPLACE FUNCTION audit_announce() RETURNS trigger
  LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  PERFORM pg_notify('amana_audit', '');
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION audit_announce() FROM PUBLIC;

CREATE OR REPLACE FUNCTION audit_grant_refuse() RETURNS trigger
  LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  IF OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at
    OR OLD.collected_at IS NOT NULL AND NEW.collected_at IS DISTINCT FROM OLD.collected_at THEN
    RAISE EXCEPTION 'audit_grant: what is revoked or collected stays so' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION audit_grant_refuse() FROM PUBLIC;

CREATE OR REPLACE FUNCTION audit_open_grant() RETURNS SETOF audit_grant
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT g.* FROM audit_grant g WHERE app_scope() = 'auditor' AND g.org_id = app_org()
    AND g.id = app_grant()
    AND g.collected_at IS NOT NULL AND g.revoked_at IS NULL
    AND g.starts_at <= clock_timestamp() AND g.ends_at > clock_timestamp()
$$;
REVOKE ALL ON FUNCTION audit_open_grant() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_open_grant() TO amana_auditor;

-- Refuses to add to what was collected.
CREATE OR REPLACE FUNCTION audit_row_refuse() RETURNS trigger
  LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  IF EXISTS (SELECT FROM fresh f JOIN audit_grant g ON g.org_id = f.org_id AND g.id = f.grant_id
    WHERE g.collect_state = 'collected') THEN
    RAISE EXCEPTION 'audit_grant: it was collected' USING ERRCODE = '42501';
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION audit_row_refuse() FROM PUBLIC;

CREATE OR REPLACE FUNCTION audits_due(at timestamp with time zone, max_rows integer)
  RETURNS TABLE(id uuid, org_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  RETURN QUERY SELECT g.id, g.org_id FROM audit_grant g
    WHERE g.revoked_at IS NULL AND g.ends_at > at
      AND (g.collect_state = 'waiting' OR (g.collect_state = 'collecting' AND g.leased_until <= at))
    ORDER BY g.granted_at LIMIT max_rows;
  PERFORM set_config('app.listing', '', true);
END $$;
REVOKE ALL ON FUNCTION audits_due(timestamp with time zone,integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audits_due(timestamp with time zone,integer) TO amana_jobs;
