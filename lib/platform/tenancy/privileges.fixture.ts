/**
 * Declares what each role may do to each table, and in which scopes its policies let it: S reads, I inserts, U changes
 * (with the columns, where only they may change), D deletes. A new table stands here, or the test of the catalogue fails.
 */
export const TABLES: Record<string, { app?: string; auth?: string; jobs?: string }> = {
  _prisma_migrations: {},
  access_look: {
    app: "portal:I staff:S staff:U(batch_id)",
  },
  account_token: {
    auth: "all:I all:S all:U",
  },
  attachment: {
    app: "portal:I portal:S staff:I staff:S",
  },
  attachment_chunk: {
    app: "portal:I portal:S staff:I staff:S",
  },
  attachment_closure: {
    app: "portal:S staff:I staff:S",
  },
  attachment_withdrawal: {
    app: "portal:S staff:I staff:S",
  },
  authorisation: {
    app: "auditor:S portal:S portal:U staff:I staff:S staff:U",
  },
  authorisation_condition: {
    app: "auditor:S portal:I portal:S staff:I staff:S staff:U(met_at)",
  },
  authorisation_fact: {
    app: "auditor:S portal:I portal:S staff:I staff:S",
  },
  contract: {
    app: "auditor:S portal:S staff:I staff:S staff:U",
  },
  contract_end: {
    app: "auditor:S portal:S staff:I staff:S staff:U",
  },
  contract_end_certificate: {
    app: "auditor:S portal:S staff:I staff:S",
  },
  contract_end_fact: {
    app: "auditor:S staff:I staff:S",
  },
  contract_end_line: {
    app: "auditor:S staff:I staff:S staff:U",
  },
  contract_fact: {
    app: "auditor:S staff:I staff:S",
  },
  contract_instructor: {
    app: "auditor:S portal:S staff:I staff:S staff:U",
  },
  contract_version: {
    app: "auditor:S portal:S staff:I staff:S staff:U(superseded_at)",
  },
  controller: {
    app: "auditor:S portal:S staff:I staff:S staff:U",
  },
  controller_contact: {
    app: "portal:S staff:I staff:S staff:U",
    auth: "any:S person:U(person_id,language,accepted_at,last_visit_at,previous_visit_at,visit_session_id) portal:S staff:S staff:U(person_id,language,accepted_at,last_visit_at,previous_visit_at,visit_session_id)",
  },
  controller_spelling: {
    app: "staff:I staff:S staff:U",
  },
  controller_version: {
    app: "auditor:S portal:S staff:I staff:S staff:U(superseded_at)",
  },
  decision_certificate: {
    app: "auditor:S portal:I portal:S staff:S",
  },
  decision_reading: {
    app: "portal:I portal:S portal:U(used_at) staff:S",
  },
  evidence_row: {},
  example_row: {
    app: "portal:S staff:I staff:S",
  },
  form_submission: {
    app: "portal:I portal:S staff:I staff:S",
    auth: "portal:I portal:S staff:I staff:S",
  },
  import_mapping: {
    app: "staff:I staff:S staff:U",
  },
  import_row: {
    app: "staff:I staff:S staff:U",
  },
  import_run: {
    app: "staff:I staff:S staff:U",
  },
  instruction: {
    app: "auditor:S portal:I portal:S portal:U staff:I staff:S staff:U",
  },
  instruction_fact: {
    app: "auditor:S portal:I portal:S staff:I staff:S",
  },
  instruction_series: {
    app: "auditor:S portal:I portal:S staff:I staff:S",
  },
  instruction_version: {
    app: "auditor:S portal:I portal:S portal:U(superseded_at) staff:I staff:S staff:U(superseded_at)",
  },
  invitation: {
    app: "staff:I staff:S staff:U",
    auth: "any:S staff:S staff:U(accepted_at,member_id,withdrawn_at,withdrawn_by_name)",
  },
  job_beat: {
    app: "all:S",
    jobs: "all:I all:S all:U",
  },
  journal_entry: {
    app: "auditor:S staff:S",
  },
  journal_head: {
    app: "auditor:S staff:S",
  },
  journal_key: {
    app: "staff:I staff:S staff:U(retired_at)",
  },
  journal_publication: {
    app: "auditor:S staff:I staff:S",
  },
  journal_text: {
    app: "auditor:S staff:S",
  },
  measure: {
    app: "auditor:S portal:S staff:I staff:S staff:U",
  },
  measure_version: {
    app: "auditor:S portal:S staff:I staff:S staff:U(superseded_at)",
  },
  member: {
    app: "person:S staff:I staff:S staff:U",
    auth: "person:S person:U(role,name,email,joined_at,ended_at) staff:I staff:S staff:U(role,name,email,joined_at,ended_at)",
  },
  organisation: {
    app: "auditor:S person:S portal:S staff:I staff:S staff:U",
    auth: "auditor:S person:S portal:S staff:I staff:S",
  },
  organisation_version: {
    app: "auditor:S portal:S staff:I staff:S staff:U(superseded_at)",
    auth: "auditor:S portal:S staff:I staff:S",
  },
  outbox_fact: {
    app: "platform:I platform:S staff:I staff:S",
  },
  outbox_mail: {
    app: "platform:I platform:S platform:U portal:I staff:I staff:S staff:U",
    auth: "platform:I platform:S staff:I staff:S",
  },
  passkey: {
    auth: "all:I all:S all:U",
  },
  passkey_challenge: {
    auth: "all:D all:I all:S all:U",
  },
  person: {
    auth: "all:I all:S all:U",
  },
  processing_record: {
    app: "auditor:S portal:S staff:I staff:S staff:U",
  },
  rate_limit: {
    auth: "all:D all:I all:S all:U",
  },
  record_assessment: {
    app: "auditor:S staff:I staff:S staff:U(required_gaps,advisable_gaps,gap_codes,rules_version)",
  },
  record_state_fact: {
    app: "auditor:S staff:I staff:S",
  },
  record_version: {
    app: "auditor:S portal:S staff:I staff:S staff:U(superseded_at)",
  },
  recovery_code: {
    auth: "all:I all:S all:U",
  },
  returned_mail: {
    app: "platform:I platform:S staff:I staff:S",
  },
  search_document: {},
  search_word: {},
  session: {
    auth: "all:I all:S all:U",
  },
  setup_token: {
    auth: "all:I all:S all:U",
  },
  sign_in_challenge: {
    auth: "all:D all:I all:S all:U",
  },
  sign_in_link: {
    auth: "all:D all:I all:S all:U",
  },
  sub_processor: {
    app: "auditor:S portal:S staff:I staff:S staff:U",
  },
  sub_processor_fact: {
    app: "auditor:S staff:I staff:S",
  },
  sub_processor_version: {
    app: "auditor:S portal:S staff:I staff:S staff:U(superseded_at)",
  },
  thread: {
    app: "auditor:S portal:I portal:S portal:U(state,since,last_at,said,rank) staff:I staff:S staff:U(state,since,last_at,said,rank)",
  },
  thread_message: {
    app: "auditor:S portal:I portal:S staff:I staff:S",
  },
  thread_read: {
    app: "portal:I portal:S portal:U(read_to,read_at) staff:I staff:S staff:U(read_to,read_at)",
  },
  totp_factor: {
    auth: "all:I all:S all:U",
  },
  transfer: {
    app: "auditor:S portal:S staff:I staff:S staff:U",
  },
  transfer_fact: {
    app: "auditor:S staff:I staff:S",
  },
  transfer_version: {
    app: "auditor:S portal:S staff:I staff:S staff:U(superseded_at)",
  },
};

/** Tables of no organisation: people, what they sign in with, limits, and when each job last ran. */
export const NO_TENANT = [
  "account_token",
  "job_beat",
  "passkey",
  "passkey_challenge",
  "person",
  "rate_limit",
  "recovery_code",
  "session",
  "setup_token",
  "sign_in_challenge",
  "sign_in_link",
  "totp_factor",
];

/** Functions that PUBLIC may not call, and the roles that may. One that is missing here is called by its owner alone. */
export const FUNCTIONS: Record<string, string> = {
  "clean_expired(timestamp with time zone)": "jobs",
  "clean_submissions()": "jobs",
  "evidence_collect(uuid)": "app auth",
  "example_clear(uuid)": "app",
  "job_organisations()": "jobs",
  "journal_append(uuid,bytea[],text[])": "app auth",
  "journal_clear(uuid,bigint[],bytea,text)": "app",
  "journal_platform_head()": "app",
  "next_decision_certificate(integer)": "app",
  "outbox_due(timestamp with time zone,integer)": "jobs",
  "outbox_returned(text,text)": "jobs",
  "outbox_waiting_since(timestamp with time zone)": "app",
  "portal_is_member(text)": "app",
  "portal_sees(text,uuid)": "app",
  "returned_unmatched(timestamp with time zone)": "app",
  "search_coded(text,text[])": "app",
  "search_ids(text,text[],jsonb,integer)": "app",
  "search_spelling(text[],jsonb)": "app",
  "session_open(bytea)": "auth",
};

/** Functions that run as whoever calls them and read no more than the caller may. */
export const OPEN_FUNCTIONS = [
  "app_backup()",
  "app_controller()",
  "app_org()",
  "app_person()",
  "app_scope()",
  "attachment_is_closed(uuid,uuid)",
  "attachment_standing(uuid,uuid)",
  "authorisation_document(authorisation)",
  "contract_document(contract)",
  "controller_document(controller)",
  "fold_text(text)",
  "instruction_document(instruction)",
  "journal_genesis(uuid)",
  "record_codes(jsonb,text[],text[],uuid[],uuid[])",
  "record_document(processing_record)",
  "record_words(jsonb)",
  "search_asked(text,text[])",
  "search_meant(jsonb,text)",
  "search_pattern(text)",
  "search_scope()",
  "sub_processor_document(sub_processor)",
  "transfer_document(transfer)",
];
