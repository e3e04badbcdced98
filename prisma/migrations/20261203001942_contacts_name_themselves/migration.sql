SELECT set_config('check_function_bodies', 'off', true);

DROP POLICY portal ON thread_read;
DROP POLICY portal_says ON thread_message;
DROP POLICY portal_objects ON signatory_objection;
DROP POLICY portal_answers ON rights_request_fact;
DROP POLICY portal_keeps ON instruction_version;
DROP POLICY portal_answers ON instruction_fact;
DROP POLICY portal_gives ON instruction;
DROP POLICY portal_signs ON decision_signature;
DROP POLICY portal_spends ON decision_reading;
DROP POLICY portal_shows ON decision_reading;
DROP POLICY portal_signs ON contact_signature;
DROP POLICY portal_confirms ON contact_proof;
DROP POLICY portal_decides ON call_script_decision;
DROP POLICY portal_receives ON breach_notice_fact;
DROP POLICY portal_decides ON authorisation_fact;
DROP POLICY portal_certifies ON attachment;
DROP POLICY portal_adds ON attachment;
DROP POLICY portal_looks ON access_look;
DROP POLICY auditor ON access_look;

CREATE OR REPLACE FUNCTION public.app_bound()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app_binding', 'pg_temp'
AS $function$
  SELECT CASE session_user
    WHEN 'amana_portal' THEN EXISTS (SELECT FROM app_own_contacts())
    WHEN 'amana_auditor' THEN EXISTS (SELECT FROM session s JOIN person p ON p.id = s.person_id
        JOIN audit_grant g ON g.person_id = p.id
      WHERE s.token_hash = app_session() AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp() AND p.disabled_at IS NULL
        AND g.org_id = app_org() AND g.id = app_grant() AND g.revoked_at IS NULL)
    ELSE false END
$function$;

CREATE OR REPLACE FUNCTION public.app_own_contacts()
 RETURNS TABLE(id uuid, name text)
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  SELECT c.id, c.name FROM session s JOIN person p ON p.id = s.person_id JOIN controller_contact c ON c.person_id = p.id
    WHERE s.token_hash = app_session() AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp() AND p.disabled_at IS NULL
      AND c.org_id = app_org() AND c.controller_id = app_controller() AND c.ended_at IS NULL
      AND app_controllers() <@ coalesce(nullif(c.sees, '{}'), ARRAY[c.controller_id])
$function$;

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
  IF chain IS DISTINCT FROM app_org() OR app_scope() NOT IN ('staff', 'portal', 'auditor', 'platform')
    AND NOT journal_takes(texts) THEN
    RAISE EXCEPTION 'journal: chain % is not in scope', chain USING ERRCODE = '42501';
  END IF;
  IF app_scope() IN ('portal', 'auditor') AND NOT journal_is_own(texts) THEN
    RAISE EXCEPTION 'journal: an entry names another author' USING ERRCODE = '42501';
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

CREATE OR REPLACE FUNCTION public.journal_is_own(texts text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT coalesce(bool_and(CASE app_scope()
      WHEN 'portal' THEN actor ->> 'kind' IS NOT DISTINCT FROM 'controller-contact'
        AND portal_is_self((actor ->> 'id')::uuid, coalesce(actor ->> 'name', ''))
      ELSE actor ->> 'kind' IS NOT DISTINCT FROM 'auditor' AND EXISTS (SELECT FROM audit_open_grant() g
        WHERE g.id::text = actor ->> 'id' AND g.name = actor ->> 'name') END), true)
  FROM unnest(texts) AS t (text), LATERAL (SELECT t.text::jsonb -> 'actor' AS actor) AS parsed
$function$;

CREATE OR REPLACE FUNCTION public.portal_is_self(who uuid, called text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app_binding', 'pg_temp'
AS $function$
  SELECT session_user = 'amana_portal' AND EXISTS (SELECT FROM app_own_contacts() c
    WHERE c.id = who AND c.name = coalesce(called, c.name))
$function$;

CREATE POLICY auditor ON access_look FOR INSERT TO amana_auditor
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'auditor'::text AND contact_id IS NULL AND batch_id IS NULL AND ((grant_id, contact_name) = ( SELECT audit_open_grant.id,
    audit_open_grant.name
   FROM audit_open_grant() audit_open_grant(id, org_id, person_id, name, email, mandate, reasons, language, controller_ids, sections, as_of, starts_at, ends_at, requires_second_factor, granted_at, granted_by_id, granted_by_name, collect_state, collect_attempts, leased_until, collected_at, letter_id, accepted_at, revoked_at, revoke_reason, revoked_by_name))));

CREATE POLICY portal_looks ON access_look FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND controller_id = (( SELECT app_controller() AS app_controller)) AND portal_is_self(contact_id, contact_name));

CREATE POLICY portal_adds ON attachment FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND purpose = 'document'::text AND subject_noun = 'thread'::text AND replaces_id IS NULL AND author_id IS NULL AND portal_is_self(contact_id, author_name) AND (EXISTS ( SELECT
   FROM thread t
  WHERE t.org_id = attachment.org_id AND t.id = attachment.subject_id AND t.controller_id = attachment.controller_id)));

CREATE POLICY portal_certifies ON attachment FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND purpose = 'document'::text AND subject_noun = 'authorisation'::text AND content_type = 'application/pdf'::text AND replaces_id IS NULL AND author_id IS NULL AND portal_is_self(contact_id, author_name) AND (EXISTS ( SELECT
   FROM authorisation a
  WHERE a.id = attachment.subject_id)));

CREATE POLICY portal_decides ON authorisation_fact FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND author_kind = 'controller-contact'::text AND (event = ANY (ARRAY['receive'::text, 'approve'::text, 'refuse'::text, 'object'::text, 'revoke'::text, 'supersede'::text])) AND (EXISTS ( SELECT
   FROM controller_contact c
  WHERE c.org_id = authorisation_fact.org_id AND c.person_id = authorisation_fact.author_id AND (portal_is_self(c.id, authorisation_fact.author_name) OR authorisation_fact.event = 'receive'::text AND (EXISTS ( SELECT
           FROM access_look l
          WHERE l.org_id = c.org_id AND l.contact_id = c.id AND l.noun = 'authorisation'::text AND l.subject_id = authorisation_fact.authorisation_id AND l.looked_at = authorisation_fact.at AND l.contact_name = authorisation_fact.author_name))))) AND (EXISTS ( SELECT
   FROM authorisation a
  WHERE a.org_id = authorisation_fact.org_id AND a.id = authorisation_fact.authorisation_id AND COALESCE(a.merged_from_id, a.controller_id) = authorisation_fact.controller_id)));

CREATE POLICY portal_receives ON breach_notice_fact FOR INSERT TO amana_portal
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND author_kind = 'controller-contact'::text AND portal_is_self(author_id, author_name) AND (kind = ANY (ARRAY['read-in-portal'::text, 'acknowledged'::text, 'pack-taken'::text, 'authority-stated'::text, 'persons-stated'::text])) AND (told IS NOT NULL) = (kind = ANY (ARRAY['authority-stated'::text, 'persons-stated'::text])) AND (notice_id IS NULL AND told IS NOT NULL AND portal_told(breach_controller_id, controller_id) OR breach_controller_id IS NULL AND (EXISTS ( SELECT
   FROM breach_notice n
  WHERE n.org_id = breach_notice_fact.org_id AND n.id = breach_notice_fact.notice_id AND n.controller_id = breach_notice_fact.controller_id))));

CREATE POLICY portal_decides ON call_script_decision FOR INSERT TO amana_portal
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND controller_id = (( SELECT app_controller() AS app_controller)) AND portal_is_self(contact_id, author_name) AND (EXISTS ( SELECT
   FROM call_script_request r
  WHERE r.org_id = call_script_decision.org_id AND r.id = call_script_decision.request_id AND r.controller_id = call_script_decision.controller_id AND r.digest = call_script_decision.digest)));

CREATE POLICY portal_confirms ON contact_proof FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND means = 'contact'::text AND by_contact_id <> contact_id AND portal_is_self(by_contact_id, by_name) AND portal_is_proven(by_contact_id, controller_id) AND (EXISTS ( SELECT
   FROM controller_contact c
  WHERE c.org_id = contact_proof.org_id AND c.id = contact_proof.contact_id AND c.controller_id = contact_proof.controller_id AND c.email = contact_proof.email)));

CREATE POLICY portal_signs ON contact_signature FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND portal_is_self(contact_id, NULL::text));

CREATE POLICY portal_shows ON decision_reading FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND portal_is_self(contact_id, NULL::text));

CREATE POLICY portal_spends ON decision_reading FOR UPDATE TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND used_at IS NULL AND portal_is_self(contact_id, NULL::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND portal_is_self(contact_id, NULL::text));

CREATE POLICY portal_signs ON decision_signature FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND (EXISTS ( SELECT
   FROM authorisation a
  WHERE a.id = decision_signature.authorisation_id AND a.org_id = decision_signature.org_id)) AND portal_is_self(contact_id, NULL::text));

CREATE POLICY portal_gives ON instruction FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND controller_id = (( SELECT app_controller() AS app_controller)) AND channel = 'portal'::text AND state = 'received'::text AND merged_from_id IS NULL AND portal_is_self(contact_id, author_name));

CREATE POLICY portal_answers ON instruction_fact FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND (event = ANY (ARRAY['confirm-in-writing'::text, 'acknowledge'::text, 'confirm'::text, 'amend'::text, 'withdraw'::text])) AND author_id IS NULL AND portal_is_self(contact_id, author_name) AND (writer = ANY (ARRAY[''::text, author_name])) AND (medium = ANY (ARRAY[''::text, 'portal'::text])));

CREATE POLICY portal_keeps ON instruction_version FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND (( SELECT app_scope() AS app_scope)) = 'portal'::text AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND author_id IS NULL AND (EXISTS ( SELECT
   FROM controller_contact c
  WHERE c.org_id = instruction_version.org_id AND portal_is_self(c.id, instruction_version.author_name))));

CREATE POLICY portal_answers ON rights_request_fact FOR INSERT TO amana_portal
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND author_kind = 'controller-contact'::text AND author_id IS NULL AND (EXISTS ( SELECT
   FROM controller_contact c
  WHERE c.org_id = rights_request_fact.org_id AND portal_is_self(c.id, rights_request_fact.author_name))) AND (kind = ANY (ARRAY['identity-doubted'::text, 'identity-confirmed'::text, 'extension-announced'::text, 'instructed'::text, 'refused'::text, 'answered'::text, 'lodged'::text, 'controller-received'::text])) AND (EXISTS ( SELECT
   FROM rights_request r
  WHERE r.org_id = rights_request_fact.org_id AND r.id = rights_request_fact.request_id AND r.controller_id = rights_request_fact.controller_id AND r.state <> 'not-ours'::text)));

CREATE POLICY portal_objects ON signatory_objection FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND by_contact_id <> contact_id AND portal_is_self(by_contact_id, by_name) AND (EXISTS ( SELECT
   FROM contact_proof p
     JOIN controller_contact c ON c.org_id = p.org_id AND c.id = p.contact_id
  WHERE p.contact_id = signatory_objection.by_contact_id AND p.controller_id = signatory_objection.controller_id AND c.ended_at IS NULL)) AND (EXISTS ( SELECT
   FROM controller_contact c
  WHERE c.org_id = signatory_objection.org_id AND c.id = signatory_objection.contact_id AND c.controller_id = signatory_objection.controller_id AND c.role = 'signatory'::text AND c.ended_at IS NULL)));

CREATE POLICY portal_says ON thread_message FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND side = 'contact'::text AND portal_is_self(author_id, author_name));

CREATE POLICY portal ON thread_read FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND side = 'contact'::text);

CREATE POLICY portal_begins ON thread_read FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND side = 'contact'::text AND portal_is_self(reader_id, NULL::text));

CREATE POLICY portal_moves ON thread_read FOR UPDATE TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND side = 'contact'::text AND portal_is_self(reader_id, NULL::text))
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND side = 'contact'::text AND portal_is_self(reader_id, NULL::text));
REVOKE ALL ON FUNCTION app_own_contacts() FROM PUBLIC;
REVOKE ALL ON FUNCTION journal_is_own(text[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION portal_is_self(uuid,text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal_is_self(uuid,text) TO amana_portal;
