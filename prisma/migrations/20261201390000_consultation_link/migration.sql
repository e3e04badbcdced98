-- Whoever holds a link is in the scope "data-subject": one row of consultation_person, named by the hash of the link's
-- token, opens that person's consultation and the choices made through the link. No other setting opens anything.
CREATE FUNCTION app_link() RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT decode(nullif(current_setting('app.link', true), ''), 'hex')
$$;

CREATE OR REPLACE FUNCTION app_scope() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE session_user WHEN 'amana_portal' THEN 'portal' WHEN 'amana_auditor' THEN 'auditor'
    WHEN 'amana_public' THEN
      CASE WHEN coalesce(current_setting('app.scope', true), '') = 'data-subject' THEN 'data-subject' ELSE 'public' END
    ELSE coalesce(current_setting('app.scope', true), '') END
$$;

CREATE POLICY data_subject ON consultation_person FOR SELECT TO CURRENT_USER
  USING ((SELECT app_scope()) = 'data-subject' AND token_hash = (SELECT app_link()));
CREATE POLICY data_subject ON consultation FOR SELECT TO CURRENT_USER
  USING ((SELECT app_scope()) = 'data-subject' AND (org_id, id) = (SELECT p.org_id, p.consultation_id
    FROM consultation_person p WHERE p.token_hash = (SELECT app_link())));
CREATE POLICY data_subject ON organisation FOR SELECT TO CURRENT_USER
  USING ((SELECT app_scope()) = 'data-subject' AND id = (SELECT p.org_id
    FROM consultation_person p WHERE p.token_hash = (SELECT app_link())));
CREATE POLICY data_subject ON controller FOR SELECT TO CURRENT_USER
  USING ((SELECT app_scope()) = 'data-subject' AND (org_id, id) = (SELECT c.org_id, c.controller_id
    FROM consultation_person p JOIN consultation c ON c.org_id = p.org_id AND c.id = p.consultation_id
    WHERE p.token_hash = (SELECT app_link())));
CREATE POLICY data_subject ON choice FOR ALL TO CURRENT_USER
  USING ((SELECT app_scope()) = 'data-subject' AND (org_id, consultation_person_id) = (SELECT p.org_id, p.id
    FROM consultation_person p WHERE p.token_hash = (SELECT app_link())))
  WITH CHECK ((SELECT app_scope()) = 'data-subject' AND (org_id, consultation_person_id, person_key, controller_id) = (
    SELECT p.org_id, p.id, p.person_key, c.controller_id
    FROM consultation_person p JOIN consultation c ON c.org_id = p.org_id AND c.id = p.consultation_id
    WHERE p.token_hash = (SELECT app_link())));

-- What the page of a link shows; no row where nobody made it. Reading leaves nothing behind.
CREATE FUNCTION consultation_asked() RETURNS TABLE (org uuid, link uuid, reference text, processor text,
    processor_contact text, controller text, state text, first_day text, last_day text, content jsonb, asked integer[],
    language text, revoked_at timestamptz, choices jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p.org_id, p.id, c.reference, o.legal_name, coalesce(nullif(o.dpo_email, ''), o.email), r.legal_name, c.state,
    c.first_day, c.last_day, c.content, p.asked, p.language, p.revoked_at,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'act', h.act, 'purpose', h.purpose, 'country', h.country, 'outcome', h.outcome,
        'decidedAt', (extract(epoch FROM h.decided_at) * 1000)::bigint, 'validUntil', h.valid_until)
        ORDER BY h.decided_at DESC, h.id DESC), '[]')
      FROM choice h WHERE h.org_id = p.org_id AND h.consultation_person_id = p.id)
  FROM consultation_person p
    JOIN consultation c ON c.org_id = p.org_id AND c.id = p.consultation_id
    JOIN organisation o ON o.id = p.org_id
    JOIN controller r ON r.org_id = c.org_id AND r.id = c.controller_id
  WHERE app_scope() = 'data-subject' AND p.token_hash = app_link()
$$;

-- Adds the choices that a person makes of the questions of their link: what is chosen about, towards whom and by what
-- words comes from the consultation's own row.
CREATE FUNCTION consultation_answer(answers jsonb, in_language text, at timestamptz)
  RETURNS TABLE (id uuid, controller_id uuid, act text, purpose text, country text, outcome text, proof text,
    valid_until text, person text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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

REVOKE ALL ON FUNCTION consultation_asked(), consultation_answer(jsonb, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION consultation_asked(), consultation_answer(jsonb, text, timestamptz),
  journal_append(uuid, bytea[], text[]) TO amana_public;

-- A chain is in scope for the holder of one of its organisation's links too.
DO $$
DECLARE
  known text := 'app_scope() NOT IN (''staff'', ''portal'', ''auditor'', ''platform'')';
  body text := pg_get_functiondef('journal_append(uuid,bytea[],text[])'::regprocedure);
BEGIN
  IF position(known IN body) = 0 THEN
    RAISE EXCEPTION 'journal_append: its scopes are not where they were' USING ERRCODE = '22023';
  END IF;
  EXECUTE replace(body, known, known || ' AND NOT (app_scope() = ''data-subject'' AND EXISTS (
    SELECT FROM consultation_person p WHERE p.org_id = chain AND p.token_hash = app_link()))');
END $$;
