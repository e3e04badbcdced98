-- Version of the page of the link on which a choice was made; null of the first.
ALTER TABLE "choice" ADD COLUMN "consent_page" INTEGER;

DROP FUNCTION consultation_answer(jsonb, text, timestamp with time zone);

-- Adds the choices that a person makes of the questions of their link: what is chosen about, towards whom and by what
-- words comes from the consultation's own row. An agreement given through the link is withdrawn through it for as long as
-- it holds, after the consultation is over and though the link is revoked, art. 7(3), R223-3; nothing else is then chosen.
-- `page` is the version of the page that was shown.
CREATE OR REPLACE FUNCTION consultation_answer(answers jsonb, in_language text, page integer, at timestamp with time zone)
  RETURNS TABLE(id uuid, controller_id uuid, act text, purpose text, country text, outcome text, proof text, valid_until text, person text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
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
        WHERE s.org_id = p.org_id AND s.consultation_person_id = p.id AND s.act = q ->> 'act'
          AND s.purpose = q ->> 'purpose' AND s.country = CASE WHEN q ->> 'act' = 'transfer' THEN q ->> 'country' ELSE '' END
        ORDER BY s.decided_at DESC, s.outcome = 'allowed', s.id DESC LIMIT 1) l ON true
    WHERE c.state = 'open' AND (p.revoked_at IS NULL OR p.revoked_at > at) AND d.day BETWEEN c.first_day AND c.last_day
      OR a.outcome = 'withdrawn' AND l.outcome = 'allowed' AND (l.valid_until IS NULL OR d.day <= l.valid_until)
    RETURNING h.id, h.controller_id, h.act, h.purpose, h.country, h.outcome, h.proof, h.valid_until, encode(h.person_key, 'hex');
END $$;
REVOKE ALL ON FUNCTION consultation_answer(jsonb,text,integer,timestamp with time zone) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION consultation_answer(jsonb,text,integer,timestamp with time zone) TO amana_public;
