-- A dossier of the register and its proof, made by a job: what was asked for, how far it is, and the zip in chunks. The
-- row stays; its chunks go when it expires.
CREATE TABLE dossier (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  audience text NOT NULL CHECK (audience IN ('controller', 'authority', 'auditor')),
  recipient text NOT NULL,
  -- Empty: every controller.
  controller_ids uuid[] NOT NULL DEFAULT '{}',
  sections text[] NOT NULL,
  language text NOT NULL,
  as_of text NOT NULL,
  state text NOT NULL DEFAULT 'queued'
    CHECK (state IN ('queued', 'running', 'made', 'failed', 'cancelled', 'expired')),
  step text NOT NULL DEFAULT '',
  files_done integer NOT NULL DEFAULT 0,
  files_total integer NOT NULL DEFAULT 0,
  attempts integer NOT NULL DEFAULT 0,
  -- Attempts that ended with their process.
  interruptions integer NOT NULL DEFAULT 0,
  leased_until timestamptz(3),
  failure text NOT NULL DEFAULT '',
  requested_at timestamptz(3) NOT NULL,
  requested_by_kind text NOT NULL,
  requested_by_id uuid,
  requested_by_name text NOT NULL,
  finished_at timestamptz(3),
  expires_at timestamptz(3),
  file_name text NOT NULL DEFAULT '',
  size bigint NOT NULL DEFAULT 0,
  chunks integer NOT NULL DEFAULT 0,
  -- Of the zip and of its manifest, 64 hex digits.
  sha256 text NOT NULL DEFAULT '',
  manifest_sha256 text NOT NULL DEFAULT '',
  key_fingerprint text NOT NULL DEFAULT '',
  CONSTRAINT dossier_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "dossier_org_id_id_key" ON dossier (org_id, id);
CREATE INDEX "dossier_org_id_requested_at_id_idx" ON dossier (org_id, requested_at DESC, id DESC);
CREATE INDEX dossier_open ON dossier (requested_at) WHERE state IN ('queued', 'running');

CREATE TABLE dossier_chunk (
  dossier_id uuid NOT NULL,
  -- The attempt that wrote it: a second process at the same dossier cannot mix its bytes with those of the first.
  attempt integer NOT NULL,
  seq integer NOT NULL,
  org_id uuid NOT NULL,
  bytes bytea NOT NULL,
  CONSTRAINT dossier_chunk_pkey PRIMARY KEY (dossier_id, attempt, seq)
);
-- The bytes are packed already.
ALTER TABLE dossier_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;
ALTER TABLE dossier_chunk ADD CONSTRAINT "dossier_chunk_org_id_dossier_id_fkey"
  FOREIGN KEY (org_id, dossier_id) REFERENCES dossier (org_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "dossier_chunk_org_id_dossier_id_idx" ON dossier_chunk (org_id, dossier_id);

SELECT amana_bind_table('dossier', 'row', false), amana_bind_table('dossier_chunk', 'row', false);
REVOKE UPDATE ON dossier, dossier_chunk FROM amana_app;
GRANT UPDATE (state, step, files_done, files_total, attempts, interruptions, leased_until, failure, finished_at, expires_at,
  file_name, size, chunks, sha256, manifest_sha256, key_fingerprint) ON dossier TO amana_app;

-- Deletes chunks that no dossier is downloaded from: of other attempts than the one that made it, and all of them where
-- it failed, was cancelled or has expired.
CREATE FUNCTION dossier_clear(dossier_id uuid) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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

-- The owner lists what is to be made or deleted for the job role, which reads nothing of an organisation.
CREATE POLICY owner_lists ON dossier FOR SELECT TO CURRENT_USER
  USING ((SELECT coalesce(current_setting('app.listing', true), '')) = 'on');
CREATE FUNCTION dossiers_due(at timestamptz, max_rows int) RETURNS TABLE (id uuid, org_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  RETURN QUERY SELECT d.id, d.org_id FROM dossier d
    WHERE d.state = 'queued' OR (d.state = 'running' AND d.leased_until <= at)
    ORDER BY d.requested_at LIMIT max_rows;
  PERFORM set_config('app.listing', '', true);
END $$;
CREATE FUNCTION dossiers_expired(at timestamptz, max_rows int) RETURNS TABLE (id uuid, org_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  RETURN QUERY SELECT d.id, d.org_id FROM dossier d
    WHERE d.state = 'made' AND d.expires_at <= at ORDER BY d.expires_at LIMIT max_rows;
  PERFORM set_config('app.listing', '', true);
END $$;
REVOKE ALL ON FUNCTION dossier_clear(uuid), dossiers_due(timestamptz, int), dossiers_expired(timestamptz, int)
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dossier_clear(uuid) TO amana_app;
GRANT EXECUTE ON FUNCTION dossiers_due(timestamptz, int), dossiers_expired(timestamptz, int) TO amana_jobs;

CREATE FUNCTION dossier_announce() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('amana_dossier', '');
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION dossier_announce() FROM PUBLIC;
CREATE TRIGGER announce AFTER INSERT OR UPDATE OF state ON dossier
  FOR EACH ROW WHEN (NEW.state = 'queued') EXECUTE FUNCTION dossier_announce();
