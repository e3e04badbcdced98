-- Sorted columns take French collation: under C.UTF-8, É would come after Z.

CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "legal_name" TEXT NOT NULL,
    "ice" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "city" TEXT NOT NULL DEFAULT '',
    "country" TEXT NOT NULL,
    "email" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "dpo_name" TEXT NOT NULL DEFAULT '',
    "dpo_email" TEXT NOT NULL DEFAULT '',
    "dpo_phone" TEXT NOT NULL DEFAULT '',
    "has_no_dpo" BOOLEAN NOT NULL DEFAULT false,
    "eu_representative" TEXT NOT NULL DEFAULT '',
    "eu_representative_reason" TEXT NOT NULL DEFAULT '',
    "gdpr_binding" TEXT NOT NULL DEFAULT 'contractual-only',
    "site_countries" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "organisation_version" (
    "org_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "author_id" UUID,
    "author_name" TEXT NOT NULL,
    "snapshot" JSONB NOT NULL,

    CONSTRAINT "organisation_version_pkey" PRIMARY KEY ("org_id","version")
);

CREATE TABLE "member" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'fr',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "user_agent" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "setup_token" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "setup_token_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

CREATE TABLE "controller" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "legal_name" TEXT COLLATE "fr-x-icu" NOT NULL,
    "is_placeholder" BOOLEAN NOT NULL DEFAULT false,
    "country" TEXT,
    "address" TEXT NOT NULL DEFAULT '',
    "registration_number" TEXT NOT NULL DEFAULT '',
    "contact_name" TEXT NOT NULL DEFAULT '',
    "contact_email" TEXT NOT NULL DEFAULT '',
    "contact_phone" TEXT NOT NULL DEFAULT '',
    "dpo_contact" TEXT NOT NULL DEFAULT '',
    "has_no_dpo" BOOLEAN NOT NULL DEFAULT false,
    "representative" TEXT NOT NULL DEFAULT '',
    "representative_reason" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'fr',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "archived_at" TIMESTAMPTZ(3),
    "archive_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "controller_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "controller_version" (
    "controller_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "org_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "author_id" UUID,
    "author_name" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "snapshot" JSONB NOT NULL,

    CONSTRAINT "controller_version_pkey" PRIMARY KEY ("controller_id","version")
);

CREATE TABLE "controller_spelling" (
    "org_id" UUID NOT NULL,
    "spelling" TEXT NOT NULL,
    "controller_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "controller_spelling_pkey" PRIMARY KEY ("org_id","spelling")
);

CREATE TABLE "processing_record" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "capacity" TEXT NOT NULL DEFAULT 'processor',
    "reference" TEXT NOT NULL,
    "controller_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "state_since" TEXT,
    "content" JSONB NOT NULL,
    "activity" TEXT COLLATE "fr-x-icu" NOT NULL,
    "countries" TEXT[],
    "instruments" TEXT[],
    "required_gaps" INTEGER NOT NULL DEFAULT 0,
    "advisable_gaps" INTEGER NOT NULL DEFAULT 0,
    "gap_codes" TEXT[],
    "rules_version" INTEGER NOT NULL DEFAULT 0,
    "reviewed_on" TEXT,
    "review_due_on" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "processing_record_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "record_version" (
    "record_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "org_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "author_id" UUID,
    "author_name" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "capacity" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "controller_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "state_since" TEXT,
    "activity" TEXT NOT NULL,
    "countries" TEXT[],
    "instruments" TEXT[],
    "required_gaps" INTEGER NOT NULL,
    "advisable_gaps" INTEGER NOT NULL,
    "gap_codes" TEXT[],
    "rules_version" INTEGER NOT NULL,
    "reviewed_on" TEXT,
    "review_due_on" TEXT,
    "snapshot" JSONB NOT NULL,

    CONSTRAINT "record_version_pkey" PRIMARY KEY ("record_id","version")
);

CREATE TABLE "record_state_fact" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "record_state_fact_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "import_run" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "mapping" JSONB NOT NULL,
    "decisions" JSONB NOT NULL,
    "tally" JSONB NOT NULL,
    "rejects" JSONB NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "committed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "import_mapping" (
    "org_id" UUID NOT NULL,
    "signature" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("org_id","signature")
);

CREATE TABLE "import_row" (
    "org_id" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "record_id" UUID,
    "decision" JSONB NOT NULL,
    "content" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("org_id","fingerprint")
);

CREATE TABLE "journal_entry" (
    "org_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "d" BYTEA NOT NULL,
    "h" BYTEA NOT NULL,

    CONSTRAINT "journal_entry_pkey" PRIMARY KEY ("org_id","seq")
);

CREATE TABLE "journal_text" (
    "org_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "salt" BYTEA,
    "text" TEXT,
    "event" TEXT,
    "actor_id" TEXT,
    "actor_name" TEXT,
    "noun" TEXT,
    "subject_id" TEXT,
    "cleared_at" TIMESTAMPTZ(3),

    CONSTRAINT "journal_text_pkey" PRIMARY KEY ("org_id","seq")
);

CREATE TABLE "journal_head" (
    "org_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "h" BYTEA NOT NULL,

    CONSTRAINT "journal_head_pkey" PRIMARY KEY ("org_id")
);

CREATE UNIQUE INDEX "organisation_slug_key" ON "organisation"("slug");
CREATE UNIQUE INDEX "member_org_id_person_id_key" ON "member"("org_id", "person_id");
CREATE INDEX "member_person_id_idx" ON "member"("person_id");
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");
CREATE INDEX "session_person_id_idx" ON "session"("person_id");
CREATE UNIQUE INDEX "setup_token_token_hash_key" ON "setup_token"("token_hash");
CREATE UNIQUE INDEX "controller_org_id_id_key" ON "controller"("org_id", "id");
CREATE INDEX "controller_org_id_legal_name_idx" ON "controller"("org_id", "legal_name");
CREATE INDEX "controller_version_org_id_recorded_at_idx" ON "controller_version"("org_id", "recorded_at");
CREATE UNIQUE INDEX "processing_record_org_id_capacity_reference_key" ON "processing_record"("org_id", "capacity", "reference");
CREATE INDEX "processing_record_org_id_controller_id_idx" ON "processing_record"("org_id", "controller_id");
CREATE INDEX "processing_record_org_id_required_gaps_idx" ON "processing_record"("org_id", "required_gaps");
CREATE INDEX "record_version_org_id_recorded_at_idx" ON "record_version"("org_id", "recorded_at");
CREATE INDEX "record_state_fact_org_id_record_id_idx" ON "record_state_fact"("org_id", "record_id");
CREATE INDEX "import_run_org_id_created_at_idx" ON "import_run"("org_id", "created_at");
CREATE INDEX "import_row_org_id_record_id_idx" ON "import_row"("org_id", "record_id");
CREATE INDEX "journal_text_org_id_subject_id_idx" ON "journal_text"("org_id", "subject_id");

ALTER TABLE "member" ADD CONSTRAINT "member_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "controller_spelling" ADD CONSTRAINT "controller_spelling_org_id_controller_id_fkey" FOREIGN KEY ("org_id", "controller_id") REFERENCES "controller"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "processing_record" ADD CONSTRAINT "processing_record_org_id_controller_id_fkey" FOREIGN KEY ("org_id", "controller_id") REFERENCES "controller"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Who is asking ──────────────────────────────────────────────────────────
-- Set for one transaction by set_config(…, true); unset means nothing is seen.

CREATE FUNCTION app_org() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.org', true), '')::uuid $$;
CREATE FUNCTION app_scope() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(current_setting('app.scope', true), '') $$;
CREATE FUNCTION app_controller() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.controller', true), '')::uuid $$;
CREATE FUNCTION app_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.person', true), '')::uuid $$;

-- ── Row-level security ─────────────────────────────────────────────────────
-- FORCE: the owner is bound as well, unless it is a superuser.

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['organisation', 'organisation_version', 'member', 'controller', 'controller_version',
    'controller_spelling', 'processing_record', 'record_version', 'record_state_fact', 'import_run',
    'import_mapping', 'import_row', 'journal_entry', 'journal_text', 'journal_head'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;

  -- Staff read and write the rows of their organisation.
  FOREACH t IN ARRAY ARRAY['organisation_version', 'member', 'controller', 'controller_version',
    'controller_spelling', 'processing_record', 'record_version', 'record_state_fact', 'import_run',
    'import_mapping', 'import_row'] LOOP
    EXECUTE format($p$CREATE POLICY staff ON %I FOR ALL
      USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
      WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')$p$, t);
  END LOOP;

  -- An auditor reads what the register said and says; its dated grant is checked by the application.
  FOREACH t IN ARRAY ARRAY['organisation_version', 'controller', 'controller_version', 'processing_record',
    'record_version', 'record_state_fact'] LOOP
    EXECUTE format($p$CREATE POLICY auditor ON %I FOR SELECT
      USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'auditor')$p$, t);
  END LOOP;
END $$;

CREATE POLICY staff ON organisation FOR ALL
  USING (id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
  WITH CHECK (id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
CREATE POLICY guest ON organisation FOR SELECT
  USING (id = (SELECT app_org()) AND (SELECT app_scope()) IN ('portal', 'auditor'));

-- Before an organisation is chosen a person sees their own memberships, and those organisations' names.
CREATE POLICY own ON member FOR SELECT USING (person_id = (SELECT app_person()) AND ended_at IS NULL);
CREATE POLICY own ON organisation FOR SELECT USING (
  (SELECT app_person()) IS NOT NULL
  AND EXISTS (SELECT 1 FROM member m
              WHERE m.org_id = organisation.id AND m.person_id = (SELECT app_person()) AND m.ended_at IS NULL));

-- The portal: one controller's own rows.
CREATE POLICY portal ON controller FOR SELECT USING (
  org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND id = (SELECT app_controller()));
CREATE POLICY portal ON processing_record FOR SELECT USING (
  org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND controller_id = (SELECT app_controller()));
CREATE POLICY portal ON record_version FOR SELECT USING (
  org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND controller_id = (SELECT app_controller()));

-- The migrating role lists organisations and chains, for jobs and for the journal's verification.
CREATE POLICY owner_lists ON organisation FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY owner_lists ON journal_entry FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY owner_lists ON journal_text FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY owner_lists ON journal_head FOR SELECT TO CURRENT_USER USING (true);

-- ── The journal ────────────────────────────────────────────────────────────

CREATE POLICY readers ON journal_entry FOR SELECT
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) IN ('staff', 'auditor'));
CREATE POLICY readers ON journal_text FOR SELECT
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) IN ('staff', 'auditor'));
CREATE POLICY readers ON journal_head FOR SELECT
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) IN ('staff', 'auditor'));
-- No one but the functions below holds the privilege that these policies qualify.
CREATE POLICY appended ON journal_entry FOR INSERT WITH CHECK (org_id = (SELECT app_org()));
CREATE POLICY appended ON journal_text FOR INSERT WITH CHECK (org_id = (SELECT app_org()));
CREATE POLICY cleared ON journal_text FOR UPDATE USING (org_id = (SELECT app_org()));
CREATE POLICY opened ON journal_head FOR INSERT WITH CHECK (org_id = (SELECT app_org()));
CREATE POLICY advanced ON journal_head FOR UPDATE USING (org_id = (SELECT app_org()));

-- h_0 binds a chain to its organisation, so that no chain can be passed off as another's.
CREATE FUNCTION journal_genesis(chain uuid) RETURNS bytea LANGUAGE sql IMMUTABLE
  AS $$ SELECT sha256(convert_to('amana-journal-1:' || chain::text, 'UTF8')) $$;

-- Appends entries to one chain; called as the last statement of a transaction, for it locks the head row.
-- d = SHA-256(salt ‖ text), h = SHA-256(h_prev ‖ d).
CREATE FUNCTION journal_append(chain uuid, salts bytea[], texts text[]) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  head_seq bigint; head_h bytea; digest bytea; entry jsonb; i int;
BEGIN
  IF chain IS DISTINCT FROM app_org() OR app_scope() NOT IN ('staff', 'portal', 'auditor', 'platform') THEN
    RAISE EXCEPTION 'journal: chain % is not in scope', chain USING ERRCODE = '42501';
  END IF;
  IF array_length(salts, 1) IS DISTINCT FROM array_length(texts, 1) THEN
    RAISE EXCEPTION 'journal: every text has one salt' USING ERRCODE = '22023';
  END IF;
  INSERT INTO journal_head (org_id, seq, h) VALUES (chain, 0, journal_genesis(chain)) ON CONFLICT DO NOTHING;
  SELECT seq, h INTO STRICT head_seq, head_h FROM journal_head WHERE org_id = chain FOR UPDATE;
  FOR i IN 1 .. coalesce(array_length(texts, 1), 0) LOOP
    IF octet_length(salts[i]) <> 16 THEN
      RAISE EXCEPTION 'journal: a salt has 16 bytes' USING ERRCODE = '22023';
    END IF;
    digest := sha256(salts[i] || convert_to(texts[i], 'UTF8'));
    head_seq := head_seq + 1;
    head_h := sha256(head_h || digest);
    entry := texts[i]::jsonb;
    INSERT INTO journal_entry (org_id, seq, recorded_at, d, h)
      VALUES (chain, head_seq, clock_timestamp(), digest, head_h);
    INSERT INTO journal_text (org_id, seq, salt, text, event, actor_id, actor_name, noun, subject_id)
      VALUES (chain, head_seq, salts[i], texts[i], entry ->> 'event', entry #>> '{actor,id}',
              entry #>> '{actor,name}', entry #>> '{subject,noun}', entry #>> '{subject,id}');
  END LOOP;
  UPDATE journal_head SET seq = head_seq, h = head_h WHERE org_id = chain;
  RETURN head_seq;
END $$;

-- The retention verb: texts and salts go, digests and chain stay. The caller writes the entry that says so.
CREATE FUNCTION journal_clear(chain uuid, seqs bigint[]) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE cleared bigint;
BEGIN
  IF chain IS DISTINCT FROM app_org() OR app_scope() <> 'staff' THEN
    RAISE EXCEPTION 'journal: chain % is not in scope', chain USING ERRCODE = '42501';
  END IF;
  PERFORM set_config('app.journal_clear', 'on', true);
  UPDATE journal_text SET salt = NULL, text = NULL, actor_id = NULL, actor_name = NULL, subject_id = NULL,
    cleared_at = clock_timestamp() WHERE org_id = chain AND seq = ANY (seqs) AND cleared_at IS NULL;
  GET DIAGNOSTICS cleared = ROW_COUNT;
  PERFORM set_config('app.journal_clear', '', true);
  RETURN cleared;
END $$;

-- The owner is refused as well: privilege does not bind it, a trigger does.
CREATE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'journal: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = '42501';
END $$;
CREATE FUNCTION journal_refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'journal_head' AND NEW.org_id = OLD.org_id AND NEW.seq >= OLD.seq
    AND (NEW.seq > OLD.seq OR NEW.h = OLD.h) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'journal: UPDATE on % is refused', TG_TABLE_NAME USING ERRCODE = '42501';
END $$;
CREATE FUNCTION journal_refuse_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('app.journal_clear', true) = 'on' AND NEW.org_id = OLD.org_id AND NEW.seq = OLD.seq
    AND NEW.salt IS NULL AND NEW.text IS NULL THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'journal: UPDATE on journal_text is refused' USING ERRCODE = '42501';
END $$;

CREATE TRIGGER refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_entry
  FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();
CREATE TRIGGER refuse BEFORE DELETE OR TRUNCATE ON journal_text
  FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON journal_text
  FOR EACH ROW EXECUTE FUNCTION journal_refuse_text();
CREATE TRIGGER refuse BEFORE DELETE OR TRUNCATE ON journal_head
  FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON journal_head
  FOR EACH ROW EXECUTE FUNCTION journal_refuse_rewrite();

-- What the register said is never rewritten: a version row only receives the instant it was superseded.
CREATE FUNCTION version_refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.superseded_at IS NULL AND NEW.superseded_at IS NOT NULL
    AND to_jsonb(NEW) - 'superseded_at' = to_jsonb(OLD) - 'superseded_at' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '%: a version is never rewritten', TG_TABLE_NAME USING ERRCODE = '42501';
END $$;
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON organisation_version
  FOR EACH ROW EXECUTE FUNCTION version_refuse_rewrite();
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON controller_version
  FOR EACH ROW EXECUTE FUNCTION version_refuse_rewrite();
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON record_version
  FOR EACH ROW EXECUTE FUNCTION version_refuse_rewrite();

-- ── Privileges ─────────────────────────────────────────────────────────────
-- Nothing is ever deleted by the application: it ends, supersedes, archives.

REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;
REVOKE ALL ON FUNCTION journal_append(uuid, bytea[], text[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION journal_clear(uuid, bigint[]) FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO amana_app, amana_auth;

GRANT SELECT, INSERT, UPDATE ON organisation, member, controller, controller_spelling, processing_record,
  import_run, import_mapping, import_row TO amana_app;
GRANT SELECT, INSERT ON organisation_version, controller_version, record_version, record_state_fact TO amana_app;
GRANT UPDATE (superseded_at) ON organisation_version, controller_version, record_version TO amana_app;
GRANT SELECT ON journal_entry, journal_text, journal_head TO amana_app;
GRANT EXECUTE ON FUNCTION journal_append(uuid, bytea[], text[]), journal_clear(uuid, bigint[]) TO amana_app;

GRANT SELECT, INSERT, UPDATE ON person, session, setup_token TO amana_auth;
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO amana_auth;
-- Set-up writes the first organisation and its first account in one transaction.
GRANT SELECT, INSERT ON organisation, organisation_version, member TO amana_auth;
GRANT EXECUTE ON FUNCTION journal_append(uuid, bytea[], text[]) TO amana_auth;
