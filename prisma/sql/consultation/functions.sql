-- Adds the choices that a person makes of the questions of their link: what is chosen about, towards whom and by what
-- words comes from the consultation's own row. An agreement given through the link is withdrawn through it for as long as
-- it holds, after the consultation is over and though the link is revoked, art. 7(3), R223-3; nothing else is then chosen. Nobody
-- agrees while the instruction of the consultation orders nothing, art. 28(3)(a); whoever refuses or withdraws always may.
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
        WHERE s.org_id = p.org_id AND s.consultation_person_id = p.id AND s.act = q ->> 'act' AND s.corrects_id IS NULL
          AND NOT EXISTS (SELECT FROM choice x WHERE x.org_id = s.org_id AND x.corrects_id = s.id)
          AND s.purpose = q ->> 'purpose' AND s.country = CASE WHEN q ->> 'act' = 'transfer' THEN q ->> 'country' ELSE '' END
        ORDER BY s.decided_at DESC, s.outcome = 'allowed', s.id DESC LIMIT 1) l ON true
    WHERE c.state = 'open' AND (p.revoked_at IS NULL OR p.revoked_at > at) AND d.day BETWEEN c.first_day AND c.last_day
        AND (a.outcome IN ('refused', 'withdrawn') OR consultation_instructed(at))
      OR a.outcome = 'withdrawn' AND l.outcome IN ('allowed', 'awaiting') AND (l.valid_until IS NULL OR d.day <= l.valid_until)
    RETURNING h.id, h.controller_id, h.act, h.purpose, h.country, h.outcome, h.proof, h.valid_until, encode(h.person_key, 'hex');
END $$;
REVOKE ALL ON FUNCTION consultation_answer(jsonb,text,integer,timestamp with time zone) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION consultation_answer(jsonb,text,integer,timestamp with time zone) TO amana_public;

-- Reads what the page of a link shows, whatever became of the link; no row where nobody made it. Reading leaves nothing
-- behind. `choices` are those made through it that were not taken back, each with the version of the page that was shown.
CREATE OR REPLACE FUNCTION consultation_asked()
  RETURNS TABLE(org uuid, link uuid, reference text, processor text, processor_contact text, processor_address text, controller text, controller_contact text, controller_address text, state text, first_day text, last_day text, content jsonb, asked integer[], language text, revoked_at timestamp with time zone, choices jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT p.org_id, p.id, c.reference, o.legal_name, coalesce(nullif(o.dpo_email, ''), o.email),
    concat_ws(', ', nullif(o.address, ''), nullif(o.city, '')), h.legal_name,
    coalesce(nullif(h.dpo_contact, ''), CASE WHEN h.address = '' THEN h.contact_email ELSE '' END), h.address, c.state,
    c.first_day, c.last_day, c.content, p.asked, p.language, p.revoked_at,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'act', s.act, 'purpose', s.purpose, 'country', s.country, 'outcome', s.outcome,
        'decidedAt', (extract(epoch FROM s.decided_at) * 1000)::bigint, 'validUntil', s.valid_until, 'page', s.consent_page)
        ORDER BY s.decided_at DESC, s.outcome = 'allowed', s.id DESC), '[]')
      FROM choice s WHERE s.org_id = p.org_id AND s.consultation_person_id = p.id AND s.corrects_id IS NULL
        AND NOT EXISTS (SELECT FROM choice x WHERE x.org_id = s.org_id AND x.corrects_id = s.id))
  FROM consultation_person p
    JOIN consultation c ON c.org_id = p.org_id AND c.id = p.consultation_id
    JOIN organisation o ON o.id = p.org_id
    JOIN controller r ON r.org_id = c.org_id AND r.id = c.controller_id
    JOIN controller h ON h.org_id = r.org_id AND h.id = coalesce(r.merged_into_id, r.id)
  WHERE app_scope() = 'data-subject' AND p.token_hash = app_link()
$$;
REVOKE ALL ON FUNCTION consultation_asked() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION consultation_asked() TO amana_public;

-- Reads what authorisations know of the person of a link, sealed: a child does not agree alone, art. 8(1). No row where nobody was
-- asked to authorise for that person, or the people are erased.
CREATE OR REPLACE FUNCTION consultation_child()
  RETURNS TABLE(person text, country text, people bytea)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT encode(p.person_key, 'hex'), a.country, c.people_sealed
  FROM consultation_person p
    JOIN parental_person c ON c.org_id = p.org_id AND c.person_key = p.person_key AND c.people_sealed IS NOT NULL
    JOIN parental_consent a ON a.org_id = c.org_id AND a.id = c.consent_id
  WHERE app_scope() = 'data-subject' AND p.token_hash = app_link()
$$;
REVOKE ALL ON FUNCTION consultation_child() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION consultation_child() TO amana_public;

-- Reads what says whether the consultation of a link rests on an instruction, art. 28(3)(a): the one that it names, the written
-- reason, and the dates of all instructions of its controller, of which one may supersede it. No words of any of them.
CREATE OR REPLACE FUNCTION consultation_mandate()
  RETURNS TABLE(instruction uuid, ledger jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT c.instruction_id,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'controllerId', i.controller_id, 'kind', i.kind,
        'channel', i.channel, 'contactId', i.contact_id, 'effectiveOn', i.effective_on, 'supersedesId', i.supersedes_id,
        'recordIds', i.record_ids, 'receivedAt', (extract(epoch FROM i.received_at) * 1000)::bigint,
        'addressUnproven', i.address_unproven IS TRUE OR contact_has_open_objection(i.contact_id), 'provenOn', instruction_proven_on(i.contact_id),
        'facts', (SELECT coalesce(jsonb_agg(jsonb_build_object('event', f.event, 'factOn', f.fact_on, 'contactId', f.contact_id,
          'addressUnproven', f.address_unproven IS TRUE OR contact_has_open_objection(f.contact_id), 'provenOn', instruction_proven_on(f.contact_id)) ORDER BY f.version), '[]')
          FROM instruction_fact f WHERE f.org_id = i.org_id AND f.instruction_id = i.id))), '[]')
      FROM instruction i WHERE i.org_id = c.org_id AND i.controller_id = coalesce(r.merged_into_id, r.id))
  FROM consultation_person p
    JOIN consultation c ON c.org_id = p.org_id AND c.id = p.consultation_id
    JOIN controller r ON r.org_id = c.org_id AND r.id = c.controller_id
  WHERE app_scope() = 'data-subject' AND p.token_hash = app_link()
$$;
REVOKE ALL ON FUNCTION consultation_mandate() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION consultation_mandate() TO amana_public;

-- Answers whether the consultation of a link rests on an instruction at an instant, as the console judges it, art. 28(3)(a): it
-- binds, is about consulting, and neither it nor its subject is left open beside an empty reason. The second line behind the page.
CREATE OR REPLACE FUNCTION consultation_instructed(at timestamp with time zone) RETURNS boolean
  LANGUAGE sql STABLE SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
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
$$;
REVOKE ALL ON FUNCTION consultation_instructed(timestamp with time zone) FROM PUBLIC;

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
