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
-- token, opens that person's consultation and the choices made through the link. No other setting opens anything.
CREATE OR REPLACE FUNCTION app_link() RETURNS bytea
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT decode(nullif(current_setting('app.link', true), ''), 'hex')
$$;

CREATE OR REPLACE FUNCTION app_org() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.org', true), '')::uuid $$;

CREATE OR REPLACE FUNCTION app_person() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.person', true), '')::uuid $$;

-- Each of these roles is in its scope, whatever the statement sets.
CREATE OR REPLACE FUNCTION app_scope() RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE session_user WHEN 'amana_portal' THEN 'portal' WHEN 'amana_auditor' THEN 'auditor'
    WHEN 'amana_public' THEN
      CASE WHEN coalesce(current_setting('app.scope', true), '') = 'data-subject' THEN 'data-subject' ELSE 'public' END
    ELSE coalesce(current_setting('app.scope', true), '') END
$$;
