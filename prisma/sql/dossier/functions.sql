CREATE OR REPLACE FUNCTION dossier_announce() RETURNS trigger
  LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  PERFORM pg_notify('amana_dossier', '');
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION dossier_announce() FROM PUBLIC;

-- Deletes chunks that no dossier is downloaded from: of other attempts than the one that made it, and all of them where
-- it failed, was cancelled or has expired.
CREATE OR REPLACE FUNCTION dossier_clear(dossier_id uuid) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
DECLARE cleared integer;
BEGIN
  IF app_scope() IS DISTINCT FROM 'staff' THEN
    RAISE EXCEPTION 'dossier_clear: refused' USING ERRCODE = '42501';
  END IF;
  DELETE FROM dossier_chunk c USING dossier d
    WHERE d.org_id = app_org() AND d.id = dossier_clear.dossier_id
      AND c.org_id = d.org_id AND c.dossier_id = d.id
      AND (d.state IN ('failed', 'cancelled', 'expired') OR c.attempt < d.attempts);
  GET DIAGNOSTICS cleared = ROW_COUNT;
  RETURN cleared;
END $$;
REVOKE ALL ON FUNCTION dossier_clear(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dossier_clear(uuid) TO amana_app;

CREATE OR REPLACE FUNCTION dossiers_due(at timestamp with time zone, max_rows integer)
  RETURNS TABLE(id uuid, org_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  RETURN QUERY SELECT d.id, d.org_id FROM dossier d
    WHERE d.state = 'queued' OR (d.state = 'running' AND d.leased_until <= at)
    ORDER BY d.requested_at LIMIT max_rows;
  PERFORM set_config('app.listing', '', true);
END $$;
REVOKE ALL ON FUNCTION dossiers_due(timestamp with time zone,integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dossiers_due(timestamp with time zone,integer) TO amana_jobs;

CREATE OR REPLACE FUNCTION dossiers_expired(at timestamp with time zone, max_rows integer)
  RETURNS TABLE(id uuid, org_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  RETURN QUERY SELECT d.id, d.org_id FROM dossier d
    WHERE d.state = 'made' AND d.expires_at <= at ORDER BY d.expires_at LIMIT max_rows;
  PERFORM set_config('app.listing', '', true);
END $$;
REVOKE ALL ON FUNCTION dossiers_expired(timestamp with time zone,integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dossiers_expired(timestamp with time zone,integer) TO amana_jobs;
