-- A notice to a controller that proved not to be affected takes back the one before.
ALTER TABLE breach_notice DROP CONSTRAINT breach_notice_phase_check;
ALTER TABLE breach_notice ADD CONSTRAINT breach_notice_phase_check
  CHECK (phase IN ('initial', 'follow-up', 'final', 'rectifying'));
