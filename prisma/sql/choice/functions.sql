-- Adds what a holder of parental responsibility answers through their link: an authorisation of an agreement that awaits it,
-- while no later link asks about the same, or a refusal, also by an earlier link; a withdrawal of an agreement that holds, art. 7(3). Whose choice
-- it is, about what and towards whom comes from the child's agreement.
CREATE OR REPLACE FUNCTION parental_answer(new_id uuid, new_outcome text, shown text, at timestamp with time zone)
  RETURNS TABLE(id uuid, controller_id uuid, act text, purpose text, country text, outcome text, proof text, valid_until text, person text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
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
END $$;
REVOKE ALL ON FUNCTION parental_answer(uuid,text,text,timestamp with time zone) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parental_answer(uuid,text,text,timestamp with time zone) TO amana_public;

-- Reads what the page of a holder of parental responsibility shows; no row where nobody made the link. Reading leaves
-- nothing behind. `choices` are those about what the child agreed to, the last first.
CREATE OR REPLACE FUNCTION parental_asked()
  RETURNS TABLE(org uuid, link uuid, consent uuid, processor text, processor_contact text, processor_address text, controller text, controller_contact text, controller_address text, act text, purpose text, country text, agreed_at timestamp with time zone, valid_until text, child_country text, power text, authorised_on text, asked_at timestamp with time zone, people bytea, language text, choices jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT p.org_id, p.id, a.id, o.legal_name, coalesce(nullif(o.dpo_email, ''), o.email),
    concat_ws(', ', nullif(o.address, ''), nullif(o.city, '')), h.legal_name,
    coalesce(nullif(h.dpo_contact, ''), CASE WHEN h.address = '' THEN h.contact_email ELSE '' END), h.address,
    c.act, c.purpose, c.country, c.decided_at, c.valid_until, a.country, a.power, a.authorised_on, a.recorded_at,
    p.people_sealed, p.language,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'outcome', s.outcome, 'consentId', s.parental_consent_id,
        'source', s.source, 'decidedAt', (extract(epoch FROM s.decided_at) * 1000)::bigint, 'validUntil', s.valid_until)
        ORDER BY s.decided_at DESC, s.outcome = 'allowed', s.id DESC), '[]')
      FROM choice s WHERE s.org_id = c.org_id AND s.person_key = c.person_key AND s.controller_id = c.controller_id
        AND s.act = c.act AND s.purpose = c.purpose AND s.country = c.country AND s.corrects_id IS NULL
        AND NOT EXISTS (SELECT FROM choice x WHERE x.org_id = s.org_id AND x.corrects_id = s.id))
  FROM parental_person p
    JOIN parental_consent a ON a.org_id = p.org_id AND a.id = p.consent_id
    JOIN choice c ON c.org_id = a.org_id AND c.id = a.choice_id
    JOIN organisation o ON o.id = p.org_id
    JOIN controller r ON r.org_id = c.org_id AND r.id = c.controller_id
    JOIN controller h ON h.org_id = r.org_id AND h.id = coalesce(r.merged_into_id, r.id)
  WHERE app_scope() = 'data-subject' AND p.token_hash = app_link()
$$;
REVOKE ALL ON FUNCTION parental_asked() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parental_asked() TO amana_public;

-- People are emptied and never replaced.
CREATE OR REPLACE FUNCTION parental_person_refuse_rewrite() RETURNS trigger
  LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  IF NEW.people_sealed IS NOT NULL AND NEW.people_sealed IS DISTINCT FROM OLD.people_sealed
    OR OLD.erased_at IS NOT NULL AND NEW.erased_at IS DISTINCT FROM OLD.erased_at THEN
    RAISE EXCEPTION 'parental: people are emptied for good' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION parental_person_refuse_rewrite() FROM PUBLIC;
