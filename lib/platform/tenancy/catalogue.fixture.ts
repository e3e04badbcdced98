/**
 * Columns that the portal's role may read, by the view of its schema: those on the portal's pages, and no
 * more.
 */
export const PORTAL_COLUMNS: Record<string, string> = {
  access_look:
    "id org_id controller_id contact_id contact_name noun subject_id label looked_at address batch_id",
  attachment:
    "id org_id purpose file_name content_type size width height sha256 chunks stored_at author_id author_name subject_noun subject_id controller_id replaces_id contact_id",
  attachment_chunk: "attachment_id seq org_id bytes sha256",
  attachment_closure:
    "org_id attachment_id number controller_id is_closed reason recorded_at author_id author_name",
  attachment_withdrawal:
    "attachment_id org_id controller_id reason withdrawn_at author_id author_name was_given",
  authorisation:
    "id org_id reference controller_id controller_name contract_id sub_processor_id sub_processor_version scope_digest regime days zone seat_country seat_address language recipient text text_digest list list_digest supersedes_id state sent_at received_at letter_id document_id version created_at updated_at merged_from_id silence_address silence_proven_at",
  authorisation_condition: "id org_id authorisation_id controller_id position text met_at contact_id",
  authorisation_fact:
    "id org_id authorisation_id controller_id version event state at channel signatory capacity power reason source recipient text_digest list_digest address agent condition_id document_id letter_id recorded_at author_kind author_id author_name",
  breach_controller: "id org_id controller_id",
  breach_informed:
    "org_id breach_controller_id kind at controller_id told_by told_to notice_id letter_id by_contact_id",
  breach_notice:
    "id org_id breach_controller_id controller_id number phase locale status is_drill is_shared content late_reason issued_at issued_by_name document_id",
  breach_notice_fact:
    "id org_id controller_id notice_id kind at recorded_at author_kind author_id author_name told corrects_id breach_controller_id",
  call_log: "id org_id campaign_id state calls first_at last_at received_at",
  call_log_fact: "id org_id log_id judgement_id event fact_on",
  call_log_judgement: "id org_id log_id calls broken doubted findings recorded_at",
  call_script_decision:
    "id org_id controller_id request_id contact_id outcome digest power reason recorded_at author_name address_unproven",
  call_script_fact: "id org_id call_script_id event recorded_at",
  call_script_request:
    "id org_id controller_id call_script_id edition reference title language text digest recorded_at author_name",
  campaign: "id org_id reference controller_id title state first_day last_day places",
  choice: "org_id controller_id act outcome recorded_at",
  contact_proof: "id org_id controller_id contact_id email means by_contact_id by_name domain proven_at",
  signatory_objection: "id org_id controller_id contact_id by_contact_id by_name reason objected_at",
  signatory_settlement: "id org_id controller_id objection_id source settled_by_name settled_at document_id",
  contact_signature:
    "id org_id controller_id contact_id noun subject_id version statement credential_id public_key client_data authenticator_data signature relying_party registered_at signed_at",
  contract:
    "id org_id controller_id controller_name reference title signed_on effective_on notice_given_on ended_on content state ends_on renews deadline_on version created_at updated_at binds_until changes_on merged_from_id",
  contract_end: "id org_id controller_id contract_id state record_ids version created_at updated_at",
  contract_end_certificate:
    "id org_id controller_id contract_end_id number year counter document_id digest ended_contract ended_records issued_at",
  contract_instructor:
    "id org_id contract_id controller_id name capacity email power from_on until_on created_at",
  contract_version:
    "contract_id version org_id controller_id recorded_at superseded_at reference title state snapshot",
  controller:
    "id org_id legal_name is_placeholder country address registration_number contact_name contact_email contact_phone dpo_contact has_no_dpo representative representative_reason language version created_at updated_at archived_at merged_into_id establishments targeting target_countries client_role other_controllers",
  controller_contact:
    "id org_id controller_id controller_name person_id name email capacity language role invited_by_name created_at invited_at expires_at accepted_at ended_at previous_visit_at controller_archived_at",
  controller_version: "controller_id version org_id recorded_at superseded_at snapshot",
  decision_certificate:
    "id org_id controller_id authorisation_id version year counter number document_id digest issued_at",
  decision_completion:
    "id org_id controller_id authorisation_id certificate_id number letter_id to_name to_address state response at completed_at",
  decision_reading:
    "id org_id controller_id authorisation_id contact_id session_id digest token_hash shown_at expires_at used_at",
  decision_signature:
    "id org_id controller_id authorisation_id version contact_id statement credential_id public_key client_data authenticator_data signature relying_party registered_at signed_at",
  dpo_work: "id org_id controller_id kind reference title state content",
  dpo_work_version: "work_id version org_id recorded_at superseded_at kind reference title state snapshot",
  example_row: "org_id noun subject_id created_at",
  form_submission: "org_id part controller_id value recorded_at",
  holiday_announcement: "id org_id feast year days recorded_at",
  instruction:
    "id org_id controller_id number year counter text text_digest author_name author_power authority channel received_at effective_on transfer_effect transfer_text record_ids covers supersedes_id state version created_at updated_at contact_id merged_from_id kind address_unproven",
  instruction_fact:
    "id org_id instruction_id controller_id version event state fact_on fact_time note source infringes recipient successor_id letter_id document_id recorded_at author_id author_name contact_id writer medium writing address_unproven",
  instruction_series: "controller_id org_id code created_at",
  instruction_version:
    "instruction_id version org_id controller_id recorded_at superseded_at author_id author_name change snapshot",
  measure: "id org_id reference library_code title version created_at updated_at retired_at",
  measure_version:
    "measure_id version org_id recorded_at superseded_at reference library_code title is_retired",
  organisation:
    "id slug legal_name ice address city country email phone dpo_name dpo_email dpo_phone has_no_dpo eu_representative eu_representative_contact eu_representative_country eu_representative_exemption eu_representative_reason gdpr_binding site_countries logo_id version created_at updated_at",
  organisation_version: "org_id version recorded_at superseded_at snapshot",
  processing_record:
    "id org_id capacity reference controller_id state state_since content activity countries instruments reviewed_on review_due_on version created_at updated_at measure_ids controller_name sub_processor_ids contract_ids transfer_ids merged_from_id",
  record_version:
    "record_id version org_id recorded_at superseded_at author_name change capacity reference controller_id state state_since activity countries instruments reviewed_on review_due_on snapshot measure_ids sub_processor_ids contract_ids transfer_ids",
  rights_request:
    "id org_id reference received_at channel rights contact_sealed words_sealed controller_id state relayed_at confirmed_at closed_at erased_at version updated_at answered_at",
  rights_request_fact:
    "id org_id request_id controller_id number kind value at recorded_at author_kind author_id author_name",
  sub_processor:
    "id org_id reference state content scope_digest name country countries service contract_signed_on contract_ends_on version created_at updated_at",
  sub_processor_version:
    "sub_processor_id version org_id recorded_at superseded_at reference name country countries state scope_digest snapshot",
  thread: "id org_id controller_id subject_noun subject_id state since last_at message_count rank created_at",
  thread_message: "thread_id number org_id controller_id side kind author_id author_name text said_at",
  thread_read: "thread_id reader_id org_id controller_id side read_to read_at",
  transfer:
    "id org_id reference controller_id controller_name flow state content importer_name country tool next_review_on version created_at updated_at sub_processor_id merged_from_id",
  transfer_version:
    "transfer_id version org_id controller_id recorded_at superseded_at reference importer_name country state snapshot",
};

/** Documents that hold what the processor wrote for its own use beside what its controller reads: by a view alone. */
export const DOCUMENTS = [
  ["contract", "content"],
  ["contract_version", "snapshot"],
  ["controller_version", "snapshot"],
  ["measure_version", "snapshot"],
  ["organisation_version", "snapshot"],
  ["processing_record", "content"],
  ["record_version", "snapshot"],
  ["sub_processor", "content"],
  ["sub_processor_version", "snapshot"],
] as const;

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
  "app_bound()": "app auditor auth jobs portal public",
  "call_log_clear(uuid)": "app",
  "call_logs_due(timestamp with time zone,integer)": "jobs",
  "call_logs_past(text,timestamp with time zone,integer)": "jobs",
  "clean_expired(timestamp with time zone)": "jobs",
  "clean_submissions()": "jobs",
  "clean_subscribers()": "jobs",
  "consultation_answer(jsonb,text,integer,timestamp with time zone)": "public",
  "consultation_asked()": "public",
  "consultation_child()": "public",
  "consultation_mandate()": "public",
  "dossier_clear(uuid)": "app",
  "dossiers_due(timestamp with time zone,integer)": "jobs",
  "dossiers_expired(timestamp with time zone,integer)": "jobs",
  "evidence_collect(uuid)": "app auth",
  "example_clear(uuid)": "app",
  "job_organisations()": "jobs",
  "audit_open_grant()": "auditor",
  "audits_due(timestamp with time zone,integer)": "jobs",
  "contact_has_open_objection(uuid)": "app portal",
  "journal_append(uuid,bytea[],text[])": "app auditor auth portal public",
  "journal_clear(uuid,bigint[],bytea,text)": "app",
  "journal_platform_head()": "app",
  "next_decision_certificate(integer)": "portal",
  "outbox_due(timestamp with time zone,integer)": "jobs",
  "outbox_returned(text,text)": "jobs",
  "outbox_waiting_since(timestamp with time zone)": "app",
  "parental_answer(uuid,text,text,timestamp with time zone)": "public",
  "parental_asked()": "public",
  "portal_certified(uuid)": "portal",
  "portal_is_ours(text)": "portal",
  "portal_is_proven(uuid,uuid)": "portal",
  "portal_is_self(uuid,text)": "portal",
  "portal_is_steward(text)": "portal",
  "portal_sees(text,uuid)": "portal",
  "portal_told(uuid,uuid)": "portal",
  "public_identity()": "app public",
  "public_measures()": "app public",
  "public_number_countries()": "public",
  "public_page_at(text)": "public",
  "portal_request_had(uuid)": "portal",
  "portal_request_letters(uuid[])": "portal",
  "portal_request_lodge(uuid,text,text[],bytea,bytea,bytea,bytea[],boolean,jsonb,timestamp with time zone)":
    "portal",
  "public_request_receive(uuid,text,text[],bytea,bytea,bytea,bytea,bytea[],boolean,boolean,timestamp with time zone)":
    "public",
  "public_sub_processors()": "app public",
  "public_subscribe(uuid,text,text,timestamp with time zone,bytea,timestamp with time zone,bytea,bytea)":
    "public",
  "public_subscriber_remove(uuid)": "app",
  "public_subscription(bytea)": "public",
  "public_subscription_confirm(bytea,timestamp with time zone)": "public",
  "public_subscription_leave(bytea)": "public",
  "returned_unmatched(timestamp with time zone)": "app",
  "row_stood(uuid)": "app auth",
  "rows_disagreeing(text,text,uuid)": "app portal",
  "rows_disagreeing_among(text,text,uuid[])": "app portal",
  "rows_disagreeing_in(text)": "app",
  "refresh_statistics()": "app",
  "search_coded(text,text[])": "app",
  "search_found(text[],jsonb,integer)": "app",
  "search_ids(text,jsonb,integer)": "app",
  "search_spelling(jsonb)": "app",
  "session_open(bytea)": "auth",
};

/** Functions that run as whoever calls them and read no more than the caller may. */
export const OPEN_FUNCTIONS = [
  "app_backup()",
  "app_controller()",
  "app_controllers()",
  "app_grant()",
  "app_is_binding()",
  "app_link()",
  "app_org()",
  "app_person()",
  "app_scope()",
  "app_session()",
  "attachment_is_closed(uuid,uuid)",
  "attachment_status(uuid,uuid)",
  "authorisation_document(authorisation)",
  "breach_document(breach)",
  "contract_document(contract)",
  "controller_document(controller)",
  "fold_text(text)",
  "instruction_document(instruction)",
  "journal_genesis(uuid)",
  "record_codes(jsonb,text[],text[],uuid[],uuid[])",
  "record_document(processing_record)",
  "record_words(jsonb)",
  "search_asked(jsonb)",
  "search_codes(jsonb)",
  "search_cut(text)",
  "search_key(text)",
  "search_keys(text,text,text[])",
  "search_known(jsonb)",
  "search_pattern(text,text)",
  "search_query(jsonb,boolean)",
  "search_says(text,jsonb)",
  "search_scope()",
  "search_standing(jsonb,tsquery)",
  "search_texts(jsonb)",
  "search_words(text)",
  "sub_processor_document(sub_processor)",
  "transfer_document(transfer)",
];
