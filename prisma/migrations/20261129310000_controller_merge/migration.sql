-- Two controllers that are one company: a merge is a fact, undone by another. Rows that people work on change their
-- controller and name the one they came from; versions, facts, messages, files and certificates are never touched.
CREATE TABLE "controller_merge" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "into_id" UUID NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,
    "moved" JSONB NOT NULL,
    "contacts" JSONB NOT NULL,
    "adopted" JSONB NOT NULL,

    CONSTRAINT "controller_merge_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "controller_merge_two" CHECK ("controller_id" <> "into_id")
);
CREATE INDEX "controller_merge_org_id_controller_id_idx" ON "controller_merge"("org_id", "controller_id");
CREATE INDEX "controller_merge_org_id_into_id_idx" ON "controller_merge"("org_id", "into_id");
CREATE TABLE "controller_merge_undo" (
    "merge_id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "undone_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,
    "left" JSONB NOT NULL,

    CONSTRAINT "controller_merge_undo_pkey" PRIMARY KEY ("merge_id")
);
CREATE INDEX "controller_merge_undo_org_id_idx" ON "controller_merge_undo"("org_id");

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['controller_merge', 'controller_merge_undo'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY staff ON %I FOR ALL
      USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
      WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))$p$, t);
    EXECUTE format($p$CREATE POLICY auditor ON %I FOR SELECT
      USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'auditor'))$p$, t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO amana_app', t);
  END LOOP;
END $$;
SELECT evidence_admit('controller_merge', 'id', '');
SELECT evidence_admit('controller_merge_undo', 'merge_id', '');

-- Into whom a controller is merged now.
ALTER TABLE controller ADD COLUMN merged_into_id UUID;
CREATE INDEX controller_merged_into_idx ON controller (org_id, merged_into_id) WHERE merged_into_id IS NOT NULL;
-- Whose a row was before the merge that gave it to its controller.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['processing_record', 'contract', 'transfer', 'authorisation', 'instruction'] LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN merged_from_id UUID', t);
    EXECUTE format('CREATE INDEX %I ON %I (org_id, merged_from_id) WHERE merged_from_id IS NOT NULL', t || '_merged_from_idx', t);
  END LOOP;
END $$;
-- Whose rows a contact sees, where two controllers became one; none: those of its own controller.
ALTER TABLE controller_contact ADD COLUMN sees UUID[] NOT NULL DEFAULT '{}';

-- Two series of numbers meet in one controller. A number stays its organisation's only one, and so does a code.
DROP INDEX "instruction_controller_id_year_counter_key";
CREATE INDEX "instruction_controller_id_year_counter_idx" ON "instruction"("controller_id", "year", "counter");

-- What was sent stays as it was sent; a merge alone says whose it is.
CREATE OR REPLACE FUNCTION authorisation_refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE free text[] := ARRAY['controller_name', 'state', 'received_at', 'version', 'updated_at'];
BEGIN
  IF app_scope() = 'staff' AND NEW.merged_from_id IS DISTINCT FROM OLD.merged_from_id THEN
    free := free || ARRAY['controller_id', 'merged_from_id'];
  END IF;
  IF (to_jsonb(OLD) - free) IS DISTINCT FROM (to_jsonb(NEW) - free) THEN
    RAISE EXCEPTION 'authorisation: % was sent', OLD.reference USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

-- The controllers whose rows the portal shows: the contact's own, unless it sees others or only what it saw before.
CREATE FUNCTION app_controllers() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(nullif(current_setting('app.controllers', true), '')::uuid[], ARRAY[app_controller()]) $$;
-- A sheet is shown to whoever saw it before, and that of the controller that its own became.
ALTER POLICY portal ON controller USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal'
  AND (id = (SELECT app_controller()) OR id = ANY ((SELECT app_controllers())::uuid[])));

-- Policies of the portal compare with all of them, and a merged row by the controller that it came from. Those stay that
-- speak of the contact's own controller alone: its sheet, its letters, what it looks at, types and gives.
DO $$
DECLARE
  p record;
  own text := 'controller_id = \( SELECT app_controller\(\) AS app_controller\)';
  seen text := 'ANY ((SELECT app_controllers())::uuid[])';
  merged text[] := ARRAY['processing_record', 'contract', 'transfer', 'authorisation', 'instruction'];
  said text[];
BEGIN
  FOR p IN SELECT * FROM pg_policies WHERE schemaname = 'public'
      AND coalesce(qual, '') || coalesce(with_check, '') LIKE '%controller_id = ( SELECT app_controller()%'
      AND tablename NOT IN ('access_look', 'form_submission', 'outbox_mail', 'instruction_series')
      AND policyname <> 'portal_gives' LOOP
    said := ARRAY[p.qual, p.with_check];
    FOR i IN 1..2 LOOP
      said[i] := regexp_replace(said[i], '\(r\.' || own || '\)', '((r.merged_from_id IS NULL AND r.controller_id = ' || seen
        || ') OR r.merged_from_id = ' || seen || ')', 'g');
      said[i] := regexp_replace(said[i], '\(v\.' || own || '\)', '(v.controller_id = ' || seen || ')', 'g');
      said[i] := regexp_replace(said[i], '\(a\.controller_id = ', '(coalesce(a.merged_from_id, a.controller_id) = ', 'g');
      said[i] := regexp_replace(said[i], '\(' || own || '\)', CASE
        WHEN p.tablename = 'controller_contact' THEN '(coalesce(nullif(sees, ''{}''), ARRAY[controller_id]) && (SELECT app_controllers()))'
        WHEN p.tablename = ANY (merged) THEN '((merged_from_id IS NULL AND controller_id = ' || seen
          || ') OR merged_from_id = ' || seen || ')'
        ELSE '(controller_id = ' || seen || ')' END, 'g');
    END LOOP;
    EXECUTE format('ALTER POLICY %I ON %I', p.policyname, p.tablename)
      || coalesce(' USING (' || said[1] || ')', '') || coalesce(' WITH CHECK (' || said[2] || ')', '');
  END LOOP;
END $$;

-- A contact gives an instruction of its own controller, never as one that came from another.
DO $$
DECLARE said text := (SELECT with_check FROM pg_policies WHERE tablename = 'instruction' AND policyname = 'portal_gives');
BEGIN
  EXECUTE 'ALTER POLICY portal_gives ON instruction WITH CHECK (' || said || ' AND merged_from_id IS NULL)';
END $$;

-- The views of the portal: those that run as whoever asks show the new columns, those that run as their owner compare
-- with the same controllers as the policies.
DO $$
DECLARE
  v record;
  own text := 'controller_id = \( SELECT app_controller\(\) AS app_controller\)\)';
  seen text := 'ANY ((SELECT app_controllers())::uuid[])';
  body text;
BEGIN
  FOR v IN SELECT * FROM (VALUES
    ('authorisation', 'merged_from_id', 'security_invoker, '),
    ('instruction', 'merged_from_id', 'security_invoker, '),
    ('transfer', 'merged_from_id', 'security_invoker, '),
    ('controller', 'merged_into_id', 'security_invoker, '),
    ('processing_record', 'merged_from_id', ''),
    ('contract', 'merged_from_id', ''),
    ('record_version', NULL, ''),
    ('contract_version', NULL, ''),
    ('sub_processor', NULL, ''),
    ('controller_version', NULL, '')
  ) AS of_view (name, added, invoked) LOOP
    body := rtrim(pg_get_viewdef(('portal.' || v.name)::regclass), ';');
    body := regexp_replace(body, '\((a\.)' || own, '((a.merged_from_id IS NULL AND a.controller_id = ' || seen
      || ') OR a.merged_from_id = ' || seen || ')', 'g');
    body := regexp_replace(body, '\((\w+\.)?' || own, CASE WHEN v.added = 'merged_from_id'
      THEN '((merged_from_id IS NULL AND controller_id = ' || seen || ') OR merged_from_id = ' || seen || ')'
      ELSE '(controller_id = ' || seen || ')' END, 'g');
    IF v.added IS NOT NULL THEN
      body := regexp_replace(body, '\n +FROM ', ', ' || v.added || ' FROM ');
      IF v.invoked <> '' THEN
        EXECUTE format('GRANT SELECT (%I) ON public.%I TO amana_portal', v.added, v.name);
      END IF;
    END IF;
    IF body LIKE '%app_controller()%' THEN
      RAISE EXCEPTION 'portal.% is not as expected: %', v.name, body;
    END IF;
    EXECUTE format('CREATE OR REPLACE VIEW portal.%I WITH (%ssecurity_barrier) AS %s', v.name, v.invoked, body);
  END LOOP;
END $$;
-- Policies of other tables find by it whose a row was.
GRANT SELECT (merged_from_id) ON public.processing_record, public.contract TO amana_portal;

-- A request is found by its controller, whichever it becomes: two may bear one name.
CREATE OR REPLACE FUNCTION search_authorisations() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM search_keep((SELECT array_agg(authorisation_document(a)) FROM fresh a));
  ELSE
    PERFORM search_keep((SELECT array_agg(authorisation_document(a)) FROM fresh a JOIN stale s ON s.id = a.id
      WHERE (a.controller_id, a.controller_name) IS DISTINCT FROM (s.controller_id, s.controller_name)));
  END IF;
  RETURN NULL;
END $$;

-- What is written of a merged row stands where its history does, for those who saw it before.
CREATE FUNCTION merged_row_origin() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE origin uuid;
BEGIN
  -- One look spares an import of thousands of rows as many; the portal's role reads no merges.
  IF app_scope() = 'staff' THEN
    IF NOT EXISTS (SELECT FROM controller_merge m WHERE m.org_id = NEW.org_id) THEN
      RETURN NEW;
    END IF;
  END IF;
  EXECUTE format('SELECT merged_from_id FROM %I WHERE org_id = $1 AND id = ($2 ->> %L)::uuid', TG_ARGV[0], TG_ARGV[1])
    INTO origin USING NEW.org_id, to_jsonb(NEW);
  NEW.controller_id := coalesce(origin, NEW.controller_id);
  RETURN NEW;
END $$;
DO $$
DECLARE of record;
BEGIN
  FOR of IN SELECT * FROM (VALUES
    ('record_version', 'processing_record', 'record_id'),
    ('contract_version', 'contract', 'contract_id'),
    ('contract_instructor', 'contract', 'contract_id'),
    ('contract_end', 'contract', 'contract_id'),
    ('transfer_version', 'transfer', 'transfer_id'),
    ('instruction_version', 'instruction', 'instruction_id'),
    ('instruction_fact', 'instruction', 'instruction_id'),
    ('authorisation_fact', 'authorisation', 'authorisation_id'),
    ('authorisation_condition', 'authorisation', 'authorisation_id'),
    ('decision_certificate', 'authorisation', 'authorisation_id'),
    ('decision_reading', 'authorisation', 'authorisation_id')
  ) AS child (name, parent, key) LOOP
    EXECUTE format('CREATE TRIGGER merged_row_origin BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION merged_row_origin(%L, %L)',
      of.name, of.parent, of.key);
  END LOOP;
END $$;
-- A certificate belongs to the run that it closes.
CREATE FUNCTION certificate_origin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT coalesce(e.controller_id, NEW.controller_id) INTO NEW.controller_id FROM contract_end e
    WHERE e.org_id = NEW.org_id AND e.id = NEW.contract_end_id;
  RETURN NEW;
END $$;
CREATE TRIGGER merged_row_origin BEFORE INSERT ON contract_end_certificate
  FOR EACH ROW EXECUTE FUNCTION certificate_origin();
-- A file belongs to the row that it is filed under, or to its thread.
CREATE FUNCTION merged_file_origin() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE origin uuid;
BEGIN
  SELECT merged_from_id INTO origin FROM (
    SELECT id, org_id, 'processing-record' AS noun, merged_from_id FROM processing_record
    UNION ALL SELECT id, org_id, 'contract', merged_from_id FROM contract
    UNION ALL SELECT id, org_id, 'transfer', merged_from_id FROM transfer
    UNION ALL SELECT id, org_id, 'authorisation', merged_from_id FROM authorisation
    UNION ALL SELECT id, org_id, 'instruction', merged_from_id FROM instruction
    UNION ALL SELECT id, org_id, 'contract-end', controller_id FROM contract_end
    UNION ALL SELECT id, org_id, 'thread', controller_id FROM thread
  ) AS row WHERE org_id = NEW.org_id AND id = NEW.subject_id AND noun = NEW.subject_noun;
  NEW.controller_id := coalesce(origin, NEW.controller_id);
  RETURN NEW;
END $$;
CREATE TRIGGER merged_file_origin BEFORE INSERT ON attachment
  FOR EACH ROW WHEN (NEW.controller_id IS NOT NULL) EXECUTE FUNCTION merged_file_origin();

-- An example that somebody merged is theirs now: clearing the example leaves both controllers.
CREATE FUNCTION merge_keeps_example() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM example_row WHERE org_id = NEW.org_id AND noun = 'controller'
    AND subject_id IN (NEW.controller_id, NEW.into_id);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION merge_keeps_example() FROM PUBLIC;
CREATE TRIGGER example_kept AFTER INSERT ON controller_merge FOR EACH ROW EXECUTE FUNCTION merge_keeps_example();

-- A contact that was not confirmed for the controller its own became looks on, and binds nobody.
DO $$
DECLARE body text := pg_get_functiondef('session_open(bytea)'::regprocedure);
BEGIN
  body := replace(body, $q$CASE WHEN c.controller_archived_at IS NULL THEN c.role$q$,
    $q$CASE WHEN c.controller_archived_at IS NULL AND c.controller_id = ANY (coalesce(nullif(c.sees, '{}'), ARRAY[c.controller_id])) THEN c.role$q$);
  body := replace(body, $q$jsonb_build_object('id', c.id,$q$, $q$jsonb_build_object('id', c.id, 'sees', c.sees,$q$);
  IF body NOT LIKE '%nullif(c.sees, %' OR body NOT LIKE '%''sees'', c.sees%' THEN
    RAISE EXCEPTION 'session_open is not as expected';
  END IF;
  EXECUTE body;
END $$;

REVOKE ALL ON FUNCTION merged_row_origin(), certificate_origin(), merged_file_origin() FROM PUBLIC;
