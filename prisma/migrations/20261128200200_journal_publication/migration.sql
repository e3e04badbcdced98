-- Keys by which an organisation's heads are signed, and the heads that were: one a day, sent to the DPO and kept here
-- for download. The private key lies sealed; a retired key stays, for the heads that it signed.
CREATE TABLE "journal_key" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "public_key" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "journal_key_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "journal_key_org_id_created_at_idx" ON "journal_key"("org_id", "created_at");

CREATE TABLE "journal_publication" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "day" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "h" BYTEA NOT NULL,
    "key_id" UUID NOT NULL,
    "document" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "journal_publication_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "journal_publication_org_id_day_key" ON "journal_publication"("org_id", "day");

ALTER TABLE journal_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE journal_key FORCE ROW LEVEL SECURITY;
ALTER TABLE journal_publication ENABLE ROW LEVEL SECURITY;
ALTER TABLE journal_publication FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON journal_key FOR ALL
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
CREATE POLICY readers ON journal_publication FOR SELECT
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() IN ('staff', 'auditor')));
CREATE POLICY published ON journal_publication FOR INSERT
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
REVOKE ALL ON journal_key, journal_publication FROM PUBLIC;
GRANT SELECT, INSERT ON journal_key, journal_publication TO amana_app;
GRANT UPDATE (retired_at) ON journal_key TO amana_app;

CREATE FUNCTION journal_key_refuse_rewrite() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.retired_at IS NULL AND to_jsonb(NEW) - 'retired_at' = to_jsonb(OLD) - 'retired_at' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'journal_key: % is refused', TG_OP USING ERRCODE = '42501';
END $$;
REVOKE ALL ON FUNCTION journal_key_refuse_rewrite() FROM PUBLIC;
CREATE TRIGGER refuse_rewrite BEFORE UPDATE OR DELETE ON journal_key
  FOR EACH ROW EXECUTE FUNCTION journal_key_refuse_rewrite();
CREATE TRIGGER refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_publication
  FOR EACH STATEMENT EXECUTE FUNCTION evidence_refuse();

SELECT evidence_admit('journal_key', 'id', 'retired_at');
SELECT evidence_admit('journal_publication', 'id', '');

-- The head of the platform's chain, a number and a digest, which each organisation's published head carries with it:
-- so the sign-ins' chain cannot be rewritten either.
CREATE FUNCTION journal_platform_head() RETURNS TABLE (seq bigint, h bytea) LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT j.seq, j.h FROM journal_head j WHERE j.org_id = '00000000-0000-0000-0000-000000000000'
$$;
REVOKE ALL ON FUNCTION journal_platform_head() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION journal_platform_head() TO amana_app;
