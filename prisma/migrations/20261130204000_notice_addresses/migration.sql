-- Keeps one letter of a notice for each mailbox that is no contact's: the contract's, the officer's, that of the sheet.
DROP INDEX breach_notice_fact_main_mail_key;
CREATE UNIQUE INDEX breach_notice_fact_main_mail_key ON breach_notice_fact (org_id, notice_id, (value->>'address'))
  WHERE kind = 'mail-queued' AND contact_id IS NULL;
