/**
 * Declares what each role may do to each table, and in which scopes its policies let it: S reads, I inserts, U changes
 * (with the columns, where only they may change), D deletes. A new table stands here, or the test of the catalogue fails.
 */
export const TABLES: Record<
  string,
  { app?: string; auth?: string; jobs?: string; portal?: string; auditor?: string; public?: string }
> = {
  _prisma_migrations: {},
  access_look: {
    app: "staff:S staff:U(batch_id)",
    auditor: "auditor:I",
    portal: "portal:I portal:S",
  },
  account_token: { auth: "all:I all:S all:U" },
  attachment: {
    app: "staff:I staff:S",
    portal: "portal:I portal:S",
  },
  attachment_chunk: {
    app: "staff:I staff:S",
    portal: "portal:I portal:S",
  },
  attachment_closure: {
    app: "staff:I staff:S",
    portal: "portal:S",
  },
  attachment_withdrawal: {
    app: "staff:I staff:S",
    portal: "portal:S",
  },
  audit_grant: {
    app: "staff:I staff:S staff:U(collect_state,collect_attempts,leased_until,collected_at,letter_id,revoked_at,revoke_reason,revoked_by_name)",
    auditor: "auditor:S",
    auth: "any:S staff:S staff:U(person_id,accepted_at)",
  },
  audit_row: { app: "staff:I staff:S", auditor: "auditor:S" },
  audit_section: { app: "staff:I staff:S", auditor: "auditor:S" },
  authorisation: {
    app: "staff:I staff:S staff:U",
    portal: "portal:S portal:U(state,received_at,version,updated_at)",
  },
  authorisation_condition: {
    app: "staff:I staff:S staff:U(met_at)",
    portal: "portal:I portal:S",
  },
  authorisation_fact: {
    app: "staff:I staff:S",
    portal: "portal:I portal:S",
  },
  breach: { app: "staff:I staff:S staff:U" },
  breach_controller: { app: "staff:I staff:S staff:U" },
  breach_fact: { app: "staff:I staff:S" },
  breach_notice: {
    app: "staff:I staff:S staff:U",
    portal: "portal:S",
  },
  breach_notice_fact: {
    app: "staff:I staff:S",
    portal: "portal:I portal:S",
  },
  calendar_feed: {
    app: "staff:I staff:S staff:U(revoked_at)",
    auth: "any:S staff:S",
  },
  calendar_feed_read: { app: "staff:I staff:S staff:U(count,last_at)" },
  call_script: { app: "staff:I staff:S staff:U" },
  call_script_decision: { app: "staff:S", portal: "portal:I portal:S" },
  call_script_fact: { app: "staff:I staff:S" },
  call_script_reading: { app: "staff:I staff:S" },
  call_script_request: { app: "staff:I staff:S", portal: "portal:S" },
  call_script_version: { app: "staff:I staff:S staff:U(superseded_at)" },
  call_layout: { app: "staff:I staff:S staff:U(layout,outcomes,used_at)" },
  call_log: {
    app: "staff:I staff:S staff:U(sha256,state,failure,same_as,bytes_read,lines,calls,known_calls,bad_lines,doubtful_times,codes,outcomes,first_at,last_at,calls_judged,cause,leased_until,attempts,cleared_at)",
  },
  call_log_fact: { app: "staff:I staff:S" },
  call_log_judgement: { app: "staff:I staff:S" },
  campaign: { app: "staff:I staff:S staff:U" },
  campaign_fact: { app: "staff:I staff:S" },
  campaign_version: { app: "staff:I staff:S staff:U(superseded_at)" },
  compliance_day: { app: "staff:I staff:S" },
  choice: { app: "staff:I staff:S" },
  contract: {
    app: "staff:I staff:S staff:U",
    portal: "portal:S",
  },
  contract_end: {
    app: "staff:I staff:S staff:U",
    portal: "portal:S",
  },
  contract_end_certificate: {
    app: "staff:I staff:S",
    portal: "portal:S",
  },
  contract_end_fact: { app: "staff:I staff:S" },
  contract_end_line: { app: "staff:I staff:S staff:U" },
  contract_fact: { app: "staff:I staff:S" },
  contract_instructor: {
    app: "staff:I staff:S staff:U",
    portal: "portal:S",
  },
  contract_version: { app: "staff:I staff:S staff:U(superseded_at)" },
  controller: {
    app: "staff:I staff:S staff:U",
    auditor: "auditor:S",
    portal: "portal:S",
  },
  controller_contact: {
    app: "staff:I staff:S staff:U",
    auth: "any:S person:U(person_id,language,accepted_at,last_visit_at,previous_visit_at,visit_session_id) staff:S staff:U(person_id,language,accepted_at,last_visit_at,previous_visit_at,visit_session_id)",
    portal: "portal:S",
  },
  controller_merge: { app: "staff:I staff:S" },
  controller_merge_undo: { app: "staff:I staff:S" },
  controller_spelling: { app: "staff:I staff:S staff:U" },
  controller_version: { app: "staff:I staff:S staff:U(superseded_at)" },
  decision_certificate: {
    app: "staff:S",
    portal: "portal:I portal:S",
  },
  decision_reading: {
    app: "staff:S",
    portal: "portal:I portal:S portal:U(used_at)",
  },
  dossier: {
    app: "staff:I staff:S staff:U(state,step,files_done,files_total,attempts,interruptions,leased_until,failure,finished_at,expires_at,file_name,size,chunks,sha256,manifest_sha256,key_fingerprint)",
    auditor: "auditor:I auditor:S",
  },
  dossier_chunk: { app: "staff:I staff:S", auditor: "auditor:S" },
  dpo_work: { app: "staff:I staff:S staff:U" },
  dpo_work_fact: { app: "staff:I staff:S" },
  dpo_work_version: { app: "staff:I staff:S staff:U(superseded_at)" },
  evidence_row: {},
  example_row: {
    app: "staff:I staff:S",
    portal: "portal:S",
  },
  form_submission: {
    app: "staff:I staff:S",
    auth: "staff:I staff:S",
    portal: "portal:I portal:S",
  },
  house_rule: { app: "staff:I staff:S staff:U" },
  house_rule_version: { app: "staff:I staff:S staff:U(superseded_at)" },
  import_mapping: { app: "staff:I staff:S staff:U" },
  import_row: { app: "staff:I staff:S staff:U" },
  import_run: { app: "staff:I staff:S staff:U" },
  instruction: {
    app: "staff:I staff:S staff:U",
    portal: "portal:I portal:S portal:U(state,version,updated_at)",
  },
  instruction_fact: {
    app: "staff:I staff:S",
    portal: "portal:I portal:S",
  },
  instruction_series: {
    app: "staff:I staff:S",
    portal: "portal:I portal:S",
  },
  instruction_version: {
    app: "staff:I staff:S staff:U(superseded_at)",
    portal: "portal:I portal:S portal:U(superseded_at)",
  },
  invitation: {
    app: "staff:I staff:S staff:U",
    auth: "any:S staff:S staff:U(accepted_at,member_id,withdrawn_at,withdrawn_by_name)",
  },
  job_beat: {
    app: "all:S",
    jobs: "all:I all:S all:U",
  },
  journal_entry: { app: "staff:S" },
  journal_head: { app: "staff:S" },
  journal_key: { app: "staff:I staff:S staff:U(retired_at)" },
  journal_publication: { app: "staff:I staff:S" },
  journal_text: { app: "staff:S" },
  logged_call: { app: "staff:I staff:S" },
  measure: {
    app: "staff:I staff:S staff:U",
    portal: "portal:S",
  },
  measure_version: {
    app: "staff:I staff:S staff:U(superseded_at)",
    portal: "portal:S",
  },
  member: {
    app: "person:S staff:I staff:S staff:U",
    auth: "person:S person:U(role,name,email,joined_at,ended_at) staff:I staff:S staff:U(role,name,email,joined_at,ended_at)",
  },
  minor_call: { app: "staff:I staff:S" },
  night_contact: { app: "staff:I staff:S staff:U" },
  organisation: {
    auditor: "auditor:S",
    app: "person:S staff:I staff:S staff:U",
    auth: "person:S staff:I staff:S",
    portal: "portal:S",
  },
  organisation_version: {
    app: "staff:I staff:S staff:U(superseded_at)",
    auth: "staff:I staff:S",
  },
  outbox_fact: { app: "platform:I platform:S staff:I staff:S" },
  outbox_mail: {
    app: "platform:I platform:S platform:U staff:I staff:S staff:U",
    auth: "platform:I platform:S staff:I staff:S",
    portal: "portal:I",
    public: "public:I",
  },
  passkey: { auth: "all:I all:S all:U" },
  passkey_challenge: { auth: "all:D all:I all:S all:U" },
  person: { auth: "all:I all:S all:U" },
  processing_record: {
    app: "staff:I staff:S staff:U",
    portal: "portal:S",
  },
  public_page: { app: "staff:I staff:S staff:U" },
  public_page_fact: { app: "staff:I staff:S" },
  public_subscriber: { app: "staff:S" },
  rate_limit: { auth: "all:D all:I all:S all:U" },
  record_assessment: {
    app: "staff:I staff:S staff:U(required_gaps,advisable_gaps,gap_codes,rules_version)",
  },
  record_state_fact: { app: "staff:I staff:S" },
  record_version: {
    app: "staff:I staff:S staff:U(superseded_at)",
    portal: "portal:S",
  },
  recovery_code: { auth: "all:I all:S all:U" },
  reminder: { app: "staff:I staff:S" },
  returned_mail: { app: "platform:I platform:S staff:I staff:S" },
  rights_request: {
    app: "staff:I staff:S staff:U",
    portal: "portal:S portal:U(state,version,updated_at)",
  },
  rights_request_rule: { app: "staff:I staff:S staff:U" },
  rights_request_fact: { app: "staff:I staff:S", portal: "portal:I portal:S" },
  search_document: {},
  search_word: {},
  session: { auth: "all:I all:S all:U" },
  setup_token: { auth: "all:I all:S all:U" },
  sign_in_challenge: { auth: "all:D all:I all:S all:U" },
  sign_in_link: { auth: "all:D all:I all:S all:U" },
  sub_processor: {
    app: "staff:I staff:S staff:U",
    portal: "portal:S",
  },
  sub_processor_fact: { app: "staff:I staff:S" },
  sub_processor_version: {
    app: "staff:I staff:S staff:U(superseded_at)",
    portal: "portal:S",
  },
  thread: {
    app: "staff:I staff:S staff:U(state,since,last_at,said,rank)",
    portal: "portal:I portal:S portal:U(state,since,last_at,said,rank)",
  },
  thread_message: {
    app: "staff:I staff:S",
    portal: "portal:I portal:S",
  },
  thread_read: {
    app: "staff:I staff:S staff:U(read_to,read_at)",
    portal: "portal:I portal:S portal:U(read_to,read_at)",
  },
  totp_factor: { auth: "all:I all:S all:U" },
  transfer: {
    app: "staff:I staff:S staff:U",
    portal: "portal:S",
  },
  transfer_fact: { app: "staff:I staff:S" },
  transfer_version: {
    app: "staff:I staff:S staff:U(superseded_at)",
    portal: "portal:S",
  },
  watch_entry: { app: "staff:I staff:S staff:U" },
  watch_feed: { app: "staff:I staff:S staff:U" },
  weekly_letter: { app: "staff:I staff:S" },
};
