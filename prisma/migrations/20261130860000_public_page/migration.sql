-- What an organisation shows to strangers, by its own choice: off until an owner or the DPO opens it.
CREATE TABLE public_page (
  org_id uuid NOT NULL,
  -- Segment of its address, over all organisations.
  address text NOT NULL CHECK (address ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(address) BETWEEN 3 AND 60),
  state text NOT NULL DEFAULT 'closed' CHECK (state IN ('closed', 'open')),
  parts text[] NOT NULL DEFAULT '{}',
  -- What it does, by language.
  activity jsonb NOT NULL DEFAULT '{}',
  certifications jsonb NOT NULL DEFAULT '[]',
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT public_page_pkey PRIMARY KEY (org_id)
);
CREATE UNIQUE INDEX "public_page_address_key" ON public_page (address);

-- Opened, closed: with its author and reason.
CREATE TABLE public_page_fact (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  event text NOT NULL CHECK (event IN ('open', 'close')),
  reason text NOT NULL DEFAULT '',
  recorded_at timestamptz(3) NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  CONSTRAINT public_page_fact_pkey PRIMARY KEY (id)
);
CREATE INDEX "public_page_fact_org_id_recorded_at_idx" ON public_page_fact (org_id, recorded_at);
SELECT amana_bind_table('public_page', 'row', false), amana_bind_table('public_page_fact', 'fact', false);

-- Whoever comes as one of these roles is in its scope, whatever the statement sets.
CREATE OR REPLACE FUNCTION app_scope() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE session_user WHEN 'amana_portal' THEN 'portal' WHEN 'amana_auditor' THEN 'auditor'
    WHEN 'amana_public' THEN 'public'
    ELSE coalesce(current_setting('app.scope', true), '') END
$$;

-- Strangers read no table: the functions below, which run as the owner, return what the page shows of rows that these
-- policies open to it.
CREATE POLICY public ON public_page FOR SELECT TO CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'public' AND state = 'open');
CREATE POLICY public ON sub_processor FOR SELECT TO CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'public' AND state = 'listed');
CREATE POLICY public ON measure FOR SELECT TO CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'public' AND retired_at IS NULL);
CREATE POLICY public ON organisation FOR SELECT TO CURRENT_USER
  USING (id = (SELECT app_org()) AND (SELECT app_scope()) = 'public');
CREATE POLICY public ON journal_key FOR SELECT TO CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'public' AND retired_at IS NULL);
CREATE POLICY owner_lists ON public_page FOR SELECT TO CURRENT_USER
  USING ((SELECT coalesce(current_setting('app.listing', true), '')) = 'on');

-- The organisation whose open page has an address; null for an unknown and for a closed one alike.
CREATE FUNCTION public_page_at(asked text) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE found uuid;
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  SELECT p.org_id INTO found FROM public_page p WHERE p.address = asked AND p.state = 'open';
  PERFORM set_config('app.listing', '', true);
  RETURN found;
END $$;

-- The page of the scope: to strangers while it is open; to the staff also before, who see what strangers would.
CREATE FUNCTION public_page_shown() RETURNS SETOF public_page
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p.* FROM public_page p
  WHERE p.org_id = app_org() AND (app_scope() = 'staff' OR (app_scope() = 'public' AND p.state = 'open'))
$$;

-- Columns of a part that is not shown are null.
CREATE FUNCTION public_identity() RETURNS TABLE (legal_name text, city text, country text, email text, parts text[],
    activity jsonb, certifications jsonb, dpo_name text, dpo_email text, dpo_phone text, has_no_dpo boolean,
    representative text, representative_contact text, representative_country text, public_key text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT o.legal_name, o.city, o.country, CASE WHEN 'contact' = ANY (p.parts) THEN o.email END, p.parts,
    CASE WHEN 'activity' = ANY (p.parts) THEN p.activity END,
    CASE WHEN 'certifications' = ANY (p.parts) THEN p.certifications END,
    CASE WHEN 'dpo' = ANY (p.parts) THEN o.dpo_name END, CASE WHEN 'dpo' = ANY (p.parts) THEN o.dpo_email END,
    CASE WHEN 'dpo' = ANY (p.parts) THEN o.dpo_phone END, CASE WHEN 'dpo' = ANY (p.parts) THEN o.has_no_dpo END,
    CASE WHEN 'representative' = ANY (p.parts) THEN o.eu_representative END,
    CASE WHEN 'representative' = ANY (p.parts) THEN o.eu_representative_contact END,
    CASE WHEN 'representative' = ANY (p.parts) THEN o.eu_representative_country END,
    CASE WHEN 'key' = ANY (p.parts) THEN (SELECT k.public_key FROM journal_key k
      WHERE k.org_id = o.id AND k.retired_at IS NULL ORDER BY k.created_at DESC LIMIT 1) END
  FROM public_page_shown() p JOIN organisation o ON o.id = p.org_id
$$;

CREATE FUNCTION public_sub_processors() RETURNS TABLE (id uuid, name text, service text, country text, countries text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.id, s.name, s.service, s.country, s.countries
  FROM public_page_shown() p JOIN sub_processor s ON s.org_id = p.org_id
  WHERE 'sub-processors' = ANY (p.parts) AND s.state = 'listed' ORDER BY s.name COLLATE "fr-x-icu", s.id
$$;

CREATE FUNCTION public_measures() RETURNS TABLE (family text, title text, library_code text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT m.family, m.title, m.library_code
  FROM public_page_shown() p JOIN measure m ON m.org_id = p.org_id
  WHERE 'measures' = ANY (p.parts) AND m.retired_at IS NULL ORDER BY m.reference
$$;

REVOKE ALL ON FUNCTION public_page_at(text), public_page_shown(), public_identity(), public_sub_processors(),
  public_measures() FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO amana_public;
GRANT EXECUTE ON FUNCTION public_page_at(text) TO amana_public;
GRANT EXECUTE ON FUNCTION public_identity(), public_sub_processors(), public_measures() TO amana_public, amana_app;
