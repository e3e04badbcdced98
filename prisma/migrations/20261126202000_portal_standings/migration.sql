-- A contact is told of its own entries what the processor is told: who is named in one is seen, though nobody ever asked.
DROP POLICY portal ON sub_processor;
CREATE POLICY portal ON sub_processor FOR SELECT USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal')
  AND (EXISTS (SELECT FROM authorisation a WHERE a.org_id = sub_processor.org_id AND a.sub_processor_id = sub_processor.id)
    OR id IN (SELECT unnest(r.sub_processor_ids) FROM processing_record r)));

-- As of a past day: whoever an entry named then, with the transfers that led to them, of nobody else's data.
CREATE POLICY portal_extract ON sub_processor_version FOR SELECT USING (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal')
  AND (EXISTS (SELECT FROM sub_processor s WHERE s.org_id = sub_processor_version.org_id AND s.id = sub_processor_id)
    OR sub_processor_id IN (SELECT unnest(v.sub_processor_ids) FROM record_version v)));
CREATE POLICY portal_extract ON transfer_version FOR SELECT USING (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal')
  AND (controller_id = (SELECT app_controller()) OR (controller_id IS NULL
    AND EXISTS (SELECT FROM sub_processor_version s WHERE s.org_id = transfer_version.org_id
      AND s.sub_processor_id::text = transfer_version.snapshot ->> 'subProcessorId'))));
