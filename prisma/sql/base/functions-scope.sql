-- A backup reads every row as the migrating role, which row-level security binds (FORCE). It may do so only in a
-- session of its own that says that it is a backup: elsewhere the owner still sees nothing that it is not shown, and a
-- function that runs with the owner's rights on behalf of another role sees no more for what that role says.
CREATE OR REPLACE FUNCTION app_backup() RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT coalesce(current_setting('app.backup', true), '') = 'on' AND session_user = current_user $$;

CREATE OR REPLACE FUNCTION app_controller() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.controller', true), '')::uuid $$;

-- The controllers whose rows the portal shows: the contact's own, unless it sees others or only what it saw before.
CREATE OR REPLACE FUNCTION app_controllers() RETURNS uuid[]
  LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT coalesce(nullif(current_setting('app.controllers', true), '')::uuid[], ARRAY[app_controller()]) $$;

-- The holder of a link is in the scope "data-subject": one row of consultation_person, named by the hash of the link's
-- token, opens that person's consultation and the choices made through the link; one of parental_person, the authorisation
-- and the choices of the child that it is about. No other setting opens anything.
CREATE OR REPLACE FUNCTION app_link() RETURNS bytea
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT decode(nullif(current_setting('app.link', true), ''), 'hex')
$$;

CREATE OR REPLACE FUNCTION app_org() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.org', true), '')::uuid $$;

CREATE OR REPLACE FUNCTION app_person() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.person', true), '')::uuid $$;

-- Lists the lines of a live session's own person by which the settings are allowed: for the two functions below, which name the
-- search path that finds them, and for nobody else.
CREATE OR REPLACE FUNCTION app_own_contacts() RETURNS TABLE(id uuid, name text)
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT c.id, c.name FROM session s JOIN person p ON p.id = s.person_id JOIN controller_contact c ON c.person_id = p.id
    WHERE s.token_hash = app_session() AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp() AND p.disabled_at IS NULL
      AND c.org_id = app_org() AND c.controller_id = app_controller() AND c.ended_at IS NULL
      AND app_controllers() <@ coalesce(nullif(c.sees, '{}'), ARRAY[c.controller_id])
$$;
REVOKE ALL ON FUNCTION app_own_contacts() FROM PUBLIC;

-- True where a live session is named by the hash of its secret, and what the settings name beside it is that person's own:
-- a contact's line and no controllers but those that it sees, or a grant. Who holds a guest's role without a secret is
-- bound to nothing. Its own reads of those two tables are in no scope, or row-level security would ask it again.
CREATE OR REPLACE FUNCTION app_bound() RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'app_binding', 'pg_temp' AS $$
  SELECT CASE session_user
    WHEN 'amana_portal' THEN EXISTS (SELECT FROM app_own_contacts())
    WHEN 'amana_auditor' THEN EXISTS (SELECT FROM session s JOIN person p ON p.id = s.person_id
        JOIN audit_grant g ON g.person_id = p.id
      WHERE s.token_hash = app_session() AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp() AND p.disabled_at IS NULL
        AND g.org_id = app_org() AND g.id = app_grant() AND g.revoked_at IS NULL)
    ELSE false END
$$;
REVOKE ALL ON FUNCTION app_bound() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_bound() TO amana_app, amana_auditor, amana_auth, amana_jobs, amana_portal, amana_public;

-- True of a line of the session's own person, and of the name that stands there where one is given: whatever a contact writes
-- names itself.
CREATE OR REPLACE FUNCTION portal_is_self(who uuid, called text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'app_binding', 'pg_temp' AS $$
  SELECT session_user = 'amana_portal' AND EXISTS (SELECT FROM app_own_contacts() c
    WHERE c.id = who AND c.name = coalesce(called, c.name))
$$;
REVOKE ALL ON FUNCTION portal_is_self(uuid,text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal_is_self(uuid,text) TO amana_portal;

CREATE OR REPLACE FUNCTION app_grant() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.grant', true), '')::uuid $$;

-- Each of these roles is in its scope, whatever the statement sets, and in none before a session binds it.
CREATE OR REPLACE FUNCTION app_scope() RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE session_user
    WHEN 'amana_portal' THEN CASE WHEN app_is_binding() OR NOT app_bound() THEN '' ELSE 'portal' END
    WHEN 'amana_auditor' THEN CASE WHEN app_is_binding() OR NOT app_bound() THEN '' ELSE 'auditor' END
    WHEN 'amana_public' THEN
      CASE WHEN coalesce(current_setting('app.scope', true), '') = 'data-subject' THEN 'data-subject' ELSE 'public' END
    ELSE coalesce(current_setting('app.scope', true), '') END
$$;

-- SHA-256 of the secret in the cookie of whoever is signed in.
CREATE OR REPLACE FUNCTION app_session() RETURNS bytea
  LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT decode(nullif(current_setting('app.session', true), ''), 'hex') $$;

-- True within `app_bound` alone, whose search path names a schema that nobody has: a setting of our own could not be made
-- part of a function that parallel plans may call. Who sets such a path is bound to nothing.
CREATE OR REPLACE FUNCTION app_is_binding() RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT current_setting('search_path') LIKE '%app\_binding%' $$;
