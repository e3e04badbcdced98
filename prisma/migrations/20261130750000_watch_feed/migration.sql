-- Feeds that the organisation follows for its watch, art. 39(1)(a), and the entries that they propose. How a reading went
-- is no evidence: it overwrites the one before, but for the last that succeeded.
CREATE TABLE "watch_feed" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL DEFAULT '',
    "next_read_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "failure" TEXT NOT NULL DEFAULT '',
    "failure_status" INTEGER,
    "etag" TEXT NOT NULL DEFAULT '',
    "last_modified" TEXT NOT NULL DEFAULT '',
    "added_by_name" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_name" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "watch_feed_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "watch_entry" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "feed_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL DEFAULT '',
    "published_on" TEXT NOT NULL DEFAULT '',
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "work_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_name" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "watch_entry_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "watch_entry_state" CHECK ("state" IN ('proposed', 'recorded', 'set-aside')),
    CONSTRAINT "watch_entry_work" CHECK (("state" = 'recorded') = ("work_id" IS NOT NULL))
);

CREATE UNIQUE INDEX "watch_feed_org_id_id_key" ON "watch_feed"("org_id", "id");
CREATE INDEX "watch_feed_org_id_next_read_at_idx" ON "watch_feed"("org_id", "next_read_at");
CREATE UNIQUE INDEX "watch_entry_org_id_feed_id_key_key" ON "watch_entry"("org_id", "feed_id", "key");
CREATE INDEX "watch_entry_org_id_state_id_idx" ON "watch_entry"("org_id", "state", "id");
CREATE INDEX "watch_entry_org_id_work_id_idx" ON "watch_entry"("org_id", "work_id");
ALTER TABLE "watch_entry" ADD CONSTRAINT "watch_entry_org_id_feed_id_fkey" FOREIGN KEY ("org_id", "feed_id") REFERENCES "watch_feed"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "watch_entry" ADD CONSTRAINT "watch_entry_org_id_work_id_fkey" FOREIGN KEY ("org_id", "work_id") REFERENCES "dpo_work"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT amana_bind_table('watch_feed', 'row', false);
SELECT amana_bind_table('watch_entry', 'row', false);

-- An address is followed once at a time.
CREATE UNIQUE INDEX "watch_feed_one_live" ON "watch_feed"("org_id", "url") WHERE ended_at IS NULL;

CREATE FUNCTION watch_feed_announce() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('amana_watch_feed', '');
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION watch_feed_announce() FROM PUBLIC;
CREATE TRIGGER announce AFTER INSERT ON watch_feed
  FOR EACH ROW EXECUTE FUNCTION watch_feed_announce();
CREATE TRIGGER announce_asked AFTER UPDATE OF next_read_at ON watch_feed
  FOR EACH ROW WHEN (NEW.next_read_at <= OLD.next_read_at) EXECUTE FUNCTION watch_feed_announce();

INSERT INTO example.holding_table ("noun", "name", "key", "later", "but_own") VALUES
  ('dpo-work', 'watch_entry', 'work_id', NULL, false);
