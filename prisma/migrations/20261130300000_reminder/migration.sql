-- How a person is reminded of dates: 'default' follows the role, and no days mean those that each rule proposes.
ALTER TABLE person ADD COLUMN reminder_channel text NOT NULL DEFAULT 'default'
    CHECK (reminder_channel IN ('default', 'mail', 'digest', 'none')),
  ADD COLUMN reminder_leads integer[] NOT NULL DEFAULT '{}';

-- One reminder that was queued for one reader: its key lets no stage of a date be told twice, however often a run is tried.
CREATE TABLE reminder (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  -- A member's id, or "contact" for whoever answers for the controller.
  reader_id text NOT NULL,
  -- Kind, row and part: the obligation's own key.
  obligation text NOT NULL,
  due text NOT NULL,
  -- Days before the date, negative after it.
  stage integer NOT NULL,
  letter_id uuid NOT NULL,
  is_digest boolean NOT NULL DEFAULT false,
  planned_at timestamptz(3) NOT NULL,
  CONSTRAINT reminder_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "reminder_org_id_reader_id_obligation_due_stage_key"
  ON reminder (org_id, reader_id, obligation, due, stage);
CREATE INDEX "reminder_org_id_planned_at_idx" ON reminder (org_id, planned_at);
ALTER TABLE reminder ADD CONSTRAINT "reminder_org_id_letter_id_fkey"
  FOREIGN KEY (org_id, letter_id) REFERENCES outbox_mail (org_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was told under the keys of letters stays told.
ALTER TABLE outbox_mail NO FORCE ROW LEVEL SECURITY;
INSERT INTO reminder (id, org_id, reader_id, obligation, due, stage, letter_id, planned_at)
SELECT DISTINCT ON (m.org_id, told.reader, told.obligation, told.due, told.stage)
  gen_random_uuid(), m.org_id, told.reader, told.obligation, told.due, told.stage, m.id, m.created_at
FROM outbox_mail m
CROSS JOIN LATERAL (SELECT string_to_array(m.dedupe_key, ' ') AS part) AS key
CROSS JOIN LATERAL (SELECT
  CASE part[1] WHEN 'transfer-review' THEN part[5] ELSE part[6] END AS reader,
  CASE part[1]
    WHEN 'contract-reminder' THEN 'contract.' || part[3]
    WHEN 'transfer-review' THEN 'transfer.review'
    ELSE 'authorisation.' || part[3] END || ' ' || part[2] AS obligation,
  CASE part[1] WHEN 'transfer-review' THEN part[3] ELSE part[4] END AS due,
  CASE WHEN part[3] = 'expired' THEN -1
    WHEN part[1] = 'transfer-review' THEN part[4]::integer ELSE part[5]::integer END AS stage) AS told
WHERE m.dedupe_key ~ '^(contract-reminder|authorisation-reminder) [0-9a-f-]{36} [a-z]+ [0-9-]{10} [0-9]+ [^ ]+$'
  OR m.dedupe_key ~ '^transfer-review [0-9a-f-]{36} [0-9-]{10} [0-9]+ [^ ]+$';
ALTER TABLE outbox_mail FORCE ROW LEVEL SECURITY;

SELECT amana_bind_table('reminder', 'row', false);
-- Never changed once it is there.
REVOKE UPDATE ON reminder FROM amana_app;
