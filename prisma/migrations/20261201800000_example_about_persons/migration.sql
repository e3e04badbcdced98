-- What the example brings of calls to sell, consultations and requests. They are cleared before the instructions, contracts
-- and controllers that they name.
INSERT INTO example.cleared_table ("position", "noun", "name", "key", "emptied") VALUES
  (10, 'choice', 'choice', 'id', NULL),
  (12, 'consent-file', 'consent_file', 'id', NULL),
  (14, 'consent-collection', 'consent_collection', 'id', NULL),
  (20, 'call-log', 'logged_call', 'log_id', NULL),
  (21, 'call-log', 'call_log_fact', 'log_id', NULL),
  (22, 'call-log', 'call_log_judgement', 'log_id', NULL),
  (23, 'call-log', 'call_log', 'id', NULL),
  (30, 'campaign', 'campaign_scrub', 'campaign_id', NULL),
  (31, 'campaign', 'campaign_fact', 'campaign_id', NULL),
  (32, 'campaign', 'campaign_version', 'campaign_id', NULL),
  (33, 'campaign', 'campaign', 'id', NULL),
  (40, 'call-script-request', 'call_script_request', 'id', NULL),
  (50, 'call-script', 'call_script_reading', 'call_script_id', NULL),
  (51, 'call-script', 'call_script_fact', 'call_script_id', NULL),
  (52, 'call-script', 'call_script_version', 'call_script_id', NULL),
  (53, 'call-script', 'call_script', 'id', NULL),
  (60, 'consultation-person', 'consultation_person', 'id', NULL),
  (70, 'consultation', 'consultation_file', 'consultation_id', NULL),
  (71, 'consultation', 'consultation_fact', 'consultation_id', NULL),
  (72, 'consultation', 'consultation_version', 'consultation_id', NULL),
  (73, 'consultation', 'consultation', 'id', NULL),
  (80, 'rights-request', 'rights_request_fact', 'request_id', NULL),
  (81, 'rights-request', 'rights_request', 'id', NULL);

INSERT INTO example.holding_table ("noun", "name", "key", "later", "but_own") VALUES
  ('choice', 'parental_authorisation', 'choice_id', NULL, false),
  ('consent-file', 'choice', 'consent_file_id', NULL, false),
  ('consent-collection', 'consent_file', 'collection_id', NULL, false),
  ('campaign', 'attachment', 'subject_id', NULL, false),
  -- A controller answered it.
  ('call-script-request', 'call_script_decision', 'request_id', NULL, false),
  ('call-script', 'call_script_request', 'call_script_id', NULL, false),
  ('call-script', 'campaign', 'script_id', NULL, false),
  -- Somebody answered through the link.
  ('consultation-person', 'choice', 'consultation_person_id', NULL, false),
  ('consultation', 'consultation_person', 'consultation_id', NULL, false),
  ('rights-request', 'attachment', 'subject_id', NULL, false);
