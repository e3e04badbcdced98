-- Counted on every page of the console: letters that wait, and those that did not arrive lately. Both are few.
CREATE INDEX outbox_mail_waiting_idx ON outbox_mail (org_id, created_at) WHERE state IN ('queued', 'sending');
CREATE INDEX outbox_mail_failed_idx ON outbox_mail (org_id, closed_at) WHERE state IN ('refused', 'given-up', 'bounced');
