-- Reviews of entries in the order of the lists of dates, over the organisation and over one controller: a page is read
-- along them, and a count stops at a thousand. References are compared as the application does, letter by letter.
CREATE INDEX IF NOT EXISTS processing_record_reviews_idx
  ON processing_record (org_id, review_due_on, reference COLLATE "C", id) INCLUDE (controller_id)
  WHERE state = 'active' AND review_due_on IS NOT NULL;
CREATE INDEX IF NOT EXISTS processing_record_controller_reviews_idx
  ON processing_record (org_id, controller_id, review_due_on, reference COLLATE "C", id)
  WHERE state = 'active' AND review_due_on IS NOT NULL;
CREATE INDEX IF NOT EXISTS processing_record_reviews_done_idx
  ON processing_record (org_id, reviewed_on DESC, reference COLLATE "C", id) INCLUDE (controller_id)
  WHERE state = 'active' AND reviewed_on IS NOT NULL;
CREATE INDEX IF NOT EXISTS processing_record_controller_reviews_done_idx
  ON processing_record (org_id, controller_id, reviewed_on DESC, reference COLLATE "C", id)
  WHERE state = 'active' AND reviewed_on IS NOT NULL;

-- Entries that name a sub-processor which is not on the list: figures count them without reading documents.
CREATE INDEX IF NOT EXISTS processing_record_unlisted_idx ON processing_record (org_id, controller_id, id)
  WHERE capacity = 'processor' AND state <> 'ended' AND 'SUB-28-2' = ANY (gap_codes)
    AND jsonb_path_exists(content, '$.subProcessors[*] ? (!exists(@.subProcessorId) || @.subProcessorId == null)');

-- Entries that were assessed again, by the instant of the act that did: figures follow them.
CREATE INDEX IF NOT EXISTS "record_assessment_org_id_recorded_at_idx" ON "record_assessment"("org_id", "recorded_at");
