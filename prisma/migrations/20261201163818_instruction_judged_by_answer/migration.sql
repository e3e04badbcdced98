SELECT set_config('check_function_bodies', 'off', true);


CREATE OR REPLACE FUNCTION public.consultation_answer(answers jsonb, in_language text, page integer, at timestamp with time zone)
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
      source, proof, valid_until, recorded_at, author_name, consultation_person_id,
      consent_page)
    SELECT a.id, p.org_id, c.controller_id, p.person_key, q ->> 'act', q ->> 'purpose',
      CASE WHEN q ->> 'act' = 'transfer' THEN q ->> 'country' ELSE '' END, a.outcome, at, 'consultation',
      concat_ws(' · ', c.reference, in_language, 'SHA-256 ' || encode(sha256(convert_to(q ->> in_language, 'UTF8')), 'hex')),
      a.until, at, '', p.id, page
    FROM jsonb_to_recordset(answers) AS a (id uuid, number integer, outcome text, until text)
      JOIN consultation_person p ON p.token_hash = app_link() AND a.number = ANY (p.asked)
      JOIN consultation c ON c.org_id = p.org_id AND c.id = p.consultation_id
      CROSS JOIN LATERAL (SELECT c.content -> 'questions' -> (a.number - 1) AS q) u
      CROSS JOIN LATERAL (SELECT to_char(at AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD') AS day) d
      LEFT JOIN LATERAL (SELECT s.outcome, s.valid_until FROM choice s
        WHERE s.org_id = p.org_id AND s.consultation_person_id = p.id AND s.act = q ->> 'act' AND s.corrects_id IS NULL
          AND NOT EXISTS (SELECT FROM choice x WHERE x.org_id = s.org_id AND x.corrects_id = s.id)
          AND s.purpose = q ->> 'purpose' AND s.country = CASE WHEN q ->> 'act' = 'transfer' THEN q ->> 'country' ELSE '' END
        ORDER BY s.decided_at DESC, s.outcome = 'allowed', s.id DESC LIMIT 1) l ON true
    WHERE c.state = 'open' AND (p.revoked_at IS NULL OR p.revoked_at > at) AND d.day BETWEEN c.first_day AND c.last_day
        AND (a.outcome IN ('refused', 'withdrawn') OR consultation_instructed(at))
      OR a.outcome = 'withdrawn' AND l.outcome IN ('allowed', 'awaiting') AND (l.valid_until IS NULL OR d.day <= l.valid_until)
    RETURNING h.id, h.controller_id, h.act, h.purpose, h.country, h.outcome, h.proof, h.valid_until, encode(h.person_key, 'hex');
END $function$;

CREATE OR REPLACE FUNCTION public.consultation_instructed(at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT EXISTS (SELECT
    FROM consultation_person p
      JOIN consultation c ON c.org_id = p.org_id AND c.id = p.consultation_id
      JOIN controller r ON r.org_id = c.org_id AND r.id = c.controller_id
      JOIN instruction i ON i.org_id = c.org_id AND i.id = c.instruction_id
        AND i.controller_id = coalesce(r.merged_into_id, r.id)
      CROSS JOIN LATERAL (SELECT instruction_day(at) AS day, btrim(c.content ->> 'instructionReason', E' \t\r\n') AS reason) d
      CROSS JOIN LATERAL instruction_standing(i.id, d.day) s
      CROSS JOIN LATERAL (SELECT length(d.reason) >= 10 AND d.reason ~ '\s' AS is_reason) w
    WHERE p.token_hash = app_link() AND i.effective_on <= d.day AND s.documented AND NOT s.unproven
      AND (s.state IN ('accepted', 'confirmed') OR s.state IN ('received', 'checked') AND w.is_reason)
      AND (i.kind = 'consultation' OR i.kind = 'unsaid' AND w.is_reason)
      AND NOT EXISTS (SELECT FROM instruction l
        WHERE l.org_id = i.org_id AND l.controller_id = i.controller_id AND l.supersedes_id = i.id AND l.id <> i.id
          AND EXISTS (SELECT
            FROM (SELECT instruction_day(l.received_at) UNION SELECT l.effective_on UNION SELECT instruction_proven_on(l.contact_id)
                UNION SELECT f.fact_on FROM instruction_fact f WHERE f.org_id = l.org_id AND f.instruction_id = l.id
                UNION SELECT instruction_proven_on(f.contact_id) FROM instruction_fact f
                  WHERE f.org_id = l.org_id AND f.instruction_id = l.id) AS k (day)
              CROSS JOIN LATERAL instruction_standing(l.id, k.day) h
            WHERE k.day <= d.day AND l.effective_on <= k.day AND h.state IN ('accepted', 'confirmed') AND h.documented
              AND NOT h.unproven)))
$function$;

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
        'addressUnproven', i.address_unproven, 'provenOn', instruction_proven_on(i.contact_id),
        'facts', (SELECT coalesce(jsonb_agg(jsonb_build_object('event', f.event, 'factOn', f.fact_on, 'contactId', f.contact_id,
          'addressUnproven', f.address_unproven, 'provenOn', instruction_proven_on(f.contact_id)) ORDER BY f.version), '[]')
          FROM instruction_fact f WHERE f.org_id = i.org_id AND f.instruction_id = i.id))), '[]')
      FROM instruction i WHERE i.org_id = c.org_id AND i.controller_id = coalesce(r.merged_into_id, r.id))
  FROM consultation_person p
    JOIN consultation c ON c.org_id = p.org_id AND c.id = p.consultation_id
    JOIN controller r ON r.org_id = c.org_id AND r.id = c.controller_id
  WHERE app_scope() = 'data-subject' AND p.token_hash = app_link()
$function$;

CREATE OR REPLACE FUNCTION public.instruction_day(at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT to_char(at AT TIME ZONE CASE WHEN at < '2026-09-20T01:00:00Z' THEN 'Africa/Casablanca' ELSE 'UTC' END, 'YYYY-MM-DD')
$function$;

CREATE OR REPLACE FUNCTION public.instruction_proven_on(contact uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT min(instruction_day(proven_at)) FROM contact_proof WHERE contact_id = contact
$function$;

CREATE OR REPLACE FUNCTION public.instruction_standing(instruction uuid, day text)
 RETURNS TABLE(state text, documented boolean, unproven boolean)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  WITH past AS (
    SELECT f.event, f.version, f.address_unproven IS TRUE AND f.contact_id IS NOT NULL
        AND f.event IN ('confirm', 'confirm-in-writing') AND coalesce(instruction_proven_on(f.contact_id) > day, true) AS held
      FROM instruction_fact f JOIN instruction i ON i.org_id = f.org_id AND i.id = f.instruction_id
      WHERE i.id = instruction AND f.fact_on <= day
  ), last AS (
    SELECT event, held FROM past WHERE event NOT IN ('acknowledge', 'confirm-in-writing') ORDER BY version DESC LIMIT 1
  )
  SELECT CASE WHEN day < instruction_day(i.received_at) THEN NULL
      ELSE coalesce((SELECT CASE event WHEN 'check' THEN 'checked' WHEN 'accept' THEN 'accepted' WHEN 'contest' THEN 'contested'
        WHEN 'confirm' THEN 'confirmed' WHEN 'amend' THEN 'amended' WHEN 'withdraw' THEN 'withdrawn' END FROM last), 'received') END,
    i.channel <> 'telephone' OR EXISTS (SELECT FROM past WHERE event = 'confirm-in-writing'),
    i.address_unproven IS TRUE AND i.contact_id IS NOT NULL AND coalesce(instruction_proven_on(i.contact_id) > day, true)
      OR EXISTS (SELECT FROM last WHERE event = 'confirm' AND held)
      OR i.channel = 'telephone' AND NOT EXISTS (SELECT FROM past WHERE event = 'confirm-in-writing' AND NOT held)
  FROM instruction i WHERE i.id = instruction
$function$;

CREATE POLICY data_subject ON contact_proof FOR SELECT TO CURRENT_USER
  USING ((( SELECT app_scope() AS app_scope)) = 'data-subject'::text AND ((org_id, controller_id) = ( SELECT r.org_id,
    COALESCE(r.merged_into_id, r.id) AS "coalesce"
   FROM consultation_person p
     JOIN consultation c ON c.org_id = p.org_id AND c.id = p.consultation_id
     JOIN controller r ON r.org_id = c.org_id AND r.id = c.controller_id
  WHERE p.token_hash = (( SELECT app_link() AS app_link)))));
REVOKE ALL ON FUNCTION consultation_instructed(timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION instruction_day(timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION instruction_proven_on(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION instruction_standing(uuid,text) FROM PUBLIC;
