-- AlterTable
ALTER TABLE "choice" ADD COLUMN     "parental_consent_id" UUID;

-- CreateTable
CREATE TABLE "parental_consent" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "choice_id" UUID NOT NULL,
    "people_digest" BYTEA NOT NULL,
    "country" TEXT NOT NULL DEFAULT '',
    "power" TEXT NOT NULL,
    "risk" TEXT NOT NULL,
    "means" TEXT NOT NULL,
    "proof" TEXT NOT NULL DEFAULT '',
    "authorised_on" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "parental_consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "parental_person" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "consent_id" UUID NOT NULL,
    "person_key" BYTEA NOT NULL,
    "people_sealed" BYTEA,
    "token_hash" BYTEA,
    "language" TEXT NOT NULL,
    "letter_id" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "parental_person_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "parental_consent_org_id_choice_id_idx" ON "parental_consent"("org_id", "choice_id");

-- CreateIndex
CREATE UNIQUE INDEX "parental_consent_org_id_id_key" ON "parental_consent"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "parental_person_token_hash_key" ON "parental_person"("token_hash");

-- CreateIndex
CREATE INDEX "parental_person_org_id_erased_at_idx" ON "parental_person"("org_id", "erased_at");

-- CreateIndex
CREATE UNIQUE INDEX "parental_person_org_id_consent_id_key" ON "parental_person"("org_id", "consent_id");

-- CreateIndex
CREATE INDEX "choice_org_id_parental_consent_id_idx" ON "choice"("org_id", "parental_consent_id");

-- AddForeignKey
ALTER TABLE "choice" ADD CONSTRAINT "choice_org_id_parental_consent_id_fkey" FOREIGN KEY ("org_id", "parental_consent_id") REFERENCES "parental_consent"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parental_consent" ADD CONSTRAINT "parental_consent_org_id_choice_id_fkey" FOREIGN KEY ("org_id", "choice_id") REFERENCES "choice"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parental_person" ADD CONSTRAINT "parental_person_org_id_consent_id_fkey" FOREIGN KEY ("org_id", "consent_id") REFERENCES "parental_consent"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE choice DROP CONSTRAINT choice_outcome, DROP CONSTRAINT choice_source,
  ADD CONSTRAINT choice_outcome CHECK (outcome IN ('allowed', 'refused', 'withdrawn', 'awaiting')),
  ADD CONSTRAINT choice_source
    CHECK (source IN ('call', 'letter', 'email', 'form', 'portal', 'file', 'consultation', 'parent', 'other'));
ALTER TABLE parental_consent
  ADD CONSTRAINT parental_consent_means
    CHECK (means IN ('declaration-email', 'call-back', 'payment', 'electronic-identity')),
  ADD CONSTRAINT parental_consent_power CHECK (power IN ('parent', 'guardian', 'court')),
  ADD CONSTRAINT parental_consent_risk CHECK (risk IN ('low', 'high')),
  ADD CONSTRAINT parental_consent_asked CHECK (authorised_on IS NOT NULL AND proof <> '' OR authorised_on IS NULL AND means = 'declaration-email'),
  ADD CONSTRAINT parental_consent_digest CHECK (octet_length(people_digest) = 32);
ALTER TABLE parental_person
  ADD CONSTRAINT parental_person_key CHECK (octet_length(person_key) = 32),
  ADD CONSTRAINT parental_person_language CHECK (language IN ('fr', 'en', 'ar')),
  ADD CONSTRAINT parental_person_erased CHECK ((people_sealed IS NULL) = (erased_at IS NOT NULL));

-- Authorisations that stand: what names people leaves the evidence, whose new rows hold a digest of it. The lines noted of
-- the former rows stay in their batches, which entries of the journal bind.
ALTER TABLE parental_authorisation NO FORCE ROW LEVEL SECURITY;
ALTER TABLE choice NO FORCE ROW LEVEL SECURITY;
INSERT INTO parental_consent (id, org_id, choice_id, people_digest, country, power, risk, means, proof, authorised_on,
    recorded_at, author_id, author_name)
  SELECT id, org_id, choice_id, sha256(people_sealed), country, power, risk, means, proof, authorised_on, recorded_at,
    author_id, author_name
  FROM parental_authorisation;
INSERT INTO parental_person (id, org_id, consent_id, person_key, people_sealed, language, added_at)
  SELECT a.id, a.org_id, a.id, c.person_key, a.people_sealed, 'fr', a.recorded_at
  FROM parental_authorisation a JOIN choice c ON c.org_id = a.org_id AND c.id = a.choice_id;
ALTER TABLE choice FORCE ROW LEVEL SECURITY;
DROP TABLE parental_authorisation;

SELECT set_config('check_function_bodies', 'off', true);

DELETE FROM example.holding_table WHERE (noun, name, key, later, but_own) IS NOT DISTINCT FROM ('choice', 'parental_authorisation', 'choice_id', NULL, 'false');

CREATE OR REPLACE FUNCTION public.journal_append(chain uuid, salts bytea[], texts text[])
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  head_seq bigint; head_h bytea; known text[]; batch_id uuid; batch_lines int := 0; batch_digest bytea;
  is_named boolean; instants timestamptz[]; commitments bytea[]; digests bytea[]; hashes bytea[] := '{}'; digest bytea;
  events text[]; nouns text[]; actor_ids text[]; actor_names text[]; subject_ids text[];
BEGIN
  IF chain IS DISTINCT FROM app_org() OR app_scope() NOT IN ('staff', 'portal', 'auditor', 'platform') AND (public_takes_requests() AND array_length(texts, 1) = 1
    AND texts[1]::jsonb ->> 'event' = 'rights-request.received') IS NOT TRUE AND NOT (app_scope() = 'data-subject' AND EXISTS (
    SELECT FROM consultation_person p WHERE p.org_id = chain AND p.token_hash = app_link()
    UNION ALL SELECT FROM parental_person p WHERE p.org_id = chain AND p.token_hash = app_link())) THEN
    RAISE EXCEPTION 'journal: chain % is not in scope', chain USING ERRCODE = '42501';
  END IF;
  IF array_length(salts, 1) IS DISTINCT FROM array_length(texts, 1) THEN
    RAISE EXCEPTION 'journal: every text has one salt' USING ERRCODE = '22023';
  END IF;
  IF EXISTS (SELECT FROM unnest(salts) AS salt WHERE octet_length(salt) <> 16) THEN
    RAISE EXCEPTION 'journal: a salt has 16 bytes' USING ERRCODE = '22023';
  END IF;
  known := string_to_array(nullif(current_setting('app.evidence_batch', true), ''), ' ');
  IF known[1] = chain::text AND array_length(texts, 1) > 0 THEN
    SELECT b.lines, b.digest INTO batch_lines, batch_digest FROM evidence_batch_digest(chain, known[2]::uuid) b;
    IF batch_lines > 0 THEN batch_id := known[2]::uuid; END IF;
    PERFORM set_config('app.evidence_batch', '', true);
  END IF;
  INSERT INTO journal_head (org_id, seq, h) VALUES (chain, 0, journal_genesis(chain)) ON CONFLICT DO NOTHING;
  SELECT seq, h INTO STRICT head_seq, head_h FROM journal_head WHERE org_id = chain FOR UPDATE;
  SELECT bool_and(coalesce(event, '') ~ '^[a-z.-]+$' AND coalesce(noun, '') ~ '^[a-z-]+$'),
    array_agg(event ORDER BY place), array_agg(noun ORDER BY place), array_agg(actor_id ORDER BY place),
    array_agg(actor_name ORDER BY place), array_agg(subject_id ORDER BY place), array_agg(instant ORDER BY place),
    array_agg(commitment ORDER BY place),
    array_agg(sha256(convert_to(concat_ws(':', 'amana-entry-2', chain, head_seq + place,
      (extract(epoch FROM instant) * 1000)::bigint, event, noun, CASE WHEN place = 1 THEN batch_lines ELSE 0 END,
      CASE WHEN place = 1 THEN coalesce(encode(batch_digest, 'hex'), '') ELSE '' END, encode(commitment, 'hex')), 'UTF8'))
      ORDER BY place)
    INTO is_named, events, nouns, actor_ids, actor_names, subject_ids, instants, commitments, digests
  FROM (SELECT place, entry ->> 'event' AS event, entry #>> '{subject,noun}' AS noun, entry #>> '{actor,id}' AS actor_id,
      entry #>> '{actor,name}' AS actor_name, entry #>> '{subject,id}' AS subject_id, commitment,
      date_trunc('milliseconds', clock_timestamp()) AS instant
    FROM (SELECT place, text::jsonb AS entry, sha256(salt || convert_to(text, 'UTF8')) AS commitment
      FROM unnest(salts, texts) WITH ORDINALITY AS u (salt, text, place) OFFSET 0) AS parsed OFFSET 0) AS line;
  IF NOT is_named THEN
    RAISE EXCEPTION 'journal: an entry names its event and its noun' USING ERRCODE = '22023';
  END IF;
  FOREACH digest IN ARRAY coalesce(digests, '{}') LOOP
    head_h := sha256(head_h || digest);
    hashes := array_append(hashes, head_h);
  END LOOP;
  INSERT INTO journal_entry (org_id, seq, recorded_at, d, h, version, commitment, rows_batch, rows_count, rows_digest)
    SELECT chain, head_seq + place, instant, d, h, 2, commitment,
      CASE WHEN place = 1 THEN batch_id END, CASE WHEN place = 1 THEN batch_lines ELSE 0 END,
      CASE WHEN place = 1 THEN batch_digest END
    FROM unnest(instants, digests, hashes, commitments) WITH ORDINALITY AS u (instant, d, h, commitment, place);
  INSERT INTO journal_text (org_id, seq, salt, text, event, actor_id, actor_name, noun, subject_id)
    SELECT chain, head_seq + place, salt, text, event, actor_id, actor_name, noun, subject_id
    FROM unnest(salts, texts, events, actor_ids, actor_names, nouns, subject_ids)
      WITH ORDINALITY AS u (salt, text, event, actor_id, actor_name, noun, subject_id, place);
  head_seq := head_seq + coalesce(array_length(texts, 1), 0);
  UPDATE journal_head SET seq = head_seq, h = head_h WHERE org_id = chain;
  RETURN head_seq;
END $function$;

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
        AND s.act = c.act AND s.purpose = c.purpose AND s.country = c.country)
  FROM parental_person p
    JOIN parental_consent a ON a.org_id = p.org_id AND a.id = p.consent_id
    JOIN choice c ON c.org_id = a.org_id AND c.id = a.choice_id
    JOIN organisation o ON o.id = p.org_id
    JOIN controller r ON r.org_id = c.org_id AND r.id = c.controller_id
    JOIN controller h ON h.org_id = r.org_id AND h.id = coalesce(r.merged_into_id, r.id)
  WHERE app_scope() = 'data-subject' AND p.token_hash = app_link()
$function$;

CREATE OR REPLACE FUNCTION public.parental_person_refuse_rewrite()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF NEW.people_sealed IS NOT NULL AND NEW.people_sealed IS DISTINCT FROM OLD.people_sealed
    OR OLD.erased_at IS NOT NULL AND NEW.erased_at IS DISTINCT FROM OLD.erased_at THEN
    RAISE EXCEPTION 'parental: people are emptied for good' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $function$;
SELECT evidence_admit('parental_consent', 'id', '');
CREATE TRIGGER refuse_rewrite BEFORE UPDATE ON parental_person FOR EACH ROW EXECUTE FUNCTION parental_person_refuse_rewrite();
ALTER TABLE parental_consent ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE parental_person ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY data_subject_parent ON choice FOR ALL TO CURRENT_USER
  USING ((( SELECT app_scope() AS app_scope)) = 'data-subject'::text AND ((org_id, person_key) = ( SELECT p.org_id,
    p.person_key
   FROM parental_person p
  WHERE p.token_hash = (( SELECT app_link() AS app_link)))))
  WITH CHECK ((( SELECT app_scope() AS app_scope)) = 'data-subject'::text AND source = 'parent'::text AND ((org_id, parental_consent_id, person_key) = ( SELECT p.org_id,
    p.consent_id,
    p.person_key
   FROM parental_person p
  WHERE p.token_hash = (( SELECT app_link() AS app_link)))));

CREATE POLICY data_subject_parent ON controller FOR SELECT TO CURRENT_USER
  USING ((( SELECT app_scope() AS app_scope)) = 'data-subject'::text AND ((org_id, id) = ( SELECT c.org_id,
    c.controller_id
   FROM parental_person p
     JOIN parental_consent a ON a.org_id = p.org_id AND a.id = p.consent_id
     JOIN choice c ON c.org_id = a.org_id AND c.id = a.choice_id
  WHERE p.token_hash = (( SELECT app_link() AS app_link)))));

CREATE POLICY data_subject_parent ON controller_merge FOR SELECT TO CURRENT_USER
  USING ((( SELECT app_scope() AS app_scope)) = 'data-subject'::text AND org_id = (( SELECT p.org_id
   FROM parental_person p
  WHERE p.token_hash = (( SELECT app_link() AS app_link)))));

CREATE POLICY data_subject_parent ON organisation FOR SELECT TO CURRENT_USER
  USING ((( SELECT app_scope() AS app_scope)) = 'data-subject'::text AND id = (( SELECT p.org_id
   FROM parental_person p
  WHERE p.token_hash = (( SELECT app_link() AS app_link)))));

CREATE POLICY data_subject ON parental_consent FOR SELECT TO CURRENT_USER
  USING ((( SELECT app_scope() AS app_scope)) = 'data-subject'::text AND ((org_id, id) = ( SELECT p.org_id,
    p.consent_id
   FROM parental_person p
  WHERE p.token_hash = (( SELECT app_link() AS app_link)))));

CREATE POLICY staff ON parental_consent FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));

CREATE POLICY data_subject ON parental_person FOR SELECT TO CURRENT_USER
  USING ((( SELECT app_scope() AS app_scope)) = 'data-subject'::text AND token_hash = (( SELECT app_link() AS app_link)));

CREATE POLICY staff ON parental_person FOR ALL TO PUBLIC
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'staff'::text));
REVOKE ALL ON FUNCTION parental_answer(uuid,text,text,timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION parental_asked() FROM PUBLIC;
REVOKE ALL ON FUNCTION parental_person_refuse_rewrite() FROM PUBLIC;
GRANT INSERT, SELECT ON parental_consent TO amana_app;
GRANT INSERT, SELECT ON parental_person TO amana_app;
GRANT UPDATE (people_sealed, letter_id, erased_at) ON parental_person TO amana_app;
GRANT EXECUTE ON FUNCTION parental_answer(uuid,text,text,timestamp with time zone) TO amana_public;
GRANT EXECUTE ON FUNCTION parental_asked() TO amana_public;
INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('choice', 'parental_consent', 'choice_id', NULL, 'false');
