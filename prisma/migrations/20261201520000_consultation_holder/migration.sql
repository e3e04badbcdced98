-- A consultation of a controller that was merged into another is that other's: the page of a link names it.
CREATE POLICY data_subject ON controller_merge FOR SELECT TO CURRENT_USER
  USING ((SELECT app_scope()) = 'data-subject' AND org_id = (SELECT p.org_id
    FROM consultation_person p WHERE p.token_hash = (SELECT app_link())));
-- Whose it is now: no policy of a table reads the table itself, so that who remains is found by the merges.
CREATE POLICY data_subject_holder ON controller FOR SELECT TO CURRENT_USER
  USING ((SELECT app_scope()) = 'data-subject' AND id IN (SELECT m.into_id FROM controller_merge m
    WHERE m.org_id = controller.org_id));

CREATE OR REPLACE FUNCTION consultation_asked() RETURNS TABLE (org uuid, link uuid, reference text, processor text,
    processor_contact text, controller text, state text, first_day text, last_day text, content jsonb, asked integer[],
    language text, revoked_at timestamptz, choices jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
