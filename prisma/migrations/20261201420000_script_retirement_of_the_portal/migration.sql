-- A contact is told that a script was retired after it was sent to its controller: the request about it is withdrawn. Who
-- retired it and why is the processor's own.
SELECT amana_bind_portal('call_script_fact', ARRAY['id', 'org_id', 'call_script_id', 'event', 'recorded_at'],
  $$event = 'retire' AND EXISTS (SELECT FROM call_script_request r WHERE r.org_id = call_script_fact.org_id
    AND r.call_script_id = call_script_fact.call_script_id AND r.controller_id = ANY ((SELECT app_controllers())::uuid[]))$$);
