ALTER TABLE choice DROP CONSTRAINT choice_correction;
ALTER TABLE choice ADD CONSTRAINT choice_correction CHECK (correction IN ('number-misread', 'link-misdirected'));

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
      OR a.outcome = 'withdrawn' AND l.outcome = 'allowed' AND (l.valid_until IS NULL OR d.day <= l.valid_until)
    RETURNING h.id, h.controller_id, h.act, h.purpose, h.country, h.outcome, h.proof, h.valid_until, encode(h.person_key, 'hex');
END $function$;

CREATE OR REPLACE FUNCTION public.consultation_asked()
 RETURNS TABLE(org uuid, link uuid, reference text, processor text, processor_contact text, processor_address text, controller text, controller_contact text, controller_address text, state text, first_day text, last_day text, content jsonb, asked integer[], language text, revoked_at timestamp with time zone, choices jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT p.org_id, p.id, c.reference, o.legal_name, coalesce(nullif(o.dpo_email, ''), o.email),
    concat_ws(', ', nullif(o.address, ''), nullif(o.city, '')), h.legal_name,
    coalesce(nullif(h.dpo_contact, ''), CASE WHEN h.address = '' THEN h.contact_email ELSE '' END), h.address, c.state,
    c.first_day, c.last_day, c.content, p.asked, p.language, p.revoked_at,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'act', s.act, 'purpose', s.purpose, 'country', s.country, 'outcome', s.outcome,
        'decidedAt', (extract(epoch FROM s.decided_at) * 1000)::bigint, 'validUntil', s.valid_until, 'page', s.consent_page)
        ORDER BY s.decided_at DESC, s.id DESC), '[]')
      FROM choice s WHERE s.org_id = p.org_id AND s.consultation_person_id = p.id AND s.corrects_id IS NULL
        AND NOT EXISTS (SELECT FROM choice x WHERE x.org_id = s.org_id AND x.corrects_id = s.id))
  FROM consultation_person p
    JOIN consultation c ON c.org_id = p.org_id AND c.id = p.consultation_id
    JOIN organisation o ON o.id = p.org_id
    JOIN controller r ON r.org_id = c.org_id AND r.id = c.controller_id
    JOIN controller h ON h.org_id = r.org_id AND h.id = coalesce(r.merged_into_id, r.id)
  WHERE app_scope() = 'data-subject' AND p.token_hash = app_link()
$function$;
