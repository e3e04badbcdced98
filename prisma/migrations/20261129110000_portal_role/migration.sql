-- A controller's contact is served by a role of its own. Its schema holds a view of each table that the portal reads or
-- writes, with the columns and the parts of documents that its pages show; on the tables themselves it has the columns
-- that hold nothing else.
CREATE SCHEMA portal;
REVOKE ALL ON SCHEMA portal FROM PUBLIC;
GRANT USAGE ON SCHEMA portal, public TO amana_portal;

-- Whoever comes as this role is in the portal, whatever the statement sets.
CREATE OR REPLACE FUNCTION app_scope() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN session_user = 'amana_portal' THEN 'portal' ELSE coalesce(current_setting('app.scope', true), '') END
$$;

-- The organisation's row was open to contacts and auditors by one policy, and to a member's person by another, whose
-- memberships are no matter of the portal.
ALTER POLICY own ON organisation TO amana_app, amana_auth, CURRENT_USER;
ALTER POLICY guest ON organisation USING (id = (SELECT app_org()) AND (SELECT app_scope()) = 'auditor');
CREATE POLICY portal ON organisation FOR SELECT TO amana_portal, CURRENT_USER
  USING (id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal');

-- What the portal's scope opens, it opens to the portal's role, and to the owner for the views below.
DO $$
DECLARE one record;
BEGIN
  FOR one IN SELECT polname, polrelid::regclass AS of_table FROM pg_policy
    WHERE coalesce(pg_get_expr(polqual, polrelid), '') || coalesce(pg_get_expr(polwithcheck, polrelid), '')
      ~ 'app_scope\(\)( AS app_scope\))? = ''portal''::text'
  LOOP
    EXECUTE format('ALTER POLICY %I ON %s TO amana_portal, CURRENT_USER', one.polname, one.of_table);
  END LOOP;
END $$;

-- What was given in error is handed to nobody, the portal's role among them.
ALTER POLICY closed_to_view ON attachment_chunk TO amana_app, amana_portal;

REVOKE EXECUTE ON FUNCTION portal_sees(text, uuid), next_decision_certificate(int) FROM amana_app;
GRANT EXECUTE ON FUNCTION portal_sees(text, uuid), next_decision_certificate(int),
  journal_append(uuid, bytea[], text[]) TO amana_portal;

-- Views that read and write as whoever asks: the columns named are granted on the table, row-level security binds.
DO $$
DECLARE
  one record; named text[];
BEGIN
  FOR one IN SELECT * FROM (VALUES
    -- table, columns that are not read, inserts, columns that change
    ('attachment', '{}'::text[], true, '{}'::text[]),
    ('attachment_chunk', '{}', true, '{}'),
    ('attachment_closure', '{}', false, '{}'),
    ('attachment_withdrawal', '{}', false, '{}'),
    ('authorisation', '{}', false, '{state,received_at,version,updated_at}'),
    ('authorisation_condition', '{}', true, '{}'),
    ('authorisation_fact', '{}', true, '{}'),
    ('contract_end', '{}', false, '{}'),
    ('contract_end_certificate', '{}', false, '{}'),
    ('contract_instructor', '{}', false, '{}'),
    ('controller', '{archive_reason}', false, '{}'),
    ('controller_contact', '{letter_id,last_visit_at,visit_session_id,end_reason,ended_by_name}', false, '{}'),
    ('decision_certificate', '{}', true, '{}'),
    ('decision_reading', '{}', true, '{used_at}'),
    ('example_row', '{}', false, '{}'),
    ('form_submission', '{}', true, '{}'),
    ('instruction', '{}', true, '{state,version,updated_at}'),
    ('instruction_fact', '{}', true, '{}'),
    ('instruction_series', '{}', true, '{}'),
    ('instruction_version', '{}', true, '{superseded_at}'),
    ('measure', '{description,family,articles,iso,owner,evidence,since,review_on,retire_reason}', false, '{}'),
    ('measure_version', '{author_id,author_name,change,family,articles,snapshot}', false, '{}'),
    ('thread', '{}', true, '{state,since,last_at,said,rank}'),
    ('thread_message', '{}', true, '{}'),
    ('thread_read', '{}', true, '{read_to,read_at}'),
    ('transfer', '{required_gaps,advisable_gaps,gap_codes,rules_version}', false, '{}'),
    ('transfer_version', '{author_id,author_name,change,required_gaps,gap_codes}', false, '{}')
  ) AS v (of_table, hidden, inserts, changes)
  LOOP
    SELECT array_agg(quote_ident(attname) ORDER BY attnum) INTO named FROM pg_attribute
      WHERE attrelid = ('public.' || one.of_table)::regclass AND attnum > 0 AND NOT attisdropped
        AND attname <> ALL (one.hidden);
    EXECUTE format('CREATE VIEW portal.%I WITH (security_barrier, security_invoker) AS SELECT %s FROM public.%I',
      one.of_table, array_to_string(named, ', '), one.of_table);
    EXECUTE format('GRANT SELECT (%s) ON public.%I TO amana_portal', array_to_string(named, ', '), one.of_table);
    EXECUTE format('GRANT SELECT ON portal.%I TO amana_portal', one.of_table);
    IF one.inserts THEN
      EXECUTE format('GRANT INSERT ON public.%I, portal.%I TO amana_portal', one.of_table, one.of_table);
    END IF;
    IF one.changes <> '{}' THEN
      EXECUTE format('GRANT UPDATE (%s) ON public.%I, portal.%I TO amana_portal',
        array_to_string(one.changes, ', '), one.of_table, one.of_table);
    END IF;
  END LOOP;
END $$;

-- What a contact's acts write and no page of theirs reads.
CREATE VIEW portal.access_look WITH (security_barrier, security_invoker) AS SELECT * FROM public.access_look;
GRANT INSERT ON public.access_look, portal.access_look TO amana_portal;
CREATE VIEW portal.outbox_mail WITH (security_barrier, security_invoker) AS SELECT * FROM public.outbox_mail;
GRANT INSERT ON public.outbox_mail, portal.outbox_mail TO amana_portal;
-- For attachment_standing, which finds no row of it here.
GRANT SELECT (org_id, attachment_id) ON public.outbox_mail TO amana_portal;

-- Of the organisation: what an entry's head, a letter and an extract say. Its turnover, tools, filings and sites are its own.
CREATE VIEW portal.organisation WITH (security_barrier, security_invoker) AS
  SELECT id, slug, legal_name, ice, address, city, country, email, phone, dpo_name, dpo_email, dpo_phone, has_no_dpo,
    eu_representative, eu_representative_contact, eu_representative_country, eu_representative_exemption,
    eu_representative_reason, gdpr_binding, site_countries, logo_id, version, created_at, updated_at
  FROM public.organisation;
GRANT SELECT (id, slug, legal_name, ice, address, city, country, email, phone, dpo_name, dpo_email, dpo_phone, has_no_dpo,
  eu_representative, eu_representative_contact, eu_representative_country, eu_representative_exemption,
  eu_representative_reason, gdpr_binding, site_countries, logo_id, version, created_at, updated_at)
  ON public.organisation TO amana_portal;
GRANT SELECT ON portal.organisation TO amana_portal;

-- Documents hold what is shown beside what is not. Their views read as their owner, whom row-level security may not bind:
-- each names its rows itself, and leaves out what the processor wrote for its own use.
CREATE FUNCTION portal.without_notes(clauses jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(jsonb_object_agg(key, CASE WHEN jsonb_typeof(value) = 'object' THEN value || '{"note": ""}' ELSE value END), '{}')
  FROM jsonb_each(clauses)
$$;

CREATE FUNCTION portal.contract_content(content jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT content || jsonb_build_object(
    'deed', content -> 'deed' || jsonb_build_object('clauses', portal.without_notes(content #> '{deed,clauses}')),
    'amendments', coalesce((SELECT jsonb_agg(CASE WHEN a #> '{says,clauses}' IS NULL THEN a
        ELSE jsonb_set(a, '{says,clauses}', portal.without_notes(a #> '{says,clauses}')) END ORDER BY place)
      FROM jsonb_array_elements(content -> 'amendments') WITH ORDINALITY AS u (a, place)), '[]'))
$$;

CREATE FUNCTION portal.sub_processor_content(content jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT content || jsonb_build_object(
    'guarantees', content -> 'guarantees' || '{"checks": "", "checkedOn": null}',
    'contract', content -> 'contract' || jsonb_build_object('reference', '',
      'clauses', portal.without_notes(content #> '{contract,clauses}')))
$$;

REVOKE ALL ON FUNCTION portal.without_notes(jsonb), portal.contract_content(jsonb), portal.sub_processor_content(jsonb)
  FROM PUBLIC;
-- A view calls its functions as whoever reads it.
GRANT EXECUTE ON FUNCTION portal.without_notes(jsonb), portal.contract_content(jsonb),
  portal.sub_processor_content(jsonb) TO amana_portal;

CREATE VIEW portal.processing_record WITH (security_barrier) AS
  SELECT id, org_id, capacity, reference, controller_id, state, state_since, content || '{"notes": ""}' AS content,
    activity, countries, instruments, reviewed_on, review_due_on, version, created_at, updated_at, measure_ids,
    controller_name, sub_processor_ids, contract_ids, transfer_ids
  FROM public.processing_record
  WHERE org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND controller_id = (SELECT app_controller())
    AND state <> 'draft';

CREATE VIEW portal.record_version WITH (security_barrier) AS
  SELECT record_id, version, org_id, recorded_at, superseded_at, author_name, change, capacity, reference, controller_id,
    state, state_since, activity, countries, instruments, reviewed_on, review_due_on,
    snapshot || '{"notes": ""}' AS snapshot, measure_ids, sub_processor_ids, contract_ids, transfer_ids
  FROM public.record_version
  WHERE org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND controller_id = (SELECT app_controller())
    AND state <> 'draft';

CREATE VIEW portal.contract WITH (security_barrier) AS
  SELECT id, org_id, controller_id, controller_name, reference, title, signed_on, effective_on, notice_given_on, ended_on,
    portal.contract_content(content) AS content, state, ends_on, renews, deadline_on, version, created_at, updated_at,
    binds_until, changes_on
  FROM public.contract
  WHERE org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND controller_id = (SELECT app_controller())
    AND state <> 'draft';

CREATE VIEW portal.contract_version WITH (security_barrier) AS
  SELECT contract_id, version, org_id, controller_id, recorded_at, superseded_at, reference, title, state,
    snapshot || jsonb_build_object('content', portal.contract_content(snapshot -> 'content')) AS snapshot
  FROM public.contract_version
  WHERE org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND controller_id = (SELECT app_controller())
    AND state <> 'draft';

CREATE VIEW portal.sub_processor WITH (security_barrier) AS
  SELECT id, org_id, reference, state, portal.sub_processor_content(content) AS content, scope_digest, name, country,
    countries, service, contract_signed_on, contract_ends_on, version, created_at, updated_at
  FROM public.sub_processor s
  WHERE org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND (
    EXISTS (SELECT FROM public.authorisation a WHERE a.org_id = s.org_id AND a.sub_processor_id = s.id
      AND a.controller_id = (SELECT app_controller()) AND a.sent_at IS NOT NULL)
    OR id IN (SELECT unnest(r.sub_processor_ids) FROM portal.processing_record r));

CREATE VIEW portal.sub_processor_version WITH (security_barrier) AS
  SELECT sub_processor_id, version, org_id, recorded_at, superseded_at, reference, name, country, countries, state,
    scope_digest, snapshot || jsonb_build_object('content', portal.sub_processor_content(snapshot -> 'content')) AS snapshot
  FROM public.sub_processor_version
  WHERE org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND (
    sub_processor_id IN (SELECT id FROM portal.sub_processor)
    OR sub_processor_id IN (SELECT unnest(v.sub_processor_ids) FROM portal.record_version v));

CREATE VIEW portal.organisation_version WITH (security_barrier) AS
  SELECT org_id, version, recorded_at, superseded_at, (SELECT coalesce(jsonb_object_agg(key, value), '{}')
    FROM jsonb_each(snapshot) WHERE key IN ('id', 'legalName', 'ice', 'address', 'city', 'country', 'email', 'phone',
      'dpoName', 'dpoEmail', 'dpoPhone', 'hasNoDpo', 'euRepresentative', 'euRepresentativeContact',
      'euRepresentativeCountry', 'euRepresentativeExemption', 'euRepresentativeReason', 'gdprBinding', 'siteCountries',
      'logoId')) AS snapshot
  FROM public.organisation_version WHERE org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal';

CREATE VIEW portal.controller_version WITH (security_barrier) AS
  SELECT controller_id, version, org_id, recorded_at, superseded_at,
    snapshot - 'archiveReason' AS snapshot
  FROM public.controller_version
  WHERE org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND controller_id = (SELECT app_controller());

GRANT SELECT ON portal.processing_record, portal.record_version, portal.contract, portal.contract_version,
  portal.sub_processor, portal.sub_processor_version, portal.organisation_version, portal.controller_version
  TO amana_portal;

-- By these columns policies and functions that run as the role find which rows are the controller's.
GRANT SELECT (id, org_id, controller_id, state, measure_ids, sub_processor_ids, transfer_ids)
  ON public.processing_record TO amana_portal;
GRANT SELECT (org_id, controller_id, state, measure_ids, sub_processor_ids, transfer_ids)
  ON public.record_version TO amana_portal;
GRANT SELECT (id, org_id, controller_id, state) ON public.contract TO amana_portal;
GRANT SELECT (id, org_id) ON public.sub_processor TO amana_portal;
GRANT SELECT (sub_processor_id, org_id) ON public.sub_processor_version TO amana_portal;

-- A contact's acts write six letters: to those who keep the register of what a contact did, and to the controller's own
-- people of what was decided in its name, with the certificate of one of its decisions.
CREATE FUNCTION portal_is_steward(mailbox text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE found_one boolean;
BEGIN
  IF app_org() IS NULL OR app_scope() IS DISTINCT FROM 'portal' THEN
    RETURN false;
  END IF;
  PERFORM set_config('app.listing', 'on', true);
  SELECT EXISTS (SELECT FROM member m WHERE m.org_id = app_org() AND m.ended_at IS NULL
    AND m.role IN ('owner', 'dpo') AND lower(m.email) = lower(mailbox)) INTO found_one;
  PERFORM set_config('app.listing', '', true);
  RETURN found_one;
END $$;
CREATE FUNCTION portal_is_ours(mailbox text) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM controller_contact c WHERE c.ended_at IS NULL AND lower(c.email) = lower(mailbox))
    OR EXISTS (SELECT FROM controller c WHERE lower(c.contact_email) = lower(mailbox))
$$;
CREATE FUNCTION portal_certified(attachment uuid) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM decision_certificate d WHERE d.document_id = attachment)
$$;
REVOKE ALL ON FUNCTION portal_is_steward(text), portal_is_ours(text), portal_certified(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal_is_steward(text), portal_is_ours(text), portal_certified(uuid) TO amana_portal;

ALTER POLICY portal ON outbox_mail WITH CHECK (
  org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND state = 'queued' AND CASE
    WHEN template IN ('portal-thread-to-steward', 'portal-instruction-given', 'portal-instruction-answered')
      THEN attachment_id IS NULL AND portal_is_steward(to_address)
    WHEN template = 'portal-decision-taken' THEN portal_certified(attachment_id) AND portal_is_steward(to_address)
    WHEN template IN ('portal-decision-receipt', 'portal-decision-told')
      THEN portal_certified(attachment_id) AND portal_is_ours(to_address)
    ELSE false END);
DROP FUNCTION portal_is_member(text);

-- What a search finds tells that a word is there, notes among the rest: no page of the portal searches.
CREATE OR REPLACE FUNCTION search_scope() RETURNS text LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT format('org_id = %L', app_org()) || CASE WHEN app_scope() IN ('staff', 'auditor') THEN '' ELSE ' AND false' END $$;
