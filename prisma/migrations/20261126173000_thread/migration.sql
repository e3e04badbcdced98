-- What a controller and its processor write to each other, one thread per subject. Messages are only ever added.
CREATE TABLE "thread" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "subject_noun" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "said" INTEGER NOT NULL,
    "rank" DOUBLE PRECISION NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "thread_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "thread_message" (
    "thread_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "org_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "author_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "thread_message_pkey" PRIMARY KEY ("thread_id","number"),
    CONSTRAINT "thread_message_text" CHECK ("text" <> '')
);
CREATE TABLE "thread_read" (
    "thread_id" UUID NOT NULL,
    "reader_id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "read_to" INTEGER NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "thread_read_pkey" PRIMARY KEY ("thread_id","reader_id")
);

CREATE UNIQUE INDEX "thread_org_id_id_key" ON "thread"("org_id", "id");
CREATE UNIQUE INDEX "thread_org_id_controller_id_id_key" ON "thread"("org_id", "controller_id", "id");
-- By controller: an entry that goes to another one begins a thread of its own, and nobody can keep the place taken.
CREATE UNIQUE INDEX "thread_org_id_controller_id_subject_noun_subject_id_key"
  ON "thread"("org_id", "controller_id", "subject_noun", "subject_id");
CREATE INDEX "thread_org_id_rank_id_idx" ON "thread"("org_id", "rank", "id");

ALTER TABLE "thread" ADD CONSTRAINT "thread_org_id_controller_id_fkey" FOREIGN KEY ("org_id", "controller_id")
  REFERENCES "controller"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- With the controller in the key, nobody's message or mark can stand in another controller's thread.
ALTER TABLE "thread_message" ADD CONSTRAINT "thread_message_org_id_controller_id_thread_id_fkey"
  FOREIGN KEY ("org_id", "controller_id", "thread_id") REFERENCES "thread"("org_id", "controller_id", "id")
  ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "thread_read" ADD CONSTRAINT "thread_read_org_id_controller_id_thread_id_fkey"
  FOREIGN KEY ("org_id", "controller_id", "thread_id") REFERENCES "thread"("org_id", "controller_id", "id")
  ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['thread', 'thread_message', 'thread_read'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY staff ON %I FOR ALL
      USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
      WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))$p$, t);
  END LOOP;
END $$;
CREATE POLICY auditor ON thread FOR SELECT USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'auditor'));
CREATE POLICY auditor ON thread_message FOR SELECT
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'auditor'));

-- The portal reads its controller's threads, begins one and writes in its own name: never as the processor's staff.
CREATE POLICY portal ON thread FOR ALL
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller()))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller()));
CREATE POLICY portal ON thread_message FOR SELECT USING (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller()));
CREATE POLICY portal_says ON thread_message FOR INSERT WITH CHECK (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller()) AND side = 'contact');
CREATE POLICY portal ON thread_read FOR ALL
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal')
    AND controller_id = (SELECT app_controller()) AND side = 'contact')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal')
    AND controller_id = (SELECT app_controller()) AND side = 'contact');

GRANT SELECT, INSERT ON thread, thread_message, thread_read TO amana_app;
GRANT UPDATE ("state", "since", "last_at", "said", "rank") ON thread TO amana_app;
GRANT UPDATE ("read_to", "read_at") ON thread_read TO amana_app;

-- An example that somebody wrote about is theirs now: it stays when the rest is cleared.
CREATE POLICY owner_unmarks ON example_row FOR ALL TO CURRENT_USER USING (org_id = (SELECT app_org()));
CREATE FUNCTION thread_keeps_example() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  DELETE FROM example_row WHERE org_id = NEW.org_id AND noun = NEW.subject_noun AND subject_id = NEW.subject_id;
  RETURN NULL;
END $$;
CREATE TRIGGER example_kept AFTER INSERT ON thread FOR EACH ROW EXECUTE FUNCTION thread_keeps_example();
