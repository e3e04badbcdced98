-- Secret address under which a member's calendar reads the dates: its hash alone is stored, and it is revoked by a fact.
CREATE TABLE calendar_feed (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  member_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  created_at timestamptz(3) NOT NULL,
  revoked_at timestamptz(3),
  CONSTRAINT calendar_feed_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON calendar_feed (token_hash);
CREATE UNIQUE INDEX "calendar_feed_org_id_id_key" ON calendar_feed (org_id, id);
CREATE UNIQUE INDEX calendar_feed_one_live ON calendar_feed (org_id, member_id) WHERE revoked_at IS NULL;

-- Reads of an address, summed up by day, network address and program: a calendar asks every hour.
CREATE TABLE calendar_feed_read (
  feed_id uuid NOT NULL,
  org_id uuid NOT NULL,
  day text NOT NULL,
  address text NOT NULL,
  user_agent text NOT NULL,
  count integer NOT NULL DEFAULT 1,
  first_at timestamptz(3) NOT NULL,
  last_at timestamptz(3) NOT NULL,
  CONSTRAINT calendar_feed_read_pkey PRIMARY KEY (feed_id, day, address, user_agent)
);
ALTER TABLE calendar_feed_read ADD CONSTRAINT "calendar_feed_read_org_id_feed_id_fkey"
  FOREIGN KEY (org_id, feed_id) REFERENCES calendar_feed (org_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT amana_bind_table('calendar_feed', 'row', false), amana_bind_table('calendar_feed_read', 'row', false);
-- An address is only revoked, and reads are only counted on.
REVOKE UPDATE ON calendar_feed, calendar_feed_read FROM amana_app;
GRANT UPDATE (revoked_at) ON calendar_feed TO amana_app;
GRANT UPDATE (count, last_at) ON calendar_feed_read TO amana_app;

-- A request brings a token alone: the authentication role finds whose it is, and reads nothing else of it.
CREATE POLICY by_token ON calendar_feed FOR SELECT TO amana_auth USING (true);
GRANT SELECT (id, org_id, member_id, token_hash, revoked_at) ON calendar_feed TO amana_auth;
