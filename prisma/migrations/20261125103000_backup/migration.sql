-- A backup reads every row as the migrating role, which row-level security binds (FORCE). It may do so only in a
-- session of its own that says that it is a backup: elsewhere the owner still sees nothing that it is not shown, and a
-- function that runs with the owner's rights on behalf of another role sees no more for what that role says.
CREATE FUNCTION app_backup() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(current_setting('app.backup', true), '') = 'on' AND session_user = current_user $$;

-- Gives the policy of backups to each secured table that lacks it, and takes it over where another role owned the
-- tables before; run after every migration, so that a table which a later one brings can never be left out.
CREATE FUNCTION admit_backup() RETURNS void LANGUAGE plpgsql AS $$
DECLARE t text;
BEGIN
  FOR t IN SELECT c.relname FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relrowsecurity
      AND NOT EXISTS (SELECT FROM pg_policy p JOIN pg_roles r ON r.oid = ANY (p.polroles)
        WHERE p.polrelid = c.oid AND p.polname = 'backup' AND r.rolname = current_user) LOOP
    EXECUTE format('DROP POLICY IF EXISTS backup ON public.%I', t);
    EXECUTE format('CREATE POLICY backup ON public.%I FOR SELECT TO CURRENT_USER USING ((SELECT app_backup()))', t);
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION admit_backup() FROM PUBLIC;

SELECT admit_backup();
