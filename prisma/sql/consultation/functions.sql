-- Adds the choices that a person makes of the questions of their link: what is chosen about, towards whom and by what
-- words comes from the consultation's own row.
CREATE OR REPLACE FUNCTION consultation_answer(answers jsonb, in_language text, at timestamp with time zone)
  RETURNS TABLE(id uuid, controller_id uuid, act text, purpose text, country text, outcome text, proof text, valid_until text, person text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
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
END $$;
REVOKE ALL ON FUNCTION consultation_answer(jsonb,text,timestamp with time zone) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION consultation_answer(jsonb,text,timestamp with time zone) TO amana_public;

-- Reads what the page of a link shows; no row where nobody made it. Reading leaves nothing behind.
CREATE OR REPLACE FUNCTION consultation_asked()
  RETURNS TABLE(org uuid, link uuid, reference text, processor text, processor_contact text, controller text, state text, first_day text, last_day text, content jsonb, asked integer[], language text, revoked_at timestamp with time zone, choices jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
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
$$;
REVOKE ALL ON FUNCTION consultation_asked() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION consultation_asked() TO amana_public;

-- A contact is emptied and never replaced; a revocation is never taken back.
CREATE OR REPLACE FUNCTION consultation_person_refuse_rewrite() RETURNS trigger
  LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  IF (NEW.contact_sealed IS NOT NULL AND NEW.contact_sealed IS DISTINCT FROM OLD.contact_sealed)
    OR (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at) THEN
    RAISE EXCEPTION 'consultation: a contact is emptied and a link revoked for good' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION consultation_person_refuse_rewrite() FROM PUBLIC;
