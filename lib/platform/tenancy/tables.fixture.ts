/** Every table of the catalogue that holds an organisation's rows, found and not listed: a new one is tested at once. */
export const TABLES = `SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS secured
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'org_id' AND NOT a.attisdropped
  WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> ALL ($1) ORDER BY 1`;

/** The other tables that the application may touch at all; that one stands here is a decision. */
export const COMMON = ["job_beat", "organisation"];
export const WITHOUT_ORG = `SELECT c.relname AS name FROM pg_class c
  WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'org_id' AND NOT a.attisdropped)
    AND has_table_privilege(c.oid, 'SELECT, INSERT, UPDATE, DELETE') ORDER BY 1`;

/** No role holds any privilege on these: functions of their owner show what the scope may see of them. */
export const CLOSED = ["evidence_row", "row_hold", "row_line", "search_document", "search_word"];

/** Tables that the portal may read of its own organisation; all others are closed to it. */
export const PORTAL_READS = [
  "access_look",
  "attachment",
  "attachment_chunk",
  "attachment_closure",
  "attachment_withdrawal",
  "authorisation",
  "authorisation_condition",
  "authorisation_fact",
  "breach_controller",
  "breach_notice",
  "breach_notice_fact",
  "call_log",
  "call_log_fact",
  "call_log_judgement",
  "call_script_decision",
  "call_script_request",
  "campaign",
  "choice",
  "contact_proof",
  "contact_signature",
  "signatory_objection",
  "signatory_settlement",
  "contract",
  "contract_end",
  "contract_end_certificate",
  "contract_instructor",
  "contract_version",
  "controller",
  "controller_contact",
  "controller_version",
  "decision_certificate",
  "decision_completion",
  "decision_reading",
  "decision_signature",
  "form_submission",
  "holiday_announcement",
  "instruction",
  "instruction_fact",
  "instruction_series",
  "instruction_version",
  "measure",
  "measure_version",
  "organisation_version",
  "processing_record",
  "record_version",
  "rights_request",
  "rights_request_fact",
  "sub_processor",
  "sub_processor_version",
  "thread",
  "thread_message",
  "thread_read",
  "transfer",
  "transfer_version",
];

/** Tables of people and of how they sign in, which the authentication role alone reads. */
export const PEOPLE = [
  "person",
  "session",
  "setup_token",
  "rate_limit",
  "totp_factor",
  "recovery_code",
  "passkey",
  "sign_in_challenge",
  "passkey_challenge",
];
