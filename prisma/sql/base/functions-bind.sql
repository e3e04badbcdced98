-- Shows a table to a controller's contacts: the columns that are named, of the rows that `condition` allows (SQL on a row
-- of the table); a view of the schema `portal` and grants of its columns. What they write needs policies of its own.
CREATE OR REPLACE FUNCTION amana_bind_portal(name text, shown text[], condition text DEFAULT 'controller_id = ANY ((SELECT app_controllers())::uuid[])'::text)
  RETURNS void
  LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
DECLARE
  columns text;
BEGIN
  SELECT string_agg(quote_ident(c), ', ' ORDER BY place) INTO columns
    FROM unnest(shown) WITH ORDINALITY AS u (c, place);
  EXECUTE format($p$CREATE POLICY portal ON %I FOR SELECT TO amana_portal, CURRENT_USER
    USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND %s)$p$, name, condition);
  EXECUTE format('CREATE VIEW portal.%1$I WITH (security_barrier, security_invoker) AS SELECT %2$s FROM public.%1$I',
    name, columns);
  EXECUTE format('GRANT SELECT (%s) ON public.%I TO amana_portal', columns, name);
  EXECUTE format('GRANT SELECT ON portal.%I TO amana_portal', name);
END $$;
REVOKE ALL ON FUNCTION amana_bind_portal(text,text[],text) FROM PUBLIC;

-- Has its rows found: `document` is the function that makes a search_document of one.
CREATE OR REPLACE FUNCTION amana_bind_search(name text, document text) RETURNS void
  LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  EXECUTE format($f$CREATE FUNCTION public.%1$I() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $b$
    BEGIN
      PERFORM search_store((SELECT array_agg(%2$I(f)) FROM fresh f));
      RETURN NULL;
    END $b$ $f$, 'search_' || name, document);
  EXECUTE format('REVOKE ALL ON FUNCTION %I() FROM PUBLIC', 'search_' || name);
  EXECUTE format('CREATE TRIGGER search_made AFTER INSERT ON %I REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION %I()', name, 'search_' || name);
  EXECUTE format('CREATE TRIGGER search_changed AFTER UPDATE ON %I REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION %I()', name, 'search_' || name);
  EXECUTE format('CREATE TRIGGER search_gone AFTER DELETE ON %I REFERENCING OLD TABLE AS stale
    FOR EACH STATEMENT EXECUTE FUNCTION search_forget()', name);
END $$;
REVOKE ALL ON FUNCTION amana_bind_search(text,text) FROM PUBLIC;

-- Row-level security for the staff and, where it may read, the auditor; grants by kind: a 'row' changes, a 'version' is
-- only superseded, a 'fact' never changes. Versions and facts are evidence, by the columns of their primary key; each state
-- of a row is bound.
CREATE OR REPLACE FUNCTION amana_bind_table(name text, kind text, auditor_reads boolean DEFAULT true) RETURNS void
  LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
DECLARE
  key_columns text;
BEGIN
  IF kind NOT IN ('row', 'version', 'fact') THEN
    RAISE EXCEPTION 'bind: % is no kind of table', kind USING ERRCODE = '22023';
  END IF;
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
  EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  EXECUTE format($p$CREATE POLICY staff ON %I FOR ALL
    USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
    WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))$p$, name);
  IF false THEN
    EXECUTE format($p$CREATE POLICY auditor ON %I FOR SELECT
      USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'auditor'))$p$, name);
  END IF;
  EXECUTE format('GRANT SELECT, INSERT ON %I TO amana_app', name);
  IF kind = 'row' THEN
    EXECUTE format('GRANT UPDATE ON %I TO amana_app', name);
    PERFORM row_bind(name);
    RETURN;
  END IF;
  IF kind = 'version' THEN
    EXECUTE format('GRANT UPDATE (superseded_at) ON %I TO amana_app', name);
    EXECUTE format('CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON %I
      FOR EACH ROW EXECUTE FUNCTION version_refuse_rewrite()', name);
  END IF;
  SELECT string_agg(a.attname, ',' ORDER BY array_position(i.indkey::int2[], a.attnum)) INTO key_columns
    FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
    WHERE i.indrelid = ('public.' || quote_ident(name))::regclass AND i.indisprimary;
  PERFORM evidence_admit(name, key_columns, CASE kind WHEN 'version' THEN 'superseded_at' ELSE '' END);
END $$;
REVOKE ALL ON FUNCTION amana_bind_table(text,text,boolean) FROM PUBLIC;
