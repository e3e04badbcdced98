-- A backup reads every row as the migrating role, which row-level security binds (FORCE). It may do so only in a
-- transaction that says that it is a backup: elsewhere the owner still sees nothing that it is not shown.
CREATE FUNCTION app_backup() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(current_setting('app.backup', true), '') = 'on' $$;

-- Gives each secured table that lacks it the policy of backups; run after every migration, so that a table which a
-- later one brings can never be left out. Returns the tables that had lacked it.
CREATE FUNCTION admit_backup() RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE t text;
BEGIN
  FOR t IN SELECT c.relname FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relrowsecurity
      AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'backup') LOOP
    EXECUTE format('CREATE POLICY backup ON public.%I FOR SELECT TO CURRENT_USER USING ((SELECT app_backup()))', t);
    RETURN NEXT t;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION admit_backup() FROM PUBLIC;

SELECT admit_backup();
