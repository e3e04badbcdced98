-- AlterTable
ALTER TABLE "choice" ADD COLUMN     "correction" TEXT,
ADD COLUMN     "corrects_id" UUID;

-- AlterTable
ALTER TABLE "rights_request" ADD COLUMN     "number_doubted_at" TIMESTAMPTZ(3);

ALTER TABLE choice DROP CONSTRAINT choice_outcome;
ALTER TABLE choice ADD CONSTRAINT choice_outcome CHECK (outcome IN ('allowed', 'refused', 'withdrawn', 'awaiting', 'corrected'));
-- A correction names what it takes back and why, and nothing else does.
ALTER TABLE choice ADD CONSTRAINT choice_corrects CHECK ((outcome = 'corrected') = (corrects_id IS NOT NULL)
  AND (outcome = 'corrected') = (correction IS NOT NULL));
ALTER TABLE choice ADD CONSTRAINT choice_correction CHECK (correction = 'number-misread');

-- CreateIndex
CREATE UNIQUE INDEX "choice_org_id_corrects_id_key" ON "choice"("org_id", "corrects_id");

-- CreateIndex
CREATE INDEX "rights_request_org_id_number_doubted_at_idx" ON "rights_request"("org_id", "number_doubted_at");

-- AddForeignKey
ALTER TABLE "choice" ADD CONSTRAINT "choice_org_id_corrects_id_fkey" FOREIGN KEY ("org_id", "corrects_id") REFERENCES "choice"("org_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

SELECT set_config('check_function_bodies', 'off', true);

DROP POLICY portal ON rights_request_fact;

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
      AND (l.outcome = 'awaiting' AND new_outcome <> 'withdrawn' AND l.parental_consent_id = a.id
        OR l.outcome = 'allowed' AND new_outcome = 'withdrawn'
          AND (l.valid_until IS NULL OR to_char(at AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD') <= l.valid_until))
    RETURNING h.id, h.controller_id, h.act, h.purpose, h.country, h.outcome, h.proof, h.valid_until, encode(h.person_key, 'hex');
END $function$;

CREATE OR REPLACE FUNCTION public.parental_asked()
 RETURNS TABLE(org uuid, link uuid, consent uuid, processor text, processor_contact text, processor_address text, controller text, controller_contact text, controller_address text, act text, purpose text, country text, agreed_at timestamp with time zone, valid_until text, child_country text, power text, authorised_on text, asked_at timestamp with time zone, people bytea, language text, choices jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.rights_request_refuse_rewrite()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF (NEW.reference, NEW.public_reference, NEW.received_at, NEW.channel, NEW.rights, NEW.held_at, NEW.created_at)
      IS DISTINCT FROM (OLD.reference, OLD.public_reference, OLD.received_at, OLD.channel, OLD.rights, OLD.held_at, OLD.created_at)
    OR (NEW.erased_at IS NULL OR OLD.erased_at IS NOT NULL)
      AND ((NEW.clue, NEW.contact_sealed, NEW.words_sealed, NEW.person_key, NEW.other_key)
          IS DISTINCT FROM (OLD.clue, OLD.contact_sealed, OLD.words_sealed, OLD.person_key, OLD.other_key)
        -- An objection is held under more readings of its number, never under fewer.
        OR NOT coalesce(NEW.held_keys, '{}') @> coalesce(OLD.held_keys, '{}')) THEN
    RAISE EXCEPTION 'rights request: what was received does not change' USING ERRCODE = '42501';
  END IF;
  IF app_scope() = 'portal' AND NEW.state IS DISTINCT FROM OLD.state
      AND (NEW.state IN ('confirmed', 'closed') OR OLD.state IN ('confirmed', 'closed')) THEN
    RAISE EXCEPTION 'rights request: the portal neither confirms nor closes' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $function$;

CREATE POLICY portal ON rights_request_fact FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND (kind <> ALL (ARRAY['placed'::text, 'not-ours'::text, 'reopened'::text, 'erased'::text, 'number-doubted'::text, 'number-read'::text])) AND (EXISTS ( SELECT
   FROM rights_request r
  WHERE r.org_id = rights_request_fact.org_id AND r.id = rights_request_fact.request_id)));
