-- Makes the whole database as its migrations had made it. Generated: a change is a migration of its own.

-- Functions name tables and each other in any order.
SELECT set_config('check_function_bodies', 'off', true);

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE SCHEMA amana_jobs;
CREATE SCHEMA example;
CREATE SCHEMA portal;

CREATE COLLATION register_order (provider = icu, locale = 'fr-u-kn-true');

CREATE TABLE access_look (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  controller_id uuid,
  contact_id uuid,
  contact_name text NOT NULL,
  noun text NOT NULL,
  subject_id uuid NOT NULL,
  label text NOT NULL,
  looked_at timestamp(3) with time zone NOT NULL,
  address text DEFAULT ''::text NOT NULL,
  batch_id uuid,
  grant_id uuid,
  CONSTRAINT access_look_pkey PRIMARY KEY (id),
  CONSTRAINT access_look_by CHECK (((num_nonnulls(contact_id, grant_id) = 1) AND ((contact_id IS NULL) = (controller_id IS NULL))))
);

CREATE TABLE account_token (
  id uuid NOT NULL,
  kind text NOT NULL,
  token_hash bytea NOT NULL,
  person_id uuid NOT NULL,
  email text DEFAULT ''::text NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  expires_at timestamp(3) with time zone NOT NULL,
  used_at timestamp(3) with time zone,
  CONSTRAINT account_token_pkey PRIMARY KEY (id)
);

CREATE TABLE attachment (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  purpose text NOT NULL,
  file_name text NOT NULL,
  content_type text NOT NULL,
  size integer NOT NULL,
  width integer,
  height integer,
  sha256 text NOT NULL,
  chunks integer NOT NULL,
  stored_at timestamp(3) with time zone NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  subject_noun text,
  subject_id uuid,
  controller_id uuid,
  replaces_id uuid,
  contact_id uuid,
  CONSTRAINT attachment_pkey PRIMARY KEY (id),
  CONSTRAINT attachment_document_has_subject CHECK ((((purpose = 'document'::text) = (subject_noun IS NOT NULL)) AND ((subject_noun IS NULL) = (subject_id IS NULL))))
);

CREATE TABLE attachment_chunk (
  attachment_id uuid NOT NULL,
  seq integer NOT NULL,
  org_id uuid NOT NULL,
  bytes bytea NOT NULL,
  sha256 text NOT NULL,
  CONSTRAINT attachment_chunk_pkey PRIMARY KEY (attachment_id, seq)
);

CREATE TABLE attachment_closure (
  org_id uuid NOT NULL,
  attachment_id uuid NOT NULL,
  number integer NOT NULL,
  controller_id uuid,
  is_closed boolean NOT NULL,
  reason text NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  CONSTRAINT attachment_closure_pkey PRIMARY KEY (org_id, attachment_id, number),
  CONSTRAINT attachment_closure_reason CHECK ((reason <> ''::text))
);

CREATE TABLE attachment_withdrawal (
  attachment_id uuid NOT NULL,
  org_id uuid NOT NULL,
  controller_id uuid,
  reason text NOT NULL,
  withdrawn_at timestamp(3) with time zone NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  was_given boolean DEFAULT false NOT NULL,
  CONSTRAINT attachment_withdrawal_pkey PRIMARY KEY (attachment_id),
  CONSTRAINT attachment_withdrawal_reason CHECK ((reason <> ''::text))
);

CREATE TABLE audit_grant (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  person_id uuid,
  name text NOT NULL,
  email text NOT NULL,
  mandate text NOT NULL,
  reasons text NOT NULL,
  language text DEFAULT 'fr'::text NOT NULL,
  controller_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL,
  sections text[] NOT NULL,
  as_of text NOT NULL,
  starts_at timestamp(3) with time zone NOT NULL,
  ends_at timestamp(3) with time zone NOT NULL,
  requires_second_factor boolean DEFAULT false NOT NULL,
  granted_at timestamp(3) with time zone NOT NULL,
  granted_by_id uuid,
  granted_by_name text NOT NULL,
  collect_state text DEFAULT 'waiting'::text NOT NULL,
  collect_attempts integer DEFAULT 0 NOT NULL,
  leased_until timestamp(3) with time zone,
  collected_at timestamp(3) with time zone,
  letter_id uuid,
  accepted_at timestamp(3) with time zone,
  revoked_at timestamp(3) with time zone,
  revoke_reason text DEFAULT ''::text NOT NULL,
  revoked_by_name text DEFAULT ''::text NOT NULL,
  CONSTRAINT audit_grant_pkey PRIMARY KEY (id),
  CONSTRAINT audit_grant_collect_state_check CHECK ((collect_state = ANY (ARRAY['waiting'::text, 'collecting'::text, 'collected'::text, 'failed'::text]))),
  CONSTRAINT audit_grant_collected CHECK (((collected_at IS NOT NULL) = (collect_state = 'collected'::text))),
  CONSTRAINT audit_grant_person CHECK (((accepted_at IS NULL) = (person_id IS NULL))),
  CONSTRAINT audit_grant_revoked CHECK (((revoked_at IS NULL) OR (revoke_reason <> ''::text))),
  CONSTRAINT audit_grant_sections CHECK ((cardinality(sections) > 0)),
  CONSTRAINT audit_grant_term CHECK ((starts_at < ends_at))
);

CREATE TABLE audit_row (
  grant_id uuid NOT NULL,
  section text NOT NULL,
  seq integer NOT NULL,
  org_id uuid NOT NULL,
  cells text[] NOT NULL,
  data jsonb NOT NULL,
  CONSTRAINT audit_row_pkey PRIMARY KEY (grant_id, section, seq)
);

CREATE TABLE audit_section (
  grant_id uuid NOT NULL,
  section text NOT NULL,
  org_id uuid NOT NULL,
  columns text[] NOT NULL,
  row_count integer NOT NULL,
  withheld integer DEFAULT 0 NOT NULL,
  CONSTRAINT audit_section_pkey PRIMARY KEY (grant_id, section)
);

CREATE TABLE authorisation (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  reference text COLLATE register_order NOT NULL,
  controller_id uuid NOT NULL,
  controller_name text COLLATE register_order DEFAULT ''::text NOT NULL,
  contract_id uuid,
  sub_processor_id uuid NOT NULL,
  sub_processor_version integer NOT NULL,
  scope_digest text NOT NULL,
  regime text NOT NULL,
  days integer,
  zone text NOT NULL,
  seat_country text,
  seat_address text DEFAULT ''::text NOT NULL,
  language text NOT NULL,
  recipient text DEFAULT ''::text NOT NULL,
  text text NOT NULL,
  text_digest text,
  list jsonb NOT NULL,
  list_digest text,
  supersedes_id uuid,
  state text DEFAULT 'draft'::text NOT NULL,
  sent_at timestamp(3) with time zone,
  received_at timestamp(3) with time zone,
  letter_id uuid,
  document_id uuid,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  merged_from_id uuid,
  CONSTRAINT authorisation_pkey PRIMARY KEY (id),
  CONSTRAINT authorisation_sealed CHECK (((sent_at IS NULL) OR ((text_digest IS NOT NULL) AND (list_digest IS NOT NULL) AND (text <> ''::text) AND (recipient <> ''::text))))
);

CREATE TABLE authorisation_condition (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  authorisation_id uuid NOT NULL,
  controller_id uuid NOT NULL,
  "position" integer NOT NULL,
  text text NOT NULL,
  met_at timestamp(3) with time zone,
  CONSTRAINT authorisation_condition_pkey PRIMARY KEY (id),
  CONSTRAINT authorisation_condition_text CHECK ((text <> ''::text))
);

CREATE TABLE authorisation_fact (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  authorisation_id uuid NOT NULL,
  controller_id uuid NOT NULL,
  version integer NOT NULL,
  event text NOT NULL,
  state text NOT NULL,
  at timestamp(3) with time zone NOT NULL,
  channel text DEFAULT ''::text NOT NULL,
  signatory text DEFAULT ''::text NOT NULL,
  capacity text DEFAULT ''::text NOT NULL,
  power text DEFAULT ''::text NOT NULL,
  reason text DEFAULT ''::text NOT NULL,
  source text DEFAULT ''::text NOT NULL,
  recipient text DEFAULT ''::text NOT NULL,
  text_digest text DEFAULT ''::text NOT NULL,
  list_digest text DEFAULT ''::text NOT NULL,
  address text DEFAULT ''::text NOT NULL,
  agent text DEFAULT ''::text NOT NULL,
  condition_id uuid,
  document_id uuid,
  letter_id uuid,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_kind text NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  CONSTRAINT authorisation_fact_pkey PRIMARY KEY (id)
);

CREATE TABLE breach (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  reference text NOT NULL,
  year integer NOT NULL,
  counter integer NOT NULL,
  title text NOT NULL,
  is_drill boolean DEFAULT false NOT NULL,
  status text DEFAULT 'open'::text NOT NULL,
  aware_at timestamp(3) with time zone,
  version integer DEFAULT 0 NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT breach_pkey PRIMARY KEY (id),
  CONSTRAINT breach_counter_check CHECK ((counter > 0)),
  CONSTRAINT breach_status_check CHECK ((status = ANY (ARRAY['open'::text, 'contained'::text, 'closed'::text])))
);

CREATE TABLE breach_controller (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  breach_id uuid NOT NULL,
  controller_id uuid NOT NULL,
  status text NOT NULL,
  reasons jsonb NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT breach_controller_pkey PRIMARY KEY (id),
  CONSTRAINT breach_controller_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'set-aside'::text])))
);

CREATE TABLE breach_fact (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  breach_id uuid NOT NULL,
  number integer NOT NULL,
  kind text NOT NULL,
  value jsonb NOT NULL,
  at timestamp(3) with time zone,
  controller_id uuid,
  corrects_id uuid,
  reason text DEFAULT ''::text NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_kind text NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  CONSTRAINT breach_fact_pkey PRIMARY KEY (id),
  CONSTRAINT breach_fact_number_check CHECK ((number > 0))
);

CREATE TABLE breach_notice (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  breach_id uuid NOT NULL,
  breach_controller_id uuid NOT NULL,
  controller_id uuid NOT NULL,
  number integer NOT NULL,
  phase text NOT NULL,
  locale text NOT NULL,
  status text DEFAULT 'draft'::text NOT NULL,
  is_drill boolean DEFAULT false NOT NULL,
  is_shared boolean DEFAULT false NOT NULL,
  content jsonb NOT NULL,
  late_reason text DEFAULT ''::text NOT NULL,
  issued_at timestamp(3) with time zone,
  issued_by_id uuid,
  issued_by_name text DEFAULT ''::text NOT NULL,
  document_id uuid,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT breach_notice_pkey PRIMARY KEY (id),
  CONSTRAINT breach_notice_issued_check CHECK (((status = 'issued'::text) = (issued_at IS NOT NULL))),
  CONSTRAINT breach_notice_number_check CHECK ((number > 0)),
  CONSTRAINT breach_notice_phase_check CHECK ((phase = ANY (ARRAY['initial'::text, 'follow-up'::text, 'final'::text]))),
  CONSTRAINT breach_notice_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'issued'::text, 'withdrawn'::text])))
);

CREATE TABLE breach_notice_fact (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  breach_id uuid NOT NULL,
  controller_id uuid NOT NULL,
  notice_id uuid,
  kind text NOT NULL,
  at timestamp(3) with time zone,
  contact_id uuid,
  letter_id uuid,
  value jsonb DEFAULT '{}'::jsonb NOT NULL,
  reason text DEFAULT ''::text NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_kind text NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  CONSTRAINT breach_notice_fact_pkey PRIMARY KEY (id)
);

CREATE TABLE calendar_feed (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  member_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  revoked_at timestamp(3) with time zone,
  CONSTRAINT calendar_feed_pkey PRIMARY KEY (id)
);

CREATE TABLE calendar_feed_read (
  feed_id uuid NOT NULL,
  org_id uuid NOT NULL,
  day text NOT NULL,
  address text NOT NULL,
  user_agent text NOT NULL,
  count integer DEFAULT 1 NOT NULL,
  first_at timestamp(3) with time zone NOT NULL,
  last_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT calendar_feed_read_pkey PRIMARY KEY (feed_id, day, address, user_agent)
);

CREATE TABLE call_layout (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  head text NOT NULL,
  layout jsonb NOT NULL,
  outcomes jsonb DEFAULT '{}'::jsonb NOT NULL,
  used_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT call_layout_pkey PRIMARY KEY (id)
);

CREATE TABLE call_log (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  professional_id uuid NOT NULL,
  file_name text NOT NULL,
  file_size bigint NOT NULL,
  sha256 text DEFAULT ''::text NOT NULL,
  layout jsonb NOT NULL,
  state text NOT NULL,
  failure text DEFAULT ''::text NOT NULL,
  same_as uuid,
  bytes_read bigint DEFAULT 0 NOT NULL,
  lines integer DEFAULT 0 NOT NULL,
  calls integer DEFAULT 0 NOT NULL,
  known_calls integer DEFAULT 0 NOT NULL,
  bad_lines jsonb DEFAULT '{}'::jsonb NOT NULL,
  doubtful_times integer DEFAULT 0 NOT NULL,
  codes jsonb DEFAULT '{}'::jsonb NOT NULL,
  outcomes jsonb DEFAULT '{}'::jsonb NOT NULL,
  first_at timestamp(3) with time zone,
  last_at timestamp(3) with time zone,
  calls_judged integer DEFAULT 0 NOT NULL,
  cause text DEFAULT 'read'::text NOT NULL,
  leased_until timestamp(3) with time zone,
  attempts integer DEFAULT 0 NOT NULL,
  received_at timestamp(3) with time zone NOT NULL,
  received_by_id uuid,
  received_by_name text NOT NULL,
  stored_until text NOT NULL,
  cleared_at timestamp(3) with time zone,
  head text DEFAULT ''::text NOT NULL,
  CONSTRAINT call_log_pkey PRIMARY KEY (id),
  CONSTRAINT call_log_state_check CHECK ((state = ANY (ARRAY['reading'::text, 'queued'::text, 'judging'::text, 'judged'::text, 'failed'::text])))
);

CREATE TABLE call_log_fact (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  log_id uuid NOT NULL,
  judgement_id uuid NOT NULL,
  event text NOT NULL,
  fact_on text NOT NULL,
  reason text NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  CONSTRAINT call_log_fact_pkey PRIMARY KEY (id),
  CONSTRAINT call_log_fact_event_check CHECK ((event = 'close'::text)),
  CONSTRAINT call_log_fact_reason_check CHECK ((reason <> ''::text))
);

CREATE TABLE call_log_judgement (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  log_id uuid NOT NULL,
  cause text NOT NULL,
  campaign_version integer NOT NULL,
  calls integer NOT NULL,
  broken integer NOT NULL,
  doubted integer NOT NULL,
  warned integer NOT NULL,
  not_placed integer NOT NULL,
  findings jsonb NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  by_house integer,
  CONSTRAINT call_log_judgement_pkey PRIMARY KEY (id),
  CONSTRAINT call_log_judgement_cause_check CHECK ((cause = ANY (ARRAY['read'::text, 'older-log'::text, 'asked'::text])))
);

CREATE TABLE call_log_part (
  log_id uuid NOT NULL,
  org_id uuid NOT NULL,
  part integer NOT NULL,
  calls integer NOT NULL,
  packed bytea NOT NULL,
  CONSTRAINT call_log_part_pkey PRIMARY KEY (log_id, part),
  CONSTRAINT call_log_part_part CHECK (((part >= 0) AND (part <= 255)))
);

CREATE TABLE call_script (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  reference text NOT NULL,
  controller_id uuid NOT NULL,
  title text NOT NULL,
  sector text,
  language text NOT NULL,
  is_recorded boolean,
  text text NOT NULL,
  edition integer DEFAULT 1 NOT NULL,
  state text DEFAULT 'draft'::text NOT NULL,
  used_edition integer,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT call_script_pkey PRIMARY KEY (id),
  CONSTRAINT call_script_language CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text, 'ar'::text, 'other'::text]))),
  CONSTRAINT call_script_sector CHECK ((sector = ANY (ARRAY['housing-energy'::text, 'housing-adaptation'::text, 'training-account'::text, 'insurance'::text, 'press'::text, 'other'::text]))),
  CONSTRAINT call_script_state CHECK ((state = ANY (ARRAY['draft'::text, 'in-use'::text, 'retired'::text]))),
  CONSTRAINT call_script_used_edition CHECK ((((state = 'in-use'::text) = (used_edition IS NOT NULL)) AND (used_edition <= edition)))
);

CREATE TABLE call_script_decision (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  controller_id uuid NOT NULL,
  request_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  outcome text NOT NULL,
  digest text NOT NULL,
  power text NOT NULL,
  reason text NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_name text NOT NULL,
  CONSTRAINT call_script_decision_pkey PRIMARY KEY (id),
  CONSTRAINT call_script_decision_outcome CHECK ((outcome = ANY (ARRAY['approved'::text, 'refused'::text]))),
  CONSTRAINT call_script_decision_reason CHECK (((outcome = 'approved'::text) OR (reason <> ''::text)))
);

CREATE TABLE call_script_fact (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  call_script_id uuid NOT NULL,
  event text NOT NULL,
  fact_on text NOT NULL,
  reason text NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  CONSTRAINT call_script_fact_pkey PRIMARY KEY (id)
);

CREATE TABLE call_script_reading (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  call_script_id uuid NOT NULL,
  edition integer NOT NULL,
  agent text NOT NULL,
  kind text NOT NULL,
  means text NOT NULL,
  fact_on text NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  CONSTRAINT call_script_reading_pkey PRIMARY KEY (id),
  CONSTRAINT call_script_reading_kind CHECK ((kind = ANY (ARRAY['expected'::text, 'read'::text, 'left'::text]))),
  CONSTRAINT call_script_reading_means CHECK ((means = ANY (ARRAY[''::text, 'sheet'::text, 'link'::text, 'meeting'::text, 'other'::text])))
);

CREATE TABLE call_script_request (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  controller_id uuid NOT NULL,
  call_script_id uuid NOT NULL,
  edition integer NOT NULL,
  reference text NOT NULL,
  title text NOT NULL,
  language text NOT NULL,
  text text NOT NULL,
  digest text NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  CONSTRAINT call_script_request_pkey PRIMARY KEY (id),
  CONSTRAINT call_script_request_digest CHECK ((digest = encode(sha256(convert_to(text, 'UTF8'::name)), 'hex'::text)))
);

CREATE TABLE call_script_version (
  call_script_id uuid NOT NULL,
  version integer NOT NULL,
  org_id uuid NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  superseded_at timestamp(3) with time zone,
  author_id uuid,
  author_name text NOT NULL,
  change text NOT NULL,
  reference text NOT NULL,
  title text NOT NULL,
  state text NOT NULL,
  edition integer NOT NULL,
  snapshot jsonb NOT NULL,
  CONSTRAINT call_script_version_pkey PRIMARY KEY (call_script_id, version)
);

CREATE TABLE campaign (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  reference text NOT NULL,
  controller_id uuid NOT NULL,
  instruction_id uuid,
  title text NOT NULL,
  state text DEFAULT 'draft'::text NOT NULL,
  content jsonb NOT NULL,
  first_day text,
  last_day text,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  script_id uuid,
  CONSTRAINT campaign_pkey PRIMARY KEY (id),
  CONSTRAINT campaign_state CHECK ((state = ANY (ARRAY['draft'::text, 'started'::text, 'paused'::text, 'ended'::text])))
);

CREATE TABLE campaign_fact (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  event text NOT NULL,
  fact_on text NOT NULL,
  reason text NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  CONSTRAINT campaign_fact_pkey PRIMARY KEY (id),
  CONSTRAINT campaign_fact_reason CHECK (((reason <> ''::text) OR (event = ANY (ARRAY['start'::text, 'resume'::text]))))
);

CREATE TABLE campaign_scrub (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  scrubbed_on text NOT NULL,
  file_count integer NOT NULL,
  certificate text NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  CONSTRAINT campaign_scrub_pkey PRIMARY KEY (id)
);

CREATE TABLE campaign_version (
  campaign_id uuid NOT NULL,
  version integer NOT NULL,
  org_id uuid NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  superseded_at timestamp(3) with time zone,
  author_id uuid,
  author_name text NOT NULL,
  change text NOT NULL,
  reference text NOT NULL,
  title text NOT NULL,
  state text NOT NULL,
  snapshot jsonb NOT NULL,
  CONSTRAINT campaign_version_pkey PRIMARY KEY (campaign_id, version)
);

CREATE TABLE choice (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  controller_id uuid NOT NULL,
  person_key bytea NOT NULL,
  act text NOT NULL,
  purpose text DEFAULT ''::text NOT NULL,
  outcome text NOT NULL,
  decided_at timestamp(3) with time zone NOT NULL,
  source text NOT NULL,
  proof text DEFAULT ''::text NOT NULL,
  valid_until text,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  consent_file_id uuid,
  consultation_person_id uuid,
  country text DEFAULT ''::text NOT NULL,
  CONSTRAINT choice_pkey PRIMARY KEY (id),
  CONSTRAINT choice_act CHECK ((act = ANY (ARRAY['telephone'::text, 'mail'::text, 'transfer'::text, 'recording'::text, 'reuse'::text]))),
  CONSTRAINT choice_country CHECK (((country = ''::text) OR ((act = 'transfer'::text) AND (country ~ '^[A-Z]{2}$'::text)))),
  CONSTRAINT choice_outcome CHECK ((outcome = ANY (ARRAY['allowed'::text, 'refused'::text, 'withdrawn'::text]))),
  CONSTRAINT choice_person_key CHECK ((octet_length(person_key) = 32)),
  CONSTRAINT choice_source CHECK ((source = ANY (ARRAY['call'::text, 'letter'::text, 'email'::text, 'form'::text, 'portal'::text, 'file'::text, 'consultation'::text, 'other'::text])))
);

CREATE TABLE choice_check (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  controller_id uuid NOT NULL,
  act text NOT NULL,
  purpose text DEFAULT ''::text NOT NULL,
  country text DEFAULT ''::text NOT NULL,
  day text NOT NULL,
  sha256 text NOT NULL,
  size integer NOT NULL,
  line_count integer NOT NULL,
  answers jsonb NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  CONSTRAINT choice_check_pkey PRIMARY KEY (id),
  CONSTRAINT choice_check_act CHECK ((act = ANY (ARRAY['telephone'::text, 'mail'::text, 'transfer'::text, 'recording'::text, 'reuse'::text])))
);

CREATE TABLE compliance_day (
  org_id uuid NOT NULL,
  party text NOT NULL,
  duty text NOT NULL,
  day text NOT NULL,
  subjects integer NOT NULL,
  lacking integer NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT compliance_day_pkey PRIMARY KEY (org_id, party, duty, day),
  CONSTRAINT compliance_day_check CHECK (((lacking >= 0) AND (lacking <= subjects))),
  CONSTRAINT compliance_day_day_check CHECK ((day ~ '^\d{4}-\d{2}-\d{2}$'::text)),
  CONSTRAINT compliance_day_subjects_check CHECK ((subjects >= 0))
);

CREATE TABLE consent_collection (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  controller_id uuid NOT NULL,
  title text NOT NULL,
  purpose text DEFAULT ''::text NOT NULL,
  wording text NOT NULL,
  wording_sha256 text NOT NULL,
  items jsonb NOT NULL,
  proof_place text NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  CONSTRAINT consent_collection_pkey PRIMARY KEY (id)
);

CREATE TABLE consent_file (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  collection_id uuid NOT NULL,
  extent text NOT NULL,
  sha256 text NOT NULL,
  size integer NOT NULL,
  line_count integer NOT NULL,
  added_count integer NOT NULL,
  known_count integer NOT NULL,
  refused_lines jsonb NOT NULL,
  keep_until text,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  CONSTRAINT consent_file_pkey PRIMARY KEY (id),
  CONSTRAINT consent_file_extent CHECK ((extent = ANY (ARRAY['whole'::text, 'sampled'::text])))
);

CREATE TABLE consultation (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  reference text NOT NULL,
  controller_id uuid NOT NULL,
  instruction_id uuid,
  title text NOT NULL,
  state text DEFAULT 'draft'::text NOT NULL,
  content jsonb NOT NULL,
  first_day text,
  last_day text,
  ended_on text,
  mailed_at timestamp(3) with time zone,
  erased_at timestamp(3) with time zone,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT consultation_pkey PRIMARY KEY (id),
  CONSTRAINT consultation_state CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text, 'revoked'::text])))
);

CREATE TABLE consultation_fact (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  consultation_id uuid NOT NULL,
  event text NOT NULL,
  fact_on text NOT NULL,
  reason text NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  CONSTRAINT consultation_fact_pkey PRIMARY KEY (id),
  CONSTRAINT consultation_fact_reason CHECK (((reason <> ''::text) OR (event = ANY (ARRAY['open'::text, 'close'::text]))))
);

CREATE TABLE consultation_file (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  consultation_id uuid NOT NULL,
  sha256 text NOT NULL,
  size integer NOT NULL,
  line_count integer NOT NULL,
  added_count integer NOT NULL,
  known_count integer NOT NULL,
  skipped_count integer NOT NULL,
  refused_lines jsonb NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  CONSTRAINT consultation_file_pkey PRIMARY KEY (id)
);

CREATE TABLE consultation_person (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  consultation_id uuid NOT NULL,
  person_key bytea NOT NULL,
  contact_sealed bytea,
  has_number boolean NOT NULL,
  has_email boolean NOT NULL,
  language text NOT NULL,
  asked integer[] NOT NULL,
  token_hash bytea NOT NULL,
  added_at timestamp(3) with time zone NOT NULL,
  letter_id uuid,
  handed_at timestamp(3) with time zone,
  revoked_at timestamp(3) with time zone,
  CONSTRAINT consultation_person_pkey PRIMARY KEY (id),
  CONSTRAINT consultation_person_asked CHECK ((cardinality(asked) > 0)),
  CONSTRAINT consultation_person_key CHECK (((octet_length(person_key) = 32) AND (octet_length(token_hash) = 32))),
  CONSTRAINT consultation_person_language CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text, 'ar'::text])))
);

CREATE TABLE consultation_version (
  consultation_id uuid NOT NULL,
  version integer NOT NULL,
  org_id uuid NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  superseded_at timestamp(3) with time zone,
  author_id uuid,
  author_name text NOT NULL,
  change text NOT NULL,
  reference text NOT NULL,
  title text NOT NULL,
  state text NOT NULL,
  snapshot jsonb NOT NULL,
  CONSTRAINT consultation_version_pkey PRIMARY KEY (consultation_id, version)
);

CREATE TABLE contract (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  controller_id uuid NOT NULL,
  controller_name text COLLATE register_order DEFAULT ''::text NOT NULL,
  reference text COLLATE register_order NOT NULL,
  title text COLLATE register_order DEFAULT ''::text NOT NULL,
  signed_on text,
  effective_on text,
  notice_given_on text,
  ended_on text,
  content jsonb NOT NULL,
  state text DEFAULT 'draft'::text NOT NULL,
  ends_on text,
  renews boolean DEFAULT false NOT NULL,
  deadline_on text,
  required_gaps integer DEFAULT 0 NOT NULL,
  advisable_gaps integer DEFAULT 0 NOT NULL,
  gap_codes text[],
  rules_version integer DEFAULT 0 NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  binds_until text,
  changes_on text DEFAULT ''::text NOT NULL,
  merged_from_id uuid,
  CONSTRAINT contract_pkey PRIMARY KEY (id)
);

CREATE TABLE contract_end (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  controller_id uuid NOT NULL,
  contract_id uuid NOT NULL,
  state text DEFAULT 'open'::text NOT NULL,
  record_ids uuid[],
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT contract_end_pkey PRIMARY KEY (id)
);

CREATE TABLE contract_end_certificate (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  controller_id uuid NOT NULL,
  contract_end_id uuid NOT NULL,
  number text NOT NULL,
  year integer NOT NULL,
  counter integer NOT NULL,
  document_id uuid NOT NULL,
  digest text NOT NULL,
  ended_contract boolean NOT NULL,
  ended_records uuid[],
  issued_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT contract_end_certificate_pkey PRIMARY KEY (id)
);

CREATE TABLE contract_end_fact (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  contract_end_id uuid NOT NULL,
  line_id uuid,
  version integer NOT NULL,
  event text NOT NULL,
  state text NOT NULL,
  said jsonb NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  CONSTRAINT contract_end_fact_pkey PRIMARY KEY (id)
);

CREATE TABLE contract_end_line (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  contract_end_id uuid NOT NULL,
  kind text NOT NULL,
  key text NOT NULL,
  title text DEFAULT ''::text NOT NULL,
  detail jsonb NOT NULL,
  "position" integer NOT NULL,
  state text DEFAULT 'open'::text NOT NULL,
  answer text,
  answer_fields jsonb,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT contract_end_line_pkey PRIMARY KEY (id)
);

CREATE TABLE contract_fact (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  contract_id uuid NOT NULL,
  event text NOT NULL,
  fact_on text NOT NULL,
  reason text DEFAULT ''::text NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  CONSTRAINT contract_fact_pkey PRIMARY KEY (id)
);

CREATE TABLE contract_instructor (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  contract_id uuid NOT NULL,
  controller_id uuid NOT NULL,
  name text NOT NULL,
  capacity text DEFAULT ''::text NOT NULL,
  email text DEFAULT ''::text NOT NULL,
  power text NOT NULL,
  from_on text NOT NULL,
  until_on text,
  created_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT contract_instructor_pkey PRIMARY KEY (id),
  CONSTRAINT contract_instructor_days CHECK (((until_on IS NULL) OR (until_on >= from_on))),
  CONSTRAINT contract_instructor_power CHECK ((power <> ''::text))
);

CREATE TABLE contract_version (
  contract_id uuid NOT NULL,
  version integer NOT NULL,
  org_id uuid NOT NULL,
  controller_id uuid NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  superseded_at timestamp(3) with time zone,
  author_id uuid,
  author_name text NOT NULL,
  change text NOT NULL,
  reference text NOT NULL,
  title text NOT NULL,
  state text NOT NULL,
  required_gaps integer NOT NULL,
  gap_codes text[],
  snapshot jsonb NOT NULL,
  CONSTRAINT contract_version_pkey PRIMARY KEY (contract_id, version)
);

CREATE TABLE controller (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  legal_name text COLLATE register_order NOT NULL,
  is_placeholder boolean DEFAULT false NOT NULL,
  country text,
  address text DEFAULT ''::text NOT NULL,
  registration_number text DEFAULT ''::text NOT NULL,
  contact_name text DEFAULT ''::text NOT NULL,
  contact_email text DEFAULT ''::text NOT NULL,
  contact_phone text DEFAULT ''::text NOT NULL,
  dpo_contact text DEFAULT ''::text NOT NULL,
  has_no_dpo boolean DEFAULT false NOT NULL,
  representative text DEFAULT ''::text NOT NULL,
  representative_reason text DEFAULT ''::text NOT NULL,
  language text DEFAULT 'fr'::text NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  archived_at timestamp(3) with time zone,
  archive_reason text DEFAULT ''::text NOT NULL,
  merged_into_id uuid,
  CONSTRAINT controller_pkey PRIMARY KEY (id)
);

CREATE TABLE controller_contact (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  controller_id uuid NOT NULL,
  controller_name text COLLATE register_order DEFAULT ''::text NOT NULL,
  person_id uuid,
  name text COLLATE register_order NOT NULL,
  email text NOT NULL,
  capacity text DEFAULT ''::text NOT NULL,
  language text DEFAULT 'fr'::text NOT NULL,
  role text NOT NULL,
  invited_by_name text NOT NULL,
  letter_id uuid,
  created_at timestamp(3) with time zone NOT NULL,
  invited_at timestamp(3) with time zone NOT NULL,
  expires_at timestamp(3) with time zone NOT NULL,
  accepted_at timestamp(3) with time zone,
  ended_at timestamp(3) with time zone,
  end_reason text DEFAULT ''::text NOT NULL,
  ended_by_name text DEFAULT ''::text NOT NULL,
  last_visit_at timestamp(3) with time zone,
  previous_visit_at timestamp(3) with time zone,
  visit_session_id uuid,
  controller_archived_at timestamp(3) with time zone,
  sees uuid[] DEFAULT '{}'::uuid[] NOT NULL,
  CONSTRAINT controller_contact_pkey PRIMARY KEY (id),
  CONSTRAINT controller_contact_end CHECK (((ended_at IS NULL) OR (end_reason <> ''::text))),
  CONSTRAINT controller_contact_person CHECK (((accepted_at IS NULL) = (person_id IS NULL))),
  CONSTRAINT controller_contact_role CHECK ((role = ANY (ARRAY['reader'::text, 'signatory'::text])))
);

CREATE TABLE controller_merge (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  controller_id uuid NOT NULL,
  into_id uuid NOT NULL,
  merged_at timestamp(3) with time zone NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  moved jsonb NOT NULL,
  contacts jsonb NOT NULL,
  adopted jsonb NOT NULL,
  CONSTRAINT controller_merge_pkey PRIMARY KEY (id),
  CONSTRAINT controller_merge_two CHECK ((controller_id <> into_id))
);

CREATE TABLE controller_merge_undo (
  merge_id uuid NOT NULL,
  org_id uuid NOT NULL,
  undone_at timestamp(3) with time zone NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  "left" jsonb NOT NULL,
  CONSTRAINT controller_merge_undo_pkey PRIMARY KEY (merge_id)
);

CREATE TABLE controller_spelling (
  org_id uuid NOT NULL,
  spelling text NOT NULL,
  controller_id uuid NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT controller_spelling_pkey PRIMARY KEY (org_id, spelling)
);

CREATE TABLE controller_version (
  controller_id uuid NOT NULL,
  version integer NOT NULL,
  org_id uuid NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  superseded_at timestamp(3) with time zone,
  author_id uuid,
  author_name text NOT NULL,
  change text NOT NULL,
  snapshot jsonb NOT NULL,
  CONSTRAINT controller_version_pkey PRIMARY KEY (controller_id, version)
);

CREATE TABLE decision_certificate (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  controller_id uuid NOT NULL,
  authorisation_id uuid NOT NULL,
  version integer NOT NULL,
  year integer NOT NULL,
  counter integer NOT NULL,
  number text NOT NULL,
  document_id uuid NOT NULL,
  digest text NOT NULL,
  issued_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT decision_certificate_pkey PRIMARY KEY (id)
);

CREATE TABLE decision_reading (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  controller_id uuid NOT NULL,
  authorisation_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  session_id uuid NOT NULL,
  digest text NOT NULL,
  token_hash bytea NOT NULL,
  shown_at timestamp(3) with time zone NOT NULL,
  expires_at timestamp(3) with time zone NOT NULL,
  used_at timestamp(3) with time zone,
  CONSTRAINT decision_reading_pkey PRIMARY KEY (id)
);

CREATE TABLE dossier (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  audience text NOT NULL,
  recipient text NOT NULL,
  controller_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL,
  sections text[] NOT NULL,
  language text NOT NULL,
  as_of text NOT NULL,
  state text DEFAULT 'queued'::text NOT NULL,
  step text DEFAULT ''::text NOT NULL,
  files_done integer DEFAULT 0 NOT NULL,
  files_total integer DEFAULT 0 NOT NULL,
  attempts integer DEFAULT 0 NOT NULL,
  interruptions integer DEFAULT 0 NOT NULL,
  leased_until timestamp(3) with time zone,
  failure text DEFAULT ''::text NOT NULL,
  requested_at timestamp(3) with time zone NOT NULL,
  requested_by_kind text NOT NULL,
  requested_by_id uuid,
  requested_by_name text NOT NULL,
  finished_at timestamp(3) with time zone,
  expires_at timestamp(3) with time zone,
  file_name text DEFAULT ''::text NOT NULL,
  size bigint DEFAULT 0 NOT NULL,
  chunks integer DEFAULT 0 NOT NULL,
  sha256 text DEFAULT ''::text NOT NULL,
  manifest_sha256 text DEFAULT ''::text NOT NULL,
  key_fingerprint text DEFAULT ''::text NOT NULL,
  CONSTRAINT dossier_pkey PRIMARY KEY (id),
  CONSTRAINT dossier_audience_check CHECK ((audience = ANY (ARRAY['controller'::text, 'authority'::text, 'auditor'::text]))),
  CONSTRAINT dossier_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'made'::text, 'failed'::text, 'cancelled'::text, 'expired'::text])))
);

CREATE TABLE dossier_chunk (
  dossier_id uuid NOT NULL,
  attempt integer NOT NULL,
  seq integer NOT NULL,
  org_id uuid NOT NULL,
  bytes bytea NOT NULL,
  CONSTRAINT dossier_chunk_pkey PRIMARY KEY (dossier_id, attempt, seq)
);

CREATE TABLE dpo_work (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  kind text NOT NULL,
  reference text NOT NULL,
  controller_id uuid,
  content jsonb NOT NULL,
  title text NOT NULL,
  day text DEFAULT ''::text NOT NULL,
  state text NOT NULL,
  is_open boolean NOT NULL,
  record_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL,
  repeats_id uuid,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT dpo_work_pkey PRIMARY KEY (id),
  CONSTRAINT dpo_work_controller CHECK (((kind = 'assistance'::text) = (controller_id IS NOT NULL))),
  CONSTRAINT dpo_work_kind CHECK ((kind = ANY (ARRAY['watch-item'::text, 'training'::text, 'internal-audit'::text, 'assistance'::text, 'dpo-designation'::text, 'procedure'::text, 'cndp-filing'::text])))
);

CREATE TABLE dpo_work_fact (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  work_id uuid NOT NULL,
  number integer NOT NULL,
  event text NOT NULL,
  part text DEFAULT ''::text NOT NULL,
  fact_on text NOT NULL,
  detail text DEFAULT ''::text NOT NULL,
  reason text DEFAULT ''::text NOT NULL,
  next_on text,
  amount integer,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  CONSTRAINT dpo_work_fact_pkey PRIMARY KEY (id)
);

CREATE TABLE dpo_work_version (
  work_id uuid NOT NULL,
  version integer NOT NULL,
  org_id uuid NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  superseded_at timestamp(3) with time zone,
  author_id uuid,
  author_name text NOT NULL,
  change text NOT NULL,
  kind text NOT NULL,
  reference text NOT NULL,
  title text NOT NULL,
  state text NOT NULL,
  snapshot jsonb NOT NULL,
  CONSTRAINT dpo_work_version_pkey PRIMARY KEY (work_id, version)
);

CREATE TABLE evidence_row (
  org_id uuid NOT NULL,
  table_name text NOT NULL,
  row_key text NOT NULL,
  act text NOT NULL,
  digest bytea NOT NULL,
  state text DEFAULT ''::text NOT NULL,
  batch uuid NOT NULL,
  CONSTRAINT evidence_row_pkey PRIMARY KEY (org_id, table_name, row_key, act),
  CONSTRAINT evidence_row_act_check CHECK ((act = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

CREATE TABLE example.cleared_table (
  "position" integer NOT NULL,
  noun text NOT NULL,
  name text NOT NULL,
  key text NOT NULL,
  emptied text,
  CONSTRAINT cleared_table_pkey PRIMARY KEY ("position")
);

CREATE TABLE example.holding_table (
  noun text NOT NULL,
  name text NOT NULL,
  key text NOT NULL,
  later text,
  but_own boolean DEFAULT false NOT NULL,
  CONSTRAINT holding_table_pkey PRIMARY KEY (noun, name, key)
);

CREATE TABLE example_row (
  org_id uuid NOT NULL,
  noun text NOT NULL,
  subject_id uuid NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT example_row_pkey PRIMARY KEY (org_id, noun, subject_id)
);

CREATE TABLE form_submission (
  org_id uuid NOT NULL,
  part text NOT NULL,
  controller_id uuid,
  value bytea NOT NULL,
  recorded_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
  CONSTRAINT form_submission_pkey PRIMARY KEY (org_id, part)
);

CREATE TABLE house_rule (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  attempts integer,
  opens_at text,
  closes_at text,
  consent_months integer,
  closes_local_holidays boolean NOT NULL,
  closed_days text[] NOT NULL,
  early jsonb NOT NULL,
  reason text NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT house_rule_pkey PRIMARY KEY (id),
  CONSTRAINT house_rule_attempts CHECK (((attempts >= 0) AND (attempts <= 4))),
  CONSTRAINT house_rule_consent_months CHECK (((consent_months >= 1) AND (consent_months <= 12)))
);

CREATE TABLE house_rule_version (
  house_rule_id uuid NOT NULL,
  version integer NOT NULL,
  org_id uuid NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  superseded_at timestamp(3) with time zone,
  author_id uuid,
  author_name text NOT NULL,
  change text NOT NULL,
  reason text NOT NULL,
  snapshot jsonb NOT NULL,
  CONSTRAINT house_rule_version_pkey PRIMARY KEY (house_rule_id, version)
);

CREATE TABLE import_mapping (
  org_id uuid NOT NULL,
  signature text NOT NULL,
  mapping jsonb NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT import_mapping_pkey PRIMARY KEY (org_id, signature)
);

CREATE TABLE import_row (
  org_id uuid NOT NULL,
  fingerprint text NOT NULL,
  record_id uuid,
  decision jsonb NOT NULL,
  content jsonb NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT import_row_pkey PRIMARY KEY (org_id, fingerprint)
);

CREATE TABLE import_run (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  file_name text NOT NULL,
  sha256 text NOT NULL,
  bytes bytea NOT NULL,
  state text DEFAULT 'open'::text NOT NULL,
  mapping jsonb NOT NULL,
  decisions jsonb NOT NULL,
  tally jsonb NOT NULL,
  rejects jsonb NOT NULL,
  created_by text NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  committed_at timestamp(3) with time zone,
  version integer DEFAULT 1 NOT NULL,
  sheets jsonb,
  plan bytea,
  plan_stamp text,
  stop_asked_at timestamp(3) with time zone,
  register text,
  record_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL,
  CONSTRAINT import_run_pkey PRIMARY KEY (id)
);

CREATE TABLE instruction (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  controller_id uuid NOT NULL,
  number text NOT NULL,
  year integer NOT NULL,
  counter integer NOT NULL,
  text text NOT NULL,
  text_digest text NOT NULL,
  author_name text NOT NULL,
  author_power text DEFAULT ''::text NOT NULL,
  authority text NOT NULL,
  channel text NOT NULL,
  received_at timestamp(3) with time zone NOT NULL,
  effective_on text NOT NULL,
  transfer_effect text DEFAULT 'unanswered'::text NOT NULL,
  transfer_text text DEFAULT ''::text NOT NULL,
  record_ids uuid[] DEFAULT ARRAY[]::uuid[],
  covers jsonb NOT NULL,
  supersedes_id uuid,
  state text DEFAULT 'received'::text NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  contact_id uuid,
  merged_from_id uuid,
  CONSTRAINT instruction_pkey PRIMARY KEY (id)
);

CREATE TABLE instruction_fact (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  instruction_id uuid NOT NULL,
  controller_id uuid NOT NULL,
  version integer NOT NULL,
  event text NOT NULL,
  state text NOT NULL,
  fact_on text NOT NULL,
  fact_time text DEFAULT ''::text NOT NULL,
  note text DEFAULT ''::text NOT NULL,
  source text DEFAULT ''::text NOT NULL,
  infringes text DEFAULT ''::text NOT NULL,
  recipient text DEFAULT ''::text NOT NULL,
  successor_id uuid,
  letter_id uuid,
  document_id uuid,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  contact_id uuid,
  writer text DEFAULT ''::text NOT NULL,
  medium text DEFAULT ''::text NOT NULL,
  writing text DEFAULT ''::text NOT NULL,
  CONSTRAINT instruction_fact_pkey PRIMARY KEY (id),
  CONSTRAINT instruction_fact_medium CHECK (((medium = ANY (ARRAY[''::text, 'letter'::text, 'e-mail'::text, 'minutes'::text])) OR ((medium = 'portal'::text) AND (contact_id IS NOT NULL))))
);

CREATE TABLE instruction_series (
  controller_id uuid NOT NULL,
  org_id uuid NOT NULL,
  code text NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT instruction_series_pkey PRIMARY KEY (controller_id)
);

CREATE TABLE instruction_version (
  instruction_id uuid NOT NULL,
  version integer NOT NULL,
  org_id uuid NOT NULL,
  controller_id uuid NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  superseded_at timestamp(3) with time zone,
  author_id uuid,
  author_name text NOT NULL,
  change text NOT NULL,
  snapshot jsonb NOT NULL,
  CONSTRAINT instruction_version_pkey PRIMARY KEY (instruction_id, version)
);

CREATE TABLE invitation (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  email text NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  locale text DEFAULT 'fr'::text NOT NULL,
  invited_by_id uuid NOT NULL,
  invited_by_name text NOT NULL,
  letter_id uuid NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  sent_at timestamp(3) with time zone NOT NULL,
  expires_at timestamp(3) with time zone NOT NULL,
  accepted_at timestamp(3) with time zone,
  member_id uuid,
  withdrawn_at timestamp(3) with time zone,
  withdrawn_by_name text DEFAULT ''::text NOT NULL,
  CONSTRAINT invitation_pkey PRIMARY KEY (id)
);

CREATE TABLE job_beat (
  job text NOT NULL,
  ended_at timestamp(3) with time zone NOT NULL,
  is_failed boolean DEFAULT false NOT NULL,
  CONSTRAINT job_beat_pkey PRIMARY KEY (job)
);

CREATE TABLE journal_entry (
  org_id uuid NOT NULL,
  seq bigint NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  d bytea NOT NULL,
  h bytea NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  commitment bytea,
  rows_batch uuid,
  rows_count integer DEFAULT 0 NOT NULL,
  rows_digest bytea,
  CONSTRAINT journal_entry_pkey PRIMARY KEY (org_id, seq)
);

CREATE TABLE journal_head (
  org_id uuid NOT NULL,
  seq bigint NOT NULL,
  h bytea NOT NULL,
  CONSTRAINT journal_head_pkey PRIMARY KEY (org_id)
);

CREATE TABLE journal_key (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  public_key text NOT NULL,
  sealed bytea NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  retired_at timestamp(3) with time zone,
  CONSTRAINT journal_key_pkey PRIMARY KEY (id)
);

CREATE TABLE journal_publication (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  day text NOT NULL,
  seq bigint NOT NULL,
  h bytea NOT NULL,
  key_id uuid NOT NULL,
  document text NOT NULL,
  signature text NOT NULL,
  published_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT journal_publication_pkey PRIMARY KEY (id)
);

CREATE TABLE journal_text (
  org_id uuid NOT NULL,
  seq bigint NOT NULL,
  salt bytea,
  text text,
  event text,
  actor_id text,
  actor_name text,
  noun text,
  subject_id text,
  cleared_at timestamp(3) with time zone,
  CONSTRAINT journal_text_pkey PRIMARY KEY (org_id, seq)
);

CREATE TABLE logged_call (
  log_id uuid NOT NULL,
  line integer NOT NULL,
  org_id uuid NOT NULL,
  person_key bytea NOT NULL,
  called_at timestamp(0) with time zone NOT NULL,
  CONSTRAINT logged_call_pkey PRIMARY KEY (log_id, line),
  CONSTRAINT logged_call_person_key CHECK ((octet_length(person_key) = 32))
);

CREATE TABLE measure (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  reference text NOT NULL,
  library_code text,
  title text COLLATE "fr-x-icu" DEFAULT ''::text NOT NULL,
  description text DEFAULT ''::text NOT NULL,
  family text NOT NULL,
  articles text[],
  iso text[],
  owner text DEFAULT ''::text NOT NULL,
  evidence text DEFAULT ''::text NOT NULL,
  since text,
  review_on text,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  retired_at timestamp(3) with time zone,
  retire_reason text DEFAULT ''::text NOT NULL,
  CONSTRAINT measure_pkey PRIMARY KEY (id)
);

CREATE TABLE measure_version (
  measure_id uuid NOT NULL,
  version integer NOT NULL,
  org_id uuid NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  superseded_at timestamp(3) with time zone,
  author_id uuid,
  author_name text NOT NULL,
  change text NOT NULL,
  reference text NOT NULL,
  library_code text,
  title text NOT NULL,
  family text NOT NULL,
  articles text[],
  is_retired boolean NOT NULL,
  snapshot jsonb NOT NULL,
  CONSTRAINT measure_version_pkey PRIMARY KEY (measure_id, version)
);

CREATE TABLE member (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  person_id uuid NOT NULL,
  role text NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  joined_at timestamp(3) with time zone NOT NULL,
  ended_at timestamp(3) with time zone,
  CONSTRAINT member_pkey PRIMARY KEY (id)
);

CREATE TABLE minor_call (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  outcome text NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  CONSTRAINT minor_call_pkey PRIMARY KEY (id),
  CONSTRAINT minor_call_outcome CHECK ((outcome = ANY (ARRAY['ended'::text, 'adult'::text])))
);

CREATE TABLE night_contact (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  controller_id uuid NOT NULL,
  "position" integer NOT NULL,
  name text NOT NULL,
  role text DEFAULT ''::text NOT NULL,
  phone text DEFAULT ''::text NOT NULL,
  email text DEFAULT ''::text NOT NULL,
  language text DEFAULT 'fr'::text NOT NULL,
  hours text DEFAULT ''::text NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  ended_at timestamp(3) with time zone,
  end_reason text DEFAULT ''::text NOT NULL,
  ended_by_name text DEFAULT ''::text NOT NULL,
  CONSTRAINT night_contact_pkey PRIMARY KEY (id)
);

CREATE TABLE organisation (
  id uuid NOT NULL,
  slug text NOT NULL,
  legal_name text NOT NULL,
  ice text DEFAULT ''::text NOT NULL,
  address text DEFAULT ''::text NOT NULL,
  city text DEFAULT ''::text NOT NULL,
  country text NOT NULL,
  email text DEFAULT ''::text NOT NULL,
  phone text DEFAULT ''::text NOT NULL,
  dpo_name text DEFAULT ''::text NOT NULL,
  dpo_email text DEFAULT ''::text NOT NULL,
  dpo_phone text DEFAULT ''::text NOT NULL,
  has_no_dpo boolean DEFAULT false NOT NULL,
  eu_representative text DEFAULT ''::text NOT NULL,
  eu_representative_reason text DEFAULT ''::text NOT NULL,
  gdpr_binding text DEFAULT 'contractual-only'::text NOT NULL,
  site_countries text[],
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  requires_second_factor boolean DEFAULT false NOT NULL,
  eu_representative_contact text DEFAULT ''::text NOT NULL,
  eu_representative_country text DEFAULT ''::text NOT NULL,
  eu_representative_mandate_on text DEFAULT ''::text NOT NULL,
  eu_representative_exemption text DEFAULT ''::text NOT NULL,
  sites jsonb DEFAULT '[]'::jsonb NOT NULL,
  tools jsonb DEFAULT '[]'::jsonb NOT NULL,
  cndp_filings jsonb DEFAULT '[]'::jsonb NOT NULL,
  data_tika_reference text DEFAULT ''::text NOT NULL,
  data_tika_from text DEFAULT ''::text NOT NULL,
  data_tika_until text DEFAULT ''::text NOT NULL,
  turnover_amount text DEFAULT ''::text NOT NULL,
  turnover_currency text DEFAULT 'EUR'::text NOT NULL,
  turnover_rate text DEFAULT ''::text NOT NULL,
  turnover_rate_on text DEFAULT ''::text NOT NULL,
  turnover_year_end text DEFAULT ''::text NOT NULL,
  logo_id uuid,
  CONSTRAINT organisation_pkey PRIMARY KEY (id)
);

CREATE TABLE organisation_version (
  org_id uuid NOT NULL,
  version integer NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  superseded_at timestamp(3) with time zone,
  author_id uuid,
  author_name text NOT NULL,
  snapshot jsonb NOT NULL,
  CONSTRAINT organisation_version_pkey PRIMARY KEY (org_id, version)
);

CREATE TABLE outbox_fact (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  letter_id uuid NOT NULL,
  kind text NOT NULL,
  at timestamp(3) with time zone NOT NULL,
  source text NOT NULL,
  server text DEFAULT ''::text NOT NULL,
  status text DEFAULT ''::text NOT NULL,
  details text DEFAULT ''::text NOT NULL,
  channel text DEFAULT ''::text NOT NULL,
  said_by text DEFAULT ''::text NOT NULL,
  digest text NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_kind text NOT NULL,
  author_id uuid,
  author_name text DEFAULT ''::text NOT NULL,
  CONSTRAINT outbox_fact_pkey PRIMARY KEY (id)
);

CREATE TABLE outbox_mail (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  template text NOT NULL,
  locale text NOT NULL,
  to_name text DEFAULT ''::text NOT NULL,
  to_address text NOT NULL,
  params jsonb NOT NULL,
  sealed bytea,
  state text DEFAULT 'queued'::text NOT NULL,
  attempts integer DEFAULT 0 NOT NULL,
  next_attempt_at timestamp(3) with time zone NOT NULL,
  leased_until timestamp(3) with time zone,
  last_error text DEFAULT ''::text NOT NULL,
  message_id text NOT NULL,
  dedupe_key text,
  created_at timestamp(3) with time zone NOT NULL,
  accepted_at timestamp(3) with time zone,
  response text DEFAULT ''::text NOT NULL,
  closed_at timestamp(3) with time zone,
  attachment_id uuid,
  envelope_id text NOT NULL,
  is_notice_asked boolean,
  CONSTRAINT outbox_mail_pkey PRIMARY KEY (id)
);

CREATE TABLE parental_authorisation (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  choice_id uuid NOT NULL,
  people_sealed bytea NOT NULL,
  country text DEFAULT ''::text NOT NULL,
  power text NOT NULL,
  risk text NOT NULL,
  means text NOT NULL,
  proof text NOT NULL,
  authorised_on text NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  CONSTRAINT parental_authorisation_pkey PRIMARY KEY (id),
  CONSTRAINT parental_authorisation_means CHECK ((means = ANY (ARRAY['declaration-email'::text, 'call-back'::text, 'payment'::text, 'electronic-identity'::text]))),
  CONSTRAINT parental_authorisation_power CHECK ((power = ANY (ARRAY['parent'::text, 'guardian'::text, 'court'::text]))),
  CONSTRAINT parental_authorisation_risk CHECK ((risk = ANY (ARRAY['low'::text, 'high'::text])))
);

CREATE TABLE passkey (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  credential_id text NOT NULL,
  public_key bytea NOT NULL,
  counter bigint DEFAULT 0 NOT NULL,
  transports text[],
  backed_up boolean DEFAULT false NOT NULL,
  name text NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  last_used_at timestamp(3) with time zone,
  removed_at timestamp(3) with time zone,
  CONSTRAINT passkey_pkey PRIMARY KEY (id)
);

CREATE TABLE passkey_challenge (
  id uuid NOT NULL,
  challenge_hash bytea NOT NULL,
  purpose text NOT NULL,
  person_id uuid,
  created_at timestamp(3) with time zone NOT NULL,
  expires_at timestamp(3) with time zone NOT NULL,
  used_at timestamp(3) with time zone,
  CONSTRAINT passkey_challenge_pkey PRIMARY KEY (id)
);

CREATE TABLE person (
  id uuid NOT NULL,
  email text NOT NULL,
  name text NOT NULL,
  password_hash text,
  locale text DEFAULT 'fr'::text NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  disabled_at timestamp(3) with time zone,
  reminder_channel text DEFAULT 'default'::text NOT NULL,
  reminder_leads integer[] DEFAULT '{}'::integer[] NOT NULL,
  weekly_letter text DEFAULT 'none'::text NOT NULL,
  weekly_day integer DEFAULT 1 NOT NULL,
  weekly_hour integer DEFAULT 7 NOT NULL,
  weekly_since timestamp(3) with time zone,
  CONSTRAINT person_pkey PRIMARY KEY (id),
  CONSTRAINT person_reminder_channel_check CHECK ((reminder_channel = ANY (ARRAY['default'::text, 'mail'::text, 'digest'::text, 'none'::text]))),
  CONSTRAINT person_weekly_day_check CHECK (((weekly_day >= 1) AND (weekly_day <= 7))),
  CONSTRAINT person_weekly_hour_check CHECK (((weekly_hour >= 0) AND (weekly_hour <= 23))),
  CONSTRAINT person_weekly_letter_check CHECK ((weekly_letter = ANY (ARRAY['none'::text, 'owed'::text, 'always'::text])))
);

CREATE TABLE processing_record (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  capacity text DEFAULT 'processor'::text NOT NULL,
  reference text COLLATE register_order NOT NULL,
  controller_id uuid,
  state text DEFAULT 'draft'::text NOT NULL,
  state_since text,
  content jsonb NOT NULL,
  activity text COLLATE register_order NOT NULL,
  countries text[],
  instruments text[],
  required_gaps integer DEFAULT 0 NOT NULL,
  advisable_gaps integer DEFAULT 0 NOT NULL,
  gap_codes text[],
  rules_version integer DEFAULT 0 NOT NULL,
  reviewed_on text,
  review_due_on text,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  measure_ids uuid[] DEFAULT ARRAY[]::uuid[],
  controller_name text COLLATE register_order DEFAULT ''::text NOT NULL,
  sub_processor_ids uuid[] DEFAULT ARRAY[]::uuid[],
  contract_ids uuid[] DEFAULT ARRAY[]::uuid[],
  transfer_ids uuid[] DEFAULT ARRAY[]::uuid[],
  merged_from_id uuid,
  procedure_id uuid,
  CONSTRAINT processing_record_pkey PRIMARY KEY (id),
  CONSTRAINT processing_record_capacity_check CHECK ((((capacity = 'processor'::text) AND (controller_id IS NOT NULL)) OR ((capacity = 'controller'::text) AND (controller_id IS NULL))))
);

CREATE TABLE public_page (
  org_id uuid NOT NULL,
  address text NOT NULL,
  state text DEFAULT 'closed'::text NOT NULL,
  parts text[] DEFAULT '{}'::text[] NOT NULL,
  activity jsonb DEFAULT '{}'::jsonb NOT NULL,
  certifications jsonb DEFAULT '[]'::jsonb NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  announced_list jsonb,
  author_name text DEFAULT ''::text NOT NULL,
  CONSTRAINT public_page_pkey PRIMARY KEY (org_id),
  CONSTRAINT public_page_address_check CHECK (((address ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND ((length(address) >= 3) AND (length(address) <= 60)))),
  CONSTRAINT public_page_state_check CHECK ((state = ANY (ARRAY['closed'::text, 'open'::text])))
);

CREATE TABLE public_page_fact (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  event text NOT NULL,
  reason text DEFAULT ''::text NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  CONSTRAINT public_page_fact_pkey PRIMARY KEY (id),
  CONSTRAINT public_page_fact_event_check CHECK ((event = ANY (ARRAY['open'::text, 'close'::text])))
);

CREATE TABLE public_subscriber (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  email text NOT NULL,
  language text NOT NULL,
  requested_at timestamp(3) with time zone NOT NULL,
  confirm_hash bytea NOT NULL,
  expires_at timestamp(3) with time zone NOT NULL,
  confirmed_at timestamp(3) with time zone,
  leave_hash bytea NOT NULL,
  leave_sealed bytea NOT NULL,
  CONSTRAINT public_subscriber_pkey PRIMARY KEY (id),
  CONSTRAINT public_subscriber_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text, 'ar'::text])))
);

CREATE TABLE rate_limit (
  key text NOT NULL,
  window_start timestamp(3) with time zone NOT NULL,
  count integer NOT NULL,
  CONSTRAINT rate_limit_pkey PRIMARY KEY (key)
);

CREATE TABLE record_assessment (
  record_id uuid NOT NULL,
  version integer NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  org_id uuid NOT NULL,
  required_gaps integer NOT NULL,
  advisable_gaps integer NOT NULL,
  gap_codes text[],
  rules_version integer NOT NULL,
  CONSTRAINT record_assessment_pkey PRIMARY KEY (record_id, version, recorded_at)
);

CREATE TABLE record_state_fact (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  record_id uuid NOT NULL,
  event text NOT NULL,
  state text NOT NULL,
  since text NOT NULL,
  reason text DEFAULT ''::text NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  CONSTRAINT record_state_fact_pkey PRIMARY KEY (id)
);

CREATE TABLE record_version (
  record_id uuid NOT NULL,
  version integer NOT NULL,
  org_id uuid NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  superseded_at timestamp(3) with time zone,
  author_id uuid,
  author_name text NOT NULL,
  change text NOT NULL,
  capacity text NOT NULL,
  reference text COLLATE register_order NOT NULL,
  controller_id uuid,
  state text NOT NULL,
  state_since text,
  activity text COLLATE register_order NOT NULL,
  countries text[],
  instruments text[],
  required_gaps integer NOT NULL,
  advisable_gaps integer NOT NULL,
  gap_codes text[],
  rules_version integer NOT NULL,
  reviewed_on text,
  review_due_on text,
  snapshot jsonb NOT NULL,
  measure_ids uuid[] DEFAULT ARRAY[]::uuid[],
  sub_processor_ids uuid[] DEFAULT ARRAY[]::uuid[],
  contract_ids uuid[] DEFAULT ARRAY[]::uuid[],
  transfer_ids uuid[] DEFAULT ARRAY[]::uuid[],
  procedure_id uuid,
  CONSTRAINT record_version_pkey PRIMARY KEY (record_id, version),
  CONSTRAINT record_version_capacity_check CHECK ((((capacity = 'processor'::text) AND (controller_id IS NOT NULL)) OR ((capacity = 'controller'::text) AND (controller_id IS NULL))))
);

CREATE TABLE recovery_code (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  code_hash bytea NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  used_at timestamp(3) with time zone,
  superseded_at timestamp(3) with time zone,
  CONSTRAINT recovery_code_pkey PRIMARY KEY (id)
);

CREATE TABLE reminder (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  reader_id text NOT NULL,
  obligation text NOT NULL,
  due text NOT NULL,
  stage integer NOT NULL,
  letter_id uuid NOT NULL,
  is_digest boolean DEFAULT false NOT NULL,
  planned_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT reminder_pkey PRIMARY KEY (id)
);

CREATE TABLE returned_mail (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  digest text NOT NULL,
  letter_id uuid,
  outcome text NOT NULL,
  came_by text NOT NULL,
  sender text DEFAULT ''::text NOT NULL,
  subject text DEFAULT ''::text NOT NULL,
  read_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT returned_mail_pkey PRIMARY KEY (id)
);

CREATE TABLE rights_request (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  reference text NOT NULL,
  received_at timestamp(3) with time zone NOT NULL,
  channel text NOT NULL,
  rights text[],
  clue text DEFAULT ''::text NOT NULL,
  contact_sealed bytea,
  words_sealed bytea,
  person_key bytea,
  controller_id uuid,
  state text DEFAULT 'received'::text NOT NULL,
  relayed_at timestamp(3) with time zone,
  confirmed_at timestamp(3) with time zone,
  closed_at timestamp(3) with time zone,
  erased_at timestamp(3) with time zone,
  version integer DEFAULT 0 NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT rights_request_pkey PRIMARY KEY (id),
  CONSTRAINT rights_request_channel CHECK ((channel = ANY (ARRAY['telephone'::text, 'e-mail'::text, 'letter'::text, 'public-form'::text, 'portal'::text]))),
  CONSTRAINT rights_request_erased CHECK (((erased_at IS NULL) OR ((contact_sealed IS NULL) AND (words_sealed IS NULL) AND (person_key IS NULL) AND (clue = ''::text)))),
  CONSTRAINT rights_request_placed CHECK (((controller_id IS NOT NULL) OR (state = ANY (ARRAY['received'::text, 'not-ours'::text, 'closed'::text])))),
  CONSTRAINT rights_request_rights CHECK (((cardinality(rights) > 0) AND (rights <@ ARRAY['access'::text, 'rectification'::text, 'erasure'::text, 'restriction'::text, 'portability'::text, 'objection'::text, 'marketing-objection'::text, 'automated-decision'::text, 'consent-withdrawal'::text]))),
  CONSTRAINT rights_request_state CHECK ((state = ANY (ARRAY['received'::text, 'relayed'::text, 'instructed'::text, 'executing'::text, 'confirmed'::text, 'refused'::text, 'not-ours'::text, 'closed'::text])))
);

CREATE TABLE rights_request_fact (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  request_id uuid NOT NULL,
  controller_id uuid,
  number integer NOT NULL,
  kind text NOT NULL,
  value jsonb NOT NULL,
  at timestamp(3) with time zone NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_kind text NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  CONSTRAINT rights_request_fact_pkey PRIMARY KEY (id),
  CONSTRAINT rights_request_fact_number CHECK ((number > 0))
);

CREATE TABLE rights_request_rule (
  org_id uuid NOT NULL,
  retention_months integer NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  updated_by_name text NOT NULL,
  CONSTRAINT rights_request_rule_pkey PRIMARY KEY (org_id),
  CONSTRAINT rights_request_rule_months CHECK (((retention_months >= 0) AND (retention_months <= 120)))
);

CREATE TABLE search_document (
  subject_id uuid NOT NULL,
  noun text NOT NULL,
  org_id uuid NOT NULL,
  controller_id uuid,
  names text NOT NULL,
  more text DEFAULT ''::text NOT NULL,
  codes text[] DEFAULT '{}'::text[] NOT NULL,
  CONSTRAINT search_document_pkey PRIMARY KEY (subject_id)
);

CREATE TABLE search_word (
  org_id uuid NOT NULL,
  word text NOT NULL,
  CONSTRAINT search_word_pkey PRIMARY KEY (org_id, word)
);

CREATE TABLE session (
  id uuid NOT NULL,
  token_hash bytea NOT NULL,
  person_id uuid NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  last_seen_at timestamp(3) with time zone NOT NULL,
  expires_at timestamp(3) with time zone NOT NULL,
  revoked_at timestamp(3) with time zone,
  user_agent text DEFAULT ''::text NOT NULL,
  address text DEFAULT ''::text NOT NULL,
  method text DEFAULT 'password'::text NOT NULL,
  second_factor_at timestamp(3) with time zone,
  CONSTRAINT session_pkey PRIMARY KEY (id)
);

CREATE TABLE setup_token (
  id uuid NOT NULL,
  token_hash bytea NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  expires_at timestamp(3) with time zone NOT NULL,
  used_at timestamp(3) with time zone,
  CONSTRAINT setup_token_pkey PRIMARY KEY (id)
);

CREATE TABLE sign_in_challenge (
  id uuid NOT NULL,
  token_hash bytea NOT NULL,
  person_id uuid NOT NULL,
  return_path text DEFAULT '/'::text NOT NULL,
  tries integer DEFAULT 0 NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  expires_at timestamp(3) with time zone NOT NULL,
  used_at timestamp(3) with time zone,
  first text DEFAULT 'password'::text NOT NULL,
  CONSTRAINT sign_in_challenge_pkey PRIMARY KEY (id)
);

CREATE TABLE sign_in_link (
  id uuid NOT NULL,
  email text NOT NULL,
  token_hash bytea NOT NULL,
  sealed_code bytea NOT NULL,
  browser_hash bytea NOT NULL,
  tries integer DEFAULT 0 NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  expires_at timestamp(3) with time zone NOT NULL,
  used_at timestamp(3) with time zone,
  sealed_token bytea NOT NULL,
  CONSTRAINT sign_in_link_pkey PRIMARY KEY (id)
);

CREATE TABLE sub_processor (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  reference text COLLATE register_order NOT NULL,
  state text DEFAULT 'listed'::text NOT NULL,
  content jsonb NOT NULL,
  scope_digest text NOT NULL,
  name text COLLATE register_order NOT NULL,
  country text,
  countries text[],
  service text DEFAULT ''::text NOT NULL,
  contract_signed_on text,
  contract_ends_on text,
  required_gaps integer DEFAULT 0 NOT NULL,
  advisable_gaps integer DEFAULT 0 NOT NULL,
  gap_codes text[],
  rules_version integer DEFAULT 0 NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT sub_processor_pkey PRIMARY KEY (id)
);

CREATE TABLE sub_processor_fact (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  sub_processor_id uuid NOT NULL,
  event text NOT NULL,
  fact_on text NOT NULL,
  reason text NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  CONSTRAINT sub_processor_fact_pkey PRIMARY KEY (id),
  CONSTRAINT sub_processor_fact_reason CHECK ((reason <> ''::text))
);

CREATE TABLE sub_processor_version (
  sub_processor_id uuid NOT NULL,
  version integer NOT NULL,
  org_id uuid NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  superseded_at timestamp(3) with time zone,
  author_id uuid,
  author_name text NOT NULL,
  change text NOT NULL,
  reference text NOT NULL,
  name text NOT NULL,
  country text,
  countries text[],
  state text NOT NULL,
  scope_digest text NOT NULL,
  required_gaps integer NOT NULL,
  gap_codes text[],
  snapshot jsonb NOT NULL,
  CONSTRAINT sub_processor_version_pkey PRIMARY KEY (sub_processor_id, version)
);

CREATE TABLE thread (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  controller_id uuid NOT NULL,
  subject_noun text NOT NULL,
  subject_id uuid NOT NULL,
  state text NOT NULL,
  since timestamp(3) with time zone NOT NULL,
  last_at timestamp(3) with time zone NOT NULL,
  message_count integer NOT NULL,
  rank double precision NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT thread_pkey PRIMARY KEY (id)
);

CREATE TABLE thread_message (
  thread_id uuid NOT NULL,
  number integer NOT NULL,
  org_id uuid NOT NULL,
  controller_id uuid NOT NULL,
  side text NOT NULL,
  kind text NOT NULL,
  author_id uuid NOT NULL,
  author_name text NOT NULL,
  text text NOT NULL,
  said_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT thread_message_pkey PRIMARY KEY (thread_id, number),
  CONSTRAINT thread_message_text CHECK ((text <> ''::text))
);

CREATE TABLE thread_read (
  thread_id uuid NOT NULL,
  reader_id uuid NOT NULL,
  org_id uuid NOT NULL,
  controller_id uuid NOT NULL,
  side text NOT NULL,
  read_to integer NOT NULL,
  read_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT thread_read_pkey PRIMARY KEY (thread_id, reader_id)
);

CREATE TABLE totp_factor (
  person_id uuid NOT NULL,
  sealed bytea,
  started_at timestamp(3) with time zone NOT NULL,
  confirmed_at timestamp(3) with time zone,
  last_step integer,
  session_id uuid,
  CONSTRAINT totp_factor_pkey PRIMARY KEY (person_id)
);

CREATE TABLE transfer (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  reference text COLLATE register_order NOT NULL,
  controller_id uuid,
  controller_name text COLLATE register_order DEFAULT ''::text NOT NULL,
  flow text NOT NULL,
  state text DEFAULT 'running'::text NOT NULL,
  content jsonb NOT NULL,
  importer_name text COLLATE register_order DEFAULT ''::text NOT NULL,
  country text,
  tool text,
  next_review_on text,
  required_gaps integer DEFAULT 0 NOT NULL,
  advisable_gaps integer DEFAULT 0 NOT NULL,
  gap_codes text[],
  rules_version integer DEFAULT 0 NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  sub_processor_id uuid,
  merged_from_id uuid,
  CONSTRAINT transfer_pkey PRIMARY KEY (id),
  CONSTRAINT transfer_party CHECK (((flow = 'to-sub-processor'::text) OR (controller_id IS NOT NULL))),
  CONSTRAINT transfer_sub_processor CHECK (((flow = 'to-sub-processor'::text) OR (sub_processor_id IS NULL)))
);

CREATE TABLE transfer_fact (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  transfer_id uuid NOT NULL,
  event text NOT NULL,
  fact_on text NOT NULL,
  reason text NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  CONSTRAINT transfer_fact_pkey PRIMARY KEY (id),
  CONSTRAINT transfer_fact_reason CHECK ((reason <> ''::text))
);

CREATE TABLE transfer_version (
  transfer_id uuid NOT NULL,
  version integer NOT NULL,
  org_id uuid NOT NULL,
  controller_id uuid,
  recorded_at timestamp(3) with time zone NOT NULL,
  superseded_at timestamp(3) with time zone,
  author_id uuid,
  author_name text NOT NULL,
  change text NOT NULL,
  reference text NOT NULL,
  importer_name text NOT NULL,
  country text,
  state text NOT NULL,
  required_gaps integer NOT NULL,
  gap_codes text[],
  snapshot jsonb NOT NULL,
  CONSTRAINT transfer_version_pkey PRIMARY KEY (transfer_id, version)
);

CREATE TABLE watch_entry (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  feed_id uuid NOT NULL,
  key text NOT NULL,
  title text NOT NULL,
  url text DEFAULT ''::text NOT NULL,
  published_on text DEFAULT ''::text NOT NULL,
  found_at timestamp(3) with time zone NOT NULL,
  state text DEFAULT 'proposed'::text NOT NULL,
  work_id uuid,
  decided_at timestamp(3) with time zone,
  decided_by_name text DEFAULT ''::text NOT NULL,
  CONSTRAINT watch_entry_pkey PRIMARY KEY (id),
  CONSTRAINT watch_entry_state CHECK ((state = ANY (ARRAY['proposed'::text, 'recorded'::text, 'set-aside'::text]))),
  CONSTRAINT watch_entry_work CHECK (((state = 'recorded'::text) = (work_id IS NOT NULL)))
);

CREATE TABLE watch_feed (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  url text NOT NULL,
  name text DEFAULT ''::text NOT NULL,
  title text DEFAULT ''::text NOT NULL,
  next_read_at timestamp(3) with time zone NOT NULL,
  read_at timestamp(3) with time zone,
  failed_at timestamp(3) with time zone,
  failure text DEFAULT ''::text NOT NULL,
  failure_status integer,
  etag text DEFAULT ''::text NOT NULL,
  last_modified text DEFAULT ''::text NOT NULL,
  added_by_name text NOT NULL,
  ended_at timestamp(3) with time zone,
  ended_by_name text DEFAULT ''::text NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT watch_feed_pkey PRIMARY KEY (id)
);

CREATE TABLE weekly_letter (
  org_id uuid NOT NULL,
  member_id uuid NOT NULL,
  week text NOT NULL,
  letter_id uuid,
  decided_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT weekly_letter_pkey PRIMARY KEY (org_id, member_id, week)
);

ALTER TABLE attachment_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;
ALTER TABLE call_log_part ALTER COLUMN packed SET STORAGE EXTERNAL;
ALTER TABLE dossier_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE OR REPLACE FUNCTION public.admit_backup()
 RETURNS void
 LANGUAGE plpgsql
AS $function$
DECLARE t text;
BEGIN
  FOR t IN SELECT c.relname FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relrowsecurity
      AND NOT EXISTS (SELECT FROM pg_policy p JOIN pg_roles r ON r.oid = ANY (p.polroles)
        WHERE p.polrelid = c.oid AND p.polname = 'backup' AND r.rolname = current_user) LOOP
    EXECUTE format('DROP POLICY IF EXISTS backup ON public.%I', t);
    EXECUTE format('CREATE POLICY backup ON public.%I FOR SELECT TO CURRENT_USER USING ((SELECT app_backup()))', t);
  END LOOP;
END $function$;

CREATE OR REPLACE FUNCTION public.amana_bind_portal(name text, shown text[], condition text DEFAULT 'controller_id = ANY ((SELECT app_controllers())::uuid[])'::text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  columns text;
BEGIN
  SELECT string_agg(quote_ident(c), ', ' ORDER BY place) INTO columns
    FROM unnest(shown) WITH ORDINALITY AS u (c, place);
  EXECUTE format($p$CREATE POLICY portal ON %I FOR SELECT TO amana_portal, CURRENT_USER
    USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND %s)$p$, name, condition);
  EXECUTE format('CREATE VIEW portal.%1$I WITH (security_barrier, security_invoker) AS SELECT %2$s FROM public.%1$I',
    name, columns);
  EXECUTE format('GRANT SELECT (%s) ON public.%I TO amana_portal', columns, name);
  EXECUTE format('GRANT SELECT ON portal.%I TO amana_portal', name);
END $function$;

CREATE OR REPLACE FUNCTION public.amana_bind_search(name text, document text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  EXECUTE format($f$CREATE FUNCTION public.%1$I() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $b$
    BEGIN
      PERFORM search_store((SELECT array_agg(%2$I(f)) FROM fresh f));
      RETURN NULL;
    END $b$ $f$, 'search_' || name, document);
  EXECUTE format('REVOKE ALL ON FUNCTION %I() FROM PUBLIC', 'search_' || name);
  EXECUTE format('CREATE TRIGGER search_made AFTER INSERT ON %I REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION %I()', name, 'search_' || name);
  EXECUTE format('CREATE TRIGGER search_changed AFTER UPDATE ON %I REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION %I()', name, 'search_' || name);
  EXECUTE format('CREATE TRIGGER search_gone AFTER DELETE ON %I REFERENCING OLD TABLE AS stale
    FOR EACH STATEMENT EXECUTE FUNCTION search_forget()', name);
END $function$;

CREATE OR REPLACE FUNCTION public.amana_bind_table(name text, kind text, auditor_reads boolean DEFAULT true)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  key_columns text;
BEGIN
  IF kind NOT IN ('row', 'version', 'fact') THEN
    RAISE EXCEPTION 'bind: % is no kind of table', kind USING ERRCODE = '22023';
  END IF;
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
  EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  EXECUTE format($p$CREATE POLICY staff ON %I FOR ALL
    USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
    WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))$p$, name);
  IF false THEN
    EXECUTE format($p$CREATE POLICY auditor ON %I FOR SELECT
      USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'auditor'))$p$, name);
  END IF;
  EXECUTE format('GRANT SELECT, INSERT ON %I TO amana_app', name);
  IF kind = 'row' THEN
    EXECUTE format('GRANT UPDATE ON %I TO amana_app', name);
    RETURN;
  END IF;
  IF kind = 'version' THEN
    EXECUTE format('GRANT UPDATE (superseded_at) ON %I TO amana_app', name);
    EXECUTE format('CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON %I
      FOR EACH ROW EXECUTE FUNCTION version_refuse_rewrite()', name);
  END IF;
  SELECT string_agg(a.attname, ',' ORDER BY array_position(i.indkey::int2[], a.attnum)) INTO key_columns
    FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
    WHERE i.indrelid = ('public.' || quote_ident(name))::regclass AND i.indisprimary;
  PERFORM evidence_admit(name, key_columns, CASE kind WHEN 'version' THEN 'superseded_at' ELSE '' END);
END $function$;

CREATE OR REPLACE FUNCTION public.app_backup()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT coalesce(current_setting('app.backup', true), '') = 'on' AND session_user = current_user $function$;

CREATE OR REPLACE FUNCTION public.app_controller()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT nullif(current_setting('app.controller', true), '')::uuid $function$;

CREATE OR REPLACE FUNCTION public.app_controllers()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT coalesce(nullif(current_setting('app.controllers', true), '')::uuid[], ARRAY[app_controller()]) $function$;

CREATE OR REPLACE FUNCTION public.app_link()
 RETURNS bytea
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  SELECT decode(nullif(current_setting('app.link', true), ''), 'hex')
$function$;

CREATE OR REPLACE FUNCTION public.app_org()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT nullif(current_setting('app.org', true), '')::uuid $function$;

CREATE OR REPLACE FUNCTION public.app_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT nullif(current_setting('app.person', true), '')::uuid $function$;

CREATE OR REPLACE FUNCTION public.app_scope()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  SELECT CASE session_user WHEN 'amana_portal' THEN 'portal' WHEN 'amana_auditor' THEN 'auditor'
    WHEN 'amana_public' THEN
      CASE WHEN coalesce(current_setting('app.scope', true), '') = 'data-subject' THEN 'data-subject' ELSE 'public' END
    ELSE coalesce(current_setting('app.scope', true), '') END
$function$;

CREATE OR REPLACE FUNCTION public.attachment_is_closed(of_org uuid, of_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT coalesce(
    (SELECT c.is_closed FROM attachment_closure c WHERE c.org_id = of_org AND c.attachment_id = of_id
      ORDER BY c.number DESC LIMIT 1),
    EXISTS (SELECT FROM attachment_withdrawal w WHERE w.org_id = of_org AND w.attachment_id = of_id AND w.was_given)
      AND attachment_status(of_org, of_id) <> 'sealed') $function$;

CREATE OR REPLACE FUNCTION public.attachment_status(of_org uuid, of_id uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT CASE
    -- Printed by the product, and certified or sent as it is.
    WHEN EXISTS (SELECT FROM decision_certificate d WHERE d.org_id = a.org_id AND d.document_id = a.id)
      OR EXISTS (SELECT FROM contract_end_certificate e WHERE e.org_id = a.org_id AND e.document_id = a.id)
      OR EXISTS (SELECT FROM authorisation_fact f WHERE f.org_id = a.org_id AND f.document_id = a.id AND f.letter_id IS NOT NULL)
      OR EXISTS (SELECT FROM instruction_fact f WHERE f.org_id = a.org_id AND f.document_id = a.id AND f.letter_id IS NOT NULL)
      OR EXISTS (SELECT FROM outbox_mail m WHERE m.org_id = a.org_id AND m.attachment_id = a.id) THEN 'sealed'
    WHEN a.contact_id IS NOT NULL OR a.author_id IS NULL THEN 'received'
    -- A dated fact names it as its paper.
    WHEN EXISTS (SELECT FROM authorisation_fact f WHERE f.org_id = a.org_id AND f.document_id = a.id)
      OR EXISTS (SELECT FROM instruction_fact f WHERE f.org_id = a.org_id AND f.document_id = a.id) THEN 'given'
    WHEN a.controller_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM contract c WHERE c.org_id = a.org_id AND c.id = a.subject_id AND c.state = 'draft')
      AND NOT EXISTS (SELECT FROM authorisation r WHERE r.org_id = a.org_id AND r.id = a.subject_id AND r.state = 'draft')
      THEN 'given'
    ELSE 'own' END
  FROM attachment a WHERE a.org_id = of_org AND a.id = of_id $function$;

CREATE OR REPLACE FUNCTION public.audit_announce()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM pg_notify('amana_audit', '');
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.audit_grant_refuse()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at
    OR OLD.collected_at IS NOT NULL AND NEW.collected_at IS DISTINCT FROM OLD.collected_at THEN
    RAISE EXCEPTION 'audit_grant: what is revoked or collected stays so' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.audit_open_grant()
 RETURNS SETOF audit_grant
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT g.* FROM audit_grant g WHERE app_scope() = 'auditor' AND g.org_id = app_org()
    AND g.id = nullif(current_setting('app.grant', true), '')::uuid
    AND g.collected_at IS NOT NULL AND g.revoked_at IS NULL
    AND g.starts_at <= clock_timestamp() AND g.ends_at > clock_timestamp()
$function$;

CREATE OR REPLACE FUNCTION public.audit_row_refuse()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF EXISTS (SELECT FROM fresh f JOIN audit_grant g ON g.org_id = f.org_id AND g.id = f.grant_id
    WHERE g.collect_state = 'collected') THEN
    RAISE EXCEPTION 'audit_grant: it was collected' USING ERRCODE = '42501';
  END IF;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.audits_due(at timestamp with time zone, max_rows integer)
 RETURNS TABLE(id uuid, org_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  RETURN QUERY SELECT g.id, g.org_id FROM audit_grant g
    WHERE g.revoked_at IS NULL AND g.ends_at > at
      AND (g.collect_state = 'waiting' OR (g.collect_state = 'collecting' AND g.leased_until <= at))
    ORDER BY g.granted_at LIMIT max_rows;
  PERFORM set_config('app.listing', '', true);
END $function$;

CREATE OR REPLACE FUNCTION public.authorisation_document(a authorisation)
 RETURNS search_document
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT ROW(a.id, 'authorisation', a.org_id, a.controller_id, fold_text(concat_ws(' ',
    a.reference, a.controller_name, s.reference, s.name)), '', '{}'::text[])::search_document
  FROM sub_processor s WHERE s.org_id = a.org_id AND s.id = a.sub_processor_id $function$;

CREATE OR REPLACE FUNCTION public.authorisation_outdates_records()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM set_config('app.outdates_records', 'on', true);
  UPDATE processing_record SET rules_version = 0
    WHERE org_id = NEW.org_id AND controller_id = NEW.controller_id
      AND sub_processor_ids @> ARRAY[NEW.sub_processor_id];
  PERFORM set_config('app.outdates_records', 'off', true);
  PERFORM pg_notify('amana_outdated', '');
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.authorisation_refuse_rewrite()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE free text[] := ARRAY['controller_name', 'state', 'received_at', 'version', 'updated_at'];
BEGIN
  IF app_scope() = 'staff' AND NEW.merged_from_id IS DISTINCT FROM OLD.merged_from_id THEN
    free := free || ARRAY['controller_id', 'merged_from_id'];
  END IF;
  IF (to_jsonb(OLD) - free) IS DISTINCT FROM (to_jsonb(NEW) - free) THEN
    RAISE EXCEPTION 'authorisation: % was sent', OLD.reference USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.breach_document(b breach)
 RETURNS search_document
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT ROW(b.id, 'breach', b.org_id, NULL::uuid, fold_text(concat_ws(' ', b.reference, b.title,
    (SELECT string_agg(c.legal_name, ' ' ORDER BY c.legal_name) FROM breach_controller l
      JOIN controller c ON c.org_id = l.org_id AND c.id = l.controller_id
      WHERE l.org_id = b.org_id AND l.breach_id = b.id AND l.status <> 'set-aside'))),
    coalesce(fold_text((SELECT string_agg(left(f.value ->> 'text', 2000), ' ' ORDER BY f.number) FROM breach_fact f
      WHERE f.org_id = b.org_id AND f.breach_id = b.id)), ''), '{}'::text[])::search_document $function$;

CREATE OR REPLACE FUNCTION public.breach_notice_fact_place()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF NEW.notice_id IS NOT NULL THEN
    SELECT n.breach_id INTO NEW.breach_id FROM breach_notice n
      WHERE n.org_id = NEW.org_id AND n.id = NEW.notice_id AND n.controller_id = NEW.controller_id;
  END IF;
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.breach_notice_refuse_rewrite()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  RAISE EXCEPTION 'breach notice: one that is % does not change', OLD.status USING ERRCODE = '42501';
END $function$;

CREATE OR REPLACE FUNCTION public.call_log_announce()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM pg_notify('amana_call_log', '');
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.call_log_clear(log_id uuid, today text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE cleared integer;
BEGIN
  IF app_scope() IS DISTINCT FROM 'staff' THEN
    RAISE EXCEPTION 'call_log_clear: refused' USING ERRCODE = '42501';
  END IF;
  IF NOT EXISTS (SELECT FROM call_log l WHERE l.org_id = app_org() AND l.id = call_log_clear.log_id
      AND (l.state = 'failed' OR (l.state = 'judged' AND l.stored_until < today))) THEN
    RETURN 0;
  END IF;
  WITH gone AS (
    DELETE FROM call_log_part p WHERE p.org_id = app_org() AND p.log_id = call_log_clear.log_id RETURNING p.calls)
  SELECT coalesce(sum(gone.calls), 0)::integer INTO cleared FROM gone;
  DELETE FROM logged_call c WHERE c.org_id = app_org() AND c.log_id = call_log_clear.log_id;
  RETURN cleared;
END $function$;

CREATE OR REPLACE FUNCTION public.call_logs_due(at timestamp with time zone, max_rows integer)
 RETURNS TABLE(id uuid, org_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  RETURN QUERY SELECT l.id, l.org_id FROM call_log l
    WHERE l.state = 'queued' OR (l.state = 'judging' AND l.leased_until <= at)
    ORDER BY l.received_at LIMIT max_rows;
  PERFORM set_config('app.listing', '', true);
END $function$;

CREATE OR REPLACE FUNCTION public.call_logs_past(day text, at timestamp with time zone, max_rows integer)
 RETURNS TABLE(id uuid, org_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  RETURN QUERY SELECT l.id, l.org_id FROM call_log l
    WHERE (l.state = 'judged' AND l.cleared_at IS NULL AND l.stored_until < day)
      OR (l.state = 'reading' AND l.leased_until <= at)
    ORDER BY l.received_at LIMIT max_rows;
  PERFORM set_config('app.listing', '', true);
END $function$;

CREATE OR REPLACE FUNCTION public.certificate_origin()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  SELECT coalesce(e.controller_id, NEW.controller_id) INTO NEW.controller_id FROM contract_end e
    WHERE e.org_id = NEW.org_id AND e.id = NEW.contract_end_id;
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.clean_expired(at timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF at IS NULL OR at > clock_timestamp() + interval '1 hour' THEN
    RAISE EXCEPTION 'clean_expired: % is ahead of the clock', at USING ERRCODE = '22023';
  END IF;
  RETURN clean_expired_before(at);
END $function$;

CREATE OR REPLACE FUNCTION public.clean_expired_before(at timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE cleaned bigint; total bigint := 0;
BEGIN
  DELETE FROM rate_limit WHERE window_start < at - interval '7 days';
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  total := total + cleaned;
  DELETE FROM session WHERE least(expires_at, coalesce(revoked_at, expires_at)) < at - interval '90 days';
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  total := total + cleaned;
  DELETE FROM setup_token WHERE expires_at < at - interval '90 days';
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  total := total + cleaned;
  DELETE FROM account_token WHERE expires_at < at - interval '90 days';
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  total := total + cleaned;
  PERFORM set_config('app.cleaning', 'on', true);
  DELETE FROM invitation WHERE accepted_at IS NULL
    AND least(expires_at, coalesce(withdrawn_at, expires_at)) < at - interval '90 days';
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  PERFORM set_config('app.cleaning', '', true);
  total := total + cleaned;
  DELETE FROM sign_in_challenge WHERE expires_at < at - interval '1 day';
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  total := total + cleaned;
  DELETE FROM passkey_challenge WHERE expires_at < at - interval '1 day';
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  total := total + cleaned;
  DELETE FROM totp_factor WHERE confirmed_at IS NULL AND started_at < at - interval '1 day';
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  RETURN total + cleaned;
END $function$;

CREATE OR REPLACE FUNCTION public.clean_submissions()
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE cleaned bigint;
BEGIN
  PERFORM set_config('app.cleaning', 'on', true);
  DELETE FROM form_submission WHERE recorded_at < now() - interval '2 days';
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  PERFORM set_config('app.cleaning', '', true);
  RETURN cleaned;
END $function$;

CREATE OR REPLACE FUNCTION public.clean_subscribers()
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE cleaned bigint;
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  DELETE FROM public_subscriber s WHERE s.confirmed_at IS NULL AND s.expires_at < clock_timestamp();
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  PERFORM set_config('app.listing', '', true);
  RETURN cleaned;
END $function$;

CREATE OR REPLACE FUNCTION public.close_given_only()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF coalesce(attachment_status(NEW.org_id, NEW.attachment_id), '') NOT IN ('given', 'received')
    OR NEW.is_closed = attachment_is_closed(NEW.org_id, NEW.attachment_id)
    OR NEW.controller_id IS DISTINCT FROM
      (SELECT a.controller_id FROM attachment a WHERE a.org_id = NEW.org_id AND a.id = NEW.attachment_id) THEN
    RAISE EXCEPTION 'what was given is closed, or opened again, and nothing else is' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.consultation_answer(answers jsonb, in_language text, at timestamp with time zone)
 RETURNS TABLE(id uuid, controller_id uuid, act text, purpose text, country text, outcome text, proof text, valid_until text, person text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF app_scope() <> 'data-subject' OR in_language NOT IN ('fr', 'en', 'ar') THEN
    RAISE EXCEPTION 'consultation: no answer without a link' USING ERRCODE = '42501';
  END IF;
  RETURN QUERY INSERT INTO choice AS h (id, org_id, controller_id, person_key, act, purpose, country, outcome, decided_at,
      source, proof, valid_until, recorded_at, author_name, consultation_person_id)
    SELECT a.id, p.org_id, c.controller_id, p.person_key, q ->> 'act', q ->> 'purpose',
      CASE WHEN q ->> 'act' = 'transfer' THEN q ->> 'country' ELSE '' END, a.outcome, at, 'consultation',
      concat_ws(' · ', c.reference, in_language, 'SHA-256 ' || encode(sha256(convert_to(q ->> in_language, 'UTF8')), 'hex')),
      a.until, at, '', p.id
    FROM jsonb_to_recordset(answers) AS a (id uuid, number integer, outcome text, until text)
      JOIN consultation_person p ON p.token_hash = app_link() AND p.revoked_at IS NULL AND a.number = ANY (p.asked)
      JOIN consultation c ON c.org_id = p.org_id AND c.id = p.consultation_id AND c.state = 'open'
      CROSS JOIN LATERAL (SELECT c.content -> 'questions' -> (a.number - 1) AS q) u
    RETURNING h.id, h.controller_id, h.act, h.purpose, h.country, h.outcome, h.proof, h.valid_until, encode(h.person_key, 'hex');
END $function$;

CREATE OR REPLACE FUNCTION public.consultation_asked()
 RETURNS TABLE(org uuid, link uuid, reference text, processor text, processor_contact text, controller text, state text, first_day text, last_day text, content jsonb, asked integer[], language text, revoked_at timestamp with time zone, choices jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT p.org_id, p.id, c.reference, o.legal_name, coalesce(nullif(o.dpo_email, ''), o.email), coalesce(m.legal_name, r.legal_name), c.state,
    c.first_day, c.last_day, c.content, p.asked, p.language, p.revoked_at,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'act', h.act, 'purpose', h.purpose, 'country', h.country, 'outcome', h.outcome,
        'decidedAt', (extract(epoch FROM h.decided_at) * 1000)::bigint, 'validUntil', h.valid_until)
        ORDER BY h.decided_at DESC, h.id DESC), '[]')
      FROM choice h WHERE h.org_id = p.org_id AND h.consultation_person_id = p.id)
  FROM consultation_person p
    JOIN consultation c ON c.org_id = p.org_id AND c.id = p.consultation_id
    JOIN organisation o ON o.id = p.org_id
    JOIN controller r ON r.org_id = c.org_id AND r.id = c.controller_id
    LEFT JOIN controller m ON m.org_id = r.org_id AND m.id = r.merged_into_id
  WHERE app_scope() = 'data-subject' AND p.token_hash = app_link()
$function$;

CREATE OR REPLACE FUNCTION public.consultation_person_refuse_rewrite()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF (NEW.contact_sealed IS NOT NULL AND NEW.contact_sealed IS DISTINCT FROM OLD.contact_sealed)
    OR (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at) THEN
    RAISE EXCEPTION 'consultation: a contact is emptied and a link revoked for good' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.contact_knows_archive()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  SELECT archived_at INTO NEW.controller_archived_at FROM controller
    WHERE org_id = NEW.org_id AND id = NEW.controller_id;
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.contract_document(c contract)
 RETURNS search_document
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT ROW(c.id, 'contract', c.org_id, c.controller_id,
    fold_text(concat_ws(' ', c.reference, c.title, c.controller_name)), '', '{}'::text[])::search_document $function$;

CREATE OR REPLACE FUNCTION public.controller_archives_contacts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  UPDATE controller_contact SET controller_archived_at = NEW.archived_at
    WHERE org_id = NEW.org_id AND controller_id = NEW.id;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.controller_document(c controller)
 RETURNS search_document
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT ROW(c.id, 'controller', c.org_id, c.id, fold_text(c.legal_name), '', '{}'::text[])::search_document $function$;

CREATE OR REPLACE FUNCTION public.controller_renames_authorisations()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  UPDATE authorisation SET controller_name = NEW.legal_name WHERE org_id = NEW.org_id AND controller_id = NEW.id;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.controller_renames_contacts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  UPDATE controller_contact SET controller_name = NEW.legal_name
    WHERE org_id = NEW.org_id AND controller_id = NEW.id;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.controller_renames_contracts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  UPDATE contract SET controller_name = NEW.legal_name WHERE org_id = NEW.org_id AND controller_id = NEW.id;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.controller_renames_instructions()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  UPDATE instruction SET controller_id = controller_id WHERE org_id = NEW.org_id AND controller_id = NEW.id;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.controller_renames_records()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  UPDATE processing_record SET controller_name = NEW.legal_name
    WHERE org_id = NEW.org_id AND controller_id = NEW.id;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.controller_renames_transfers()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  UPDATE transfer SET controller_name = NEW.legal_name WHERE org_id = NEW.org_id AND controller_id = NEW.id;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.dossier_announce()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM pg_notify('amana_dossier', '');
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.dossier_clear(dossier_id uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE cleared integer;
BEGIN
  IF app_scope() IS DISTINCT FROM 'staff' THEN
    RAISE EXCEPTION 'dossier_clear: refused' USING ERRCODE = '42501';
  END IF;
  DELETE FROM dossier_chunk c USING dossier d
    WHERE d.org_id = app_org() AND d.id = dossier_clear.dossier_id
      AND c.org_id = d.org_id AND c.dossier_id = d.id
      AND (d.state IN ('failed', 'cancelled', 'expired') OR c.attempt < d.attempts);
  GET DIAGNOSTICS cleared = ROW_COUNT;
  RETURN cleared;
END $function$;

CREATE OR REPLACE FUNCTION public.dossiers_due(at timestamp with time zone, max_rows integer)
 RETURNS TABLE(id uuid, org_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  RETURN QUERY SELECT d.id, d.org_id FROM dossier d
    WHERE d.state = 'queued' OR (d.state = 'running' AND d.leased_until <= at)
    ORDER BY d.requested_at LIMIT max_rows;
  PERFORM set_config('app.listing', '', true);
END $function$;

CREATE OR REPLACE FUNCTION public.dossiers_expired(at timestamp with time zone, max_rows integer)
 RETURNS TABLE(id uuid, org_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  RETURN QUERY SELECT d.id, d.org_id FROM dossier d
    WHERE d.state = 'made' AND d.expires_at <= at ORDER BY d.expires_at LIMIT max_rows;
  PERFORM set_config('app.listing', '', true);
END $function$;

CREATE OR REPLACE FUNCTION public.dpo_work_document(w dpo_work)
 RETURNS search_document
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT ROW(w.id, w.kind, w.org_id, w.controller_id, fold_text(concat_ws(' ', w.reference, w.title)),
    fold_text(left((SELECT string_agg(v #>> '{}', ' ') FROM jsonb_path_query(w.content,
      'strict $.**?(@.type() == "string")') v), 4000)), '{}'::text[])::search_document $function$;

CREATE OR REPLACE FUNCTION public.evidence_admit(name text, key_columns text, changeable text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET "TimeZone" TO 'UTC'
 SET bytea_output TO 'hex'
 SET extra_float_digits TO '1'
AS $function$
BEGIN
  EXECUTE format('CREATE TRIGGER evidence_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION evidence_note(%L, %L)', name, key_columns, changeable);
  EXECUTE format('CREATE TRIGGER evidence_update AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION evidence_note(%L, %L)', name, key_columns, changeable);
  EXECUTE format('CREATE TRIGGER evidence_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION evidence_note(%L, %L)', name, key_columns, changeable);
  EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', name);
  EXECUTE format($q$INSERT INTO evidence_row (org_id, table_name, row_key, act, digest, state, batch)
    SELECT (line ->> 'org_id')::uuid, %1$L, evidence_key(line, %2$L), 'insert', evidence_digest(line, %3$L),
      coalesce(line ->> nullif(%3$L, ''), ''), md5('evidence of ' || (line ->> 'org_id'))::uuid
    FROM (SELECT to_jsonb(t) AS line FROM %1$I t) AS s$q$, name, key_columns, changeable);
  EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
END $function$;

CREATE OR REPLACE FUNCTION public.evidence_batch_digest(chain uuid, of_batch uuid, OUT lines integer, OUT digest bytea)
 RETURNS record
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT count(*)::int, sha256(convert_to(string_agg(
    table_name || '|' || row_key || '|' || act || '|' || encode(e.digest, 'hex') || '|' || state, E'\n'
    ORDER BY table_name COLLATE "C", row_key COLLATE "C", act COLLATE "C"), 'UTF8'))
  FROM evidence_row e WHERE org_id = chain AND batch = of_batch
$function$;

CREATE OR REPLACE FUNCTION public.evidence_collect(chain uuid)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  collected bigint; batch_id uuid := gen_random_uuid();
BEGIN
  IF chain IS DISTINCT FROM app_org() OR app_scope() NOT IN ('staff', 'platform') THEN
    RAISE EXCEPTION 'evidence: chain % is not in scope', chain USING ERRCODE = '42501';
  END IF;
  -- Two collectors at once would each take the rows of the other.
  PERFORM pg_advisory_xact_lock(hashtextextended('evidence of ' || chain, 0));
  PERFORM set_config('app.evidence_collect', 'on', true);
  UPDATE evidence_row r SET batch = batch_id WHERE org_id = chain AND NOT EXISTS (
    SELECT FROM journal_entry e WHERE e.org_id = r.org_id AND e.rows_batch = r.batch);
  GET DIAGNOSTICS collected = ROW_COUNT;
  PERFORM set_config('app.evidence_collect', '', true);
  IF collected > 0 THEN
    PERFORM set_config('app.evidence_batch', chain || ' ' || batch_id, true);
  END IF;
  RETURN collected;
END $function$;

CREATE OR REPLACE FUNCTION public.evidence_digest(line jsonb, changeable text)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT sha256(convert_to(coalesce(jsonb_object_agg(key, value), '{}')::text, 'UTF8'))
  FROM jsonb_each(line) WHERE value <> 'null'::jsonb AND key <> changeable
$function$;

CREATE OR REPLACE FUNCTION public.evidence_key(line jsonb, columns text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT string_agg(line ->> name, ':' ORDER BY place)
  FROM unnest(string_to_array(columns, ',')) WITH ORDINALITY AS u (name, place)
$function$;

CREATE OR REPLACE FUNCTION public.evidence_note()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET "TimeZone" TO 'UTC'
 SET bytea_output TO 'hex'
 SET extra_float_digits TO '1'
AS $function$
DECLARE
  org text; batch_id uuid; known text[];
BEGIN
  SELECT min(org_id::text) INTO org FROM changed;
  IF org IS NULL THEN RETURN NULL; END IF;
  known := string_to_array(nullif(current_setting('app.evidence_batch', true), ''), ' ');
  IF known[1] = org THEN
    batch_id := known[2]::uuid;
  ELSE
    batch_id := gen_random_uuid();
    PERFORM set_config('app.evidence_batch', org || ' ' || batch_id, true);
  END IF;
  INSERT INTO evidence_row (org_id, table_name, row_key, act, digest, state, batch)
  SELECT (line ->> 'org_id')::uuid, TG_TABLE_NAME,
    (SELECT string_agg(line ->> name, ':' ORDER BY place)
      FROM unnest(string_to_array(TG_ARGV[0], ',')) WITH ORDINALITY AS u (name, place)),
    lower(TG_OP),
    (SELECT sha256(convert_to('{' || coalesce(string_agg(to_json(key)::text || ': ' || value::text, ', ' ORDER BY place), '')
        || '}', 'UTF8'))
      FROM jsonb_each(line) WITH ORDINALITY AS m (key, value, place)
      WHERE value <> 'null'::jsonb AND key <> TG_ARGV[1]),
    coalesce(line ->> nullif(TG_ARGV[1], ''), ''), batch_id
  FROM (SELECT to_jsonb(t) AS line FROM changed t OFFSET 0) AS s;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.evidence_refuse()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  RAISE EXCEPTION 'evidence: % is refused', TG_OP USING ERRCODE = '42501';
END $function$;

CREATE OR REPLACE FUNCTION public.evidence_refuse_rewrite()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF current_setting('app.evidence_collect', true) = 'on'
    AND to_jsonb(NEW) - 'batch' = to_jsonb(OLD) - 'batch' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'evidence: % is refused', TG_OP USING ERRCODE = '42501';
END $function$;

CREATE OR REPLACE FUNCTION example.free_rows(of_noun text)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT 'SELECT array_agg(e.subject_id) FROM example_row e WHERE e.org_id = $1 AND e.noun = $2'
    || coalesce(string_agg(format(' AND NOT EXISTS (SELECT FROM %I h WHERE h.org_id = $1 AND %s%s%s)', h.name,
      format(CASE WHEN a.atttypid = 'uuid[]'::regtype THEN 'h.%I @> ARRAY[e.subject_id]'
        ELSE 'h.%I = e.subject_id' END, h.key),
      CASE WHEN h.later IS NULL THEN '' ELSE format(' AND h.%I > e.created_at', h.later) END,
      CASE WHEN h.but_own THEN ' AND NOT EXISTS (SELECT FROM example_row o
        WHERE o.org_id = $1 AND o.subject_id = h.id)' ELSE '' END), '' ORDER BY h.name, h.key), '')
  FROM example.holding_table h JOIN pg_attribute a
    ON a.attrelid = ('public.' || quote_ident(h.name))::regclass AND a.attname = h.key
  WHERE h.noun = of_noun
$function$;

CREATE OR REPLACE FUNCTION public.example_clear(org uuid)
 RETURNS TABLE(noun text, cleared integer, held integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  line record; gone uuid[]; marked int;
BEGIN
  IF org IS DISTINCT FROM app_org() OR app_scope() <> 'staff' THEN
    RAISE EXCEPTION 'example: % is not in scope', org USING ERRCODE = '42501';
  END IF;
  FOR noun IN SELECT t.noun FROM example.cleared_table t GROUP BY 1 ORDER BY min(t.position) LOOP
    EXECUTE example.free_rows(noun) INTO gone USING org, noun;
    SELECT count(*) INTO marked FROM example_row e WHERE e.org_id = org AND e.noun = example_clear.noun;
    FOR line IN SELECT * FROM example.cleared_table t WHERE t.noun = example_clear.noun ORDER BY t.position LOOP
      IF line.emptied IS NULL THEN
        EXECUTE format('DELETE FROM %I WHERE org_id = $1 AND %I = ANY ($2)', line.name, line.key) USING org, gone;
      ELSE
        EXECUTE format('UPDATE %I SET %I = NULL WHERE org_id = $1 AND %I = ANY ($2)',
          line.name, line.emptied, line.key) USING org, gone;
      END IF;
      -- What the last line says stays: that of the noun's own table.
      GET DIAGNOSTICS cleared = ROW_COUNT;
    END LOOP;
    held := marked - cleared;
    RETURN NEXT;
  END LOOP;
  DELETE FROM compliance_day d WHERE d.org_id = org
    AND d.recorded_at >= (SELECT min(e.created_at) FROM example_row e WHERE e.org_id = org);
  DELETE FROM example_row WHERE org_id = org;
END $function$;

CREATE OR REPLACE FUNCTION public.fold_text(said text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ SELECT translate(replace(replace(
    regexp_replace(normalize(lower(said), NFD), '[\u0300-\u036f\u0640\u064b-\u065f\u0670]', '', 'g'),
    'œ', 'oe'), 'æ', 'ae'), '’øłٱىة', '''olايه') $function$;

CREATE OR REPLACE FUNCTION public.instruction_document(i instruction)
 RETURNS search_document
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT ROW(i.id, 'instruction', i.org_id, i.controller_id, fold_text(concat_ws(' ',
    i.number, c.legal_name, i.author_name, left(i.text, 2000))), '', '{}'::text[])::search_document
  FROM controller c WHERE c.org_id = i.org_id AND c.id = i.controller_id $function$;

CREATE OR REPLACE FUNCTION public.instruction_portal_channel()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF NEW.channel = 'portal' AND NEW.contact_id IS NULL
    AND (TG_OP = 'INSERT' OR OLD.channel IS DISTINCT FROM NEW.channel) THEN
    RAISE EXCEPTION 'no contact of the portal wrote this instruction' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.job_organisations()
 RETURNS TABLE(id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ SELECT o.id FROM organisation o ORDER BY o.id $function$;

CREATE OR REPLACE FUNCTION public.journal_append(chain uuid, salts bytea[], texts text[])
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  head_seq bigint; head_h bytea; known text[]; batch_id uuid; batch_lines int := 0; batch_digest bytea;
  is_named boolean; instants timestamptz[]; commitments bytea[]; digests bytea[]; hashes bytea[] := '{}'; digest bytea;
  events text[]; nouns text[]; actor_ids text[]; actor_names text[]; subject_ids text[];
BEGIN
  IF chain IS DISTINCT FROM app_org() OR app_scope() NOT IN ('staff', 'portal', 'auditor', 'platform') AND (public_takes_requests() AND array_length(texts, 1) = 1
    AND texts[1]::jsonb ->> 'event' = 'rights-request.received') IS NOT TRUE AND NOT (app_scope() = 'data-subject' AND EXISTS (
    SELECT FROM consultation_person p WHERE p.org_id = chain AND p.token_hash = app_link())) THEN
    RAISE EXCEPTION 'journal: chain % is not in scope', chain USING ERRCODE = '42501';
  END IF;
  IF array_length(salts, 1) IS DISTINCT FROM array_length(texts, 1) THEN
    RAISE EXCEPTION 'journal: every text has one salt' USING ERRCODE = '22023';
  END IF;
  IF EXISTS (SELECT FROM unnest(salts) AS salt WHERE octet_length(salt) <> 16) THEN
    RAISE EXCEPTION 'journal: a salt has 16 bytes' USING ERRCODE = '22023';
  END IF;
  known := string_to_array(nullif(current_setting('app.evidence_batch', true), ''), ' ');
  IF known[1] = chain::text AND array_length(texts, 1) > 0 THEN
    SELECT b.lines, b.digest INTO batch_lines, batch_digest FROM evidence_batch_digest(chain, known[2]::uuid) b;
    IF batch_lines > 0 THEN batch_id := known[2]::uuid; END IF;
    PERFORM set_config('app.evidence_batch', '', true);
  END IF;
  INSERT INTO journal_head (org_id, seq, h) VALUES (chain, 0, journal_genesis(chain)) ON CONFLICT DO NOTHING;
  SELECT seq, h INTO STRICT head_seq, head_h FROM journal_head WHERE org_id = chain FOR UPDATE;
  SELECT bool_and(coalesce(event, '') ~ '^[a-z.-]+$' AND coalesce(noun, '') ~ '^[a-z-]+$'),
    array_agg(event ORDER BY place), array_agg(noun ORDER BY place), array_agg(actor_id ORDER BY place),
    array_agg(actor_name ORDER BY place), array_agg(subject_id ORDER BY place), array_agg(instant ORDER BY place),
    array_agg(commitment ORDER BY place),
    array_agg(sha256(convert_to(concat_ws(':', 'amana-entry-2', chain, head_seq + place,
      (extract(epoch FROM instant) * 1000)::bigint, event, noun, CASE WHEN place = 1 THEN batch_lines ELSE 0 END,
      CASE WHEN place = 1 THEN coalesce(encode(batch_digest, 'hex'), '') ELSE '' END, encode(commitment, 'hex')), 'UTF8'))
      ORDER BY place)
    INTO is_named, events, nouns, actor_ids, actor_names, subject_ids, instants, commitments, digests
  FROM (SELECT place, entry ->> 'event' AS event, entry #>> '{subject,noun}' AS noun, entry #>> '{actor,id}' AS actor_id,
      entry #>> '{actor,name}' AS actor_name, entry #>> '{subject,id}' AS subject_id, commitment,
      date_trunc('milliseconds', clock_timestamp()) AS instant
    FROM (SELECT place, text::jsonb AS entry, sha256(salt || convert_to(text, 'UTF8')) AS commitment
      FROM unnest(salts, texts) WITH ORDINALITY AS u (salt, text, place) OFFSET 0) AS parsed OFFSET 0) AS line;
  IF NOT is_named THEN
    RAISE EXCEPTION 'journal: an entry names its event and its noun' USING ERRCODE = '22023';
  END IF;
  FOREACH digest IN ARRAY coalesce(digests, '{}') LOOP
    head_h := sha256(head_h || digest);
    hashes := array_append(hashes, head_h);
  END LOOP;
  INSERT INTO journal_entry (org_id, seq, recorded_at, d, h, version, commitment, rows_batch, rows_count, rows_digest)
    SELECT chain, head_seq + place, instant, d, h, 2, commitment,
      CASE WHEN place = 1 THEN batch_id END, CASE WHEN place = 1 THEN batch_lines ELSE 0 END,
      CASE WHEN place = 1 THEN batch_digest END
    FROM unnest(instants, digests, hashes, commitments) WITH ORDINALITY AS u (instant, d, h, commitment, place);
  INSERT INTO journal_text (org_id, seq, salt, text, event, actor_id, actor_name, noun, subject_id)
    SELECT chain, head_seq + place, salt, text, event, actor_id, actor_name, noun, subject_id
    FROM unnest(salts, texts, events, actor_ids, actor_names, nouns, subject_ids)
      WITH ORDINALITY AS u (salt, text, event, actor_id, actor_name, noun, subject_id, place);
  head_seq := head_seq + coalesce(array_length(texts, 1), 0);
  UPDATE journal_head SET seq = head_seq, h = head_h WHERE org_id = chain;
  RETURN head_seq;
END $function$;

CREATE OR REPLACE FUNCTION public.journal_clear(chain uuid, seqs bigint[], salt bytea, clearing text)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE cleared bigint; entry jsonb := clearing::jsonb;
BEGIN
  IF chain IS DISTINCT FROM app_org() OR app_scope() IS DISTINCT FROM 'staff' THEN
    RAISE EXCEPTION 'journal: chain % is not in scope', chain USING ERRCODE = '42501';
  END IF;
  IF entry ->> 'event' IS DISTINCT FROM 'journal.cleared' OR entry #> '{after,seqs}' IS DISTINCT FROM to_jsonb(seqs) THEN
    RAISE EXCEPTION 'journal: the entry of a clearing names what is cleared' USING ERRCODE = '22023';
  END IF;
  PERFORM set_config('app.journal_clear', 'on', true);
  UPDATE journal_text t SET salt = NULL, text = NULL, actor_id = NULL, actor_name = NULL, subject_id = NULL,
    cleared_at = (entry ->> 'at')::timestamptz
    WHERE t.org_id = chain AND t.seq = ANY (seqs) AND t.cleared_at IS NULL
      AND t.event IS DISTINCT FROM 'journal.cleared';
  GET DIAGNOSTICS cleared = ROW_COUNT;
  PERFORM set_config('app.journal_clear', '', true);
  PERFORM journal_append(chain, ARRAY[salt], ARRAY[clearing]);
  RETURN cleared;
END $function$;

CREATE OR REPLACE FUNCTION public.journal_genesis(chain uuid)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT sha256(convert_to('amana-journal-1:' || chain::text, 'UTF8')) $function$;

CREATE OR REPLACE FUNCTION public.journal_key_refuse_rewrite()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.retired_at IS NULL AND to_jsonb(NEW) - 'retired_at' = to_jsonb(OLD) - 'retired_at' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'journal_key: % is refused', TG_OP USING ERRCODE = '42501';
END $function$;

CREATE OR REPLACE FUNCTION public.journal_platform_head()
 RETURNS TABLE(seq bigint, h bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT j.seq, j.h FROM journal_head j WHERE j.org_id = '00000000-0000-0000-0000-000000000000'
$function$;

CREATE OR REPLACE FUNCTION public.journal_refuse()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'journal: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = '42501';
END $function$;

CREATE OR REPLACE FUNCTION public.journal_refuse_rewrite()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_TABLE_NAME = 'journal_head' AND NEW.org_id = OLD.org_id AND NEW.seq >= OLD.seq
    AND (NEW.seq > OLD.seq OR NEW.h = OLD.h) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'journal: UPDATE on % is refused', TG_TABLE_NAME USING ERRCODE = '42501';
END $function$;

CREATE OR REPLACE FUNCTION public.journal_refuse_text()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF current_setting('app.journal_clear', true) = 'on' AND NEW.org_id = OLD.org_id AND NEW.seq = OLD.seq
    AND NEW.salt IS NULL AND NEW.text IS NULL THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'journal: UPDATE on journal_text is refused' USING ERRCODE = '42501';
END $function$;

CREATE OR REPLACE FUNCTION public.look_refuse_rewrite()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.batch_id IS NULL AND to_jsonb(NEW) - 'batch_id' = to_jsonb(OLD) - 'batch_id' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'access_look: % is refused', TG_OP USING ERRCODE = '42501';
END $function$;

CREATE OR REPLACE FUNCTION public.member_refuse_outside_staff()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF app_scope() = 'staff' AND app_org() = OLD.org_id THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'permission denied: who belongs, and as what, is decided in the scope of the organisation'
    USING ERRCODE = '42501';
END $function$;

CREATE OR REPLACE FUNCTION public.merge_keeps_example()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  DELETE FROM example_row WHERE org_id = NEW.org_id AND noun = 'controller'
    AND subject_id IN (NEW.controller_id, NEW.into_id);
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.merged_file_origin()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE origin uuid;
BEGIN
  SELECT merged_from_id INTO origin FROM (
    SELECT id, org_id, 'processing-record' AS noun, merged_from_id FROM processing_record
    UNION ALL SELECT id, org_id, 'contract', merged_from_id FROM contract
    UNION ALL SELECT id, org_id, 'transfer', merged_from_id FROM transfer
    UNION ALL SELECT id, org_id, 'authorisation', merged_from_id FROM authorisation
    UNION ALL SELECT id, org_id, 'instruction', merged_from_id FROM instruction
    UNION ALL SELECT id, org_id, 'contract-end', controller_id FROM contract_end
    UNION ALL SELECT id, org_id, 'thread', controller_id FROM thread
  ) AS row WHERE org_id = NEW.org_id AND id = NEW.subject_id AND noun = NEW.subject_noun;
  NEW.controller_id := coalesce(origin, NEW.controller_id);
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.merged_row_origin()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE origin uuid;
BEGIN
  -- One look spares an import of thousands of rows as many; the portal's role reads no merges.
  IF app_scope() = 'staff' THEN
    IF NOT EXISTS (SELECT FROM controller_merge m WHERE m.org_id = NEW.org_id) THEN
      RETURN NEW;
    END IF;
  END IF;
  EXECUTE format('SELECT merged_from_id FROM %I WHERE org_id = $1 AND id = ($2 ->> %L)::uuid', TG_ARGV[0], TG_ARGV[1])
    INTO origin USING NEW.org_id, to_jsonb(NEW);
  NEW.controller_id := coalesce(origin, NEW.controller_id);
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.next_decision_certificate(of_year integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE highest int;
BEGIN
  IF app_org() IS NULL OR app_scope() IS DISTINCT FROM 'portal' THEN
    RAISE EXCEPTION 'decision certificates are numbered for a contact of an organisation' USING ERRCODE = '42501';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('decision certificates ' || app_org(), 0));
  PERFORM set_config('app.listing', 'on', true);
  SELECT max(counter) INTO highest FROM decision_certificate WHERE org_id = app_org() AND year = of_year;
  PERFORM set_config('app.listing', '', true);
  RETURN coalesce(highest, 0) + 1;
END $function$;

CREATE OR REPLACE FUNCTION public.opening_wakes_job()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM pg_notify('amana_opened', '');
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.outbox_announce()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM pg_notify('amana_outbox', '');
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.outbox_due(at timestamp with time zone, max_rows integer)
 RETURNS TABLE(id uuid, org_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  RETURN QUERY SELECT m.id, m.org_id FROM outbox_mail m
    WHERE (m.state = 'queued' AND m.next_attempt_at <= at) OR (m.state = 'sending' AND m.leased_until <= at)
    ORDER BY m.next_attempt_at LIMIT max_rows;
  PERFORM set_config('app.listing', '', true);
END $function$;

CREATE OR REPLACE FUNCTION public.outbox_returned(envelope text, message text)
 RETURNS TABLE(id uuid, org_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  RETURN QUERY SELECT m.id, m.org_id FROM outbox_mail m
    WHERE m.envelope_id = envelope OR m.message_id = message LIMIT 1;
  PERFORM set_config('app.listing', '', true);
END $function$;

CREATE OR REPLACE FUNCTION public.outbox_waiting_since(at timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE since timestamptz;
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  SELECT min(CASE m.state WHEN 'queued' THEN m.next_attempt_at ELSE m.leased_until END) INTO since FROM outbox_mail m
    WHERE (m.state = 'queued' AND m.next_attempt_at <= at) OR (m.state = 'sending' AND m.leased_until <= at);
  PERFORM set_config('app.listing', '', true);
  RETURN since;
END $function$;

CREATE OR REPLACE FUNCTION portal.contract_content(content jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT content || jsonb_build_object(
    'deed', content -> 'deed' || jsonb_build_object('clauses', portal.without_notes(content #> '{deed,clauses}')),
    'amendments', coalesce((SELECT jsonb_agg(CASE WHEN a #> '{says,clauses}' IS NULL THEN a
        ELSE jsonb_set(a, '{says,clauses}', portal.without_notes(a #> '{says,clauses}')) END ORDER BY place)
      FROM jsonb_array_elements(content -> 'amendments') WITH ORDINALITY AS u (a, place)), '[]'))
$function$;

CREATE OR REPLACE FUNCTION portal.sub_processor_content(content jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT content || jsonb_build_object(
    'guarantees', content -> 'guarantees' || '{"checks": "", "checkedOn": null}',
    'contract', content -> 'contract' || jsonb_build_object('reference', '',
      'clauses', portal.without_notes(content #> '{contract,clauses}')))
$function$;

CREATE OR REPLACE FUNCTION portal.version_days(content jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT jsonb_build_object('lines', coalesce((SELECT jsonb_agg(jsonb_build_object('inForceFrom', line -> 'inForceFrom')
      ORDER BY place)
    FROM jsonb_array_elements(content -> 'lines') WITH ORDINALITY AS u (line, place)), '[]'))
$function$;

CREATE OR REPLACE FUNCTION portal.without_notes(clauses jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT coalesce(jsonb_object_agg(key, CASE WHEN jsonb_typeof(value) = 'object' THEN value || '{"note": ""}' ELSE value END), '{}')
  FROM jsonb_each(clauses)
$function$;

CREATE OR REPLACE FUNCTION public.portal_certified(attachment uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT EXISTS (SELECT FROM decision_certificate d WHERE d.document_id = attachment)
$function$;

CREATE OR REPLACE FUNCTION public.portal_decides_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF (OLD.received_at IS NOT NULL AND NEW.received_at IS DISTINCT FROM OLD.received_at)
    OR NOT (NEW.state = OLD.state OR NEW.state IN ('approved', 'refused', 'objected', 'revoked', 'replaced')) THEN
    RAISE EXCEPTION 'the portal decides on a request and never moves it otherwise' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.portal_is_ours(mailbox text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT EXISTS (SELECT FROM controller_contact c WHERE c.ended_at IS NULL AND lower(c.email) = lower(mailbox))
    OR EXISTS (SELECT FROM controller c WHERE lower(c.contact_email) = lower(mailbox))
$function$;

CREATE OR REPLACE FUNCTION public.portal_is_steward(mailbox text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE found_one boolean;
BEGIN
  IF app_org() IS NULL OR app_scope() IS DISTINCT FROM 'portal' THEN
    RETURN false;
  END IF;
  PERFORM set_config('app.listing', 'on', true);
  SELECT EXISTS (SELECT FROM member m WHERE m.org_id = app_org() AND m.ended_at IS NULL
    AND m.role IN ('owner', 'dpo') AND lower(m.email) = lower(mailbox)) INTO found_one;
  PERFORM set_config('app.listing', '', true);
  RETURN found_one;
END $function$;

CREATE OR REPLACE FUNCTION public.portal_moves_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF to_jsonb(NEW) - ARRAY['state', 'version', 'updated_at'] <> to_jsonb(OLD) - ARRAY['state', 'version', 'updated_at']
    OR NOT (NEW.state = OLD.state OR NEW.state = 'withdrawn'
      OR (OLD.state = 'contested' AND NEW.state IN ('confirmed', 'amended'))) THEN
    RAISE EXCEPTION 'the portal moves an instruction and never rewrites it' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.portal_sees(noun text, subject uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    SELECT CASE noun
      WHEN 'processing-record' THEN EXISTS (SELECT FROM processing_record WHERE id = subject)
      WHEN 'contract' THEN EXISTS (SELECT FROM contract WHERE id = subject)
      WHEN 'instruction' THEN EXISTS (SELECT FROM instruction WHERE id = subject)
      WHEN 'authorisation' THEN EXISTS (SELECT FROM authorisation WHERE id = subject)
      ELSE false END
  $function$;

CREATE OR REPLACE FUNCTION public.public_identity()
 RETURNS TABLE(legal_name text, city text, country text, email text, parts text[], activity jsonb, certifications jsonb, dpo_name text, dpo_email text, dpo_phone text, has_no_dpo boolean, representative text, representative_contact text, representative_country text, public_key text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT o.legal_name, o.city, o.country, CASE WHEN 'contact' = ANY (p.parts) THEN o.email END, p.parts,
    CASE WHEN 'activity' = ANY (p.parts) THEN p.activity END,
    CASE WHEN 'certifications' = ANY (p.parts) THEN p.certifications END,
    CASE WHEN 'dpo' = ANY (p.parts) THEN o.dpo_name END, CASE WHEN 'dpo' = ANY (p.parts) THEN o.dpo_email END,
    CASE WHEN 'dpo' = ANY (p.parts) THEN o.dpo_phone END, CASE WHEN 'dpo' = ANY (p.parts) THEN o.has_no_dpo END,
    CASE WHEN 'representative' = ANY (p.parts) THEN o.eu_representative END,
    CASE WHEN 'representative' = ANY (p.parts) THEN o.eu_representative_contact END,
    CASE WHEN 'representative' = ANY (p.parts) THEN o.eu_representative_country END,
    CASE WHEN 'key' = ANY (p.parts) THEN (SELECT k.public_key FROM journal_key k
      WHERE k.org_id = o.id AND k.retired_at IS NULL ORDER BY k.created_at DESC LIMIT 1) END
  FROM public_page_shown() p JOIN organisation o ON o.id = p.org_id
$function$;

CREATE OR REPLACE FUNCTION public.public_measures()
 RETURNS TABLE(family text, title text, library_code text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT m.family, m.title, m.library_code
  FROM public_page_shown() p JOIN measure m ON m.org_id = p.org_id
  WHERE 'measures' = ANY (p.parts) AND m.retired_at IS NULL ORDER BY m.reference
$function$;

CREATE OR REPLACE FUNCTION public.public_page_at(asked text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE found uuid;
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  SELECT p.org_id INTO found FROM public_page p WHERE p.address = asked AND p.state = 'open';
  PERFORM set_config('app.listing', '', true);
  RETURN found;
END $function$;

CREATE OR REPLACE FUNCTION public.public_page_shown()
 RETURNS SETOF public_page
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT p.* FROM public_page p
  WHERE p.org_id = app_org() AND (app_scope() = 'staff' OR (app_scope() = 'public' AND p.state = 'open'))
$function$;

CREATE OR REPLACE FUNCTION public.public_request_receive(new_id uuid, invoked text[], contact bytea, words bytea, person bytea, at timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  highest int;
  given text;
BEGIN
  IF NOT public_takes_requests() THEN
    RAISE EXCEPTION 'public_request_receive: the form is not shown' USING ERRCODE = '42501';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('rights_request ' || app_org(), 0));
  PERFORM set_config('app.listing', 'on', true);
  SELECT coalesce(max(substring(r.reference FROM 4)::int), 0) INTO highest FROM rights_request r
    WHERE r.org_id = app_org() AND r.reference ~ '^DP-[0-9]{1,8}$';
  PERFORM set_config('app.listing', '', true);
  given := 'DP-' || lpad((highest + 1)::text, greatest(3, length((highest + 1)::text)), '0');
  INSERT INTO rights_request (id, org_id, reference, received_at, channel, rights, contact_sealed, words_sealed, person_key,
      created_at, updated_at)
    VALUES (new_id, app_org(), given, at, 'public-form', invoked, contact, words, person, at, at);
  RETURN given;
END $function$;

CREATE OR REPLACE FUNCTION public.public_sub_processors()
 RETURNS TABLE(id uuid, name text, service text, country text, countries text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT s.id, s.name, s.service, s.country, s.countries
  FROM public_page_shown() p JOIN sub_processor s ON s.org_id = p.org_id
  WHERE 'sub-processors' = ANY (p.parts) AND s.state = 'listed' ORDER BY s.name COLLATE "fr-x-icu", s.id
$function$;

CREATE OR REPLACE FUNCTION public.public_subscribe(new_id uuid, address text, in_language text, at timestamp with time zone, confirm bytea, until timestamp with time zone, leave bytea, sealed bytea)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF NOT EXISTS (SELECT FROM public_page_shown() p WHERE 'sub-processors' = ANY (p.parts)) THEN
    RAISE EXCEPTION 'public_subscribe: nothing to subscribe to' USING ERRCODE = '42501';
  END IF;
  INSERT INTO public_subscriber AS s
    (id, org_id, email, language, requested_at, confirm_hash, expires_at, leave_hash, leave_sealed)
  VALUES (new_id, app_org(), address, in_language, at, confirm, until, leave, sealed)
  ON CONFLICT (org_id, email) DO UPDATE
    SET confirm_hash = EXCLUDED.confirm_hash, expires_at = EXCLUDED.expires_at, requested_at = EXCLUDED.requested_at,
      language = CASE WHEN s.confirmed_at IS NULL THEN EXCLUDED.language ELSE s.language END;
END $function$;

CREATE OR REPLACE FUNCTION public.public_subscriber_remove(removed uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF app_scope() <> 'staff' THEN
    RAISE EXCEPTION 'public_subscriber_remove: staff alone' USING ERRCODE = '42501';
  END IF;
  DELETE FROM public_subscriber s WHERE s.id = removed AND s.org_id = app_org();
  RETURN FOUND;
END $function$;

CREATE OR REPLACE FUNCTION public.public_subscription(token bytea)
 RETURNS TABLE(purpose text, legal_name text, address text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  RETURN QUERY SELECT CASE WHEN s.leave_hash = token THEN 'leave' ELSE 'confirm' END, o.legal_name, p.address
    FROM public_subscriber s JOIN organisation o ON o.id = s.org_id
      LEFT JOIN public_page p ON p.org_id = s.org_id AND p.state = 'open'
    WHERE s.leave_hash = token OR (s.confirm_hash = token AND s.expires_at > clock_timestamp());
  PERFORM set_config('app.listing', '', true);
END $function$;

CREATE OR REPLACE FUNCTION public.public_subscription_confirm(token bytea, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE is_known boolean;
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  UPDATE public_subscriber s SET confirmed_at = coalesce(s.confirmed_at, at)
    WHERE s.confirm_hash = token AND s.expires_at > clock_timestamp();
  is_known := FOUND;
  PERFORM set_config('app.listing', '', true);
  RETURN is_known;
END $function$;

CREATE OR REPLACE FUNCTION public.public_subscription_leave(token bytea)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  DELETE FROM public_subscriber s WHERE s.leave_hash = token;
  PERFORM set_config('app.listing', '', true);
END $function$;

CREATE OR REPLACE FUNCTION public.public_takes_requests()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT app_scope() = 'public' AND EXISTS (SELECT FROM public_page_shown() p WHERE 'requests' = ANY (p.parts))
$function$;

CREATE OR REPLACE FUNCTION public.record_codes(content jsonb, countries text[], instruments text[], measure_ids uuid[], sub_processor_ids uuid[])
 RETURNS text[]
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
DECLARE
  codes text[] := '{}'; one text; id uuid; chosen jsonb;
BEGIN
  chosen := content -> 'specialCategories';
  IF jsonb_array_length(chosen) > 0 THEN
    codes := codes || ARRAY(SELECT 'special:' || jsonb_array_elements_text(chosen));
  END IF;
  IF content ->> 'specialAnswer' = 'yes' OR jsonb_array_length(chosen) > 0 THEN
    codes := array_append(codes, 'special');
  END IF;
  chosen := content -> 'legalBases';
  IF jsonb_array_length(chosen) > 0 THEN
    codes := codes || ARRAY(SELECT 'basis:' || jsonb_array_elements_text(chosen));
  END IF;
  IF content ->> 'minorsAnswer' IS NOT NULL THEN
    codes := array_append(codes, 'minors:' || (content ->> 'minorsAnswer'));
  END IF;
  chosen := content -> 'subProcessors';
  IF jsonb_array_length(chosen) > 0 THEN
    codes := codes || ARRAY(SELECT 'country:' || (named ->> 'country') FROM jsonb_array_elements(chosen) AS named
      WHERE named ->> 'country' IS NOT NULL);
  END IF;
  FOREACH one IN ARRAY countries LOOP codes := array_append(codes, 'country:' || one); END LOOP;
  FOREACH one IN ARRAY instruments LOOP codes := array_append(codes, 'instrument:' || split_part(one, ':', 1)); END LOOP;
  FOREACH id IN ARRAY measure_ids LOOP codes := array_append(codes, 'measure:' || id); END LOOP;
  FOREACH id IN ARRAY sub_processor_ids LOOP codes := array_append(codes, 'sub-processor:' || id); END LOOP;
  IF cardinality(codes) < 2 THEN RETURN codes; END IF;
  RETURN ARRAY(SELECT DISTINCT code FROM unnest(codes) AS code ORDER BY code);
END $function$;

CREATE OR REPLACE FUNCTION public.record_document(r processing_record)
 RETURNS search_document
 LANGUAGE sql
 STABLE
AS $function$
  SELECT ROW(r.id, 'processing-record', r.org_id, r.controller_id, fold_text(concat_ws(' ',
    r.reference, r.activity, r.controller_name,
    CASE WHEN r.capacity = 'controller' THEN translate(r.content ->> 'purposes', '[]",', '') END)),
    fold_text(record_words(r.content)),
    record_codes(r.content, r.countries, r.instruments, r.measure_ids, r.sub_processor_ids))::search_document $function$;

CREATE OR REPLACE FUNCTION public.record_names_controller()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  NEW.controller_name := coalesce(
    (SELECT legal_name FROM controller WHERE org_id = NEW.org_id AND id = NEW.controller_id), '');
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.record_words(content jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT coalesce(string_agg(said #>> '{}', ' '), '')
  FROM jsonb_path_query(content - ARRAY['activity', 'transferAnswer', 'jointAnswer', 'targetsUnion', 'specialAnswer',
      'minorsAnswer', 'minorsConsent', 'subProcessorsAnswer', 'frequency', 'legalBases', 'specialCategories', 'measureIds'],
    'strict $.** ? (@.type() == "string" && @ != "")') AS said
  WHERE said #>> '{}' !~ '^([A-Z]{2}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$' $function$;

CREATE OR REPLACE FUNCTION public.returned_unmatched(since timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE total bigint;
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  SELECT count(*) INTO total FROM returned_mail r WHERE r.came_by = 'mailbox' AND r.letter_id IS NULL AND r.read_at >= since;
  PERFORM set_config('app.listing', '', true);
  RETURN total;
END $function$;

CREATE OR REPLACE FUNCTION public.rights_request_document(r rights_request)
 RETURNS search_document
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT ROW(r.id, 'rights-request', r.org_id, r.controller_id, fold_text(concat_ws(' ', r.reference,
    (SELECT c.legal_name FROM controller c WHERE c.org_id = r.org_id AND c.id = r.controller_id))),
    '', '{}'::text[])::search_document $function$;

CREATE OR REPLACE FUNCTION public.rights_request_refuse_rewrite()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF (NEW.reference, NEW.received_at, NEW.channel, NEW.rights, NEW.created_at)
      IS DISTINCT FROM (OLD.reference, OLD.received_at, OLD.channel, OLD.rights, OLD.created_at)
    OR (NEW.erased_at IS NULL OR OLD.erased_at IS NOT NULL)
      AND (NEW.clue, NEW.contact_sealed, NEW.words_sealed, NEW.person_key)
        IS DISTINCT FROM (OLD.clue, OLD.contact_sealed, OLD.words_sealed, OLD.person_key) THEN
    RAISE EXCEPTION 'rights request: what was received does not change' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.search_asked(term text, meant text[])
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT format('(names LIKE %L', search_pattern(term)) ||
    CASE WHEN app_scope() IN ('staff', 'auditor') THEN
      CASE WHEN length(term) > 2 THEN format(' OR more LIKE %L', search_pattern(term)) ELSE '' END ||
      CASE WHEN cardinality(meant) > 0 THEN format(' OR codes && %L::text[]', meant) ELSE '' END
    ELSE '' END || ')' $function$;

CREATE OR REPLACE FUNCTION public.search_authorisations()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM search_store((SELECT array_agg(authorisation_document(a)) FROM fresh a));
  ELSE
    PERFORM search_store((SELECT array_agg(authorisation_document(a)) FROM fresh a JOIN stale s ON s.id = a.id
      WHERE (a.controller_id, a.controller_name) IS DISTINCT FROM (s.controller_id, s.controller_name)));
  END IF;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.search_breach()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    BEGIN
      PERFORM search_store((SELECT array_agg(breach_document(f)) FROM fresh f));
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION public.search_coded(wanted text, chosen text[])
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF app_scope() IN ('staff', 'auditor') THEN
    RETURN QUERY EXECUTE format('SELECT subject_id FROM search_document WHERE noun = %L AND %s AND codes @> %L::text[]',
      wanted, search_scope(), chosen);
  END IF;
END $function$;

CREATE OR REPLACE FUNCTION public.search_contracts()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM search_store((SELECT array_agg(contract_document(c)) FROM fresh c));
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.search_controllers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM search_store((SELECT array_agg(controller_document(c)) FROM fresh c));
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.search_dpo_work()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    BEGIN
      PERFORM search_store((SELECT array_agg(dpo_work_document(f)) FROM fresh f));
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION public.search_forget()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  DELETE FROM search_document WHERE subject_id IN (SELECT id FROM stale);
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.search_ids(wanted text, terms text[], meant jsonb, most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  RETURN QUERY EXECUTE format('SELECT subject_id FROM search_document WHERE noun = %L AND %s AND %s',
      wanted, search_scope(), (SELECT string_agg(search_asked(t, search_meant(meant, t)), ' AND ') FROM unnest(terms) t)) ||
    CASE WHEN most IS NULL THEN ''
      ELSE format(' ORDER BY starts_with(names, %L) DESC, names LIKE ALL (%L::text[]) DESC, names LIMIT %L',
        terms[1], ARRAY(SELECT search_pattern(t) FROM unnest(terms) t), most) END;
END $function$;

CREATE OR REPLACE FUNCTION public.search_instructions()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM search_store((SELECT array_agg(instruction_document(i)) FROM fresh i));
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.search_meant(meant jsonb, term text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT ARRAY(SELECT jsonb_array_elements_text(coalesce(meant -> term, '[]'))) $function$;

CREATE OR REPLACE FUNCTION public.search_pattern(term text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT '%' || regexp_replace(term, '([\\%_])', '\\\1', 'g') || '%' $function$;

CREATE OR REPLACE FUNCTION public.search_records()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM search_store((SELECT array_agg(record_document(r)) FROM fresh r));
  ELSE
    PERFORM search_store((SELECT array_agg(record_document(r)) FROM fresh r JOIN stale s ON s.id = r.id
      WHERE (r.reference, r.activity, r.controller_id, r.controller_name, r.content, r.countries, r.instruments,
          r.measure_ids, r.sub_processor_ids) IS DISTINCT FROM
        (s.reference, s.activity, s.controller_id, s.controller_name, s.content, s.countries, s.instruments,
          s.measure_ids, s.sub_processor_ids)));
  END IF;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.search_refill()
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  -- The owner reads the rows as a backup does.
  PERFORM set_config('app.backup', 'on', true);
  DELETE FROM search_word;
  PERFORM search_store(ARRAY(SELECT record_document(r) FROM processing_record r));
  PERFORM search_store(ARRAY(SELECT controller_document(c) FROM controller c));
  PERFORM search_store(ARRAY(SELECT contract_document(c) FROM contract c));
  PERFORM search_store(ARRAY(SELECT transfer_document(t) FROM transfer t));
  PERFORM search_store(ARRAY(SELECT sub_processor_document(s) FROM sub_processor s));
  PERFORM search_store(ARRAY(SELECT instruction_document(i) FROM instruction i));
  PERFORM search_store(ARRAY(SELECT authorisation_document(a) FROM authorisation a));
  PERFORM set_config('app.backup', '', true);
END $function$;

CREATE OR REPLACE FUNCTION public.search_rights_request()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    BEGIN
      PERFORM search_store((SELECT array_agg(rights_request_document(f)) FROM fresh f));
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION public.search_scope()
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT format('org_id = %L', app_org()) || CASE WHEN app_scope() IN ('staff', 'auditor') THEN '' ELSE ' AND false' END $function$;

CREATE OR REPLACE FUNCTION public.search_spelling(terms text[], meant jsonb)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE t text; stands boolean; nearest text; spelt text[] := '{}';
BEGIN
  FOREACH t IN ARRAY terms LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM search_document WHERE %s AND %s)',
      search_scope(), search_asked(t, search_meant(meant, t))) INTO stands;
    nearest := NULL;
    IF NOT stands AND length(t) > 3 AND app_scope() IN ('staff', 'auditor') THEN
      SELECT word INTO nearest FROM search_word WHERE org_id = app_org() AND word % t
        ORDER BY similarity(word, t) DESC, word LIMIT 1;
    END IF;
    spelt := spelt || coalesce(nearest, t);
  END LOOP;
  RETURN spelt;
END $function$;

CREATE OR REPLACE FUNCTION public.search_store(documents search_document[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  INSERT INTO search_word (org_id, word)
    SELECT DISTINCT d.org_id, w
    FROM unnest(documents) d, regexp_split_to_table(d.names || ' ' || d.more, '[^[:alnum:]]+') w
    WHERE length(w) BETWEEN 4 AND 40 AND w !~ '[0-9]'
    ON CONFLICT DO NOTHING;
  INSERT INTO search_document SELECT * FROM unnest(documents)
    ON CONFLICT (subject_id) DO UPDATE SET controller_id = EXCLUDED.controller_id, names = EXCLUDED.names,
      more = EXCLUDED.more, codes = EXCLUDED.codes
    WHERE (search_document.controller_id, search_document.names, search_document.more, search_document.codes)
      IS DISTINCT FROM (EXCLUDED.controller_id, EXCLUDED.names, EXCLUDED.more, EXCLUDED.codes);
$function$;

CREATE OR REPLACE FUNCTION public.search_sub_processors()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM search_store((SELECT array_agg(sub_processor_document(s)) FROM fresh s));
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.search_transfers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM search_store((SELECT array_agg(transfer_document(t)) FROM fresh t));
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.session_open(hash bytea)
 RETURNS TABLE(id uuid, created_at timestamp with time zone, second_factor_at timestamp with time zone, last_seen_at timestamp with time zone, expires_at timestamp with time zone, revoked_at timestamp with time zone, disabled_at timestamp with time zone, method text, person jsonb, memberships jsonb, contacts jsonb, audits jsonb)
 LANGUAGE plpgsql
AS $function$
DECLARE s session; p person;
BEGIN
  SELECT * INTO s FROM session AS open WHERE open.token_hash = hash;
  IF NOT FOUND THEN RETURN; END IF;
  SELECT * INTO p FROM person AS who WHERE who.id = s.person_id;
  PERFORM set_config('app.person', p.id::text, true);
  RETURN QUERY SELECT s.id, s.created_at, s.second_factor_at, s.last_seen_at, s.expires_at, s.revoked_at, p.disabled_at,
    s.method, jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email, 'locale', p.locale),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('memberId', m.id, 'role', m.role, 'name', m.name,
        'org', jsonb_build_object('id', o.id, 'slug', o.slug, 'legalName', o.legal_name, 'city', o.city,
          'requiresSecondFactor', o.requires_second_factor)) ORDER BY m.joined_at), '[]')
      FROM member m JOIN organisation o ON o.id = m.org_id WHERE m.person_id = p.id AND m.ended_at IS NULL),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'sees', c.sees,
        'role', CASE WHEN c.controller_archived_at IS NULL
          AND c.controller_id = ANY (coalesce(nullif(c.sees, '{}'), ARRAY[c.controller_id])) THEN c.role ELSE 'reader' END,
        'name', c.name, 'capacity', c.capacity, 'isVisit', c.visit_session_id IS NOT DISTINCT FROM s.id,
        'controller', jsonb_build_object('id', c.controller_id, 'name', c.controller_name,
          'archivedAt', (extract(epoch FROM c.controller_archived_at) * 1000)::bigint),
        'org', jsonb_build_object('id', o.id, 'name', o.legal_name)) ORDER BY o.legal_name, c.controller_name), '[]')
      FROM controller_contact c JOIN organisation o ON o.id = c.org_id
      WHERE c.person_id = p.id AND c.ended_at IS NULL),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name, 'sections', g.sections,
        'requiresSecondFactor', g.requires_second_factor OR o.requires_second_factor,
        'org', jsonb_build_object('id', o.id, 'name', o.legal_name)) ORDER BY o.legal_name, g.granted_at), '[]')
      FROM audit_grant g JOIN organisation o ON o.id = g.org_id
      WHERE g.person_id = p.id AND g.revoked_at IS NULL AND g.collected_at IS NOT NULL
        AND g.starts_at <= clock_timestamp() AND g.ends_at > clock_timestamp());
END $function$;

CREATE OR REPLACE FUNCTION public.sub_processor_document(s sub_processor)
 RETURNS search_document
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT ROW(s.id, 'sub-processor', s.org_id, NULL::uuid, fold_text(concat_ws(' ', s.reference, s.name, s.service,
    (SELECT string_agg(link ->> 'name', ' ') FROM jsonb_array_elements(s.content #> '{chain,links}') AS link)
  )), '', '{}'::text[])::search_document $function$;

CREATE OR REPLACE FUNCTION public.sub_processor_renames_authorisations()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM search_store((SELECT array_agg(authorisation_document(a)) FROM authorisation a
    WHERE a.org_id = NEW.org_id AND a.sub_processor_id = NEW.id));
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.thread_keeps_example()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  DELETE FROM example_row WHERE org_id = NEW.org_id AND noun = NEW.subject_noun AND subject_id = NEW.subject_id;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.transfer_document(t transfer)
 RETURNS search_document
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT ROW(t.id, 'transfer', t.org_id, t.controller_id,
    fold_text(concat_ws(' ', t.reference, t.importer_name, t.controller_name)), '', '{}'::text[])::search_document $function$;

CREATE OR REPLACE FUNCTION public.version_refuse_rewrite()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF OLD.superseded_at IS NULL AND NEW.superseded_at IS NOT NULL
    AND to_jsonb(NEW) - 'superseded_at' = to_jsonb(OLD) - 'superseded_at' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '%: a version is never rewritten', TG_TABLE_NAME USING ERRCODE = '42501';
END $function$;

CREATE OR REPLACE FUNCTION public.watch_feed_announce()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM pg_notify('amana_watch_feed', '');
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.withdraw_own_only()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF NEW.was_given OR attachment_status(NEW.org_id, NEW.attachment_id) IS DISTINCT FROM 'own' THEN
    RAISE EXCEPTION 'what was sealed or given is withdrawn by neither side' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $function$;

CREATE INDEX access_look_org_id_batch_id_idx ON access_look USING btree (org_id, batch_id);
CREATE INDEX access_look_org_id_controller_id_looked_at_idx ON access_look USING btree (org_id, controller_id, looked_at);
CREATE INDEX access_look_org_id_grant_id_looked_at_idx ON access_look USING btree (org_id, grant_id, looked_at);
CREATE INDEX access_look_org_id_subject_id_idx ON access_look USING btree (org_id, subject_id);
CREATE INDEX account_token_person_id_idx ON account_token USING btree (person_id);
CREATE UNIQUE INDEX account_token_token_hash_key ON account_token USING btree (token_hash);
CREATE UNIQUE INDEX attachment_org_id_id_key ON attachment USING btree (org_id, id);
CREATE UNIQUE INDEX attachment_org_id_replaces_id_key ON attachment USING btree (org_id, replaces_id);
CREATE INDEX attachment_org_id_subject_noun_subject_id_idx ON attachment USING btree (org_id, subject_noun, subject_id);
CREATE UNIQUE INDEX attachment_withdrawal_org_id_attachment_id_key ON attachment_withdrawal USING btree (org_id, attachment_id);
CREATE INDEX audit_grant_email_idx ON audit_grant USING btree (email);
CREATE INDEX audit_grant_org_id_granted_at_id_idx ON audit_grant USING btree (org_id, granted_at DESC, id DESC);
CREATE UNIQUE INDEX audit_grant_org_id_id_key ON audit_grant USING btree (org_id, id);
CREATE INDEX audit_grant_person_id_idx ON audit_grant USING btree (person_id);
CREATE INDEX authorisation_condition_org_id_authorisation_id_idx ON authorisation_condition USING btree (org_id, authorisation_id);
CREATE UNIQUE INDEX authorisation_condition_org_id_id_key ON authorisation_condition USING btree (org_id, id);
CREATE UNIQUE INDEX authorisation_fact_org_id_authorisation_id_version_key ON authorisation_fact USING btree (org_id, authorisation_id, version);
CREATE INDEX authorisation_merged_from_idx ON authorisation USING btree (org_id, merged_from_id) WHERE merged_from_id IS NOT NULL;
CREATE INDEX authorisation_org_id_controller_id_idx ON authorisation USING btree (org_id, controller_id);
CREATE UNIQUE INDEX authorisation_org_id_id_key ON authorisation USING btree (org_id, id);
CREATE UNIQUE INDEX authorisation_org_id_reference_key ON authorisation USING btree (org_id, reference);
CREATE INDEX authorisation_org_id_state_idx ON authorisation USING btree (org_id, state);
CREATE INDEX authorisation_org_id_sub_processor_id_idx ON authorisation USING btree (org_id, sub_processor_id);
CREATE UNIQUE INDEX breach_controller_org_id_breach_id_controller_id_key ON breach_controller USING btree (org_id, breach_id, controller_id);
CREATE INDEX breach_controller_org_id_controller_id_idx ON breach_controller USING btree (org_id, controller_id);
CREATE UNIQUE INDEX breach_controller_org_id_id_key ON breach_controller USING btree (org_id, id);
CREATE UNIQUE INDEX breach_fact_org_id_breach_id_id_key ON breach_fact USING btree (org_id, breach_id, id);
CREATE UNIQUE INDEX breach_fact_org_id_breach_id_number_key ON breach_fact USING btree (org_id, breach_id, number);
CREATE INDEX breach_fact_org_id_controller_id_idx ON breach_fact USING btree (org_id, controller_id);
CREATE UNIQUE INDEX breach_notice_fact_escalated_key ON breach_notice_fact USING btree (org_id, notice_id, contact_id) WHERE kind = 'escalated'::text;
CREATE INDEX breach_notice_fact_letter_id_idx ON breach_notice_fact USING btree (letter_id);
CREATE UNIQUE INDEX breach_notice_fact_mail_key ON breach_notice_fact USING btree (org_id, notice_id, contact_id) WHERE kind = 'mail-queued'::text AND contact_id IS NOT NULL;
CREATE UNIQUE INDEX breach_notice_fact_main_mail_key ON breach_notice_fact USING btree (org_id, notice_id) WHERE kind = 'mail-queued'::text AND contact_id IS NULL;
CREATE INDEX breach_notice_fact_org_id_breach_id_controller_id_idx ON breach_notice_fact USING btree (org_id, breach_id, controller_id);
CREATE INDEX breach_notice_fact_org_id_notice_id_idx ON breach_notice_fact USING btree (org_id, notice_id);
CREATE UNIQUE INDEX breach_notice_fact_person_key ON breach_notice_fact USING btree (org_id, notice_id, kind, author_id) WHERE (kind = ANY (ARRAY['read-in-portal'::text, 'acknowledged'::text])) AND author_kind = 'controller-contact'::text;
CREATE UNIQUE INDEX breach_notice_number_key ON breach_notice USING btree (org_id, breach_controller_id, number) WHERE status <> 'withdrawn'::text;
CREATE INDEX breach_notice_org_id_controller_id_idx ON breach_notice USING btree (org_id, controller_id);
CREATE UNIQUE INDEX breach_notice_org_id_id_key ON breach_notice USING btree (org_id, id);
CREATE UNIQUE INDEX breach_org_id_id_key ON breach USING btree (org_id, id);
CREATE UNIQUE INDEX breach_org_id_reference_key ON breach USING btree (org_id, reference);
CREATE INDEX breach_org_id_status_created_at_id_idx ON breach USING btree (org_id, status, created_at DESC, id DESC);
CREATE UNIQUE INDEX breach_org_id_year_counter_key ON breach USING btree (org_id, year, counter);
CREATE UNIQUE INDEX calendar_feed_one_live ON calendar_feed USING btree (org_id, member_id) WHERE revoked_at IS NULL;
CREATE UNIQUE INDEX calendar_feed_org_id_id_key ON calendar_feed USING btree (org_id, id);
CREATE UNIQUE INDEX calendar_feed_token_hash_key ON calendar_feed USING btree (token_hash);
CREATE UNIQUE INDEX call_layout_org_id_head_key ON call_layout USING btree (org_id, head);
CREATE INDEX call_log_fact_org_id_judgement_id_idx ON call_log_fact USING btree (org_id, judgement_id);
CREATE INDEX call_log_fact_org_id_log_id_idx ON call_log_fact USING btree (org_id, log_id);
CREATE UNIQUE INDEX call_log_file ON call_log USING btree (org_id, sha256) WHERE state = ANY (ARRAY['queued'::text, 'judging'::text, 'judged'::text]);
CREATE UNIQUE INDEX call_log_judgement_org_id_id_key ON call_log_judgement USING btree (org_id, id);
CREATE INDEX call_log_judgement_org_id_log_id_recorded_at_idx ON call_log_judgement USING btree (org_id, log_id, recorded_at);
CREATE INDEX call_log_open ON call_log USING btree (received_at) WHERE state = ANY (ARRAY['queued'::text, 'judging'::text]);
CREATE INDEX call_log_org_id_campaign_id_idx ON call_log USING btree (org_id, campaign_id);
CREATE UNIQUE INDEX call_log_org_id_id_key ON call_log USING btree (org_id, id);
CREATE INDEX call_log_org_id_professional_id_last_at_idx ON call_log USING btree (org_id, professional_id, last_at);
CREATE INDEX call_log_org_id_received_at_id_idx ON call_log USING btree (org_id, received_at DESC, id DESC);
CREATE UNIQUE INDEX call_log_reading ON call_log USING btree (org_id) WHERE state = 'reading'::text;
CREATE INDEX call_script_decision_org_id_controller_id_idx ON call_script_decision USING btree (org_id, controller_id);
CREATE UNIQUE INDEX call_script_decision_org_id_request_id_key ON call_script_decision USING btree (org_id, request_id);
CREATE INDEX call_script_fact_org_id_call_script_id_idx ON call_script_fact USING btree (org_id, call_script_id);
CREATE INDEX call_script_org_id_controller_id_idx ON call_script USING btree (org_id, controller_id);
CREATE UNIQUE INDEX call_script_org_id_id_key ON call_script USING btree (org_id, id);
CREATE UNIQUE INDEX call_script_org_id_reference_key ON call_script USING btree (org_id, reference);
CREATE INDEX call_script_org_id_title_id_idx ON call_script USING btree (org_id, title, id);
CREATE INDEX call_script_reading_org_id_call_script_id_recorded_at_idx ON call_script_reading USING btree (org_id, call_script_id, recorded_at);
CREATE INDEX call_script_request_org_id_call_script_id_edition_idx ON call_script_request USING btree (org_id, call_script_id, edition);
CREATE INDEX call_script_request_org_id_controller_id_idx ON call_script_request USING btree (org_id, controller_id);
CREATE UNIQUE INDEX call_script_request_org_id_id_key ON call_script_request USING btree (org_id, id);
CREATE INDEX call_script_version_org_id_recorded_at_idx ON call_script_version USING btree (org_id, recorded_at);
CREATE INDEX campaign_fact_org_id_campaign_id_idx ON campaign_fact USING btree (org_id, campaign_id);
CREATE INDEX campaign_org_id_controller_id_idx ON campaign USING btree (org_id, controller_id);
CREATE UNIQUE INDEX campaign_org_id_id_key ON campaign USING btree (org_id, id);
CREATE INDEX campaign_org_id_instruction_id_idx ON campaign USING btree (org_id, instruction_id);
CREATE UNIQUE INDEX campaign_org_id_reference_key ON campaign USING btree (org_id, reference);
CREATE INDEX campaign_org_id_script_id_idx ON campaign USING btree (org_id, script_id);
CREATE INDEX campaign_org_id_state_id_idx ON campaign USING btree (org_id, state, id);
CREATE INDEX campaign_scrub_org_id_campaign_id_idx ON campaign_scrub USING btree (org_id, campaign_id);
CREATE INDEX campaign_version_org_id_recorded_at_idx ON campaign_version USING btree (org_id, recorded_at);
CREATE INDEX choice_check_org_id_controller_id_idx ON choice_check USING btree (org_id, controller_id);
CREATE INDEX choice_check_org_id_recorded_at_id_idx ON choice_check USING btree (org_id, recorded_at, id);
CREATE INDEX choice_org_id_consent_file_id_idx ON choice USING btree (org_id, consent_file_id);
CREATE INDEX choice_org_id_consultation_person_id_idx ON choice USING btree (org_id, consultation_person_id);
CREATE INDEX choice_org_id_controller_id_idx ON choice USING btree (org_id, controller_id);
CREATE UNIQUE INDEX choice_org_id_id_key ON choice USING btree (org_id, id);
CREATE INDEX choice_org_id_person_key_idx ON choice USING btree (org_id, person_key);
CREATE INDEX choice_org_id_recorded_at_id_idx ON choice USING btree (org_id, recorded_at, id);
CREATE INDEX consent_collection_org_id_controller_id_idx ON consent_collection USING btree (org_id, controller_id);
CREATE UNIQUE INDEX consent_collection_org_id_id_key ON consent_collection USING btree (org_id, id);
CREATE UNIQUE INDEX consent_file_org_id_collection_id_sha256_key ON consent_file USING btree (org_id, collection_id, sha256);
CREATE UNIQUE INDEX consent_file_org_id_id_key ON consent_file USING btree (org_id, id);
CREATE INDEX consultation_fact_org_id_consultation_id_idx ON consultation_fact USING btree (org_id, consultation_id);
CREATE INDEX consultation_file_org_id_consultation_id_idx ON consultation_file USING btree (org_id, consultation_id);
CREATE INDEX consultation_org_id_controller_id_idx ON consultation USING btree (org_id, controller_id);
CREATE UNIQUE INDEX consultation_org_id_id_key ON consultation USING btree (org_id, id);
CREATE INDEX consultation_org_id_instruction_id_idx ON consultation USING btree (org_id, instruction_id);
CREATE UNIQUE INDEX consultation_org_id_reference_key ON consultation USING btree (org_id, reference);
CREATE INDEX consultation_org_id_state_id_idx ON consultation USING btree (org_id, state, id);
CREATE UNIQUE INDEX consultation_person_org_id_consultation_id_person_key_key ON consultation_person USING btree (org_id, consultation_id, person_key);
CREATE UNIQUE INDEX consultation_person_org_id_id_key ON consultation_person USING btree (org_id, id);
CREATE UNIQUE INDEX consultation_person_token_hash_key ON consultation_person USING btree (token_hash);
CREATE INDEX consultation_version_org_id_recorded_at_idx ON consultation_version USING btree (org_id, recorded_at);
CREATE INDEX contract_end_certificate_org_id_contract_end_id_idx ON contract_end_certificate USING btree (org_id, contract_end_id);
CREATE UNIQUE INDEX contract_end_certificate_org_id_number_key ON contract_end_certificate USING btree (org_id, number);
CREATE UNIQUE INDEX contract_end_certificate_org_id_year_counter_key ON contract_end_certificate USING btree (org_id, year, counter);
CREATE INDEX contract_end_fact_org_id_contract_end_id_recorded_at_idx ON contract_end_fact USING btree (org_id, contract_end_id, recorded_at);
CREATE UNIQUE INDEX contract_end_line_contract_end_id_key_key ON contract_end_line USING btree (contract_end_id, key);
CREATE UNIQUE INDEX contract_end_line_org_id_id_key ON contract_end_line USING btree (org_id, id);
CREATE UNIQUE INDEX contract_end_one_standing ON contract_end USING btree (org_id, contract_id) WHERE state <> 'cancelled'::text;
CREATE INDEX contract_end_org_id_contract_id_idx ON contract_end USING btree (org_id, contract_id);
CREATE UNIQUE INDEX contract_end_org_id_id_key ON contract_end USING btree (org_id, id);
CREATE INDEX contract_fact_org_id_contract_id_idx ON contract_fact USING btree (org_id, contract_id);
CREATE INDEX contract_instructor_org_id_contract_id_idx ON contract_instructor USING btree (org_id, contract_id);
CREATE UNIQUE INDEX contract_instructor_org_id_id_key ON contract_instructor USING btree (org_id, id);
CREATE INDEX contract_merged_from_idx ON contract USING btree (org_id, merged_from_id) WHERE merged_from_id IS NOT NULL;
CREATE INDEX contract_org_id_controller_id_idx ON contract USING btree (org_id, controller_id);
CREATE INDEX contract_org_id_deadline_on_id_idx ON contract USING btree (org_id, deadline_on, id);
CREATE UNIQUE INDEX contract_org_id_id_key ON contract USING btree (org_id, id);
CREATE UNIQUE INDEX contract_org_id_reference_key ON contract USING btree (org_id, reference);
CREATE INDEX contract_version_org_id_recorded_at_idx ON contract_version USING btree (org_id, recorded_at);
CREATE INDEX controller_contact_email_idx ON controller_contact USING btree (email);
CREATE UNIQUE INDEX controller_contact_open_key ON controller_contact USING btree (org_id, controller_id, email) WHERE ended_at IS NULL;
CREATE INDEX controller_contact_org_id_controller_id_idx ON controller_contact USING btree (org_id, controller_id);
CREATE INDEX controller_contact_org_id_controller_name_name_id_idx ON controller_contact USING btree (org_id, controller_name, name, id);
CREATE UNIQUE INDEX controller_contact_org_id_id_key ON controller_contact USING btree (org_id, id);
CREATE INDEX controller_contact_person_id_idx ON controller_contact USING btree (person_id);
CREATE INDEX controller_merge_org_id_controller_id_idx ON controller_merge USING btree (org_id, controller_id);
CREATE INDEX controller_merge_org_id_into_id_idx ON controller_merge USING btree (org_id, into_id);
CREATE INDEX controller_merge_undo_org_id_idx ON controller_merge_undo USING btree (org_id);
CREATE INDEX controller_merged_into_idx ON controller USING btree (org_id, merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE UNIQUE INDEX controller_org_id_id_key ON controller USING btree (org_id, id);
CREATE INDEX controller_org_id_legal_name_idx ON controller USING btree (org_id, legal_name);
CREATE INDEX controller_version_org_id_recorded_at_idx ON controller_version USING btree (org_id, recorded_at);
CREATE UNIQUE INDEX decision_certificate_org_id_authorisation_id_version_key ON decision_certificate USING btree (org_id, authorisation_id, version);
CREATE UNIQUE INDEX decision_certificate_org_id_number_key ON decision_certificate USING btree (org_id, number);
CREATE UNIQUE INDEX decision_certificate_org_id_year_counter_key ON decision_certificate USING btree (org_id, year, counter);
CREATE INDEX decision_reading_org_id_authorisation_id_idx ON decision_reading USING btree (org_id, authorisation_id);
CREATE UNIQUE INDEX decision_reading_token_hash_key ON decision_reading USING btree (token_hash);
CREATE INDEX dossier_chunk_org_id_dossier_id_idx ON dossier_chunk USING btree (org_id, dossier_id);
CREATE INDEX dossier_open ON dossier USING btree (requested_at) WHERE state = ANY (ARRAY['queued'::text, 'running'::text]);
CREATE UNIQUE INDEX dossier_org_id_id_key ON dossier USING btree (org_id, id);
CREATE INDEX dossier_org_id_requested_at_id_idx ON dossier USING btree (org_id, requested_at DESC, id DESC);
CREATE INDEX dpo_work_fact_org_id_work_id_idx ON dpo_work_fact USING btree (org_id, work_id);
CREATE INDEX dpo_work_org_id_controller_id_idx ON dpo_work USING btree (org_id, controller_id);
CREATE UNIQUE INDEX dpo_work_org_id_id_key ON dpo_work USING btree (org_id, id);
CREATE INDEX dpo_work_org_id_kind_day_id_idx ON dpo_work USING btree (org_id, kind, day, id);
CREATE UNIQUE INDEX dpo_work_org_id_kind_reference_key ON dpo_work USING btree (org_id, kind, reference);
CREATE INDEX dpo_work_org_id_repeats_id_idx ON dpo_work USING btree (org_id, repeats_id);
CREATE INDEX dpo_work_record_ids_idx ON dpo_work USING gin (record_ids);
CREATE INDEX dpo_work_version_org_id_recorded_at_idx ON dpo_work_version USING btree (org_id, recorded_at);
CREATE INDEX evidence_row_org_id_batch_idx ON evidence_row USING btree (org_id, batch);
CREATE INDEX form_submission_recorded_at_idx ON form_submission USING btree (recorded_at);
CREATE UNIQUE INDEX house_rule_org_id_key ON house_rule USING btree (org_id);
CREATE INDEX house_rule_version_org_id_recorded_at_idx ON house_rule_version USING btree (org_id, recorded_at);
CREATE INDEX import_row_org_id_record_id_idx ON import_row USING btree (org_id, record_id);
CREATE INDEX import_run_org_id_created_at_idx ON import_run USING btree (org_id, created_at);
CREATE INDEX instruction_controller_id_year_counter_idx ON instruction USING btree (controller_id, year, counter);
CREATE UNIQUE INDEX instruction_fact_org_id_instruction_id_version_key ON instruction_fact USING btree (org_id, instruction_id, version);
CREATE INDEX instruction_merged_from_idx ON instruction USING btree (org_id, merged_from_id) WHERE merged_from_id IS NOT NULL;
CREATE UNIQUE INDEX instruction_org_id_id_key ON instruction USING btree (org_id, id);
CREATE UNIQUE INDEX instruction_org_id_number_key ON instruction USING btree (org_id, number);
CREATE INDEX instruction_org_id_received_at_id_idx ON instruction USING btree (org_id, received_at DESC, id DESC);
CREATE UNIQUE INDEX instruction_series_org_id_code_key ON instruction_series USING btree (org_id, code);
CREATE UNIQUE INDEX instruction_series_org_id_controller_id_key ON instruction_series USING btree (org_id, controller_id);
CREATE INDEX instruction_version_org_id_recorded_at_idx ON instruction_version USING btree (org_id, recorded_at);
CREATE UNIQUE INDEX invitation_open_key ON invitation USING btree (org_id, email) WHERE accepted_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX invitation_org_id_created_at_idx ON invitation USING btree (org_id, created_at);
CREATE UNIQUE INDEX invitation_token_hash_key ON invitation USING btree (token_hash);
CREATE INDEX journal_entry_org_id_recorded_at_idx ON journal_entry USING btree (org_id, recorded_at);
CREATE INDEX journal_entry_org_id_rows_batch_idx ON journal_entry USING btree (org_id, rows_batch);
CREATE INDEX journal_key_org_id_created_at_idx ON journal_key USING btree (org_id, created_at);
CREATE UNIQUE INDEX journal_publication_org_id_day_key ON journal_publication USING btree (org_id, day);
CREATE INDEX journal_text_org_id_actor_id_seq_idx ON journal_text USING btree (org_id, actor_id, seq DESC);
CREATE INDEX journal_text_org_id_noun_seq_idx ON journal_text USING btree (org_id, noun, seq DESC);
CREATE INDEX journal_text_org_id_subject_id_idx ON journal_text USING btree (org_id, subject_id);
CREATE UNIQUE INDEX measure_org_id_library_code_key ON measure USING btree (org_id, library_code);
CREATE UNIQUE INDEX measure_org_id_reference_key ON measure USING btree (org_id, reference);
CREATE INDEX measure_version_org_id_recorded_at_idx ON measure_version USING btree (org_id, recorded_at);
CREATE UNIQUE INDEX member_org_id_person_id_key ON member USING btree (org_id, person_id);
CREATE INDEX member_person_id_idx ON member USING btree (person_id);
CREATE INDEX minor_call_org_id_recorded_at_id_idx ON minor_call USING btree (org_id, recorded_at, id);
CREATE INDEX night_contact_org_id_controller_id_position_idx ON night_contact USING btree (org_id, controller_id, "position");
CREATE UNIQUE INDEX night_contact_org_id_id_key ON night_contact USING btree (org_id, id);
CREATE UNIQUE INDEX organisation_slug_key ON organisation USING btree (slug);
CREATE UNIQUE INDEX outbox_fact_letter_id_digest_key ON outbox_fact USING btree (letter_id, digest);
CREATE INDEX outbox_fact_org_id_letter_id_idx ON outbox_fact USING btree (org_id, letter_id);
CREATE UNIQUE INDEX outbox_mail_envelope_id_key ON outbox_mail USING btree (envelope_id);
CREATE INDEX outbox_mail_failed_idx ON outbox_mail USING btree (org_id, closed_at) WHERE state = ANY (ARRAY['refused'::text, 'given-up'::text, 'bounced'::text]);
CREATE INDEX outbox_mail_message_id_idx ON outbox_mail USING btree (message_id);
CREATE INDEX outbox_mail_org_id_created_at_idx ON outbox_mail USING btree (org_id, created_at);
CREATE UNIQUE INDEX outbox_mail_org_id_dedupe_key_key ON outbox_mail USING btree (org_id, dedupe_key);
CREATE UNIQUE INDEX outbox_mail_org_id_id_key ON outbox_mail USING btree (org_id, id);
CREATE INDEX outbox_mail_state_next_attempt_at_idx ON outbox_mail USING btree (state, next_attempt_at);
CREATE INDEX outbox_mail_waiting_idx ON outbox_mail USING btree (org_id, created_at) WHERE state = ANY (ARRAY['queued'::text, 'sending'::text]);
CREATE INDEX parental_authorisation_org_id_choice_id_idx ON parental_authorisation USING btree (org_id, choice_id);
CREATE UNIQUE INDEX passkey_challenge_challenge_hash_key ON passkey_challenge USING btree (challenge_hash);
CREATE INDEX passkey_challenge_expires_at_idx ON passkey_challenge USING btree (expires_at);
CREATE UNIQUE INDEX passkey_credential_id_key ON passkey USING btree (credential_id);
CREATE INDEX passkey_person_id_idx ON passkey USING btree (person_id);
CREATE UNIQUE INDEX person_email_key ON person USING btree (email);
CREATE INDEX processing_record_contract_ids_idx ON processing_record USING gin (contract_ids);
CREATE INDEX processing_record_controller_name_idx ON processing_record USING btree (org_id, capacity, controller_name, id);
CREATE INDEX processing_record_counted_idx ON processing_record USING btree (org_id, capacity, reference, id, controller_id);
CREATE INDEX processing_record_ended_idx ON processing_record USING btree (org_id, capacity, reference, id) INCLUDE (controller_id) WHERE state = 'ended'::text;
CREATE INDEX processing_record_gaps_idx ON processing_record USING btree (org_id, capacity, required_gaps, advisable_gaps, id);
CREATE INDEX processing_record_measure_ids_idx ON processing_record USING gin (measure_ids);
CREATE INDEX processing_record_merged_from_idx ON processing_record USING btree (org_id, merged_from_id) WHERE merged_from_id IS NOT NULL;
CREATE INDEX processing_record_open_gaps_idx ON processing_record USING btree (org_id, capacity, reference, id) INCLUDE (controller_id) WHERE state <> 'ended'::text AND required_gaps > 0;
CREATE INDEX processing_record_org_id_capacity_activity_id_idx ON processing_record USING btree (org_id, capacity, activity, id);
CREATE UNIQUE INDEX processing_record_org_id_capacity_reference_key ON processing_record USING btree (org_id, capacity, reference);
CREATE INDEX processing_record_org_id_controller_id_idx ON processing_record USING btree (org_id, controller_id);
CREATE INDEX processing_record_org_id_procedure_id_idx ON processing_record USING btree (org_id, procedure_id);
CREATE INDEX processing_record_review_due_idx ON processing_record USING btree (org_id, capacity, COALESCE(review_due_on, ''::text)) INCLUDE (controller_id) WHERE state <> 'ended'::text;
CREATE INDEX processing_record_reviewed_idx ON processing_record USING btree (org_id, capacity, COALESCE(reviewed_on, ''::text), id);
CREATE INDEX processing_record_sub_processor_ids_idx ON processing_record USING gin (sub_processor_ids);
CREATE INDEX processing_record_transfer_ids_idx ON processing_record USING gin (transfer_ids);
CREATE UNIQUE INDEX public_page_address_key ON public_page USING btree (address);
CREATE INDEX public_page_fact_org_id_recorded_at_idx ON public_page_fact USING btree (org_id, recorded_at);
CREATE UNIQUE INDEX public_subscriber_confirm_hash_key ON public_subscriber USING btree (confirm_hash);
CREATE UNIQUE INDEX public_subscriber_leave_hash_key ON public_subscriber USING btree (leave_hash);
CREATE UNIQUE INDEX public_subscriber_org_id_email_key ON public_subscriber USING btree (org_id, email);
CREATE INDEX record_state_fact_org_id_record_id_idx ON record_state_fact USING btree (org_id, record_id);
CREATE INDEX record_version_org_id_capacity_reference_record_id_idx ON record_version USING btree (org_id, capacity, reference, record_id);
CREATE INDEX record_version_org_id_recorded_at_idx ON record_version USING btree (org_id, recorded_at);
CREATE UNIQUE INDEX recovery_code_person_id_code_hash_key ON recovery_code USING btree (person_id, code_hash);
CREATE INDEX reminder_org_id_planned_at_idx ON reminder USING btree (org_id, planned_at);
CREATE UNIQUE INDEX reminder_org_id_reader_id_obligation_due_stage_key ON reminder USING btree (org_id, reader_id, obligation, due, stage);
CREATE UNIQUE INDEX returned_mail_org_id_digest_key ON returned_mail USING btree (org_id, digest);
CREATE INDEX returned_mail_org_id_read_at_idx ON returned_mail USING btree (org_id, read_at);
CREATE INDEX rights_request_fact_org_id_controller_id_idx ON rights_request_fact USING btree (org_id, controller_id);
CREATE UNIQUE INDEX rights_request_fact_org_id_request_id_number_key ON rights_request_fact USING btree (org_id, request_id, number);
CREATE INDEX rights_request_org_id_controller_id_idx ON rights_request USING btree (org_id, controller_id);
CREATE UNIQUE INDEX rights_request_org_id_id_key ON rights_request USING btree (org_id, id);
CREATE INDEX rights_request_org_id_person_key_idx ON rights_request USING btree (org_id, person_key);
CREATE INDEX rights_request_org_id_received_at_id_idx ON rights_request USING btree (org_id, received_at DESC, id DESC);
CREATE UNIQUE INDEX rights_request_org_id_reference_key ON rights_request USING btree (org_id, reference);
CREATE INDEX search_document_codes_idx ON search_document USING gin (codes);
CREATE INDEX search_document_more_idx ON search_document USING gin (more gin_trgm_ops);
CREATE INDEX search_document_names_idx ON search_document USING gin (names gin_trgm_ops);
CREATE INDEX search_document_org_id_controller_id_idx ON search_document USING btree (org_id, controller_id);
CREATE INDEX search_word_word_idx ON search_word USING gin (word gin_trgm_ops);
CREATE INDEX session_person_id_idx ON session USING btree (person_id);
CREATE UNIQUE INDEX session_token_hash_key ON session USING btree (token_hash);
CREATE UNIQUE INDEX setup_token_token_hash_key ON setup_token USING btree (token_hash);
CREATE INDEX sign_in_challenge_expires_at_idx ON sign_in_challenge USING btree (expires_at);
CREATE UNIQUE INDEX sign_in_challenge_token_hash_key ON sign_in_challenge USING btree (token_hash);
CREATE UNIQUE INDEX sign_in_link_browser_hash_key ON sign_in_link USING btree (browser_hash);
CREATE INDEX sign_in_link_expires_at_idx ON sign_in_link USING btree (expires_at);
CREATE INDEX sub_processor_fact_org_id_sub_processor_id_idx ON sub_processor_fact USING btree (org_id, sub_processor_id);
CREATE UNIQUE INDEX sub_processor_org_id_id_key ON sub_processor USING btree (org_id, id);
CREATE INDEX sub_processor_org_id_name_id_idx ON sub_processor USING btree (org_id, name, id);
CREATE UNIQUE INDEX sub_processor_org_id_reference_key ON sub_processor USING btree (org_id, reference);
CREATE INDEX sub_processor_version_org_id_recorded_at_idx ON sub_processor_version USING btree (org_id, recorded_at);
CREATE UNIQUE INDEX thread_org_id_controller_id_id_key ON thread USING btree (org_id, controller_id, id);
CREATE UNIQUE INDEX thread_org_id_controller_id_subject_noun_subject_id_key ON thread USING btree (org_id, controller_id, subject_noun, subject_id);
CREATE UNIQUE INDEX thread_org_id_id_key ON thread USING btree (org_id, id);
CREATE INDEX thread_org_id_rank_id_idx ON thread USING btree (org_id, rank, id);
CREATE INDEX transfer_fact_org_id_transfer_id_idx ON transfer_fact USING btree (org_id, transfer_id);
CREATE INDEX transfer_merged_from_idx ON transfer USING btree (org_id, merged_from_id) WHERE merged_from_id IS NOT NULL;
CREATE INDEX transfer_org_id_controller_id_idx ON transfer USING btree (org_id, controller_id);
CREATE UNIQUE INDEX transfer_org_id_id_key ON transfer USING btree (org_id, id);
CREATE INDEX transfer_org_id_next_review_on_id_idx ON transfer USING btree (org_id, next_review_on, id);
CREATE UNIQUE INDEX transfer_org_id_reference_key ON transfer USING btree (org_id, reference);
CREATE INDEX transfer_org_id_sub_processor_id_idx ON transfer USING btree (org_id, sub_processor_id);
CREATE INDEX transfer_version_org_id_recorded_at_idx ON transfer_version USING btree (org_id, recorded_at);
CREATE UNIQUE INDEX watch_entry_org_id_feed_id_key_key ON watch_entry USING btree (org_id, feed_id, key);
CREATE INDEX watch_entry_org_id_state_id_idx ON watch_entry USING btree (org_id, state, id);
CREATE INDEX watch_entry_org_id_work_id_idx ON watch_entry USING btree (org_id, work_id);
CREATE UNIQUE INDEX watch_feed_one_live ON watch_feed USING btree (org_id, url) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX watch_feed_org_id_id_key ON watch_feed USING btree (org_id, id);
CREATE INDEX watch_feed_org_id_next_read_at_idx ON watch_feed USING btree (org_id, next_read_at);

ALTER TABLE access_look ADD CONSTRAINT access_look_org_id_contact_id_fkey FOREIGN KEY (org_id, contact_id) REFERENCES controller_contact(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE access_look ADD CONSTRAINT access_look_org_id_grant_id_fkey FOREIGN KEY (org_id, grant_id) REFERENCES audit_grant(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE account_token ADD CONSTRAINT account_token_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE attachment ADD CONSTRAINT attachment_org_id_contact_id_fkey FOREIGN KEY (org_id, contact_id) REFERENCES controller_contact(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE attachment ADD CONSTRAINT attachment_org_id_controller_id_fkey FOREIGN KEY (org_id, controller_id) REFERENCES controller(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE attachment ADD CONSTRAINT attachment_org_id_replaces_id_fkey FOREIGN KEY (org_id, replaces_id) REFERENCES attachment(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE attachment_chunk ADD CONSTRAINT attachment_chunk_org_id_attachment_id_fkey FOREIGN KEY (org_id, attachment_id) REFERENCES attachment(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE attachment_closure ADD CONSTRAINT attachment_closure_org_id_attachment_id_fkey FOREIGN KEY (org_id, attachment_id) REFERENCES attachment(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE attachment_withdrawal ADD CONSTRAINT attachment_withdrawal_org_id_attachment_id_fkey FOREIGN KEY (org_id, attachment_id) REFERENCES attachment(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE audit_row ADD CONSTRAINT audit_row_org_id_grant_id_fkey FOREIGN KEY (org_id, grant_id) REFERENCES audit_grant(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE audit_section ADD CONSTRAINT audit_section_org_id_grant_id_fkey FOREIGN KEY (org_id, grant_id) REFERENCES audit_grant(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE authorisation ADD CONSTRAINT authorisation_org_id_contract_id_fkey FOREIGN KEY (org_id, contract_id) REFERENCES contract(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE authorisation ADD CONSTRAINT authorisation_org_id_controller_id_fkey FOREIGN KEY (org_id, controller_id) REFERENCES controller(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE authorisation ADD CONSTRAINT authorisation_org_id_sub_processor_id_fkey FOREIGN KEY (org_id, sub_processor_id) REFERENCES sub_processor(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE authorisation ADD CONSTRAINT authorisation_org_id_supersedes_id_fkey FOREIGN KEY (org_id, supersedes_id) REFERENCES authorisation(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE authorisation_condition ADD CONSTRAINT authorisation_condition_org_id_authorisation_id_fkey FOREIGN KEY (org_id, authorisation_id) REFERENCES authorisation(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE authorisation_fact ADD CONSTRAINT authorisation_fact_org_id_authorisation_id_fkey FOREIGN KEY (org_id, authorisation_id) REFERENCES authorisation(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE authorisation_fact ADD CONSTRAINT authorisation_fact_org_id_condition_id_fkey FOREIGN KEY (org_id, condition_id) REFERENCES authorisation_condition(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE breach_controller ADD CONSTRAINT breach_controller_org_id_breach_id_fkey FOREIGN KEY (org_id, breach_id) REFERENCES breach(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE breach_controller ADD CONSTRAINT breach_controller_org_id_controller_id_fkey FOREIGN KEY (org_id, controller_id) REFERENCES controller(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE breach_fact ADD CONSTRAINT breach_fact_org_id_breach_id_corrects_id_fkey FOREIGN KEY (org_id, breach_id, corrects_id) REFERENCES breach_fact(org_id, breach_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE breach_fact ADD CONSTRAINT breach_fact_org_id_breach_id_fkey FOREIGN KEY (org_id, breach_id) REFERENCES breach(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE breach_fact ADD CONSTRAINT breach_fact_org_id_controller_id_fkey FOREIGN KEY (org_id, controller_id) REFERENCES controller(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE breach_notice ADD CONSTRAINT breach_notice_org_id_breach_controller_id_fkey FOREIGN KEY (org_id, breach_controller_id) REFERENCES breach_controller(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE breach_notice ADD CONSTRAINT breach_notice_org_id_breach_id_fkey FOREIGN KEY (org_id, breach_id) REFERENCES breach(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE breach_notice ADD CONSTRAINT breach_notice_org_id_controller_id_fkey FOREIGN KEY (org_id, controller_id) REFERENCES controller(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE breach_notice_fact ADD CONSTRAINT breach_notice_fact_org_id_breach_id_fkey FOREIGN KEY (org_id, breach_id) REFERENCES breach(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE breach_notice_fact ADD CONSTRAINT breach_notice_fact_org_id_contact_id_fkey FOREIGN KEY (org_id, contact_id) REFERENCES night_contact(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE breach_notice_fact ADD CONSTRAINT breach_notice_fact_org_id_controller_id_fkey FOREIGN KEY (org_id, controller_id) REFERENCES controller(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE breach_notice_fact ADD CONSTRAINT breach_notice_fact_org_id_notice_id_fkey FOREIGN KEY (org_id, notice_id) REFERENCES breach_notice(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE calendar_feed_read ADD CONSTRAINT calendar_feed_read_org_id_feed_id_fkey FOREIGN KEY (org_id, feed_id) REFERENCES calendar_feed(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE call_log ADD CONSTRAINT call_log_org_id_campaign_id_fkey FOREIGN KEY (org_id, campaign_id) REFERENCES campaign(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE call_log_fact ADD CONSTRAINT call_log_fact_org_id_judgement_id_fkey FOREIGN KEY (org_id, judgement_id) REFERENCES call_log_judgement(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE call_log_fact ADD CONSTRAINT call_log_fact_org_id_log_id_fkey FOREIGN KEY (org_id, log_id) REFERENCES call_log(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE call_log_judgement ADD CONSTRAINT call_log_judgement_org_id_log_id_fkey FOREIGN KEY (org_id, log_id) REFERENCES call_log(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE call_log_part ADD CONSTRAINT call_log_part_org_id_log_id_fkey FOREIGN KEY (org_id, log_id) REFERENCES call_log(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE call_script ADD CONSTRAINT call_script_org_id_controller_id_fkey FOREIGN KEY (org_id, controller_id) REFERENCES controller(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE call_script_decision ADD CONSTRAINT call_script_decision_org_id_contact_id_fkey FOREIGN KEY (org_id, contact_id) REFERENCES controller_contact(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE call_script_decision ADD CONSTRAINT call_script_decision_org_id_request_id_fkey FOREIGN KEY (org_id, request_id) REFERENCES call_script_request(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE call_script_reading ADD CONSTRAINT call_script_reading_org_id_call_script_id_fkey FOREIGN KEY (org_id, call_script_id) REFERENCES call_script(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE call_script_request ADD CONSTRAINT call_script_request_org_id_call_script_id_fkey FOREIGN KEY (org_id, call_script_id) REFERENCES call_script(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE call_script_request ADD CONSTRAINT call_script_request_org_id_controller_id_fkey FOREIGN KEY (org_id, controller_id) REFERENCES controller(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE campaign ADD CONSTRAINT campaign_org_id_controller_id_fkey FOREIGN KEY (org_id, controller_id) REFERENCES controller(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE campaign ADD CONSTRAINT campaign_org_id_instruction_id_fkey FOREIGN KEY (org_id, instruction_id) REFERENCES instruction(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE campaign ADD CONSTRAINT campaign_org_id_script_id_fkey FOREIGN KEY (org_id, script_id) REFERENCES call_script(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE campaign_scrub ADD CONSTRAINT campaign_scrub_org_id_campaign_id_fkey FOREIGN KEY (org_id, campaign_id) REFERENCES campaign(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE choice ADD CONSTRAINT choice_org_id_consent_file_id_fkey FOREIGN KEY (org_id, consent_file_id) REFERENCES consent_file(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE choice ADD CONSTRAINT choice_org_id_consultation_person_id_fkey FOREIGN KEY (org_id, consultation_person_id) REFERENCES consultation_person(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE choice ADD CONSTRAINT choice_org_id_controller_id_fkey FOREIGN KEY (org_id, controller_id) REFERENCES controller(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE choice_check ADD CONSTRAINT choice_check_org_id_controller_id_fkey FOREIGN KEY (org_id, controller_id) REFERENCES controller(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE consent_collection ADD CONSTRAINT consent_collection_org_id_controller_id_fkey FOREIGN KEY (org_id, controller_id) REFERENCES controller(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE consent_file ADD CONSTRAINT consent_file_org_id_collection_id_fkey FOREIGN KEY (org_id, collection_id) REFERENCES consent_collection(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE consultation ADD CONSTRAINT consultation_org_id_controller_id_fkey FOREIGN KEY (org_id, controller_id) REFERENCES controller(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE consultation ADD CONSTRAINT consultation_org_id_instruction_id_fkey FOREIGN KEY (org_id, instruction_id) REFERENCES instruction(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE consultation_file ADD CONSTRAINT consultation_file_org_id_consultation_id_fkey FOREIGN KEY (org_id, consultation_id) REFERENCES consultation(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE consultation_person ADD CONSTRAINT consultation_person_org_id_consultation_id_fkey FOREIGN KEY (org_id, consultation_id) REFERENCES consultation(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE contract ADD CONSTRAINT contract_org_id_controller_id_fkey FOREIGN KEY (org_id, controller_id) REFERENCES controller(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE contract_end ADD CONSTRAINT contract_end_org_id_contract_id_fkey FOREIGN KEY (org_id, contract_id) REFERENCES contract(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE contract_end_certificate ADD CONSTRAINT contract_end_certificate_org_id_contract_end_id_fkey FOREIGN KEY (org_id, contract_end_id) REFERENCES contract_end(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE contract_end_fact ADD CONSTRAINT contract_end_fact_org_id_contract_end_id_fkey FOREIGN KEY (org_id, contract_end_id) REFERENCES contract_end(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE contract_end_line ADD CONSTRAINT contract_end_line_org_id_contract_end_id_fkey FOREIGN KEY (org_id, contract_end_id) REFERENCES contract_end(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE contract_instructor ADD CONSTRAINT contract_instructor_org_id_contract_id_fkey FOREIGN KEY (org_id, contract_id) REFERENCES contract(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE controller_contact ADD CONSTRAINT controller_contact_org_id_controller_id_fkey FOREIGN KEY (org_id, controller_id) REFERENCES controller(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE controller_spelling ADD CONSTRAINT controller_spelling_org_id_controller_id_fkey FOREIGN KEY (org_id, controller_id) REFERENCES controller(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE decision_certificate ADD CONSTRAINT decision_certificate_org_id_authorisation_id_fkey FOREIGN KEY (org_id, authorisation_id) REFERENCES authorisation(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE decision_reading ADD CONSTRAINT decision_reading_org_id_authorisation_id_fkey FOREIGN KEY (org_id, authorisation_id) REFERENCES authorisation(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE dossier_chunk ADD CONSTRAINT dossier_chunk_org_id_dossier_id_fkey FOREIGN KEY (org_id, dossier_id) REFERENCES dossier(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE dpo_work ADD CONSTRAINT dpo_work_org_id_controller_id_fkey FOREIGN KEY (org_id, controller_id) REFERENCES controller(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE instruction ADD CONSTRAINT instruction_org_id_contact_id_fkey FOREIGN KEY (org_id, contact_id) REFERENCES controller_contact(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE instruction ADD CONSTRAINT instruction_org_id_controller_id_fkey FOREIGN KEY (org_id, controller_id) REFERENCES controller(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE instruction ADD CONSTRAINT instruction_org_id_supersedes_id_fkey FOREIGN KEY (org_id, supersedes_id) REFERENCES instruction(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE instruction_fact ADD CONSTRAINT instruction_fact_org_id_contact_id_fkey FOREIGN KEY (org_id, contact_id) REFERENCES controller_contact(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE instruction_fact ADD CONSTRAINT instruction_fact_org_id_instruction_id_fkey FOREIGN KEY (org_id, instruction_id) REFERENCES instruction(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE instruction_series ADD CONSTRAINT instruction_series_org_id_controller_id_fkey FOREIGN KEY (org_id, controller_id) REFERENCES controller(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE logged_call ADD CONSTRAINT logged_call_org_id_log_id_fkey FOREIGN KEY (org_id, log_id) REFERENCES call_log(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE member ADD CONSTRAINT member_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE night_contact ADD CONSTRAINT night_contact_org_id_controller_id_fkey FOREIGN KEY (org_id, controller_id) REFERENCES controller(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE organisation ADD CONSTRAINT organisation_id_logo_id_fkey FOREIGN KEY (id, logo_id) REFERENCES attachment(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE outbox_fact ADD CONSTRAINT outbox_fact_org_id_letter_id_fkey FOREIGN KEY (org_id, letter_id) REFERENCES outbox_mail(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE outbox_mail ADD CONSTRAINT outbox_mail_org_id_attachment_id_fkey FOREIGN KEY (org_id, attachment_id) REFERENCES attachment(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE parental_authorisation ADD CONSTRAINT parental_authorisation_org_id_choice_id_fkey FOREIGN KEY (org_id, choice_id) REFERENCES choice(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE passkey ADD CONSTRAINT passkey_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE processing_record ADD CONSTRAINT processing_record_org_id_controller_id_fkey FOREIGN KEY (org_id, controller_id) REFERENCES controller(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE recovery_code ADD CONSTRAINT recovery_code_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE reminder ADD CONSTRAINT reminder_org_id_letter_id_fkey FOREIGN KEY (org_id, letter_id) REFERENCES outbox_mail(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE returned_mail ADD CONSTRAINT returned_mail_org_id_letter_id_fkey FOREIGN KEY (org_id, letter_id) REFERENCES outbox_mail(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE rights_request ADD CONSTRAINT rights_request_org_id_controller_id_fkey FOREIGN KEY (org_id, controller_id) REFERENCES controller(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE rights_request_fact ADD CONSTRAINT rights_request_fact_org_id_request_id_fkey FOREIGN KEY (org_id, request_id) REFERENCES rights_request(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE session ADD CONSTRAINT session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE sign_in_challenge ADD CONSTRAINT sign_in_challenge_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE thread ADD CONSTRAINT thread_org_id_controller_id_fkey FOREIGN KEY (org_id, controller_id) REFERENCES controller(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE thread_message ADD CONSTRAINT thread_message_org_id_controller_id_thread_id_fkey FOREIGN KEY (org_id, controller_id, thread_id) REFERENCES thread(org_id, controller_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE thread_read ADD CONSTRAINT thread_read_org_id_controller_id_thread_id_fkey FOREIGN KEY (org_id, controller_id, thread_id) REFERENCES thread(org_id, controller_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE totp_factor ADD CONSTRAINT totp_factor_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE transfer ADD CONSTRAINT transfer_org_id_controller_id_fkey FOREIGN KEY (org_id, controller_id) REFERENCES controller(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE transfer ADD CONSTRAINT transfer_org_id_sub_processor_id_fkey FOREIGN KEY (org_id, sub_processor_id) REFERENCES sub_processor(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE watch_entry ADD CONSTRAINT watch_entry_org_id_feed_id_fkey FOREIGN KEY (org_id, feed_id) REFERENCES watch_feed(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE watch_entry ADD CONSTRAINT watch_entry_org_id_work_id_fkey FOREIGN KEY (org_id, work_id) REFERENCES dpo_work(org_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;

CREATE VIEW portal.access_look WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    controller_id,
    contact_id,
    contact_name,
    noun,
    subject_id,
    label,
    looked_at,
    address,
    batch_id
   FROM access_look;

CREATE VIEW portal.attachment WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    purpose,
    file_name,
    content_type,
    size,
    width,
    height,
    sha256,
    chunks,
    stored_at,
    author_id,
    author_name,
    subject_noun,
    subject_id,
    controller_id,
    replaces_id,
    contact_id
   FROM attachment;

CREATE VIEW portal.attachment_chunk WITH (security_barrier=true, security_invoker=true) AS
 SELECT attachment_id,
    seq,
    org_id,
    bytes,
    sha256
   FROM attachment_chunk;

CREATE VIEW portal.attachment_closure WITH (security_barrier=true, security_invoker=true) AS
 SELECT org_id,
    attachment_id,
    number,
    controller_id,
    is_closed,
    reason,
    recorded_at,
    author_id,
    author_name
   FROM attachment_closure;

CREATE VIEW portal.attachment_withdrawal WITH (security_barrier=true, security_invoker=true) AS
 SELECT attachment_id,
    org_id,
    controller_id,
    reason,
    withdrawn_at,
    author_id,
    author_name,
    was_given
   FROM attachment_withdrawal;

CREATE VIEW portal.authorisation WITH (security_invoker=true, security_barrier=true) AS
 SELECT id,
    org_id,
    reference,
    controller_id,
    controller_name,
    contract_id,
    sub_processor_id,
    sub_processor_version,
    scope_digest,
    regime,
    days,
    zone,
    seat_country,
    seat_address,
    language,
    recipient,
    text,
    text_digest,
    list,
    list_digest,
    supersedes_id,
    state,
    sent_at,
    received_at,
    letter_id,
    document_id,
    version,
    created_at,
    updated_at,
    merged_from_id
   FROM authorisation;

CREATE VIEW portal.authorisation_condition WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    authorisation_id,
    controller_id,
    "position",
    text,
    met_at
   FROM authorisation_condition;

CREATE VIEW portal.authorisation_fact WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    authorisation_id,
    controller_id,
    version,
    event,
    state,
    at,
    channel,
    signatory,
    capacity,
    power,
    reason,
    source,
    recipient,
    text_digest,
    list_digest,
    address,
    agent,
    condition_id,
    document_id,
    letter_id,
    recorded_at,
    author_kind,
    author_id,
    author_name
   FROM authorisation_fact;

CREATE VIEW portal.breach_informed WITH (security_barrier=true) AS
 SELECT f.org_id,
    p.id AS breach_controller_id,
    f.kind,
    f.at
   FROM breach_notice_fact f
     JOIN breach_controller p ON p.org_id = f.org_id AND p.breach_id = f.breach_id AND p.controller_id = f.controller_id
  WHERE f.org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (f.controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND f.at IS NOT NULL AND (f.kind = ANY (ARRAY['call-made'::text, 'read-in-portal'::text, 'known-elsewhere'::text, 'acknowledged'::text])) AND (EXISTS ( SELECT
           FROM breach_notice n
          WHERE n.org_id = p.org_id AND n.breach_controller_id = p.id AND n.status = 'issued'::text AND n.is_shared))
UNION ALL
 SELECT f.org_id,
    n.breach_controller_id,
    o.kind,
    o.at
   FROM breach_notice_fact f
     JOIN breach_notice n ON n.org_id = f.org_id AND n.id = f.notice_id AND n.status = 'issued'::text AND n.is_shared
     JOIN outbox_fact o ON o.org_id = f.org_id AND o.letter_id = f.letter_id
  WHERE f.org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (f.controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND (o.kind = ANY (ARRAY['delivered'::text, 'said-received'::text]));

CREATE VIEW portal.breach_notice WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    breach_controller_id,
    controller_id,
    number,
    phase,
    locale,
    status,
    is_drill,
    is_shared,
    content,
    late_reason,
    issued_at,
    issued_by_name,
    document_id
   FROM breach_notice;

CREATE VIEW portal.breach_notice_fact WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    controller_id,
    notice_id,
    kind,
    at,
    recorded_at,
    author_kind,
    author_id,
    author_name
   FROM breach_notice_fact;

CREATE VIEW portal.call_script_decision WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    controller_id,
    request_id,
    contact_id,
    outcome,
    digest,
    power,
    reason,
    recorded_at,
    author_name
   FROM call_script_decision;

CREATE VIEW portal.call_script_fact WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    call_script_id,
    event,
    recorded_at
   FROM call_script_fact;

CREATE VIEW portal.call_script_request WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    controller_id,
    call_script_id,
    edition,
    reference,
    title,
    language,
    text,
    digest,
    recorded_at,
    author_name
   FROM call_script_request;

CREATE VIEW portal.contract WITH (security_barrier=true) AS
 SELECT id,
    org_id,
    controller_id,
    controller_name,
    reference,
    title,
    signed_on,
    effective_on,
    notice_given_on,
    ended_on,
    portal.contract_content(content) AS content,
    state,
    ends_on,
    renews,
    deadline_on,
    version,
    created_at,
    updated_at,
    binds_until,
    changes_on,
    merged_from_id
   FROM contract
  WHERE org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND (merged_from_id IS NULL AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) OR (merged_from_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[]))) AND state <> 'draft'::text;

CREATE VIEW portal.contract_end WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    controller_id,
    contract_id,
    state,
    record_ids,
    version,
    created_at,
    updated_at
   FROM contract_end;

CREATE VIEW portal.contract_end_certificate WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    controller_id,
    contract_end_id,
    number,
    year,
    counter,
    document_id,
    digest,
    ended_contract,
    ended_records,
    issued_at
   FROM contract_end_certificate;

CREATE VIEW portal.contract_instructor WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    contract_id,
    controller_id,
    name,
    capacity,
    email,
    power,
    from_on,
    until_on,
    created_at
   FROM contract_instructor;

CREATE VIEW portal.contract_version WITH (security_barrier=true) AS
 SELECT contract_id,
    version,
    org_id,
    controller_id,
    recorded_at,
    superseded_at,
    reference,
    title,
    state,
    snapshot || jsonb_build_object('content', portal.contract_content(snapshot -> 'content'::text)) AS snapshot
   FROM contract_version
  WHERE org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND state <> 'draft'::text;

CREATE VIEW portal.controller WITH (security_invoker=true, security_barrier=true) AS
 SELECT id,
    org_id,
    legal_name,
    is_placeholder,
    country,
    address,
    registration_number,
    contact_name,
    contact_email,
    contact_phone,
    dpo_contact,
    has_no_dpo,
    representative,
    representative_reason,
    language,
    version,
    created_at,
    updated_at,
    archived_at,
    merged_into_id
   FROM controller;

CREATE VIEW portal.controller_contact WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    controller_id,
    controller_name,
    person_id,
    name,
    email,
    capacity,
    language,
    role,
    invited_by_name,
    created_at,
    invited_at,
    expires_at,
    accepted_at,
    ended_at,
    previous_visit_at,
    controller_archived_at
   FROM controller_contact;

CREATE VIEW portal.controller_version WITH (security_barrier=true) AS
 SELECT controller_id,
    version,
    org_id,
    recorded_at,
    superseded_at,
    snapshot - 'archiveReason'::text AS snapshot
   FROM controller_version
  WHERE org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[]));

CREATE VIEW portal.decision_certificate WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    controller_id,
    authorisation_id,
    version,
    year,
    counter,
    number,
    document_id,
    digest,
    issued_at
   FROM decision_certificate;

CREATE VIEW portal.decision_reading WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    controller_id,
    authorisation_id,
    contact_id,
    session_id,
    digest,
    token_hash,
    shown_at,
    expires_at,
    used_at
   FROM decision_reading;

CREATE VIEW portal.example_row WITH (security_barrier=true, security_invoker=true) AS
 SELECT org_id,
    noun,
    subject_id,
    created_at
   FROM example_row;

CREATE VIEW portal.form_submission WITH (security_barrier=true, security_invoker=true) AS
 SELECT org_id,
    part,
    controller_id,
    value,
    recorded_at
   FROM form_submission;

CREATE VIEW portal.instruction WITH (security_invoker=true, security_barrier=true) AS
 SELECT id,
    org_id,
    controller_id,
    number,
    year,
    counter,
    text,
    text_digest,
    author_name,
    author_power,
    authority,
    channel,
    received_at,
    effective_on,
    transfer_effect,
    transfer_text,
    record_ids,
    covers,
    supersedes_id,
    state,
    version,
    created_at,
    updated_at,
    contact_id,
    merged_from_id
   FROM instruction;

CREATE VIEW portal.instruction_fact WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    instruction_id,
    controller_id,
    version,
    event,
    state,
    fact_on,
    fact_time,
    note,
    source,
    infringes,
    recipient,
    successor_id,
    letter_id,
    document_id,
    recorded_at,
    author_id,
    author_name,
    contact_id,
    writer,
    medium,
    writing
   FROM instruction_fact;

CREATE VIEW portal.instruction_series WITH (security_barrier=true, security_invoker=true) AS
 SELECT controller_id,
    org_id,
    code,
    created_at
   FROM instruction_series;

CREATE VIEW portal.instruction_version WITH (security_barrier=true, security_invoker=true) AS
 SELECT instruction_id,
    version,
    org_id,
    controller_id,
    recorded_at,
    superseded_at,
    author_id,
    author_name,
    change,
    snapshot
   FROM instruction_version;

CREATE VIEW portal.measure WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    reference,
    library_code,
    title,
    version,
    created_at,
    updated_at,
    retired_at
   FROM measure;

CREATE VIEW portal.measure_version WITH (security_barrier=true, security_invoker=true) AS
 SELECT measure_id,
    version,
    org_id,
    recorded_at,
    superseded_at,
    reference,
    library_code,
    title,
    is_retired
   FROM measure_version;

CREATE VIEW portal.organisation WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    slug,
    legal_name,
    ice,
    address,
    city,
    country,
    email,
    phone,
    dpo_name,
    dpo_email,
    dpo_phone,
    has_no_dpo,
    eu_representative,
    eu_representative_contact,
    eu_representative_country,
    eu_representative_exemption,
    eu_representative_reason,
    gdpr_binding,
    site_countries,
    logo_id,
    version,
    created_at,
    updated_at
   FROM organisation;

CREATE VIEW portal.organisation_version WITH (security_barrier=true) AS
 SELECT org_id,
    version,
    recorded_at,
    superseded_at,
    ( SELECT COALESCE(jsonb_object_agg(jsonb_each.key, jsonb_each.value), '{}'::jsonb) AS "coalesce"
           FROM jsonb_each(organisation_version.snapshot) jsonb_each(key, value)
          WHERE jsonb_each.key = ANY (ARRAY['id'::text, 'legalName'::text, 'ice'::text, 'address'::text, 'city'::text, 'country'::text, 'email'::text, 'phone'::text, 'dpoName'::text, 'dpoEmail'::text, 'dpoPhone'::text, 'hasNoDpo'::text, 'euRepresentative'::text, 'euRepresentativeContact'::text, 'euRepresentativeCountry'::text, 'euRepresentativeExemption'::text, 'euRepresentativeReason'::text, 'gdprBinding'::text, 'siteCountries'::text, 'logoId'::text])) AS snapshot
   FROM organisation_version
  WHERE org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text;

CREATE VIEW portal.outbox_mail WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    template,
    locale,
    to_name,
    to_address,
    params,
    sealed,
    state,
    attempts,
    next_attempt_at,
    leased_until,
    last_error,
    message_id,
    dedupe_key,
    created_at,
    accepted_at,
    response,
    closed_at,
    attachment_id,
    envelope_id,
    is_notice_asked
   FROM outbox_mail;

CREATE VIEW portal.processing_record WITH (security_barrier=true) AS
 SELECT id,
    org_id,
    capacity,
    reference,
    controller_id,
    state,
    state_since,
    content || '{"notes": ""}'::jsonb AS content,
    activity,
    countries,
    instruments,
    reviewed_on,
    review_due_on,
    version,
    created_at,
    updated_at,
    measure_ids,
    controller_name,
    sub_processor_ids,
    contract_ids,
    transfer_ids,
    merged_from_id
   FROM processing_record
  WHERE org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND (merged_from_id IS NULL AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) OR (merged_from_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[]))) AND state <> 'draft'::text;

CREATE VIEW portal.record_version WITH (security_barrier=true) AS
 SELECT record_id,
    version,
    org_id,
    recorded_at,
    superseded_at,
    author_name,
    change,
    capacity,
    reference,
    controller_id,
    state,
    state_since,
    activity,
    countries,
    instruments,
    reviewed_on,
    review_due_on,
    snapshot || '{"notes": ""}'::jsonb AS snapshot,
    measure_ids,
    sub_processor_ids,
    contract_ids,
    transfer_ids
   FROM record_version
  WHERE org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND state <> 'draft'::text;

CREATE VIEW portal.rights_request WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    reference,
    received_at,
    channel,
    rights,
    contact_sealed,
    words_sealed,
    controller_id,
    state,
    relayed_at,
    confirmed_at,
    closed_at,
    erased_at,
    version,
    updated_at
   FROM rights_request;

CREATE VIEW portal.rights_request_fact WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    request_id,
    controller_id,
    number,
    kind,
    value,
    at,
    recorded_at,
    author_kind,
    author_id,
    author_name
   FROM rights_request_fact;

CREATE VIEW portal.thread WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    controller_id,
    subject_noun,
    subject_id,
    state,
    since,
    last_at,
    message_count,
    rank,
    created_at
   FROM thread;

CREATE VIEW portal.thread_message WITH (security_barrier=true, security_invoker=true) AS
 SELECT thread_id,
    number,
    org_id,
    controller_id,
    side,
    kind,
    author_id,
    author_name,
    text,
    said_at
   FROM thread_message;

CREATE VIEW portal.thread_read WITH (security_barrier=true, security_invoker=true) AS
 SELECT thread_id,
    reader_id,
    org_id,
    controller_id,
    side,
    read_to,
    read_at
   FROM thread_read;

CREATE VIEW portal.transfer WITH (security_invoker=true, security_barrier=true) AS
 SELECT id,
    org_id,
    reference,
    controller_id,
    controller_name,
    flow,
    state,
    content,
    importer_name,
    country,
    tool,
    next_review_on,
    version,
    created_at,
    updated_at,
    sub_processor_id,
    merged_from_id
   FROM transfer;

CREATE VIEW portal.transfer_version WITH (security_barrier=true, security_invoker=true) AS
 SELECT transfer_id,
    version,
    org_id,
    controller_id,
    recorded_at,
    superseded_at,
    reference,
    importer_name,
    country,
    state,
    snapshot
   FROM transfer_version;

CREATE VIEW portal.dpo_work WITH (security_barrier=true) AS
 SELECT id,
    org_id,
    controller_id,
    kind,
    reference,
    title,
    state,
    portal.version_days(content) AS content
   FROM dpo_work
  WHERE org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND kind = 'procedure'::text AND (id IN ( SELECT (r.content ->> 'minorsProcedureId'::text)::uuid AS uuid
           FROM portal.processing_record r));

CREATE VIEW portal.dpo_work_version WITH (security_barrier=true) AS
 SELECT work_id,
    version,
    org_id,
    recorded_at,
    superseded_at,
    kind,
    reference,
    title,
    state,
    jsonb_build_object('content', portal.version_days(snapshot -> 'content'::text)) AS snapshot
   FROM dpo_work_version
  WHERE org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND kind = 'procedure'::text AND (work_id IN ( SELECT (v.snapshot ->> 'minorsProcedureId'::text)::uuid AS uuid
           FROM portal.record_version v));

CREATE VIEW portal.sub_processor WITH (security_barrier=true) AS
 SELECT id,
    org_id,
    reference,
    state,
    portal.sub_processor_content(content) AS content,
    scope_digest,
    name,
    country,
    countries,
    service,
    contract_signed_on,
    contract_ends_on,
    version,
    created_at,
    updated_at
   FROM sub_processor s
  WHERE org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND ((EXISTS ( SELECT
           FROM authorisation a
          WHERE a.org_id = s.org_id AND a.sub_processor_id = s.id AND (a.merged_from_id IS NULL AND (a.controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) OR (a.merged_from_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[]))) AND a.sent_at IS NOT NULL)) OR (id IN ( SELECT unnest(r.sub_processor_ids) AS unnest
           FROM portal.processing_record r)));

CREATE VIEW portal.sub_processor_version WITH (security_barrier=true) AS
 SELECT sub_processor_id,
    version,
    org_id,
    recorded_at,
    superseded_at,
    reference,
    name,
    country,
    countries,
    state,
    scope_digest,
    snapshot || jsonb_build_object('content', portal.sub_processor_content(snapshot -> 'content'::text)) AS snapshot
   FROM sub_processor_version
  WHERE org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND ((sub_processor_id IN ( SELECT sub_processor.id
           FROM portal.sub_processor)) OR (sub_processor_id IN ( SELECT unnest(v.sub_processor_ids) AS unnest
           FROM portal.record_version v)));

CREATE TRIGGER evidence_delete AFTER DELETE ON access_look REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', 'batch_id');
CREATE TRIGGER evidence_insert AFTER INSERT ON access_look REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', 'batch_id');
CREATE TRIGGER evidence_update AFTER UPDATE ON access_look REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', 'batch_id');
CREATE TRIGGER refuse_rewrite BEFORE DELETE OR UPDATE ON access_look FOR EACH ROW EXECUTE FUNCTION look_refuse_rewrite();
CREATE TRIGGER wakes_job AFTER INSERT ON access_look FOR EACH ROW WHEN (new.noun = ANY (ARRAY['authorisation'::text, 'breach-notice'::text])) EXECUTE FUNCTION opening_wakes_job();
CREATE TRIGGER evidence_delete AFTER DELETE ON attachment REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON attachment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON attachment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER merged_file_origin BEFORE INSERT ON attachment FOR EACH ROW WHEN (new.controller_id IS NOT NULL) EXECUTE FUNCTION merged_file_origin();
CREATE TRIGGER evidence_delete AFTER DELETE ON attachment_chunk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('attachment_id,seq', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON attachment_chunk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('attachment_id,seq', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON attachment_chunk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('attachment_id,seq', '');
CREATE TRIGGER close_given_only BEFORE INSERT ON attachment_closure FOR EACH ROW EXECUTE FUNCTION close_given_only();
CREATE TRIGGER evidence_delete AFTER DELETE ON attachment_closure REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('attachment_id,number', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON attachment_closure REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('attachment_id,number', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON attachment_closure REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('attachment_id,number', '');
CREATE TRIGGER evidence_delete AFTER DELETE ON attachment_withdrawal REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('attachment_id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON attachment_withdrawal REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('attachment_id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON attachment_withdrawal REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('attachment_id', '');
CREATE TRIGGER withdraw_own_only BEFORE INSERT ON attachment_withdrawal FOR EACH ROW EXECUTE FUNCTION withdraw_own_only();
CREATE TRIGGER announce AFTER INSERT OR UPDATE OF collect_state ON audit_grant FOR EACH ROW WHEN (new.collect_state = 'waiting'::text) EXECUTE FUNCTION audit_announce();
CREATE TRIGGER refuse_return BEFORE UPDATE ON audit_grant FOR EACH ROW EXECUTE FUNCTION audit_grant_refuse();
CREATE TRIGGER refuse_more AFTER INSERT ON audit_row REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION audit_row_refuse();
CREATE TRIGGER refuse_more AFTER INSERT ON audit_section REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION audit_row_refuse();
CREATE TRIGGER controller_named BEFORE INSERT OR UPDATE OF controller_id ON authorisation FOR EACH ROW EXECUTE FUNCTION record_names_controller();
CREATE TRIGGER outdates_records AFTER UPDATE OF state ON authorisation FOR EACH ROW WHEN (app_scope() = 'portal'::text) EXECUTE FUNCTION authorisation_outdates_records();
CREATE TRIGGER portal_decides_only BEFORE UPDATE ON authorisation FOR EACH ROW WHEN (app_scope() = 'portal'::text) EXECUTE FUNCTION portal_decides_only();
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON authorisation FOR EACH ROW WHEN (old.sent_at IS NOT NULL) EXECUTE FUNCTION authorisation_refuse_rewrite();
CREATE TRIGGER search_changed AFTER UPDATE ON authorisation REFERENCING OLD TABLE AS stale NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_authorisations();
CREATE TRIGGER search_gone AFTER DELETE ON authorisation REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION search_forget();
CREATE TRIGGER search_made AFTER INSERT ON authorisation REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_authorisations();
CREATE TRIGGER merged_row_origin BEFORE INSERT ON authorisation_condition FOR EACH ROW EXECUTE FUNCTION merged_row_origin('authorisation', 'authorisation_id');
CREATE TRIGGER evidence_delete AFTER DELETE ON authorisation_fact REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON authorisation_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON authorisation_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER merged_row_origin BEFORE INSERT ON authorisation_fact FOR EACH ROW EXECUTE FUNCTION merged_row_origin('authorisation', 'authorisation_id');
CREATE TRIGGER search_changed AFTER UPDATE ON breach REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_breach();
CREATE TRIGGER search_gone AFTER DELETE ON breach REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION search_forget();
CREATE TRIGGER search_made AFTER INSERT ON breach REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_breach();
CREATE TRIGGER evidence_delete AFTER DELETE ON breach_fact REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON breach_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON breach_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON breach_notice FOR EACH ROW WHEN (old.status <> 'draft'::text) EXECUTE FUNCTION breach_notice_refuse_rewrite();
CREATE TRIGGER evidence_delete AFTER DELETE ON breach_notice_fact REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON breach_notice_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON breach_notice_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER place BEFORE INSERT ON breach_notice_fact FOR EACH ROW EXECUTE FUNCTION breach_notice_fact_place();
CREATE TRIGGER announce AFTER UPDATE OF state ON call_log FOR EACH ROW WHEN (new.state = 'queued'::text) EXECUTE FUNCTION call_log_announce();
CREATE TRIGGER evidence_delete AFTER DELETE ON call_log_fact REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON call_log_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON call_log_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_delete AFTER DELETE ON call_log_judgement REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON call_log_judgement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON call_log_judgement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_delete AFTER DELETE ON call_script_decision REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON call_script_decision REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON call_script_decision REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_delete AFTER DELETE ON call_script_fact REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON call_script_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON call_script_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_delete AFTER DELETE ON call_script_reading REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON call_script_reading REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON call_script_reading REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_delete AFTER DELETE ON call_script_request REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON call_script_request REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON call_script_request REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_delete AFTER DELETE ON call_script_version REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('call_script_id,version', 'superseded_at');
CREATE TRIGGER evidence_insert AFTER INSERT ON call_script_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('call_script_id,version', 'superseded_at');
CREATE TRIGGER evidence_update AFTER UPDATE ON call_script_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('call_script_id,version', 'superseded_at');
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON call_script_version FOR EACH ROW EXECUTE FUNCTION version_refuse_rewrite();
CREATE TRIGGER evidence_delete AFTER DELETE ON campaign_fact REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON campaign_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON campaign_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_delete AFTER DELETE ON campaign_scrub REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON campaign_scrub REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON campaign_scrub REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_delete AFTER DELETE ON campaign_version REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('campaign_id,version', 'superseded_at');
CREATE TRIGGER evidence_insert AFTER INSERT ON campaign_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('campaign_id,version', 'superseded_at');
CREATE TRIGGER evidence_update AFTER UPDATE ON campaign_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('campaign_id,version', 'superseded_at');
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON campaign_version FOR EACH ROW EXECUTE FUNCTION version_refuse_rewrite();
CREATE TRIGGER evidence_delete AFTER DELETE ON choice REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON choice REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON choice REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_delete AFTER DELETE ON choice_check REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON choice_check REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON choice_check REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_delete AFTER DELETE ON consent_collection REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON consent_collection REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON consent_collection REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_delete AFTER DELETE ON consent_file REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON consent_file REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON consent_file REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_delete AFTER DELETE ON consultation_fact REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON consultation_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON consultation_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_delete AFTER DELETE ON consultation_file REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON consultation_file REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON consultation_file REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON consultation_person FOR EACH ROW EXECUTE FUNCTION consultation_person_refuse_rewrite();
CREATE TRIGGER evidence_delete AFTER DELETE ON consultation_version REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('consultation_id,version', 'superseded_at');
CREATE TRIGGER evidence_insert AFTER INSERT ON consultation_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('consultation_id,version', 'superseded_at');
CREATE TRIGGER evidence_update AFTER UPDATE ON consultation_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('consultation_id,version', 'superseded_at');
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON consultation_version FOR EACH ROW EXECUTE FUNCTION version_refuse_rewrite();
CREATE TRIGGER controller_named BEFORE INSERT OR UPDATE OF controller_id ON contract FOR EACH ROW EXECUTE FUNCTION record_names_controller();
CREATE TRIGGER search_changed AFTER UPDATE ON contract REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_contracts();
CREATE TRIGGER search_gone AFTER DELETE ON contract REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION search_forget();
CREATE TRIGGER search_made AFTER INSERT ON contract REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_contracts();
CREATE TRIGGER merged_row_origin BEFORE INSERT ON contract_end FOR EACH ROW EXECUTE FUNCTION merged_row_origin('contract', 'contract_id');
CREATE TRIGGER evidence_delete AFTER DELETE ON contract_end_certificate REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON contract_end_certificate REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON contract_end_certificate REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER merged_row_origin BEFORE INSERT ON contract_end_certificate FOR EACH ROW EXECUTE FUNCTION certificate_origin();
CREATE TRIGGER evidence_delete AFTER DELETE ON contract_end_fact REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON contract_end_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON contract_end_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_delete AFTER DELETE ON contract_fact REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON contract_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON contract_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER merged_row_origin BEFORE INSERT ON contract_instructor FOR EACH ROW EXECUTE FUNCTION merged_row_origin('contract', 'contract_id');
CREATE TRIGGER evidence_delete AFTER DELETE ON contract_version REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('contract_id,version', 'superseded_at');
CREATE TRIGGER evidence_insert AFTER INSERT ON contract_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('contract_id,version', 'superseded_at');
CREATE TRIGGER evidence_update AFTER UPDATE ON contract_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('contract_id,version', 'superseded_at');
CREATE TRIGGER merged_row_origin BEFORE INSERT ON contract_version FOR EACH ROW EXECUTE FUNCTION merged_row_origin('contract', 'contract_id');
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON contract_version FOR EACH ROW EXECUTE FUNCTION version_refuse_rewrite();
CREATE TRIGGER authorisations_renamed AFTER UPDATE OF legal_name ON controller FOR EACH ROW WHEN (old.legal_name IS DISTINCT FROM new.legal_name) EXECUTE FUNCTION controller_renames_authorisations();
CREATE TRIGGER contacts_archived AFTER UPDATE OF archived_at ON controller FOR EACH ROW WHEN (old.archived_at IS DISTINCT FROM new.archived_at) EXECUTE FUNCTION controller_archives_contacts();
CREATE TRIGGER contacts_renamed AFTER UPDATE OF legal_name ON controller FOR EACH ROW WHEN (old.legal_name IS DISTINCT FROM new.legal_name) EXECUTE FUNCTION controller_renames_contacts();
CREATE TRIGGER contracts_renamed AFTER UPDATE OF legal_name ON controller FOR EACH ROW WHEN (old.legal_name IS DISTINCT FROM new.legal_name) EXECUTE FUNCTION controller_renames_contracts();
CREATE TRIGGER instructions_renamed AFTER UPDATE OF legal_name ON controller FOR EACH ROW WHEN (old.legal_name IS DISTINCT FROM new.legal_name) EXECUTE FUNCTION controller_renames_instructions();
CREATE TRIGGER records_renamed AFTER UPDATE OF legal_name ON controller FOR EACH ROW WHEN (old.legal_name IS DISTINCT FROM new.legal_name) EXECUTE FUNCTION controller_renames_records();
CREATE TRIGGER search_changed AFTER UPDATE ON controller REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_controllers();
CREATE TRIGGER search_gone AFTER DELETE ON controller REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION search_forget();
CREATE TRIGGER search_made AFTER INSERT ON controller REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_controllers();
CREATE TRIGGER transfers_renamed AFTER UPDATE OF legal_name ON controller FOR EACH ROW WHEN (old.legal_name IS DISTINCT FROM new.legal_name) EXECUTE FUNCTION controller_renames_transfers();
CREATE TRIGGER contact_knows_archive BEFORE INSERT OR UPDATE OF controller_id ON controller_contact FOR EACH ROW EXECUTE FUNCTION contact_knows_archive();
CREATE TRIGGER controller_named BEFORE INSERT OR UPDATE OF controller_id ON controller_contact FOR EACH ROW EXECUTE FUNCTION record_names_controller();
CREATE TRIGGER evidence_delete AFTER DELETE ON controller_merge REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON controller_merge REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON controller_merge REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER example_kept AFTER INSERT ON controller_merge FOR EACH ROW EXECUTE FUNCTION merge_keeps_example();
CREATE TRIGGER evidence_delete AFTER DELETE ON controller_merge_undo REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('merge_id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON controller_merge_undo REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('merge_id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON controller_merge_undo REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('merge_id', '');
CREATE TRIGGER evidence_delete AFTER DELETE ON controller_version REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('controller_id,version', 'superseded_at');
CREATE TRIGGER evidence_insert AFTER INSERT ON controller_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('controller_id,version', 'superseded_at');
CREATE TRIGGER evidence_update AFTER UPDATE ON controller_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('controller_id,version', 'superseded_at');
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON controller_version FOR EACH ROW EXECUTE FUNCTION version_refuse_rewrite();
CREATE TRIGGER evidence_delete AFTER DELETE ON decision_certificate REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON decision_certificate REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON decision_certificate REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER merged_row_origin BEFORE INSERT ON decision_certificate FOR EACH ROW EXECUTE FUNCTION merged_row_origin('authorisation', 'authorisation_id');
CREATE TRIGGER merged_row_origin BEFORE INSERT ON decision_reading FOR EACH ROW EXECUTE FUNCTION merged_row_origin('authorisation', 'authorisation_id');
CREATE TRIGGER announce AFTER INSERT OR UPDATE OF state ON dossier FOR EACH ROW WHEN (new.state = 'queued'::text) EXECUTE FUNCTION dossier_announce();
CREATE TRIGGER search_changed AFTER UPDATE ON dpo_work REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_dpo_work();
CREATE TRIGGER search_gone AFTER DELETE ON dpo_work REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION search_forget();
CREATE TRIGGER search_made AFTER INSERT ON dpo_work REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_dpo_work();
CREATE TRIGGER evidence_delete AFTER DELETE ON dpo_work_fact REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON dpo_work_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON dpo_work_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_delete AFTER DELETE ON dpo_work_version REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('work_id,version', 'superseded_at');
CREATE TRIGGER evidence_insert AFTER INSERT ON dpo_work_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('work_id,version', 'superseded_at');
CREATE TRIGGER evidence_update AFTER UPDATE ON dpo_work_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('work_id,version', 'superseded_at');
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON dpo_work_version FOR EACH ROW EXECUTE FUNCTION version_refuse_rewrite();
CREATE TRIGGER refuse BEFORE DELETE OR TRUNCATE ON evidence_row FOR EACH STATEMENT EXECUTE FUNCTION evidence_refuse();
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON evidence_row FOR EACH ROW EXECUTE FUNCTION evidence_refuse_rewrite();
CREATE TRIGGER evidence_delete AFTER DELETE ON house_rule_version REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('house_rule_id,version', 'superseded_at');
CREATE TRIGGER evidence_insert AFTER INSERT ON house_rule_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('house_rule_id,version', 'superseded_at');
CREATE TRIGGER evidence_update AFTER UPDATE ON house_rule_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('house_rule_id,version', 'superseded_at');
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON house_rule_version FOR EACH ROW EXECUTE FUNCTION version_refuse_rewrite();
CREATE TRIGGER instruction_portal_channel BEFORE INSERT OR UPDATE ON instruction FOR EACH ROW EXECUTE FUNCTION instruction_portal_channel();
CREATE TRIGGER portal_moves_only BEFORE UPDATE ON instruction FOR EACH ROW WHEN (app_scope() = 'portal'::text) EXECUTE FUNCTION portal_moves_only();
CREATE TRIGGER search_changed AFTER UPDATE ON instruction REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_instructions();
CREATE TRIGGER search_gone AFTER DELETE ON instruction REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION search_forget();
CREATE TRIGGER search_made AFTER INSERT ON instruction REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_instructions();
CREATE TRIGGER evidence_delete AFTER DELETE ON instruction_fact REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON instruction_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON instruction_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER merged_row_origin BEFORE INSERT ON instruction_fact FOR EACH ROW EXECUTE FUNCTION merged_row_origin('instruction', 'instruction_id');
CREATE TRIGGER evidence_delete AFTER DELETE ON instruction_version REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('instruction_id,version', 'superseded_at');
CREATE TRIGGER evidence_insert AFTER INSERT ON instruction_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('instruction_id,version', 'superseded_at');
CREATE TRIGGER evidence_update AFTER UPDATE ON instruction_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('instruction_id,version', 'superseded_at');
CREATE TRIGGER merged_row_origin BEFORE INSERT ON instruction_version FOR EACH ROW EXECUTE FUNCTION merged_row_origin('instruction', 'instruction_id');
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON instruction_version FOR EACH ROW EXECUTE FUNCTION version_refuse_rewrite();
CREATE TRIGGER refuse BEFORE DELETE OR UPDATE OR TRUNCATE ON journal_entry FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();
CREATE TRIGGER refuse BEFORE DELETE OR TRUNCATE ON journal_head FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON journal_head FOR EACH ROW EXECUTE FUNCTION journal_refuse_rewrite();
CREATE TRIGGER evidence_delete AFTER DELETE ON journal_key REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', 'retired_at');
CREATE TRIGGER evidence_insert AFTER INSERT ON journal_key REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', 'retired_at');
CREATE TRIGGER evidence_update AFTER UPDATE ON journal_key REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', 'retired_at');
CREATE TRIGGER refuse_rewrite BEFORE DELETE OR UPDATE ON journal_key FOR EACH ROW EXECUTE FUNCTION journal_key_refuse_rewrite();
CREATE TRIGGER evidence_delete AFTER DELETE ON journal_publication REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON journal_publication REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON journal_publication REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER refuse BEFORE DELETE OR UPDATE OR TRUNCATE ON journal_publication FOR EACH STATEMENT EXECUTE FUNCTION evidence_refuse();
CREATE TRIGGER refuse BEFORE DELETE OR TRUNCATE ON journal_text FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON journal_text FOR EACH ROW EXECUTE FUNCTION journal_refuse_text();
CREATE TRIGGER evidence_delete AFTER DELETE ON measure_version REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('measure_id,version', 'superseded_at');
CREATE TRIGGER evidence_insert AFTER INSERT ON measure_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('measure_id,version', 'superseded_at');
CREATE TRIGGER evidence_update AFTER UPDATE ON measure_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('measure_id,version', 'superseded_at');
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON measure_version FOR EACH ROW EXECUTE FUNCTION version_refuse_rewrite();
CREATE TRIGGER refuse_outside_staff BEFORE UPDATE OF role, joined_at, ended_at ON member FOR EACH ROW EXECUTE FUNCTION member_refuse_outside_staff();
CREATE TRIGGER evidence_delete AFTER DELETE ON minor_call REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON minor_call REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON minor_call REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_delete AFTER DELETE ON organisation_version REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('org_id,version', 'superseded_at');
CREATE TRIGGER evidence_insert AFTER INSERT ON organisation_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('org_id,version', 'superseded_at');
CREATE TRIGGER evidence_update AFTER UPDATE ON organisation_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('org_id,version', 'superseded_at');
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON organisation_version FOR EACH ROW EXECUTE FUNCTION version_refuse_rewrite();
CREATE TRIGGER evidence_delete AFTER DELETE ON outbox_fact REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON outbox_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON outbox_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER announce AFTER INSERT OR UPDATE OF next_attempt_at ON outbox_mail FOR EACH ROW WHEN (new.state = 'queued'::text) EXECUTE FUNCTION outbox_announce();
CREATE TRIGGER evidence_delete AFTER DELETE ON parental_authorisation REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON parental_authorisation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON parental_authorisation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER controller_named BEFORE INSERT OR UPDATE OF controller_id ON processing_record FOR EACH ROW EXECUTE FUNCTION record_names_controller();
CREATE TRIGGER search_changed AFTER UPDATE ON processing_record REFERENCING OLD TABLE AS stale NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_records();
CREATE TRIGGER search_gone AFTER DELETE ON processing_record REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION search_forget();
CREATE TRIGGER search_made AFTER INSERT ON processing_record REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_records();
CREATE TRIGGER evidence_delete AFTER DELETE ON public_page_fact REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON public_page_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON public_page_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_delete AFTER DELETE ON record_state_fact REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON record_state_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON record_state_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_delete AFTER DELETE ON record_version REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('record_id,version', 'superseded_at');
CREATE TRIGGER evidence_insert AFTER INSERT ON record_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('record_id,version', 'superseded_at');
CREATE TRIGGER evidence_update AFTER UPDATE ON record_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('record_id,version', 'superseded_at');
CREATE TRIGGER merged_row_origin BEFORE INSERT ON record_version FOR EACH ROW EXECUTE FUNCTION merged_row_origin('processing_record', 'record_id');
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON record_version FOR EACH ROW EXECUTE FUNCTION version_refuse_rewrite();
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON rights_request FOR EACH ROW EXECUTE FUNCTION rights_request_refuse_rewrite();
CREATE TRIGGER search_changed AFTER UPDATE ON rights_request REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_rights_request();
CREATE TRIGGER search_gone AFTER DELETE ON rights_request REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION search_forget();
CREATE TRIGGER search_made AFTER INSERT ON rights_request REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_rights_request();
CREATE TRIGGER evidence_delete AFTER DELETE ON rights_request_fact REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON rights_request_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON rights_request_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER authorisations_found_anew AFTER UPDATE OF name ON sub_processor FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name) EXECUTE FUNCTION sub_processor_renames_authorisations();
CREATE TRIGGER search_changed AFTER UPDATE ON sub_processor REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_sub_processors();
CREATE TRIGGER search_gone AFTER DELETE ON sub_processor REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION search_forget();
CREATE TRIGGER search_made AFTER INSERT ON sub_processor REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_sub_processors();
CREATE TRIGGER evidence_delete AFTER DELETE ON sub_processor_fact REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON sub_processor_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON sub_processor_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_delete AFTER DELETE ON sub_processor_version REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('sub_processor_id,version', 'superseded_at');
CREATE TRIGGER evidence_insert AFTER INSERT ON sub_processor_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('sub_processor_id,version', 'superseded_at');
CREATE TRIGGER evidence_update AFTER UPDATE ON sub_processor_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('sub_processor_id,version', 'superseded_at');
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON sub_processor_version FOR EACH ROW EXECUTE FUNCTION version_refuse_rewrite();
CREATE TRIGGER example_kept AFTER INSERT ON thread FOR EACH ROW EXECUTE FUNCTION thread_keeps_example();
CREATE TRIGGER evidence_delete AFTER DELETE ON thread_message REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('thread_id,number', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON thread_message REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('thread_id,number', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON thread_message REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('thread_id,number', '');
CREATE TRIGGER controller_named BEFORE INSERT OR UPDATE OF controller_id ON transfer FOR EACH ROW EXECUTE FUNCTION record_names_controller();
CREATE TRIGGER search_changed AFTER UPDATE ON transfer REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_transfers();
CREATE TRIGGER search_gone AFTER DELETE ON transfer REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION search_forget();
CREATE TRIGGER search_made AFTER INSERT ON transfer REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_transfers();
CREATE TRIGGER evidence_delete AFTER DELETE ON transfer_fact REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_insert AFTER INSERT ON transfer_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_update AFTER UPDATE ON transfer_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('id', '');
CREATE TRIGGER evidence_delete AFTER DELETE ON transfer_version REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('transfer_id,version', 'superseded_at');
CREATE TRIGGER evidence_insert AFTER INSERT ON transfer_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('transfer_id,version', 'superseded_at');
CREATE TRIGGER evidence_update AFTER UPDATE ON transfer_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION evidence_note('transfer_id,version', 'superseded_at');
CREATE TRIGGER merged_row_origin BEFORE INSERT ON transfer_version FOR EACH ROW EXECUTE FUNCTION merged_row_origin('transfer', 'transfer_id');
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON transfer_version FOR EACH ROW EXECUTE FUNCTION version_refuse_rewrite();
CREATE TRIGGER announce AFTER INSERT ON watch_feed FOR EACH ROW EXECUTE FUNCTION watch_feed_announce();
CREATE TRIGGER announce_asked AFTER UPDATE OF next_read_at ON watch_feed FOR EACH ROW WHEN (new.next_read_at <= old.next_read_at) EXECUTE FUNCTION watch_feed_announce();

ALTER TABLE access_look ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE attachment ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE attachment_chunk ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE attachment_closure ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE attachment_withdrawal ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_grant ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_row ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_section ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE authorisation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE authorisation_condition ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE authorisation_fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE breach ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE breach_controller ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE breach_fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE breach_notice ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE breach_notice_fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE calendar_feed ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE calendar_feed_read ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE call_layout ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE call_log ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE call_log_fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE call_log_judgement ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE call_log_part ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE call_script ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE call_script_decision ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE call_script_fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE call_script_reading ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE call_script_request ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE call_script_version ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE campaign ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE campaign_fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE campaign_scrub ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE campaign_version ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE choice ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE choice_check ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE compliance_day ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE consent_collection ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE consent_file ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE consultation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE consultation_fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE consultation_file ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE consultation_person ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE consultation_version ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE contract ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE contract_end ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE contract_end_certificate ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE contract_end_fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE contract_end_line ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE contract_fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE contract_instructor ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE contract_version ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE controller ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE controller_contact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE controller_merge ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE controller_merge_undo ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE controller_spelling ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE controller_version ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE decision_certificate ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE decision_reading ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE dossier ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE dossier_chunk ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE dpo_work ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE dpo_work_fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE dpo_work_version ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE evidence_row ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE example_row ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE form_submission ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE house_rule ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE house_rule_version ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE import_mapping ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE import_row ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE import_run ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE instruction ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE instruction_fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE instruction_series ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE instruction_version ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE invitation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE journal_entry ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE journal_head ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE journal_key ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE journal_publication ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE journal_text ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE logged_call ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE measure ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE measure_version ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE member ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE minor_call ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE night_contact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE organisation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE organisation_version ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE outbox_fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE outbox_mail ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE parental_authorisation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE processing_record ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE public_page ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE public_page_fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE public_subscriber ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE record_assessment ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE record_state_fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE record_version ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE reminder ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE returned_mail ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE rights_request ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE rights_request_fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE rights_request_rule ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE sub_processor ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE sub_processor_fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE sub_processor_version ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE thread ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE thread_message ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE thread_read ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE transfer ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE transfer_fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE transfer_version ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE watch_entry ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE watch_feed ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE weekly_letter ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY auditor ON access_look FOR INSERT TO amana_auditor
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'auditor'::text AND contact_id IS NULL AND batch_id IS NULL AND grant_id = (( SELECT audit_open_grant.id
   FROM audit_open_grant() audit_open_grant(id, org_id, person_id, name, email, mandate, reasons, language, controller_ids, sections, as_of, starts_at, ends_at, requires_second_factor, granted_at, granted_by_id, granted_by_name, collect_state, collect_attempts, leased_until, collected_at, letter_id, accepted_at, revoked_at, revoke_reason, revoked_by_name))));

CREATE POLICY portal_looks ON access_look FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND controller_id = (( SELECT app_controller() AS app_controller)));

CREATE POLICY portal_reads_notice_openings ON access_look FOR SELECT TO amana_portal
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND noun = 'breach-notice'::text AND (EXISTS ( SELECT
   FROM breach_notice n
  WHERE n.org_id = access_look.org_id AND n.id = access_look.subject_id AND (n.controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])))));

CREATE POLICY portal_reads_openings ON access_look FOR SELECT TO amana_portal
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND controller_id = (( SELECT app_controller() AS app_controller)) AND noun = 'authorisation'::text);

CREATE POLICY staff_reads ON access_look FOR SELECT TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff_seals ON access_look FOR UPDATE TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text) AND batch_id IS NULL)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY portal ON attachment FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND NOT (EXISTS ( SELECT
   FROM attachment_withdrawal w
  WHERE w.org_id = attachment.org_id AND w.attachment_id = attachment.id AND NOT w.was_given)) AND (subject_noun IS DISTINCT FROM 'contract'::text OR (EXISTS ( SELECT
   FROM contract c
  WHERE c.org_id = attachment.org_id AND c.id = attachment.subject_id))) AND (subject_noun IS DISTINCT FROM 'authorisation'::text OR (EXISTS ( SELECT
   FROM authorisation a
  WHERE a.org_id = attachment.org_id AND a.id = attachment.subject_id))));

CREATE POLICY portal_adds ON attachment FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND purpose = 'document'::text AND subject_noun = 'thread'::text AND replaces_id IS NULL AND author_id IS NULL AND (EXISTS ( SELECT
   FROM thread t
  WHERE t.org_id = attachment.org_id AND t.id = attachment.subject_id AND t.controller_id = attachment.controller_id)));

CREATE POLICY portal_certifies ON attachment FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND purpose = 'document'::text AND subject_noun = 'authorisation'::text AND content_type = 'application/pdf'::text AND replaces_id IS NULL AND author_id IS NULL AND (EXISTS ( SELECT
   FROM authorisation a
  WHERE a.id = attachment.subject_id)));

CREATE POLICY portal_extract ON attachment FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND purpose = 'logo'::text);

CREATE POLICY staff_adds ON attachment FOR INSERT TO PUBLIC
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text);

CREATE POLICY staff_reads ON attachment FOR SELECT TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text);

CREATE POLICY closed_to_view ON attachment_chunk AS RESTRICTIVE FOR SELECT TO amana_app, amana_portal
  USING (NOT attachment_is_closed(org_id, attachment_id));

CREATE POLICY portal ON attachment_chunk FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND (EXISTS ( SELECT
   FROM attachment a
  WHERE a.org_id = attachment_chunk.org_id AND a.id = attachment_chunk.attachment_id)));

CREATE POLICY portal_adds ON attachment_chunk FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (EXISTS ( SELECT
   FROM attachment a
  WHERE a.org_id = attachment_chunk.org_id AND a.id = attachment_chunk.attachment_id AND a.purpose = 'document'::text AND a.subject_noun = 'thread'::text AND a.author_id IS NULL AND attachment_chunk.seq < a.chunks)));

CREATE POLICY portal_certifies ON attachment_chunk FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (EXISTS ( SELECT
   FROM attachment a
  WHERE a.org_id = attachment_chunk.org_id AND a.id = attachment_chunk.attachment_id AND a.subject_noun = 'authorisation'::text AND a.author_id IS NULL AND attachment_chunk.seq < a.chunks)));

CREATE POLICY staff_adds ON attachment_chunk FOR INSERT TO PUBLIC
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text);

CREATE POLICY staff_reads ON attachment_chunk FOR SELECT TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text);

CREATE POLICY portal ON attachment_closure FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])));

CREATE POLICY staff ON attachment_closure FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY portal ON attachment_withdrawal FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])));

CREATE POLICY staff ON attachment_withdrawal FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY auditor ON audit_grant FOR SELECT TO amana_auditor
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'auditor'::text AND id = (( SELECT audit_open_grant.id
   FROM audit_open_grant() audit_open_grant(id, org_id, person_id, name, email, mandate, reasons, language, controller_ids, sections, as_of, starts_at, ends_at, requires_second_factor, granted_at, granted_by_id, granted_by_name, collect_state, collect_attempts, leased_until, collected_at, letter_id, accepted_at, revoked_at, revoke_reason, revoked_by_name))));

CREATE POLICY by_address ON audit_grant FOR SELECT TO amana_auth
  USING (true);

CREATE POLICY opens ON audit_grant FOR SELECT TO CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'auditor'::text);

CREATE POLICY owner_lists ON audit_grant FOR SELECT TO CURRENT_USER
  USING ((( SELECT COALESCE(current_setting('app.listing'::text, true), ''::text) AS "coalesce")) = 'on'::text);

CREATE POLICY staff ON audit_grant FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY auditor ON audit_row FOR SELECT TO amana_auditor
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'auditor'::text AND grant_id = (( SELECT audit_open_grant.id
   FROM audit_open_grant() audit_open_grant(id, org_id, person_id, name, email, mandate, reasons, language, controller_ids, sections, as_of, starts_at, ends_at, requires_second_factor, granted_at, granted_by_id, granted_by_name, collect_state, collect_attempts, leased_until, collected_at, letter_id, accepted_at, revoked_at, revoke_reason, revoked_by_name))) AND (section = ANY ((( SELECT audit_open_grant.sections
   FROM audit_open_grant() audit_open_grant(id, org_id, person_id, name, email, mandate, reasons, language, controller_ids, sections, as_of, starts_at, ends_at, requires_second_factor, granted_at, granted_by_id, granted_by_name, collect_state, collect_attempts, leased_until, collected_at, letter_id, accepted_at, revoked_at, revoke_reason, revoked_by_name)))::text[])));

CREATE POLICY staff ON audit_row FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY auditor ON audit_section FOR SELECT TO amana_auditor
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'auditor'::text AND grant_id = (( SELECT audit_open_grant.id
   FROM audit_open_grant() audit_open_grant(id, org_id, person_id, name, email, mandate, reasons, language, controller_ids, sections, as_of, starts_at, ends_at, requires_second_factor, granted_at, granted_by_id, granted_by_name, collect_state, collect_attempts, leased_until, collected_at, letter_id, accepted_at, revoked_at, revoke_reason, revoked_by_name))) AND (section = ANY ((( SELECT audit_open_grant.sections
   FROM audit_open_grant() audit_open_grant(id, org_id, person_id, name, email, mandate, reasons, language, controller_ids, sections, as_of, starts_at, ends_at, requires_second_factor, granted_at, granted_by_id, granted_by_name, collect_state, collect_attempts, leased_until, collected_at, letter_id, accepted_at, revoked_at, revoke_reason, revoked_by_name)))::text[])));

CREATE POLICY staff ON audit_section FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY portal ON authorisation FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (merged_from_id IS NULL AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) OR (merged_from_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[]))) AND sent_at IS NOT NULL);

CREATE POLICY portal_decides ON authorisation FOR UPDATE TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (merged_from_id IS NULL AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) OR (merged_from_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[]))) AND sent_at IS NOT NULL)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (merged_from_id IS NULL AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) OR (merged_from_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[]))) AND sent_at IS NOT NULL);

CREATE POLICY staff ON authorisation FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY portal ON authorisation_condition FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND (EXISTS ( SELECT
   FROM authorisation a
  WHERE a.org_id = authorisation_condition.org_id AND a.id = authorisation_condition.authorisation_id)));

CREATE POLICY portal_decides ON authorisation_condition FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND (EXISTS ( SELECT
   FROM authorisation a
  WHERE a.org_id = authorisation_condition.org_id AND a.id = authorisation_condition.authorisation_id AND COALESCE(a.merged_from_id, a.controller_id) = authorisation_condition.controller_id)));

CREATE POLICY staff ON authorisation_condition FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY portal ON authorisation_fact FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND (EXISTS ( SELECT
   FROM authorisation a
  WHERE a.org_id = authorisation_fact.org_id AND a.id = authorisation_fact.authorisation_id)));

CREATE POLICY portal_decides ON authorisation_fact FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND author_kind = 'controller-contact'::text AND (event = ANY (ARRAY['receive'::text, 'approve'::text, 'refuse'::text, 'object'::text, 'revoke'::text, 'supersede'::text])) AND (EXISTS ( SELECT
   FROM authorisation a
  WHERE a.org_id = authorisation_fact.org_id AND a.id = authorisation_fact.authorisation_id AND COALESCE(a.merged_from_id, a.controller_id) = authorisation_fact.controller_id)));

CREATE POLICY staff ON authorisation_fact FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON breach FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY portal_informed ON breach_controller FOR SELECT TO CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])));

CREATE POLICY staff ON breach_controller FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON breach_fact FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY portal ON breach_notice FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND status = 'issued'::text AND is_shared AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])));

CREATE POLICY staff ON breach_notice FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY portal ON breach_notice_fact FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND (kind = ANY (ARRAY['call-made'::text, 'given-in-portal'::text, 'read-in-portal'::text, 'known-elsewhere'::text, 'acknowledged'::text, 'pack-taken'::text])) AND (EXISTS ( SELECT
   FROM breach_notice n
  WHERE n.org_id = breach_notice_fact.org_id AND n.id = breach_notice_fact.notice_id)));

CREATE POLICY portal_informed ON breach_notice_fact FOR SELECT TO CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])));

CREATE POLICY portal_receives ON breach_notice_fact FOR INSERT TO amana_portal
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND author_kind = 'controller-contact'::text AND (kind = ANY (ARRAY['read-in-portal'::text, 'acknowledged'::text, 'pack-taken'::text])) AND (EXISTS ( SELECT
   FROM breach_notice n
  WHERE n.org_id = breach_notice_fact.org_id AND n.id = breach_notice_fact.notice_id AND n.controller_id = breach_notice_fact.controller_id)));

CREATE POLICY staff ON breach_notice_fact FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY by_token ON calendar_feed FOR SELECT TO amana_auth
  USING (true);

CREATE POLICY staff ON calendar_feed FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON calendar_feed_read FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON call_layout FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY owner_lists ON call_log FOR SELECT TO CURRENT_USER
  USING ((( SELECT COALESCE(current_setting('app.listing'::text, true), ''::text) AS "coalesce")) = 'on'::text);

CREATE POLICY staff ON call_log FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON call_log_fact FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON call_log_judgement FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON call_log_part FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON call_script FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY portal ON call_script_decision FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])));

CREATE POLICY portal_decides ON call_script_decision FOR INSERT TO amana_portal
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND controller_id = (( SELECT app_controller() AS app_controller)) AND (EXISTS ( SELECT
   FROM call_script_request r
  WHERE r.org_id = call_script_decision.org_id AND r.id = call_script_decision.request_id AND r.controller_id = call_script_decision.controller_id AND r.digest = call_script_decision.digest)));

CREATE POLICY staff ON call_script_decision FOR SELECT TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY portal ON call_script_fact FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND event = 'retire'::text AND (EXISTS ( SELECT
   FROM call_script_request r
  WHERE r.org_id = call_script_fact.org_id AND r.call_script_id = call_script_fact.call_script_id AND (r.controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])))));

CREATE POLICY staff ON call_script_fact FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON call_script_reading FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY portal ON call_script_request FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])));

CREATE POLICY staff ON call_script_request FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON call_script_version FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON campaign FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON campaign_fact FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON campaign_scrub FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON campaign_version FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY data_subject ON choice FOR ALL TO CURRENT_USER
  USING ((( SELECT app_scope() AS app_scope)) = 'data-subject'::text AND ((org_id, consultation_person_id) = ( SELECT p.org_id,
    p.id
   FROM consultation_person p
  WHERE p.token_hash = (( SELECT app_link() AS app_link)))))
  WITH CHECK ((( SELECT app_scope() AS app_scope)) = 'data-subject'::text AND ((org_id, consultation_person_id, person_key, controller_id) = ( SELECT p.org_id,
    p.id,
    p.person_key,
    c.controller_id
   FROM consultation_person p
     JOIN consultation c ON c.org_id = p.org_id AND c.id = p.consultation_id
  WHERE p.token_hash = (( SELECT app_link() AS app_link)))));

CREATE POLICY staff ON choice FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON choice_check FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON compliance_day FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON consent_collection FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON consent_file FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY data_subject ON consultation FOR SELECT TO CURRENT_USER
  USING ((( SELECT app_scope() AS app_scope)) = 'data-subject'::text AND ((org_id, id) = ( SELECT p.org_id,
    p.consultation_id
   FROM consultation_person p
  WHERE p.token_hash = (( SELECT app_link() AS app_link)))));

CREATE POLICY staff ON consultation FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON consultation_fact FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON consultation_file FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY data_subject ON consultation_person FOR SELECT TO CURRENT_USER
  USING ((( SELECT app_scope() AS app_scope)) = 'data-subject'::text AND token_hash = (( SELECT app_link() AS app_link)));

CREATE POLICY staff ON consultation_person FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON consultation_version FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY portal ON contract FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (merged_from_id IS NULL AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) OR (merged_from_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[]))) AND state <> 'draft'::text);

CREATE POLICY staff ON contract FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY portal ON contract_end FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])));

CREATE POLICY staff ON contract_end FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text);

CREATE POLICY portal ON contract_end_certificate FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])));

CREATE POLICY staff ON contract_end_certificate FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text);

CREATE POLICY staff ON contract_end_fact FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text);

CREATE POLICY staff ON contract_end_line FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text);

CREATE POLICY staff ON contract_fact FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY portal ON contract_instructor FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND (EXISTS ( SELECT
   FROM contract c
  WHERE c.org_id = contract_instructor.org_id AND c.id = contract_instructor.contract_id)));

CREATE POLICY staff ON contract_instructor FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY portal_extract ON contract_version FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND state <> 'draft'::text);

CREATE POLICY staff ON contract_version FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY auditor ON controller FOR SELECT TO amana_auditor
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'auditor'::text AND (EXISTS ( SELECT
   FROM audit_open_grant() audit_open_grant(id, org_id, person_id, name, email, mandate, reasons, language, controller_ids, sections, as_of, starts_at, ends_at, requires_second_factor, granted_at, granted_by_id, granted_by_name, collect_state, collect_attempts, leased_until, collected_at, letter_id, accepted_at, revoked_at, revoke_reason, revoked_by_name))) AND ((id = ANY ((( SELECT audit_open_grant.controller_ids
   FROM audit_open_grant() audit_open_grant(id, org_id, person_id, name, email, mandate, reasons, language, controller_ids, sections, as_of, starts_at, ends_at, requires_second_factor, granted_at, granted_by_id, granted_by_name, collect_state, collect_attempts, leased_until, collected_at, letter_id, accepted_at, revoked_at, revoke_reason, revoked_by_name)))::uuid[])) OR ( SELECT cardinality(audit_open_grant.controller_ids) = 0
   FROM audit_open_grant() audit_open_grant(id, org_id, person_id, name, email, mandate, reasons, language, controller_ids, sections, as_of, starts_at, ends_at, requires_second_factor, granted_at, granted_by_id, granted_by_name, collect_state, collect_attempts, leased_until, collected_at, letter_id, accepted_at, revoked_at, revoke_reason, revoked_by_name))));

CREATE POLICY data_subject ON controller FOR SELECT TO CURRENT_USER
  USING ((( SELECT app_scope() AS app_scope)) = 'data-subject'::text AND ((org_id, id) = ( SELECT c.org_id,
    c.controller_id
   FROM consultation_person p
     JOIN consultation c ON c.org_id = p.org_id AND c.id = p.consultation_id
  WHERE p.token_hash = (( SELECT app_link() AS app_link)))));

CREATE POLICY data_subject_holder ON controller FOR SELECT TO CURRENT_USER
  USING ((( SELECT app_scope() AS app_scope)) = 'data-subject'::text AND (id IN ( SELECT m.into_id
   FROM controller_merge m
  WHERE m.org_id = controller.org_id)));

CREATE POLICY portal ON controller FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND (id = (( SELECT app_controller() AS app_controller)) OR (id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[]))));

CREATE POLICY staff ON controller FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text);

CREATE POLICY by_address ON controller_contact FOR SELECT TO amana_auth
  USING (true);

CREATE POLICY own_visit ON controller_contact FOR UPDATE TO amana_auth
  USING (person_id = (( SELECT app_person() AS app_person)) AND ended_at IS NULL)
  WITH CHECK (person_id = (( SELECT app_person() AS app_person)) AND ended_at IS NULL);

CREATE POLICY portal ON controller_contact FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND COALESCE(NULLIF(sees, '{}'::uuid[]), ARRAY[controller_id]) && (( SELECT app_controllers() AS app_controllers)));

CREATE POLICY staff ON controller_contact FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY data_subject ON controller_merge FOR SELECT TO CURRENT_USER
  USING ((( SELECT app_scope() AS app_scope)) = 'data-subject'::text AND org_id = (( SELECT p.org_id
   FROM consultation_person p
  WHERE p.token_hash = (( SELECT app_link() AS app_link)))));

CREATE POLICY staff ON controller_merge FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON controller_merge_undo FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON controller_spelling FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text);

CREATE POLICY portal_extract ON controller_version FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])));

CREATE POLICY staff ON controller_version FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text);

CREATE POLICY owner_counts ON decision_certificate FOR SELECT TO CURRENT_USER
  USING ((( SELECT COALESCE(current_setting('app.listing'::text, true), ''::text) AS "coalesce")) = 'on'::text);

CREATE POLICY portal ON decision_certificate FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])));

CREATE POLICY portal_certifies ON decision_certificate FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND counter = next_decision_certificate(year) AND (EXISTS ( SELECT
   FROM authorisation a
  WHERE a.id = decision_certificate.authorisation_id AND a.org_id = decision_certificate.org_id)));

CREATE POLICY staff ON decision_certificate FOR SELECT TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY portal_reads ON decision_reading FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])));

CREATE POLICY portal_shows ON decision_reading FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])));

CREATE POLICY portal_spends ON decision_reading FOR UPDATE TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND used_at IS NULL)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])));

CREATE POLICY staff ON decision_reading FOR SELECT TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY auditor_asks ON dossier FOR INSERT TO amana_auditor
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'auditor'::text AND requested_by_kind = 'auditor'::text AND audience = 'auditor'::text AND state = 'queued'::text AND (EXISTS ( SELECT
   FROM audit_open_grant() g(id, org_id, person_id, name, email, mandate, reasons, language, controller_ids, sections, as_of, starts_at, ends_at, requires_second_factor, granted_at, granted_by_id, granted_by_name, collect_state, collect_attempts, leased_until, collected_at, letter_id, accepted_at, revoked_at, revoke_reason, revoked_by_name)
  WHERE g.id = dossier.requested_by_id AND dossier.sections <@ g.sections AND cardinality(dossier.sections) > 0 AND dossier.as_of = g.as_of AND
        CASE
            WHEN cardinality(g.controller_ids) = 0 THEN cardinality(dossier.controller_ids) <= 1
            ELSE cardinality(dossier.controller_ids) = 1 AND dossier.controller_ids <@ g.controller_ids
        END)));

CREATE POLICY auditor_reads ON dossier FOR SELECT TO amana_auditor
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'auditor'::text AND requested_by_kind = 'auditor'::text AND requested_by_id = (( SELECT audit_open_grant.id
   FROM audit_open_grant() audit_open_grant(id, org_id, person_id, name, email, mandate, reasons, language, controller_ids, sections, as_of, starts_at, ends_at, requires_second_factor, granted_at, granted_by_id, granted_by_name, collect_state, collect_attempts, leased_until, collected_at, letter_id, accepted_at, revoked_at, revoke_reason, revoked_by_name))));

CREATE POLICY owner_lists ON dossier FOR SELECT TO CURRENT_USER
  USING ((( SELECT COALESCE(current_setting('app.listing'::text, true), ''::text) AS "coalesce")) = 'on'::text);

CREATE POLICY staff ON dossier FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY auditor_reads ON dossier_chunk FOR SELECT TO amana_auditor
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'auditor'::text AND (dossier_id IN ( SELECT dossier.id
   FROM dossier)));

CREATE POLICY staff ON dossier_chunk FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY portal ON dpo_work FOR SELECT TO CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND kind = 'procedure'::text);

CREATE POLICY staff ON dpo_work FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON dpo_work_fact FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY portal ON dpo_work_version FOR SELECT TO CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND kind = 'procedure'::text);

CREATE POLICY staff ON dpo_work_version FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY collected ON evidence_row FOR UPDATE TO CURRENT_USER
  USING (true);

CREATE POLICY noted ON evidence_row FOR INSERT TO CURRENT_USER
  WITH CHECK (true);

CREATE POLICY owner_lists ON evidence_row FOR SELECT TO CURRENT_USER
  USING (true);

CREATE POLICY owner_unmarks ON example_row FOR ALL TO CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)));

CREATE POLICY portal_extract ON example_row FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND subject_id = (( SELECT app_controller() AS app_controller)));

CREATE POLICY staff ON example_row FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text);

CREATE POLICY owner_cleans ON form_submission FOR ALL TO CURRENT_USER
  USING ((( SELECT COALESCE(current_setting('app.cleaning'::text, true), ''::text) AS "coalesce")) = 'on'::text);

CREATE POLICY portal ON form_submission FOR ALL TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND controller_id = (( SELECT app_controller() AS app_controller)))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND controller_id = (( SELECT app_controller() AS app_controller)));

CREATE POLICY staff ON form_submission FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON house_rule FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON house_rule_version FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON import_mapping FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text);

CREATE POLICY staff ON import_row FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text);

CREATE POLICY staff ON import_run FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text);

CREATE POLICY portal ON instruction FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND (merged_from_id IS NULL AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) OR (merged_from_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[]))));

CREATE POLICY portal_answers ON instruction FOR UPDATE TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND (merged_from_id IS NULL AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) OR (merged_from_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[]))))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (merged_from_id IS NULL AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) OR (merged_from_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[]))));

CREATE POLICY portal_gives ON instruction FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND controller_id = (( SELECT app_controller() AS app_controller)) AND channel = 'portal'::text AND state = 'received'::text AND contact_id IS NOT NULL AND merged_from_id IS NULL);

CREATE POLICY staff ON instruction FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text);

CREATE POLICY portal ON instruction_fact FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND event <> 'check'::text);

CREATE POLICY portal_answers ON instruction_fact FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND (event = ANY (ARRAY['confirm-in-writing'::text, 'acknowledge'::text, 'confirm'::text, 'amend'::text, 'withdraw'::text])) AND contact_id IS NOT NULL AND (medium = ANY (ARRAY[''::text, 'portal'::text])));

CREATE POLICY staff ON instruction_fact FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text);

CREATE POLICY portal ON instruction_series FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND controller_id = (( SELECT app_controller() AS app_controller)));

CREATE POLICY portal_opens ON instruction_series FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND controller_id = (( SELECT app_controller() AS app_controller)));

CREATE POLICY staff ON instruction_series FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text);

CREATE POLICY portal ON instruction_version FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])));

CREATE POLICY portal_keeps ON instruction_version FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])));

CREATE POLICY portal_supersedes ON instruction_version FOR UPDATE TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])));

CREATE POLICY staff ON instruction_version FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text);

CREATE POLICY by_token ON invitation FOR SELECT TO amana_auth
  USING (true);

CREATE POLICY owner_cleans ON invitation FOR ALL TO CURRENT_USER
  USING ((( SELECT COALESCE(current_setting('app.cleaning'::text, true), ''::text) AS "coalesce")) = 'on'::text AND accepted_at IS NULL);

CREATE POLICY staff ON invitation FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text);

CREATE POLICY appended ON journal_entry FOR INSERT TO PUBLIC
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)));

CREATE POLICY owner_lists ON journal_entry FOR SELECT TO CURRENT_USER
  USING (true);

CREATE POLICY readers ON journal_entry FOR SELECT TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = ANY (ARRAY['staff'::text])));

CREATE POLICY advanced ON journal_head FOR UPDATE TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)));

CREATE POLICY opened ON journal_head FOR INSERT TO PUBLIC
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)));

CREATE POLICY owner_lists ON journal_head FOR SELECT TO CURRENT_USER
  USING (true);

CREATE POLICY readers ON journal_head FOR SELECT TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ((( SELECT app_scope() AS app_scope)) = ANY (ARRAY['staff'::text])));

CREATE POLICY public ON journal_key FOR SELECT TO CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'public'::text AND retired_at IS NULL);

CREATE POLICY staff ON journal_key FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY published ON journal_publication FOR INSERT TO PUBLIC
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY readers ON journal_publication FOR SELECT TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = ANY (ARRAY['staff'::text])));

CREATE POLICY appended ON journal_text FOR INSERT TO PUBLIC
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)));

CREATE POLICY cleared ON journal_text FOR UPDATE TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)));

CREATE POLICY owner_lists ON journal_text FOR SELECT TO CURRENT_USER
  USING (true);

CREATE POLICY readers ON journal_text FOR SELECT TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = ANY (ARRAY['staff'::text])));

CREATE POLICY staff ON logged_call FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY portal ON measure FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (EXISTS ( SELECT
   FROM processing_record r
  WHERE r.org_id = measure.org_id AND r.measure_ids @> ARRAY[measure.id])));

CREATE POLICY portal_extract ON measure FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (id IN ( SELECT unnest(r.measure_ids) AS unnest
   FROM processing_record r
  WHERE r.merged_from_id IS NULL AND (r.controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) OR (r.merged_from_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])))));

CREATE POLICY public ON measure FOR SELECT TO CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'public'::text AND retired_at IS NULL);

CREATE POLICY staff ON measure FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text);

CREATE POLICY portal_extract ON measure_version FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (measure_id IN ( SELECT unnest(v.measure_ids) AS unnest
   FROM record_version v
  WHERE v.controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[]))));

CREATE POLICY staff ON measure_version FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text);

CREATE POLICY own ON member FOR SELECT TO PUBLIC
  USING (person_id = (( SELECT app_person() AS app_person)) AND ended_at IS NULL);

CREATE POLICY own_name ON member FOR UPDATE TO amana_auth
  USING (person_id = (( SELECT app_person() AS app_person)) AND ended_at IS NULL)
  WITH CHECK (person_id = (( SELECT app_person() AS app_person)) AND ended_at IS NULL);

CREATE POLICY owner_addresses ON member FOR SELECT TO CURRENT_USER
  USING ((( SELECT COALESCE(current_setting('app.listing'::text, true), ''::text) AS "coalesce")) = 'on'::text);

CREATE POLICY staff ON member FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text);

CREATE POLICY staff ON minor_call FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON night_contact FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY data_subject ON organisation FOR SELECT TO CURRENT_USER
  USING ((( SELECT app_scope() AS app_scope)) = 'data-subject'::text AND id = (( SELECT p.org_id
   FROM consultation_person p
  WHERE p.token_hash = (( SELECT app_link() AS app_link)))));

CREATE POLICY guest ON organisation FOR SELECT TO amana_auditor
  USING (id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'auditor'::text AND (EXISTS ( SELECT
   FROM audit_open_grant() audit_open_grant(id, org_id, person_id, name, email, mandate, reasons, language, controller_ids, sections, as_of, starts_at, ends_at, requires_second_factor, granted_at, granted_by_id, granted_by_name, collect_state, collect_attempts, leased_until, collected_at, letter_id, accepted_at, revoked_at, revoke_reason, revoked_by_name))));

CREATE POLICY own ON organisation FOR SELECT TO amana_app, amana_auth, CURRENT_USER
  USING ((( SELECT app_person() AS app_person)) IS NOT NULL AND (EXISTS ( SELECT 1
   FROM member m
  WHERE m.org_id = organisation.id AND m.person_id = (( SELECT app_person() AS app_person)) AND m.ended_at IS NULL)));

CREATE POLICY own_audit ON organisation FOR SELECT TO amana_auth
  USING ((( SELECT app_person() AS app_person)) IS NOT NULL AND (EXISTS ( SELECT 1
   FROM audit_grant g
  WHERE g.org_id = organisation.id AND g.person_id = (( SELECT app_person() AS app_person)) AND g.revoked_at IS NULL)));

CREATE POLICY own_portal ON organisation FOR SELECT TO amana_auth
  USING ((( SELECT app_person() AS app_person)) IS NOT NULL AND (EXISTS ( SELECT 1
   FROM controller_contact c
  WHERE c.org_id = organisation.id AND c.person_id = (( SELECT app_person() AS app_person)) AND c.ended_at IS NULL)));

CREATE POLICY owner_lists ON organisation FOR SELECT TO CURRENT_USER
  USING (true);

CREATE POLICY portal ON organisation FOR SELECT TO amana_portal, CURRENT_USER
  USING (id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text);

CREATE POLICY public ON organisation FOR SELECT TO CURRENT_USER
  USING (id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'public'::text);

CREATE POLICY staff ON organisation FOR ALL TO PUBLIC
  USING (id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text)
  WITH CHECK (id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text);

CREATE POLICY portal_extract ON organisation_version FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text));

CREATE POLICY staff ON organisation_version FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text);

CREATE POLICY platform ON outbox_fact FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'platform'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'platform'::text));

CREATE POLICY portal_informed ON outbox_fact FOR SELECT TO CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (EXISTS ( SELECT
   FROM breach_notice_fact f
  WHERE f.org_id = outbox_fact.org_id AND f.letter_id = outbox_fact.letter_id)));

CREATE POLICY staff ON outbox_fact FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY owner_lists ON outbox_mail FOR SELECT TO CURRENT_USER
  USING ((( SELECT COALESCE(current_setting('app.listing'::text, true), ''::text) AS "coalesce")) = 'on'::text);

CREATE POLICY platform ON outbox_mail FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'platform'::text)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'platform'::text);

CREATE POLICY portal ON outbox_mail FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND state = 'queued'::text AND
CASE
    WHEN template = ANY (ARRAY['portal-thread-to-steward'::text, 'portal-instruction-given'::text, 'portal-instruction-answered'::text]) THEN attachment_id IS NULL AND portal_is_steward(to_address)
    WHEN template = 'portal-decision-taken'::text THEN portal_certified(attachment_id) AND portal_is_steward(to_address)
    WHEN template = ANY (ARRAY['portal-decision-receipt'::text, 'portal-decision-told'::text]) THEN portal_certified(attachment_id) AND portal_is_ours(to_address)
    ELSE false
END OR org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND state = 'queued'::text AND attachment_id IS NULL AND (template = 'portal-script-decided'::text AND portal_is_steward(to_address) OR template = 'portal-script-told'::text AND portal_is_ours(to_address)));

CREATE POLICY portal_rights ON outbox_mail FOR INSERT TO amana_portal
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND state = 'queued'::text AND template = 'portal-rights-request-answered'::text AND attachment_id IS NULL AND portal_is_steward(to_address));

CREATE POLICY public ON outbox_mail FOR INSERT TO amana_public
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'public'::text AND state = 'queued'::text AND template = 'public-subscription'::text AND attachment_id IS NULL);

CREATE POLICY public_request ON outbox_mail FOR INSERT TO amana_public
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'public'::text AND state = 'queued'::text AND template = 'public-request'::text AND to_name = ''::text AND attachment_id IS NULL);

CREATE POLICY staff ON outbox_mail FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text);

CREATE POLICY staff ON parental_authorisation FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY outdates ON processing_record FOR UPDATE TO CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT current_setting('app.outdates_records'::text, true) AS current_setting)) = 'on'::text)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)));

CREATE POLICY outdates_read ON processing_record FOR SELECT TO CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT current_setting('app.outdates_records'::text, true) AS current_setting)) = 'on'::text);

CREATE POLICY portal ON processing_record FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (merged_from_id IS NULL AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) OR (merged_from_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[]))) AND state <> 'draft'::text);

CREATE POLICY staff ON processing_record FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY owner_lists ON public_page FOR SELECT TO CURRENT_USER
  USING ((( SELECT COALESCE(current_setting('app.listing'::text, true), ''::text) AS "coalesce")) = 'on'::text);

CREATE POLICY public ON public_page FOR SELECT TO CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'public'::text AND state = 'open'::text);

CREATE POLICY staff ON public_page FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON public_page_fact FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY owner_lists ON public_subscriber FOR ALL TO CURRENT_USER
  USING ((( SELECT COALESCE(current_setting('app.listing'::text, true), ''::text) AS "coalesce")) = 'on'::text)
  WITH CHECK ((( SELECT COALESCE(current_setting('app.listing'::text, true), ''::text) AS "coalesce")) = 'on'::text);

CREATE POLICY public ON public_subscriber FOR ALL TO CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'public'::text)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'public'::text);

CREATE POLICY staff ON public_subscriber FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON record_assessment FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text);

CREATE POLICY staff ON record_state_fact FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'staff'::text);

CREATE POLICY portal ON record_version FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND state <> 'draft'::text);

CREATE POLICY staff ON record_version FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON reminder FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY owner_lists ON returned_mail FOR SELECT TO CURRENT_USER
  USING ((( SELECT COALESCE(current_setting('app.listing'::text, true), ''::text) AS "coalesce")) = 'on'::text);

CREATE POLICY platform ON returned_mail FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'platform'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'platform'::text));

CREATE POLICY staff ON returned_mail FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY owner_numbers ON rights_request FOR SELECT TO CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT COALESCE(current_setting('app.listing'::text, true), ''::text) AS "coalesce")) = 'on'::text);

CREATE POLICY portal ON rights_request FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND (state <> ALL (ARRAY['received'::text, 'not-ours'::text])));

CREATE POLICY portal_answers ON rights_request FOR UPDATE TO amana_portal
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND (state <> ALL (ARRAY['received'::text, 'not-ours'::text])))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND (state = ANY (ARRAY['relayed'::text, 'instructed'::text, 'executing'::text, 'refused'::text])));

CREATE POLICY public ON rights_request FOR INSERT TO CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'public'::text AND channel = 'public-form'::text AND state = 'received'::text AND controller_id IS NULL AND clue = ''::text AND version = 0);

CREATE POLICY staff ON rights_request FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY portal ON rights_request_fact FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND (kind <> ALL (ARRAY['placed'::text, 'not-ours'::text, 'reopened'::text, 'erased'::text])) AND (EXISTS ( SELECT
   FROM rights_request r
  WHERE r.org_id = rights_request_fact.org_id AND r.id = rights_request_fact.request_id)));

CREATE POLICY portal_answers ON rights_request_fact FOR INSERT TO amana_portal
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND author_kind = 'controller-contact'::text AND (kind = ANY (ARRAY['identity-doubted'::text, 'identity-confirmed'::text, 'extension-announced'::text, 'instructed'::text, 'refused'::text])) AND (EXISTS ( SELECT
   FROM rights_request r
  WHERE r.org_id = rights_request_fact.org_id AND r.id = rights_request_fact.request_id AND r.controller_id = rights_request_fact.controller_id)));

CREATE POLICY staff ON rights_request_fact FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON rights_request_rule FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY portal ON sub_processor FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND ((EXISTS ( SELECT
   FROM authorisation a
  WHERE a.org_id = sub_processor.org_id AND a.sub_processor_id = sub_processor.id)) OR (id IN ( SELECT unnest(r.sub_processor_ids) AS unnest
   FROM processing_record r))));

CREATE POLICY public ON sub_processor FOR SELECT TO CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'public'::text AND state = 'listed'::text);

CREATE POLICY staff ON sub_processor FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON sub_processor_fact FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY portal_extract ON sub_processor_version FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND ((EXISTS ( SELECT
   FROM sub_processor s
  WHERE s.org_id = sub_processor_version.org_id AND s.id = sub_processor_version.sub_processor_id)) OR (sub_processor_id IN ( SELECT unnest(v.sub_processor_ids) AS unnest
   FROM record_version v))));

CREATE POLICY staff ON sub_processor_version FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY portal ON thread FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])));

CREATE POLICY portal_moves ON thread FOR UPDATE TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])));

CREATE POLICY portal_opens ON thread FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND portal_sees(subject_noun, subject_id));

CREATE POLICY staff ON thread FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY portal ON thread_message FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])));

CREATE POLICY portal_says ON thread_message FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND side = 'contact'::text);

CREATE POLICY staff ON thread_message FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY portal ON thread_read FOR ALL TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND side = 'contact'::text)
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND side = 'contact'::text);

CREATE POLICY staff ON thread_read FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY portal ON transfer FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (merged_from_id IS NULL AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) OR (merged_from_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[]))));

CREATE POLICY portal_linked ON transfer FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND controller_id IS NULL AND (id IN ( SELECT unnest(r.transfer_ids) AS unnest
   FROM processing_record r
  WHERE r.merged_from_id IS NULL AND (r.controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) OR (r.merged_from_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])))));

CREATE POLICY portal_sub_processor ON transfer FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND controller_id IS NULL AND (EXISTS ( SELECT
   FROM sub_processor s
  WHERE s.org_id = transfer.org_id AND s.id = transfer.sub_processor_id)));

CREATE POLICY staff ON transfer FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON transfer_fact FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY portal_extract ON transfer_version FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND ((controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) OR controller_id IS NULL AND (EXISTS ( SELECT
   FROM sub_processor_version s
  WHERE s.org_id = transfer_version.org_id AND s.sub_processor_id::text = (transfer_version.snapshot ->> 'subProcessorId'::text)))));

CREATE POLICY portal_linked ON transfer_version FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND controller_id IS NULL AND (transfer_id IN ( SELECT unnest(v.transfer_ids) AS unnest
   FROM record_version v
  WHERE v.controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[]))));

CREATE POLICY staff ON transfer_version FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON watch_entry FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON watch_feed FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY staff ON weekly_letter FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

GRANT INSERT, SELECT ON access_look TO amana_app;
GRANT INSERT, SELECT, UPDATE ON account_token TO amana_auth;
GRANT INSERT, SELECT ON attachment TO amana_app;
GRANT INSERT ON attachment TO amana_portal;
GRANT INSERT, SELECT ON attachment_chunk TO amana_app;
GRANT INSERT ON attachment_chunk TO amana_portal;
GRANT INSERT, SELECT ON attachment_closure TO amana_app;
GRANT INSERT, SELECT ON attachment_withdrawal TO amana_app;
GRANT INSERT, SELECT ON audit_grant TO amana_app;
GRANT INSERT, SELECT ON audit_row TO amana_app;
GRANT SELECT ON audit_row TO amana_auditor;
GRANT INSERT, SELECT ON audit_section TO amana_app;
GRANT SELECT ON audit_section TO amana_auditor;
GRANT INSERT, SELECT, UPDATE ON authorisation TO amana_app;
GRANT INSERT, SELECT ON authorisation_condition TO amana_app;
GRANT INSERT ON authorisation_condition TO amana_portal;
GRANT INSERT, SELECT ON authorisation_fact TO amana_app;
GRANT INSERT ON authorisation_fact TO amana_portal;
GRANT INSERT, SELECT, UPDATE ON breach TO amana_app;
GRANT INSERT, SELECT, UPDATE ON breach_controller TO amana_app;
GRANT INSERT, SELECT ON breach_fact TO amana_app;
GRANT INSERT, SELECT, UPDATE ON breach_notice TO amana_app;
GRANT INSERT, SELECT ON breach_notice_fact TO amana_app;
GRANT INSERT, SELECT ON calendar_feed TO amana_app;
GRANT INSERT, SELECT ON calendar_feed_read TO amana_app;
GRANT INSERT, SELECT ON call_layout TO amana_app;
GRANT INSERT, SELECT ON call_log TO amana_app;
GRANT INSERT, SELECT ON call_log_fact TO amana_app;
GRANT INSERT, SELECT ON call_log_judgement TO amana_app;
GRANT INSERT, SELECT ON call_log_part TO amana_app;
GRANT INSERT, SELECT, UPDATE ON call_script TO amana_app;
GRANT SELECT ON call_script_decision TO amana_app;
GRANT INSERT, SELECT ON call_script_fact TO amana_app;
GRANT INSERT, SELECT ON call_script_reading TO amana_app;
GRANT INSERT, SELECT ON call_script_request TO amana_app;
GRANT INSERT, SELECT ON call_script_version TO amana_app;
GRANT INSERT, SELECT, UPDATE ON campaign TO amana_app;
GRANT INSERT, SELECT ON campaign_fact TO amana_app;
GRANT INSERT, SELECT ON campaign_scrub TO amana_app;
GRANT INSERT, SELECT ON campaign_version TO amana_app;
GRANT INSERT, SELECT ON choice TO amana_app;
GRANT INSERT, SELECT ON choice_check TO amana_app;
GRANT INSERT, SELECT ON compliance_day TO amana_app;
GRANT INSERT, SELECT ON consent_collection TO amana_app;
GRANT INSERT, SELECT ON consent_file TO amana_app;
GRANT INSERT, SELECT, UPDATE ON consultation TO amana_app;
GRANT INSERT, SELECT ON consultation_fact TO amana_app;
GRANT INSERT, SELECT ON consultation_file TO amana_app;
GRANT INSERT, SELECT ON consultation_person TO amana_app;
GRANT INSERT, SELECT ON consultation_version TO amana_app;
GRANT INSERT, SELECT, UPDATE ON contract TO amana_app;
GRANT INSERT, SELECT, UPDATE ON contract_end TO amana_app;
GRANT INSERT, SELECT ON contract_end_certificate TO amana_app;
GRANT INSERT, SELECT ON contract_end_fact TO amana_app;
GRANT INSERT, SELECT, UPDATE ON contract_end_line TO amana_app;
GRANT INSERT, SELECT ON contract_fact TO amana_app;
GRANT INSERT, SELECT, UPDATE ON contract_instructor TO amana_app;
GRANT INSERT, SELECT ON contract_version TO amana_app;
GRANT INSERT, SELECT, UPDATE ON controller TO amana_app;
GRANT INSERT, SELECT, UPDATE ON controller_contact TO amana_app;
GRANT SELECT ON controller_contact TO amana_auth;
GRANT INSERT, SELECT ON controller_merge TO amana_app;
GRANT INSERT, SELECT ON controller_merge_undo TO amana_app;
GRANT INSERT, SELECT, UPDATE ON controller_spelling TO amana_app;
GRANT INSERT, SELECT ON controller_version TO amana_app;
GRANT INSERT, SELECT ON decision_certificate TO amana_app;
GRANT INSERT ON decision_certificate TO amana_portal;
GRANT INSERT, SELECT ON decision_reading TO amana_app;
GRANT INSERT ON decision_reading TO amana_portal;
GRANT INSERT, SELECT ON dossier TO amana_app;
GRANT INSERT, SELECT ON dossier TO amana_auditor;
GRANT INSERT, SELECT ON dossier_chunk TO amana_app;
GRANT SELECT ON dossier_chunk TO amana_auditor;
GRANT INSERT, SELECT, UPDATE ON dpo_work TO amana_app;
GRANT INSERT, SELECT ON dpo_work_fact TO amana_app;
GRANT INSERT, SELECT ON dpo_work_version TO amana_app;
GRANT INSERT, SELECT ON example_row TO amana_app;
GRANT INSERT, SELECT ON form_submission TO amana_app;
GRANT INSERT, SELECT ON form_submission TO amana_auth;
GRANT INSERT ON form_submission TO amana_portal;
REVOKE ALL ON FUNCTION admit_backup() FROM PUBLIC;
REVOKE ALL ON FUNCTION amana_bind_portal(text,text[],text) FROM PUBLIC;
REVOKE ALL ON FUNCTION amana_bind_search(text,text) FROM PUBLIC;
REVOKE ALL ON FUNCTION amana_bind_table(text,text,boolean) FROM PUBLIC;
REVOKE ALL ON FUNCTION audit_announce() FROM PUBLIC;
REVOKE ALL ON FUNCTION audit_grant_refuse() FROM PUBLIC;
REVOKE ALL ON FUNCTION audit_open_grant() FROM PUBLIC;
REVOKE ALL ON FUNCTION audit_row_refuse() FROM PUBLIC;
REVOKE ALL ON FUNCTION audits_due(timestamp with time zone,integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION authorisation_outdates_records() FROM PUBLIC;
REVOKE ALL ON FUNCTION authorisation_refuse_rewrite() FROM PUBLIC;
REVOKE ALL ON FUNCTION breach_notice_fact_place() FROM PUBLIC;
REVOKE ALL ON FUNCTION breach_notice_refuse_rewrite() FROM PUBLIC;
REVOKE ALL ON FUNCTION call_log_announce() FROM PUBLIC;
REVOKE ALL ON FUNCTION call_log_clear(uuid,text) FROM PUBLIC;
REVOKE ALL ON FUNCTION call_logs_due(timestamp with time zone,integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION call_logs_past(text,timestamp with time zone,integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION certificate_origin() FROM PUBLIC;
REVOKE ALL ON FUNCTION clean_expired(timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION clean_expired_before(timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION clean_submissions() FROM PUBLIC;
REVOKE ALL ON FUNCTION clean_subscribers() FROM PUBLIC;
REVOKE ALL ON FUNCTION close_given_only() FROM PUBLIC;
REVOKE ALL ON FUNCTION consultation_answer(jsonb,text,timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION consultation_asked() FROM PUBLIC;
REVOKE ALL ON FUNCTION consultation_person_refuse_rewrite() FROM PUBLIC;
REVOKE ALL ON FUNCTION contact_knows_archive() FROM PUBLIC;
REVOKE ALL ON FUNCTION controller_archives_contacts() FROM PUBLIC;
REVOKE ALL ON FUNCTION controller_renames_authorisations() FROM PUBLIC;
REVOKE ALL ON FUNCTION controller_renames_contacts() FROM PUBLIC;
REVOKE ALL ON FUNCTION controller_renames_contracts() FROM PUBLIC;
REVOKE ALL ON FUNCTION controller_renames_instructions() FROM PUBLIC;
REVOKE ALL ON FUNCTION controller_renames_records() FROM PUBLIC;
REVOKE ALL ON FUNCTION controller_renames_transfers() FROM PUBLIC;
REVOKE ALL ON FUNCTION dossier_announce() FROM PUBLIC;
REVOKE ALL ON FUNCTION dossier_clear(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION dossiers_due(timestamp with time zone,integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION dossiers_expired(timestamp with time zone,integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION dpo_work_document(dpo_work) FROM PUBLIC;
REVOKE ALL ON FUNCTION evidence_admit(text,text,text) FROM PUBLIC;
REVOKE ALL ON FUNCTION evidence_batch_digest(uuid,uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION evidence_collect(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION evidence_digest(jsonb,text) FROM PUBLIC;
REVOKE ALL ON FUNCTION evidence_key(jsonb,text) FROM PUBLIC;
REVOKE ALL ON FUNCTION evidence_note() FROM PUBLIC;
REVOKE ALL ON FUNCTION evidence_refuse() FROM PUBLIC;
REVOKE ALL ON FUNCTION evidence_refuse_rewrite() FROM PUBLIC;
REVOKE ALL ON FUNCTION example.free_rows(text) FROM PUBLIC;
REVOKE ALL ON FUNCTION example_clear(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION instruction_portal_channel() FROM PUBLIC;
REVOKE ALL ON FUNCTION job_organisations() FROM PUBLIC;
REVOKE ALL ON FUNCTION journal_append(uuid,bytea[],text[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION journal_clear(uuid,bigint[],bytea,text) FROM PUBLIC;
REVOKE ALL ON FUNCTION journal_key_refuse_rewrite() FROM PUBLIC;
REVOKE ALL ON FUNCTION journal_platform_head() FROM PUBLIC;
REVOKE ALL ON FUNCTION journal_refuse() FROM PUBLIC;
REVOKE ALL ON FUNCTION journal_refuse_rewrite() FROM PUBLIC;
REVOKE ALL ON FUNCTION journal_refuse_text() FROM PUBLIC;
REVOKE ALL ON FUNCTION look_refuse_rewrite() FROM PUBLIC;
REVOKE ALL ON FUNCTION member_refuse_outside_staff() FROM PUBLIC;
REVOKE ALL ON FUNCTION merge_keeps_example() FROM PUBLIC;
REVOKE ALL ON FUNCTION merged_file_origin() FROM PUBLIC;
REVOKE ALL ON FUNCTION merged_row_origin() FROM PUBLIC;
REVOKE ALL ON FUNCTION next_decision_certificate(integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION opening_wakes_job() FROM PUBLIC;
REVOKE ALL ON FUNCTION outbox_announce() FROM PUBLIC;
REVOKE ALL ON FUNCTION outbox_due(timestamp with time zone,integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION outbox_returned(text,text) FROM PUBLIC;
REVOKE ALL ON FUNCTION outbox_waiting_since(timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION portal.contract_content(jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION portal.sub_processor_content(jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION portal.version_days(jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION portal.without_notes(jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION portal_certified(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION portal_decides_only() FROM PUBLIC;
REVOKE ALL ON FUNCTION portal_is_ours(text) FROM PUBLIC;
REVOKE ALL ON FUNCTION portal_is_steward(text) FROM PUBLIC;
REVOKE ALL ON FUNCTION portal_moves_only() FROM PUBLIC;
REVOKE ALL ON FUNCTION portal_sees(text,uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION public_identity() FROM PUBLIC;
REVOKE ALL ON FUNCTION public_measures() FROM PUBLIC;
REVOKE ALL ON FUNCTION public_page_at(text) FROM PUBLIC;
REVOKE ALL ON FUNCTION public_page_shown() FROM PUBLIC;
REVOKE ALL ON FUNCTION public_request_receive(uuid,text[],bytea,bytea,bytea,timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION public_sub_processors() FROM PUBLIC;
REVOKE ALL ON FUNCTION public_subscribe(uuid,text,text,timestamp with time zone,bytea,timestamp with time zone,bytea,bytea) FROM PUBLIC;
REVOKE ALL ON FUNCTION public_subscriber_remove(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION public_subscription(bytea) FROM PUBLIC;
REVOKE ALL ON FUNCTION public_subscription_confirm(bytea,timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION public_subscription_leave(bytea) FROM PUBLIC;
REVOKE ALL ON FUNCTION public_takes_requests() FROM PUBLIC;
REVOKE ALL ON FUNCTION record_names_controller() FROM PUBLIC;
REVOKE ALL ON FUNCTION returned_unmatched(timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION rights_request_document(rights_request) FROM PUBLIC;
REVOKE ALL ON FUNCTION rights_request_refuse_rewrite() FROM PUBLIC;
REVOKE ALL ON FUNCTION search_authorisations() FROM PUBLIC;
REVOKE ALL ON FUNCTION search_breach() FROM PUBLIC;
REVOKE ALL ON FUNCTION search_coded(text,text[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search_contracts() FROM PUBLIC;
REVOKE ALL ON FUNCTION search_controllers() FROM PUBLIC;
REVOKE ALL ON FUNCTION search_dpo_work() FROM PUBLIC;
REVOKE ALL ON FUNCTION search_forget() FROM PUBLIC;
REVOKE ALL ON FUNCTION search_ids(text,text[],jsonb,integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION search_instructions() FROM PUBLIC;
REVOKE ALL ON FUNCTION search_records() FROM PUBLIC;
REVOKE ALL ON FUNCTION search_refill() FROM PUBLIC;
REVOKE ALL ON FUNCTION search_rights_request() FROM PUBLIC;
REVOKE ALL ON FUNCTION search_spelling(text[],jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION search_store(search_document[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search_sub_processors() FROM PUBLIC;
REVOKE ALL ON FUNCTION search_transfers() FROM PUBLIC;
REVOKE ALL ON FUNCTION session_open(bytea) FROM PUBLIC;
REVOKE ALL ON FUNCTION sub_processor_renames_authorisations() FROM PUBLIC;
REVOKE ALL ON FUNCTION thread_keeps_example() FROM PUBLIC;
REVOKE ALL ON FUNCTION version_refuse_rewrite() FROM PUBLIC;
REVOKE ALL ON FUNCTION watch_feed_announce() FROM PUBLIC;
REVOKE ALL ON FUNCTION withdraw_own_only() FROM PUBLIC;
GRANT INSERT, SELECT, UPDATE ON house_rule TO amana_app;
GRANT INSERT, SELECT ON house_rule_version TO amana_app;
GRANT INSERT, SELECT, UPDATE ON import_mapping TO amana_app;
GRANT INSERT, SELECT, UPDATE ON import_row TO amana_app;
GRANT INSERT, SELECT, UPDATE ON import_run TO amana_app;
GRANT INSERT, SELECT, UPDATE ON instruction TO amana_app;
GRANT INSERT ON instruction TO amana_portal;
GRANT INSERT, SELECT ON instruction_fact TO amana_app;
GRANT INSERT ON instruction_fact TO amana_portal;
GRANT INSERT, SELECT ON instruction_series TO amana_app;
GRANT INSERT ON instruction_series TO amana_portal;
GRANT INSERT, SELECT ON instruction_version TO amana_app;
GRANT INSERT ON instruction_version TO amana_portal;
GRANT INSERT, SELECT, UPDATE ON invitation TO amana_app;
GRANT SELECT ON invitation TO amana_auth;
GRANT SELECT ON job_beat TO amana_app;
GRANT INSERT, SELECT, UPDATE ON job_beat TO amana_jobs;
GRANT SELECT ON journal_entry TO amana_app;
GRANT SELECT ON journal_head TO amana_app;
GRANT INSERT, SELECT ON journal_key TO amana_app;
GRANT INSERT, SELECT ON journal_publication TO amana_app;
GRANT SELECT ON journal_text TO amana_app;
GRANT INSERT, SELECT ON logged_call TO amana_app;
GRANT INSERT, SELECT, UPDATE ON measure TO amana_app;
GRANT INSERT, SELECT ON measure_version TO amana_app;
GRANT INSERT, SELECT, UPDATE ON member TO amana_app;
GRANT INSERT, SELECT ON member TO amana_auth;
GRANT INSERT, SELECT ON minor_call TO amana_app;
GRANT INSERT, SELECT, UPDATE ON night_contact TO amana_app;
GRANT INSERT, SELECT, UPDATE ON organisation TO amana_app;
GRANT INSERT, SELECT ON organisation TO amana_auth;
GRANT INSERT, SELECT ON organisation_version TO amana_app;
GRANT INSERT, SELECT ON organisation_version TO amana_auth;
GRANT INSERT, SELECT ON outbox_fact TO amana_app;
GRANT INSERT, SELECT, UPDATE ON outbox_mail TO amana_app;
GRANT INSERT, SELECT ON outbox_mail TO amana_auth;
GRANT INSERT ON outbox_mail TO amana_portal;
GRANT INSERT ON outbox_mail TO amana_public;
GRANT INSERT, SELECT ON parental_authorisation TO amana_app;
GRANT INSERT, SELECT, UPDATE ON passkey TO amana_auth;
GRANT DELETE, INSERT, SELECT, UPDATE ON passkey_challenge TO amana_auth;
GRANT INSERT, SELECT, UPDATE ON person TO amana_auth;
GRANT INSERT, SELECT ON portal.access_look TO amana_portal;
GRANT INSERT, SELECT ON portal.attachment TO amana_portal;
GRANT INSERT, SELECT ON portal.attachment_chunk TO amana_portal;
GRANT SELECT ON portal.attachment_closure TO amana_portal;
GRANT SELECT ON portal.attachment_withdrawal TO amana_portal;
GRANT SELECT ON portal.authorisation TO amana_portal;
GRANT INSERT, SELECT ON portal.authorisation_condition TO amana_portal;
GRANT INSERT, SELECT ON portal.authorisation_fact TO amana_portal;
GRANT SELECT ON portal.breach_informed TO amana_portal;
GRANT SELECT ON portal.breach_notice TO amana_portal;
GRANT SELECT ON portal.breach_notice_fact TO amana_portal;
GRANT SELECT ON portal.call_script_decision TO amana_portal;
GRANT SELECT ON portal.call_script_fact TO amana_portal;
GRANT SELECT ON portal.call_script_request TO amana_portal;
GRANT SELECT ON portal.contract TO amana_portal;
GRANT SELECT ON portal.contract_end TO amana_portal;
GRANT SELECT ON portal.contract_end_certificate TO amana_portal;
GRANT SELECT ON portal.contract_instructor TO amana_portal;
GRANT SELECT ON portal.contract_version TO amana_portal;
GRANT SELECT ON portal.controller TO amana_portal;
GRANT SELECT ON portal.controller_contact TO amana_portal;
GRANT SELECT ON portal.controller_version TO amana_portal;
GRANT INSERT, SELECT ON portal.decision_certificate TO amana_portal;
GRANT INSERT, SELECT ON portal.decision_reading TO amana_portal;
GRANT SELECT ON portal.dpo_work TO amana_portal;
GRANT SELECT ON portal.dpo_work_version TO amana_portal;
GRANT SELECT ON portal.example_row TO amana_portal;
GRANT INSERT, SELECT ON portal.form_submission TO amana_portal;
GRANT INSERT, SELECT ON portal.instruction TO amana_portal;
GRANT INSERT, SELECT ON portal.instruction_fact TO amana_portal;
GRANT INSERT, SELECT ON portal.instruction_series TO amana_portal;
GRANT INSERT, SELECT ON portal.instruction_version TO amana_portal;
GRANT SELECT ON portal.measure TO amana_portal;
GRANT SELECT ON portal.measure_version TO amana_portal;
GRANT SELECT ON portal.organisation TO amana_portal;
GRANT SELECT ON portal.organisation_version TO amana_portal;
GRANT INSERT ON portal.outbox_mail TO amana_portal;
GRANT SELECT ON portal.processing_record TO amana_portal;
GRANT SELECT ON portal.record_version TO amana_portal;
GRANT SELECT ON portal.rights_request TO amana_portal;
GRANT INSERT, SELECT ON portal.rights_request_fact TO amana_portal;
GRANT SELECT ON portal.sub_processor TO amana_portal;
GRANT SELECT ON portal.sub_processor_version TO amana_portal;
GRANT INSERT, SELECT ON portal.thread TO amana_portal;
GRANT INSERT, SELECT ON portal.thread_message TO amana_portal;
GRANT INSERT, SELECT ON portal.thread_read TO amana_portal;
GRANT SELECT ON portal.transfer TO amana_portal;
GRANT SELECT ON portal.transfer_version TO amana_portal;
GRANT INSERT, SELECT, UPDATE ON processing_record TO amana_app;
GRANT INSERT, SELECT, UPDATE ON public_page TO amana_app;
GRANT INSERT, SELECT ON public_page_fact TO amana_app;
GRANT SELECT ON public_subscriber TO amana_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON rate_limit TO amana_auth;
GRANT INSERT, SELECT ON record_assessment TO amana_app;
GRANT INSERT, SELECT ON record_state_fact TO amana_app;
GRANT INSERT, SELECT ON record_version TO amana_app;
GRANT INSERT, SELECT, UPDATE ON recovery_code TO amana_auth;
GRANT INSERT, SELECT ON reminder TO amana_app;
GRANT INSERT, SELECT ON returned_mail TO amana_app;
GRANT INSERT, SELECT, UPDATE ON rights_request TO amana_app;
GRANT INSERT, SELECT ON rights_request_fact TO amana_app;
GRANT INSERT ON rights_request_fact TO amana_portal;
GRANT INSERT, SELECT, UPDATE ON rights_request_rule TO amana_app;
GRANT CREATE, USAGE ON SCHEMA amana_jobs TO amana_jobs;
GRANT USAGE ON SCHEMA portal TO amana_portal;
GRANT USAGE ON SCHEMA public TO amana_app;
GRANT USAGE ON SCHEMA public TO amana_auditor;
GRANT USAGE ON SCHEMA public TO amana_auth;
GRANT USAGE ON SCHEMA public TO amana_jobs;
GRANT USAGE ON SCHEMA public TO amana_portal;
GRANT USAGE ON SCHEMA public TO amana_public;
GRANT INSERT, SELECT, UPDATE ON session TO amana_auth;
GRANT INSERT, SELECT, UPDATE ON setup_token TO amana_auth;
GRANT DELETE, INSERT, SELECT, UPDATE ON sign_in_challenge TO amana_auth;
GRANT DELETE, INSERT, SELECT, UPDATE ON sign_in_link TO amana_auth;
GRANT INSERT, SELECT, UPDATE ON sub_processor TO amana_app;
GRANT INSERT, SELECT ON sub_processor_fact TO amana_app;
GRANT INSERT, SELECT ON sub_processor_version TO amana_app;
GRANT INSERT, SELECT ON thread TO amana_app;
GRANT INSERT ON thread TO amana_portal;
GRANT INSERT, SELECT ON thread_message TO amana_app;
GRANT INSERT ON thread_message TO amana_portal;
GRANT INSERT, SELECT ON thread_read TO amana_app;
GRANT INSERT ON thread_read TO amana_portal;
GRANT INSERT, SELECT, UPDATE ON totp_factor TO amana_auth;
GRANT INSERT, SELECT, UPDATE ON transfer TO amana_app;
GRANT INSERT, SELECT ON transfer_fact TO amana_app;
GRANT INSERT, SELECT ON transfer_version TO amana_app;
GRANT INSERT, SELECT, UPDATE ON watch_entry TO amana_app;
GRANT INSERT, SELECT, UPDATE ON watch_feed TO amana_app;
GRANT INSERT, SELECT ON weekly_letter TO amana_app;
GRANT INSERT (id, org_id, contact_name, noun, subject_id, label, looked_at, address, grant_id) ON access_look TO amana_auditor;
GRANT INSERT (id, org_id, controller_id, contact_id, contact_name, noun, subject_id, label, looked_at, address, batch_id) ON access_look TO amana_portal;
GRANT INSERT (id, org_id, controller_id, notice_id, kind, at, recorded_at, author_kind, author_id, author_name) ON breach_notice_fact TO amana_portal;
GRANT INSERT (id, org_id, controller_id, request_id, contact_id, outcome, digest, power, reason, recorded_at, author_name) ON call_script_decision TO amana_portal;
GRANT INSERT (id, org_id, controller_id, notice_id, kind, at, recorded_at, author_kind, author_id, author_name) ON portal.breach_notice_fact TO amana_portal;
GRANT INSERT (id, org_id, controller_id, request_id, contact_id, outcome, digest, power, reason, recorded_at, author_name) ON portal.call_script_decision TO amana_portal;
GRANT SELECT (id, org_id, controller_id, contact_id, contact_name, noun, subject_id, label, looked_at, address, batch_id) ON access_look TO amana_portal;
GRANT SELECT (id, org_id, purpose, file_name, content_type, size, width, height, sha256, chunks, stored_at, author_id, author_name, subject_noun, subject_id, controller_id, replaces_id, contact_id) ON attachment TO amana_portal;
GRANT SELECT (attachment_id, seq, org_id, bytes, sha256) ON attachment_chunk TO amana_portal;
GRANT SELECT (org_id, attachment_id, number, controller_id, is_closed, reason, recorded_at, author_id, author_name) ON attachment_closure TO amana_portal;
GRANT SELECT (attachment_id, org_id, controller_id, reason, withdrawn_at, author_id, author_name, was_given) ON attachment_withdrawal TO amana_portal;
GRANT SELECT (id, org_id, name, mandate, language, controller_ids, sections, as_of, starts_at, ends_at, granted_at, granted_by_name, collected_at) ON audit_grant TO amana_auditor;
GRANT SELECT (id, org_id, person_id, name, email, language, sections, starts_at, ends_at, requires_second_factor, granted_at, collected_at, revoked_at) ON audit_grant TO amana_auth;
GRANT SELECT (id, org_id, reference, controller_id, controller_name, contract_id, sub_processor_id, sub_processor_version, scope_digest, regime, days, zone, seat_country, seat_address, language, recipient, text, text_digest, list, list_digest, supersedes_id, state, sent_at, received_at, letter_id, document_id, version, created_at, updated_at, merged_from_id) ON authorisation TO amana_portal;
GRANT SELECT (id, org_id, authorisation_id, controller_id, "position", text, met_at) ON authorisation_condition TO amana_portal;
GRANT SELECT (id, org_id, authorisation_id, controller_id, version, event, state, at, channel, signatory, capacity, power, reason, source, recipient, text_digest, list_digest, address, agent, condition_id, document_id, letter_id, recorded_at, author_kind, author_id, author_name) ON authorisation_fact TO amana_portal;
GRANT SELECT (id, org_id, breach_controller_id, controller_id, number, phase, locale, status, is_drill, is_shared, content, late_reason, issued_at, issued_by_name, document_id) ON breach_notice TO amana_portal;
GRANT SELECT (id, org_id, controller_id, notice_id, kind, at, recorded_at, author_kind, author_id, author_name) ON breach_notice_fact TO amana_portal;
GRANT SELECT (id, org_id, member_id, token_hash, revoked_at) ON calendar_feed TO amana_auth;
GRANT SELECT (id, org_id, controller_id, request_id, contact_id, outcome, digest, power, reason, recorded_at, author_name) ON call_script_decision TO amana_portal;
GRANT SELECT (id, org_id, call_script_id, event, recorded_at) ON call_script_fact TO amana_portal;
GRANT SELECT (id, org_id, controller_id, call_script_id, edition, reference, title, language, text, digest, recorded_at, author_name) ON call_script_request TO amana_portal;
GRANT SELECT (id, org_id, controller_id, state, merged_from_id) ON contract TO amana_portal;
GRANT SELECT (id, org_id, controller_id, contract_id, state, record_ids, version, created_at, updated_at) ON contract_end TO amana_portal;
GRANT SELECT (id, org_id, controller_id, contract_end_id, number, year, counter, document_id, digest, ended_contract, ended_records, issued_at) ON contract_end_certificate TO amana_portal;
GRANT SELECT (id, org_id, contract_id, controller_id, name, capacity, email, power, from_on, until_on, created_at) ON contract_instructor TO amana_portal;
GRANT SELECT (id, org_id, legal_name) ON controller TO amana_auditor;
GRANT SELECT (id, org_id, legal_name, is_placeholder, country, address, registration_number, contact_name, contact_email, contact_phone, dpo_contact, has_no_dpo, representative, representative_reason, language, version, created_at, updated_at, archived_at, merged_into_id) ON controller TO amana_portal;
GRANT SELECT (id, org_id, controller_id, controller_name, person_id, name, email, capacity, language, role, invited_by_name, created_at, invited_at, expires_at, accepted_at, ended_at, previous_visit_at, controller_archived_at) ON controller_contact TO amana_portal;
GRANT SELECT (id, org_id, controller_id, authorisation_id, version, year, counter, number, document_id, digest, issued_at) ON decision_certificate TO amana_portal;
GRANT SELECT (id, org_id, controller_id, authorisation_id, contact_id, session_id, digest, token_hash, shown_at, expires_at, used_at) ON decision_reading TO amana_portal;
GRANT SELECT (org_id, noun, subject_id, created_at) ON example_row TO amana_portal;
GRANT SELECT (org_id, part, controller_id, value, recorded_at) ON form_submission TO amana_portal;
GRANT SELECT (id, org_id, controller_id, number, year, counter, text, text_digest, author_name, author_power, authority, channel, received_at, effective_on, transfer_effect, transfer_text, record_ids, covers, supersedes_id, state, version, created_at, updated_at, contact_id, merged_from_id) ON instruction TO amana_portal;
GRANT SELECT (id, org_id, instruction_id, controller_id, version, event, state, fact_on, fact_time, note, source, infringes, recipient, successor_id, letter_id, document_id, recorded_at, author_id, author_name, contact_id, writer, medium, writing) ON instruction_fact TO amana_portal;
GRANT SELECT (controller_id, org_id, code, created_at) ON instruction_series TO amana_portal;
GRANT SELECT (instruction_id, version, org_id, controller_id, recorded_at, superseded_at, author_id, author_name, change, snapshot) ON instruction_version TO amana_portal;
GRANT SELECT (id, org_id, reference, library_code, title, version, created_at, updated_at, retired_at) ON measure TO amana_portal;
GRANT SELECT (measure_id, version, org_id, recorded_at, superseded_at, reference, library_code, title, is_retired) ON measure_version TO amana_portal;
GRANT SELECT (id, slug, legal_name, city) ON organisation TO amana_auditor;
GRANT SELECT (id, slug, legal_name, ice, address, city, country, email, phone, dpo_name, dpo_email, dpo_phone, has_no_dpo, eu_representative, eu_representative_reason, gdpr_binding, site_countries, version, created_at, updated_at, eu_representative_contact, eu_representative_country, eu_representative_exemption, logo_id) ON organisation TO amana_portal;
GRANT SELECT (org_id, attachment_id) ON outbox_mail TO amana_portal;
GRANT SELECT (id, org_id, controller_id, state, measure_ids, sub_processor_ids, transfer_ids, merged_from_id) ON processing_record TO amana_portal;
GRANT SELECT (org_id, controller_id, state, measure_ids, sub_processor_ids, transfer_ids) ON record_version TO amana_portal;
GRANT SELECT (id, org_id, reference, received_at, channel, rights, contact_sealed, words_sealed, controller_id, state, relayed_at, confirmed_at, closed_at, erased_at, version, updated_at) ON rights_request TO amana_portal;
GRANT SELECT (id, org_id, request_id, controller_id, number, kind, value, at, recorded_at, author_kind, author_id, author_name) ON rights_request_fact TO amana_portal;
GRANT SELECT (id, org_id) ON sub_processor TO amana_portal;
GRANT SELECT (sub_processor_id, org_id) ON sub_processor_version TO amana_portal;
GRANT SELECT (id, org_id, controller_id, subject_noun, subject_id, state, since, last_at, message_count, rank, created_at) ON thread TO amana_portal;
GRANT SELECT (thread_id, number, org_id, controller_id, side, kind, author_id, author_name, text, said_at) ON thread_message TO amana_portal;
GRANT SELECT (thread_id, reader_id, org_id, controller_id, side, read_to, read_at) ON thread_read TO amana_portal;
GRANT SELECT (id, org_id, reference, controller_id, controller_name, flow, state, content, importer_name, country, tool, next_review_on, version, created_at, updated_at, sub_processor_id, merged_from_id) ON transfer TO amana_portal;
GRANT SELECT (transfer_id, version, org_id, controller_id, recorded_at, superseded_at, reference, importer_name, country, state, snapshot) ON transfer_version TO amana_portal;
GRANT UPDATE (batch_id) ON access_look TO amana_app;
GRANT UPDATE (collect_state, collect_attempts, leased_until, collected_at, letter_id, revoked_at, revoke_reason, revoked_by_name) ON audit_grant TO amana_app;
GRANT UPDATE (person_id, accepted_at) ON audit_grant TO amana_auth;
GRANT UPDATE (state, received_at, version, updated_at) ON authorisation TO amana_portal;
GRANT UPDATE (met_at) ON authorisation_condition TO amana_app;
GRANT UPDATE (revoked_at) ON calendar_feed TO amana_app;
GRANT UPDATE (count, last_at) ON calendar_feed_read TO amana_app;
GRANT UPDATE (layout, outcomes, used_at) ON call_layout TO amana_app;
GRANT UPDATE (sha256, state, failure, same_as, bytes_read, lines, calls, known_calls, bad_lines, doubtful_times, codes, outcomes, first_at, last_at, calls_judged, cause, leased_until, attempts, cleared_at) ON call_log TO amana_app;
GRANT UPDATE (superseded_at) ON call_script_version TO amana_app;
GRANT UPDATE (superseded_at) ON campaign_version TO amana_app;
GRANT UPDATE (contact_sealed, letter_id, handed_at, revoked_at) ON consultation_person TO amana_app;
GRANT UPDATE (superseded_at) ON consultation_version TO amana_app;
GRANT UPDATE (superseded_at) ON contract_version TO amana_app;
GRANT UPDATE (person_id, language, accepted_at, last_visit_at, previous_visit_at, visit_session_id) ON controller_contact TO amana_auth;
GRANT UPDATE (superseded_at) ON controller_version TO amana_app;
GRANT UPDATE (used_at) ON decision_reading TO amana_app;
GRANT UPDATE (used_at) ON decision_reading TO amana_portal;
GRANT UPDATE (state, step, files_done, files_total, attempts, interruptions, leased_until, failure, finished_at, expires_at, file_name, size, chunks, sha256, manifest_sha256, key_fingerprint) ON dossier TO amana_app;
GRANT UPDATE (superseded_at) ON dpo_work_version TO amana_app;
GRANT UPDATE (superseded_at) ON house_rule_version TO amana_app;
GRANT UPDATE (state, version, updated_at) ON instruction TO amana_portal;
GRANT UPDATE (superseded_at) ON instruction_version TO amana_app;
GRANT UPDATE (superseded_at) ON instruction_version TO amana_portal;
GRANT UPDATE (accepted_at, member_id, withdrawn_at, withdrawn_by_name) ON invitation TO amana_auth;
GRANT UPDATE (retired_at) ON journal_key TO amana_app;
GRANT UPDATE (superseded_at) ON measure_version TO amana_app;
GRANT UPDATE (role, name, email, joined_at, ended_at) ON member TO amana_auth;
GRANT UPDATE (superseded_at) ON organisation_version TO amana_app;
GRANT UPDATE (state, received_at, version, updated_at) ON portal.authorisation TO amana_portal;
GRANT UPDATE (used_at) ON portal.decision_reading TO amana_portal;
GRANT UPDATE (state, version, updated_at) ON portal.instruction TO amana_portal;
GRANT UPDATE (superseded_at) ON portal.instruction_version TO amana_portal;
GRANT UPDATE (state, version, updated_at) ON portal.rights_request TO amana_portal;
GRANT UPDATE (state, since, last_at, message_count, rank) ON portal.thread TO amana_portal;
GRANT UPDATE (read_to, read_at) ON portal.thread_read TO amana_portal;
GRANT UPDATE (required_gaps, advisable_gaps, gap_codes, rules_version) ON record_assessment TO amana_app;
GRANT UPDATE (superseded_at) ON record_version TO amana_app;
GRANT UPDATE (state, version, updated_at) ON rights_request TO amana_portal;
GRANT UPDATE (superseded_at) ON sub_processor_version TO amana_app;
GRANT UPDATE (state, since, last_at, message_count, rank) ON thread TO amana_app;
GRANT UPDATE (state, since, last_at, message_count, rank) ON thread TO amana_portal;
GRANT UPDATE (read_to, read_at) ON thread_read TO amana_app;
GRANT UPDATE (read_to, read_at) ON thread_read TO amana_portal;
GRANT UPDATE (superseded_at) ON transfer_version TO amana_app;
GRANT EXECUTE ON FUNCTION audit_open_grant() TO amana_auditor;
GRANT EXECUTE ON FUNCTION audits_due(timestamp with time zone,integer) TO amana_jobs;
GRANT EXECUTE ON FUNCTION call_log_clear(uuid,text) TO amana_app;
GRANT EXECUTE ON FUNCTION call_logs_due(timestamp with time zone,integer) TO amana_jobs;
GRANT EXECUTE ON FUNCTION call_logs_past(text,timestamp with time zone,integer) TO amana_jobs;
GRANT EXECUTE ON FUNCTION clean_expired(timestamp with time zone) TO amana_jobs;
GRANT EXECUTE ON FUNCTION clean_submissions() TO amana_jobs;
GRANT EXECUTE ON FUNCTION clean_subscribers() TO amana_jobs;
GRANT EXECUTE ON FUNCTION consultation_answer(jsonb,text,timestamp with time zone) TO amana_public;
GRANT EXECUTE ON FUNCTION consultation_asked() TO amana_public;
GRANT EXECUTE ON FUNCTION dossier_clear(uuid) TO amana_app;
GRANT EXECUTE ON FUNCTION dossiers_due(timestamp with time zone,integer) TO amana_jobs;
GRANT EXECUTE ON FUNCTION dossiers_expired(timestamp with time zone,integer) TO amana_jobs;
GRANT EXECUTE ON FUNCTION evidence_collect(uuid) TO amana_app;
GRANT EXECUTE ON FUNCTION evidence_collect(uuid) TO amana_auth;
GRANT EXECUTE ON FUNCTION example_clear(uuid) TO amana_app;
GRANT EXECUTE ON FUNCTION job_organisations() TO amana_jobs;
GRANT EXECUTE ON FUNCTION journal_append(uuid,bytea[],text[]) TO amana_app;
GRANT EXECUTE ON FUNCTION journal_append(uuid,bytea[],text[]) TO amana_auditor;
GRANT EXECUTE ON FUNCTION journal_append(uuid,bytea[],text[]) TO amana_auth;
GRANT EXECUTE ON FUNCTION journal_append(uuid,bytea[],text[]) TO amana_portal;
GRANT EXECUTE ON FUNCTION journal_append(uuid,bytea[],text[]) TO amana_public;
GRANT EXECUTE ON FUNCTION journal_clear(uuid,bigint[],bytea,text) TO amana_app;
GRANT EXECUTE ON FUNCTION journal_platform_head() TO amana_app;
GRANT EXECUTE ON FUNCTION next_decision_certificate(integer) TO amana_portal;
GRANT EXECUTE ON FUNCTION outbox_due(timestamp with time zone,integer) TO amana_jobs;
GRANT EXECUTE ON FUNCTION outbox_returned(text,text) TO amana_jobs;
GRANT EXECUTE ON FUNCTION outbox_waiting_since(timestamp with time zone) TO amana_app;
GRANT EXECUTE ON FUNCTION portal.contract_content(jsonb) TO amana_portal;
GRANT EXECUTE ON FUNCTION portal.sub_processor_content(jsonb) TO amana_portal;
GRANT EXECUTE ON FUNCTION portal.version_days(jsonb) TO amana_portal;
GRANT EXECUTE ON FUNCTION portal.without_notes(jsonb) TO amana_portal;
GRANT EXECUTE ON FUNCTION portal_certified(uuid) TO amana_portal;
GRANT EXECUTE ON FUNCTION portal_is_ours(text) TO amana_portal;
GRANT EXECUTE ON FUNCTION portal_is_steward(text) TO amana_portal;
GRANT EXECUTE ON FUNCTION portal_sees(text,uuid) TO amana_portal;
GRANT EXECUTE ON FUNCTION public_identity() TO amana_app;
GRANT EXECUTE ON FUNCTION public_identity() TO amana_public;
GRANT EXECUTE ON FUNCTION public_measures() TO amana_app;
GRANT EXECUTE ON FUNCTION public_measures() TO amana_public;
GRANT EXECUTE ON FUNCTION public_page_at(text) TO amana_public;
GRANT EXECUTE ON FUNCTION public_request_receive(uuid,text[],bytea,bytea,bytea,timestamp with time zone) TO amana_public;
GRANT EXECUTE ON FUNCTION public_sub_processors() TO amana_app;
GRANT EXECUTE ON FUNCTION public_sub_processors() TO amana_public;
GRANT EXECUTE ON FUNCTION public_subscribe(uuid,text,text,timestamp with time zone,bytea,timestamp with time zone,bytea,bytea) TO amana_public;
GRANT EXECUTE ON FUNCTION public_subscriber_remove(uuid) TO amana_app;
GRANT EXECUTE ON FUNCTION public_subscription(bytea) TO amana_public;
GRANT EXECUTE ON FUNCTION public_subscription_confirm(bytea,timestamp with time zone) TO amana_public;
GRANT EXECUTE ON FUNCTION public_subscription_leave(bytea) TO amana_public;
GRANT EXECUTE ON FUNCTION returned_unmatched(timestamp with time zone) TO amana_app;
GRANT EXECUTE ON FUNCTION search_coded(text,text[]) TO amana_app;
GRANT EXECUTE ON FUNCTION search_ids(text,text[],jsonb,integer) TO amana_app;
GRANT EXECUTE ON FUNCTION search_spelling(text[],jsonb) TO amana_app;
GRANT EXECUTE ON FUNCTION session_open(bytea) TO amana_auth;

INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('10', 'choice', 'choice', 'id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('110', 'instruction', 'instruction', 'id', 'supersedes_id');
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('12', 'consent-file', 'consent_file', 'id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('120', 'instruction', 'instruction_fact', 'instruction_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('130', 'instruction', 'instruction_version', 'instruction_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('14', 'consent-collection', 'consent_collection', 'id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('140', 'instruction', 'instruction', 'id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('150', 'dpo-work', 'dpo_work_fact', 'work_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('160', 'dpo-work', 'dpo_work_version', 'work_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('170', 'dpo-work', 'dpo_work', 'id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('19', 'call-log', 'call_log_part', 'log_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('20', 'call-log', 'logged_call', 'log_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('21', 'call-log', 'call_log_fact', 'log_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('210', 'authorisation', 'authorisation_fact', 'authorisation_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('22', 'call-log', 'call_log_judgement', 'log_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('220', 'authorisation', 'authorisation_condition', 'authorisation_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('23', 'call-log', 'call_log', 'id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('230', 'authorisation', 'authorisation', 'id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('30', 'campaign', 'campaign_scrub', 'campaign_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('31', 'campaign', 'campaign_fact', 'campaign_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('310', 'processing-record', 'record_state_fact', 'record_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('32', 'campaign', 'campaign_version', 'campaign_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('320', 'processing-record', 'record_version', 'record_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('33', 'campaign', 'campaign', 'id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('330', 'processing-record', 'record_assessment', 'record_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('340', 'processing-record', 'import_row', 'record_id', 'record_id');
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('350', 'processing-record', 'processing_record', 'id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('40', 'call-script-request', 'call_script_request', 'id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('410', 'transfer', 'transfer_fact', 'transfer_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('420', 'transfer', 'transfer_version', 'transfer_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('430', 'transfer', 'transfer', 'id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('50', 'call-script', 'call_script_reading', 'call_script_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('51', 'call-script', 'call_script_fact', 'call_script_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('510', 'sub-processor', 'sub_processor_fact', 'sub_processor_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('52', 'call-script', 'call_script_version', 'call_script_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('520', 'sub-processor', 'sub_processor_version', 'sub_processor_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('53', 'call-script', 'call_script', 'id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('530', 'sub-processor', 'sub_processor', 'id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('60', 'consultation-person', 'consultation_person', 'id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('610', 'contract', 'contract_fact', 'contract_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('620', 'contract', 'contract_instructor', 'contract_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('630', 'contract', 'contract_version', 'contract_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('640', 'contract', 'contract', 'id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('70', 'consultation', 'consultation_file', 'consultation_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('705', 'controller', 'night_contact', 'controller_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('71', 'consultation', 'consultation_fact', 'consultation_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('710', 'controller', 'instruction_series', 'controller_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('72', 'consultation', 'consultation_version', 'consultation_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('720', 'controller', 'controller_spelling', 'controller_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('73', 'consultation', 'consultation', 'id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('730', 'controller', 'controller_version', 'controller_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('740', 'controller', 'controller', 'id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('80', 'rights-request', 'rights_request_fact', 'request_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('81', 'rights-request', 'rights_request', 'id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('810', 'measure', 'measure_version', 'measure_id', NULL);
INSERT INTO example.cleared_table (position, noun, name, key, emptied) VALUES ('820', 'measure', 'measure', 'id', NULL);
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('authorisation', 'attachment', 'subject_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('authorisation', 'authorisation', 'supersedes_id', NULL, 'true');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('authorisation', 'authorisation_fact', 'authorisation_id', 'recorded_at', 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('authorisation', 'decision_certificate', 'authorisation_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('authorisation', 'decision_reading', 'authorisation_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('call-script', 'call_script_request', 'call_script_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('call-script', 'campaign', 'script_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('call-script-request', 'call_script_decision', 'request_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('campaign', 'attachment', 'subject_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('campaign', 'call_log', 'campaign_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('choice', 'parental_authorisation', 'choice_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('consent-collection', 'consent_file', 'collection_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('consent-file', 'choice', 'consent_file_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('consultation', 'consultation_person', 'consultation_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('consultation-person', 'choice', 'consultation_person_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('contract', 'attachment', 'subject_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('contract', 'authorisation', 'contract_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('contract', 'contract_end', 'contract_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('contract', 'processing_record', 'contract_ids', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'attachment', 'controller_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'authorisation', 'controller_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'breach_controller', 'controller_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'breach_fact', 'controller_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'breach_notice', 'controller_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'breach_notice_fact', 'controller_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'call_script', 'controller_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'call_script_decision', 'controller_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'call_script_request', 'controller_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'campaign', 'controller_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'choice', 'controller_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'choice_check', 'controller_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'consent_collection', 'controller_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'consultation', 'controller_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'contract', 'controller_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'contract_end', 'controller_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'controller_contact', 'controller_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'controller_merge', 'controller_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'decision_certificate', 'controller_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'decision_reading', 'controller_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'dpo_work', 'controller_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'instruction', 'controller_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'processing_record', 'controller_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'rights_request', 'controller_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'rights_request_fact', 'controller_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'thread', 'controller_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'transfer', 'controller_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('dpo-work', 'attachment', 'subject_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('dpo-work', 'dpo_work', 'repeats_id', NULL, 'true');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('dpo-work', 'processing_record', 'procedure_id', NULL, 'true');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('dpo-work', 'watch_entry', 'work_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('instruction', 'attachment', 'subject_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('instruction', 'campaign', 'instruction_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('instruction', 'consultation', 'instruction_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('instruction', 'instruction', 'supersedes_id', NULL, 'true');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('measure', 'attachment', 'subject_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('measure', 'processing_record', 'measure_ids', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('processing-record', 'contract_end', 'record_ids', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('processing-record', 'dpo_work', 'record_ids', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('processing-record', 'instruction', 'record_ids', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('rights-request', 'attachment', 'subject_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('sub-processor', 'attachment', 'subject_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('sub-processor', 'authorisation', 'sub_processor_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('sub-processor', 'processing_record', 'sub_processor_ids', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('sub-processor', 'transfer', 'sub_processor_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('transfer', 'attachment', 'subject_id', NULL, 'false');
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('transfer', 'processing_record', 'transfer_ids', NULL, 'false');
