-- A letter a week with the list of what is owed, which each person chooses for themselves; the day is told by ISO 8601,
-- Monday is 1, and the hour by the organisation's clock.
ALTER TABLE person
  ADD COLUMN weekly_letter text NOT NULL DEFAULT 'none' CHECK (weekly_letter IN ('none', 'owed', 'always')),
  ADD COLUMN weekly_day integer NOT NULL DEFAULT 1 CHECK (weekly_day BETWEEN 1 AND 7),
  ADD COLUMN weekly_hour integer NOT NULL DEFAULT 7 CHECK (weekly_hour BETWEEN 0 AND 23),
  -- No week before the choice is told.
  ADD COLUMN weekly_since timestamptz(3);

-- One line for each member and week, with its letter or, where nothing was owed, without: no week is told twice.
CREATE TABLE weekly_letter (
  org_id uuid NOT NULL,
  member_id uuid NOT NULL,
  -- Its Monday.
  week text NOT NULL,
  letter_id uuid,
  decided_at timestamptz(3) NOT NULL,
  CONSTRAINT weekly_letter_pkey PRIMARY KEY (org_id, member_id, week)
);
SELECT amana_bind_table('weekly_letter', 'row', false);
-- Never changed once it is there.
REVOKE UPDATE ON weekly_letter FROM amana_app;
