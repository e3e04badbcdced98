SELECT set_config('check_function_bodies', 'off', true);


CREATE OR REPLACE FUNCTION public.consultation_mandate()
 RETURNS TABLE(instruction uuid, ledger jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT c.instruction_id,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'controllerId', i.controller_id, 'kind', i.kind,
        'channel', i.channel, 'contactId', i.contact_id, 'effectiveOn', i.effective_on, 'supersedesId', i.supersedes_id,
        'recordIds', i.record_ids, 'receivedAt', (extract(epoch FROM i.received_at) * 1000)::bigint,
        'facts', (SELECT coalesce(jsonb_agg(jsonb_build_object('event', f.event, 'factOn', f.fact_on) ORDER BY f.version), '[]')
          FROM instruction_fact f WHERE f.org_id = i.org_id AND f.instruction_id = i.id))), '[]')
      FROM instruction i WHERE i.org_id = c.org_id AND i.controller_id = coalesce(r.merged_into_id, r.id))
  FROM consultation_person p
    JOIN consultation c ON c.org_id = p.org_id AND c.id = p.consultation_id
    JOIN controller r ON r.org_id = c.org_id AND r.id = c.controller_id
  WHERE app_scope() = 'data-subject' AND p.token_hash = app_link()
$function$;

CREATE POLICY data_subject ON instruction FOR SELECT TO CURRENT_USER
  USING ((( SELECT app_scope() AS app_scope)) = 'data-subject'::text AND ((org_id, controller_id) = ( SELECT r.org_id,
    COALESCE(r.merged_into_id, r.id) AS "coalesce"
   FROM consultation_person p
     JOIN consultation c ON c.org_id = p.org_id AND c.id = p.consultation_id
     JOIN controller r ON r.org_id = c.org_id AND r.id = c.controller_id
  WHERE p.token_hash = (( SELECT app_link() AS app_link)))));

CREATE POLICY data_subject ON instruction_fact FOR SELECT TO CURRENT_USER
  USING ((( SELECT app_scope() AS app_scope)) = 'data-subject'::text AND ((org_id, controller_id) = ( SELECT r.org_id,
    COALESCE(r.merged_into_id, r.id) AS "coalesce"
   FROM consultation_person p
     JOIN consultation c ON c.org_id = p.org_id AND c.id = p.consultation_id
     JOIN controller r ON r.org_id = c.org_id AND r.id = c.controller_id
  WHERE p.token_hash = (( SELECT app_link() AS app_link)))));
REVOKE ALL ON FUNCTION consultation_mandate() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION consultation_mandate() TO amana_public;
