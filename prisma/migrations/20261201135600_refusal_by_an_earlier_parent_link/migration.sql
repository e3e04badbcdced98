SELECT set_config('check_function_bodies', 'off', true);


CREATE OR REPLACE FUNCTION public.parental_answer(new_id uuid, new_outcome text, shown text, at timestamp with time zone)
 RETURNS TABLE(id uuid, controller_id uuid, act text, purpose text, country text, outcome text, proof text, valid_until text, person text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF app_scope() <> 'data-subject' OR new_outcome NOT IN ('allowed', 'refused', 'withdrawn') THEN
    RAISE EXCEPTION 'parental: no answer without a link' USING ERRCODE = '42501';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('parental ' || encode(app_link(), 'hex'), 0));
  RETURN QUERY INSERT INTO choice AS h (id, org_id, controller_id, person_key, act, purpose, country, outcome, decided_at,
      source, proof, valid_until, recorded_at, author_name, parental_consent_id)
    SELECT new_id, c.org_id, c.controller_id, c.person_key, c.act, c.purpose, c.country, new_outcome, at, 'parent', shown,
      CASE WHEN new_outcome = 'allowed' THEN c.valid_until END, at, '', a.id
    FROM parental_person p
      JOIN parental_consent a ON a.org_id = p.org_id AND a.id = p.consent_id
      JOIN choice c ON c.org_id = a.org_id AND c.id = a.choice_id
      CROSS JOIN LATERAL (SELECT s.outcome, s.valid_until, s.parental_consent_id FROM choice s
        WHERE s.org_id = c.org_id AND s.person_key = c.person_key AND s.controller_id = c.controller_id AND s.act = c.act
          AND s.corrects_id IS NULL AND NOT EXISTS (SELECT FROM choice x WHERE x.org_id = s.org_id AND x.corrects_id = s.id)
          AND s.purpose = c.purpose AND s.country = c.country
        ORDER BY s.decided_at DESC, s.outcome = 'allowed', s.id DESC LIMIT 1) l
    WHERE p.token_hash = app_link()
      AND (l.outcome = 'awaiting' AND (new_outcome = 'refused' OR new_outcome = 'allowed' AND l.parental_consent_id = a.id)
        OR l.outcome = 'allowed' AND new_outcome = 'withdrawn'
          AND (l.valid_until IS NULL OR to_char(at AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD') <= l.valid_until))
    RETURNING h.id, h.controller_id, h.act, h.purpose, h.country, h.outcome, h.proof, h.valid_until, encode(h.person_key, 'hex');
END $function$;
