SELECT set_config('check_function_bodies', 'off', true);

DROP FUNCTION search_spelling(text[],jsonb);
DROP FUNCTION search_pattern(text);
DROP FUNCTION search_meant(jsonb,text);
DROP FUNCTION search_ids(text,text[],jsonb,integer);
DROP FUNCTION search_found(text[],text[],jsonb,integer);
DROP FUNCTION search_asked(text,text[]);

CREATE OR REPLACE FUNCTION public.authorisation_document(a authorisation)
 RETURNS search_document
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT ROW(a.id, 'authorisation', a.org_id, a.controller_id, fold_text(concat_ws(' ',
    a.reference, a.controller_name, s.reference, s.name)), coalesce(fold_text((SELECT string_agg(DISTINCT v.name, ' ')
      FROM sub_processor_version v WHERE v.org_id = s.org_id AND v.sub_processor_id = s.id AND v.name <> s.name)), ''),
    ARRAY['noun:authorisation'])::search_document
  FROM sub_processor s WHERE s.org_id = a.org_id AND s.id = a.sub_processor_id $function$;

CREATE OR REPLACE FUNCTION public.breach_document(b breach)
 RETURNS search_document
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT ROW(b.id, 'breach', b.org_id, NULL::uuid, fold_text(concat_ws(' ', b.reference, b.title,
    (SELECT string_agg(c.legal_name, ' ' ORDER BY c.legal_name) FROM breach_controller l
      JOIN controller c ON c.org_id = l.org_id AND c.id = l.controller_id
      WHERE l.org_id = b.org_id AND l.breach_id = b.id AND l.status <> 'set-aside'))),
    coalesce(fold_text((SELECT string_agg(left(f.value ->> 'text', 2000), ' ' ORDER BY f.number) FROM breach_fact f
      WHERE f.org_id = b.org_id AND f.breach_id = b.id)), ''), ARRAY['noun:breach'])::search_document $function$;

CREATE OR REPLACE FUNCTION public.contract_document(c contract)
 RETURNS search_document
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT ROW(c.id, 'contract', c.org_id, c.controller_id,
    fold_text(concat_ws(' ', c.reference, c.title, c.controller_name)), fold_text(search_texts(c.content)),
    ARRAY['noun:contract'] ||
      ARRAY(SELECT 'clause:' || k FROM jsonb_each(c.content #> '{deed,clauses}') AS e (k, v) WHERE v ->> 'answer' = 'present' ORDER BY k) ||
      CASE WHEN jsonb_path_exists(c.content, '$.deed.term.noticeCount ? (@ != null)') THEN ARRAY['notice:yes'] ELSE '{}' END
  )::search_document $function$;

CREATE OR REPLACE FUNCTION public.controller_document(c controller)
 RETURNS search_document
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT ROW(c.id, 'controller', c.org_id, c.id, fold_text(c.legal_name), coalesce(fold_text((
    SELECT string_agg(n.name, ' ' ORDER BY n.name) FROM (
      SELECT s.spelling AS name FROM controller_spelling s WHERE s.org_id = c.org_id AND s.controller_id = c.id
      UNION SELECT v.snapshot->>'legalName' FROM controller_version v
        WHERE v.org_id = c.org_id AND v.controller_id = c.id AND v.change <> 'merged') AS n
    WHERE n.name <> c.legal_name)) || ' ', '') || fold_text(concat_ws(' ', c.address, c.registration_number, c.contact_name, c.contact_email,
      c.contact_phone, c.dpo_contact, c.representative, c.other_controllers)),
    ARRAY['noun:controller'] || array_remove(ARRAY['country:' || c.country], NULL))::search_document $function$;

CREATE OR REPLACE FUNCTION public.dpo_work_document(w dpo_work)
 RETURNS search_document
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT ROW(w.id, w.kind, w.org_id, w.controller_id, fold_text(concat_ws(' ', w.reference, w.title)),
    fold_text(search_texts(w.content)), ARRAY['noun:' || w.kind])::search_document $function$;

CREATE OR REPLACE FUNCTION public.instruction_document(i instruction)
 RETURNS search_document
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT ROW(i.id, 'instruction', i.org_id, i.controller_id, fold_text(concat_ws(' ',
    i.number, c.legal_name, i.author_name, left(i.text, 120))), fold_text(i.text), ARRAY['noun:instruction'])::search_document
  FROM controller c WHERE c.org_id = i.org_id AND c.id = i.controller_id $function$;

CREATE OR REPLACE FUNCTION public.mail_document(m outbox_mail)
 RETURNS search_document
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT ROW(m.id, 'mail', m.org_id, NULL::uuid,
    CASE WHEN o.is_open THEN fold_text(concat_ws(' ', m.to_name, m.to_address)) ELSE '' END,
    CASE WHEN o.is_open THEN fold_text(search_texts(m.params)) ELSE '' END, CASE WHEN o.is_open THEN ARRAY['noun:mail'] ELSE '{}' END)::search_document
  FROM (SELECT m.template !~ '^(public|consultation|parental|rights-request)' AS is_open) AS o $function$;

CREATE OR REPLACE FUNCTION public.rights_request_document(r rights_request)
 RETURNS search_document
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT ROW(r.id, 'rights-request', r.org_id, r.controller_id, fold_text(concat_ws(' ', r.reference, r.public_reference,
    (SELECT c.legal_name FROM controller c WHERE c.org_id = r.org_id AND c.id = r.controller_id))),
    '', ARRAY['noun:rights-request'] || ARRAY(SELECT 'right:' || one FROM unnest(r.rights) AS one))::search_document $function$;

CREATE OR REPLACE FUNCTION public.search_asked(unit jsonb)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  WITH place AS (SELECT p FROM (VALUES ('names', true),
      ('more', app_scope() IN ('staff', 'auditor') AND (unit ->> 'isInTexts')::boolean)) AS v (p, is_open) WHERE is_open)
  SELECT '(' || string_agg(said, ' OR ') || ')' FROM (
    SELECT format('%s LIKE %L', p, pattern) FROM place, jsonb_array_elements_text(unit -> 'any') AS pattern
    UNION ALL SELECT '(' || string_agg(format('%s LIKE %L', p, pattern), ' AND ') || ')'
      FROM place, jsonb_array_elements_text(unit -> 'all') AS pattern GROUP BY p
    UNION ALL SELECT format('codes && %L::text[]', search_codes(unit))
      WHERE app_scope() IN ('staff', 'auditor') AND cardinality(search_codes(unit)) > 0) AS c (said) $function$;

CREATE OR REPLACE FUNCTION public.search_changed_mail()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM search_store(ARRAY[mail_document(NEW)]);
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.search_codes(unit jsonb)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT ARRAY(SELECT jsonb_array_elements_text(unit -> 'codes')) $function$;

CREATE OR REPLACE FUNCTION public.search_controllers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM search_store((SELECT array_agg(controller_document(c)) FROM fresh c));
  PERFORM search_store((SELECT array_agg(thread_document(t)) FROM thread t
    WHERE (t.org_id, t.controller_id) IN (SELECT f.org_id, f.id FROM fresh f)));
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.search_found(wanted text[], units jsonb, most integer)
 RETURNS TABLE(noun text, subject_id uuid, tier integer, coded text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
DECLARE
  -- Without ids there is no order either: a list has its own.
  place text := '1';
  wholes text[] := ARRAY(SELECT u ->> 'whole' FROM jsonb_array_elements(units) u);
  starts text[] := ARRAY(SELECT u ->> 'start' FROM jsonb_array_elements(units) u);
  meant text[] := ARRAY(SELECT DISTINCT c FROM jsonb_array_elements(units) u, unnest(search_codes(u)) c);
  standing text;
BEGIN
  IF jsonb_array_length(units) = 0 THEN RETURN; END IF;
  SELECT jsonb_agg(search_known(u) ORDER BY n) INTO units FROM jsonb_array_elements(units) WITH ORDINALITY AS v (u, n);
  SELECT string_agg(search_asked(u), ' AND ') INTO standing FROM jsonb_array_elements(units) u;
  IF most IS NOT NULL THEN
    place := format('CASE WHEN starts_with(d.names, %L) THEN 0 WHEN d.names LIKE ALL (%L::text[]) THEN 1
      WHEN d.names LIKE ALL (%L::text[]) THEN 2 WHEN %s THEN 3 WHEN d.names || d.more LIKE ALL (%L::text[]) THEN 4 ELSE 5 END',
      ' ' || (SELECT string_agg(u ->> 'typed', ' ') FROM jsonb_array_elements(units) u) || ' ', wholes, starts,
      (SELECT string_agg(format('d.names LIKE ANY (%L::text[])', ARRAY(SELECT jsonb_array_elements_text(u -> 'any'))), ' AND ')
        FROM jsonb_array_elements(units) u), wholes);
  END IF;
  RETURN QUERY EXECUTE 'SELECT f.noun, f.subject_id, f.tier,
      ARRAY(SELECT c FROM unnest(f.codes) c WHERE c = ANY ($1)) FROM (
    SELECT t.*, row_number() OVER (PARTITION BY t.noun ORDER BY t.tier, t.names) AS place FROM (
      SELECT d.noun, d.subject_id, d.names, d.codes, ' || place || ' AS tier FROM search_document d
      WHERE ' || format('d.noun = ANY (%L::text[]) AND ', wanted) || search_scope() || ' AND ' || standing || ') AS t) AS f' ||
    CASE WHEN most IS NULL THEN '' ELSE format(' WHERE f.place <= %L ORDER BY f.noun, f.place', most) END USING meant;
END $function$;

CREATE OR REPLACE FUNCTION public.search_ids(wanted text, units jsonb, most integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT f.subject_id FROM search_found(ARRAY[wanted], units, most) AS f $function$;

CREATE OR REPLACE FUNCTION public.search_known(unit jsonb)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT jsonb_set(unit, '{any}', coalesce((SELECT jsonb_agg(p ORDER BY n)
    FROM jsonb_array_elements_text(unit -> 'any') WITH ORDINALITY AS v (p, n)
    WHERE n = 1 OR NOT EXISTS (SELECT FROM unnest(string_to_array(btrim(p, '% '), ' ')) WITH ORDINALITY AS w (word, place)
      WHERE length(word) BETWEEN 2 AND 40 AND word !~ '[0-9]' AND NOT CASE
        WHEN place = cardinality(string_to_array(btrim(p, '% '), ' ')) AND p !~ ' %$' AND length(word) > 2
          THEN EXISTS (SELECT FROM search_word s WHERE s.org_id = app_org() AND s.word LIKE w.word || '%')
        ELSE EXISTS (SELECT FROM search_word s WHERE s.org_id = app_org() AND s.word = w.word) END)), '[]')) $function$;

CREATE OR REPLACE FUNCTION public.search_outbox_mail()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM search_store((SELECT array_agg(mail_document(f)) FROM fresh f));
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.search_refill()
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  -- The owner reads the rows as a backup does.
  PERFORM set_config('app.backup', 'on', true);
  DELETE FROM search_word;
  PERFORM search_store(ARRAY(SELECT record_document(r) FROM processing_record r));
  PERFORM search_store(ARRAY(SELECT controller_document(c) FROM controller c));
  PERFORM search_store(ARRAY(SELECT contract_document(c) FROM contract c));
  PERFORM search_store(ARRAY(SELECT transfer_document(t) FROM transfer t));
  PERFORM search_store(ARRAY(SELECT sub_processor_document(s) FROM sub_processor s));
  PERFORM search_store(ARRAY(SELECT instruction_document(i) FROM instruction i));
  PERFORM search_store(ARRAY(SELECT authorisation_document(a) FROM authorisation a));
  PERFORM search_store(ARRAY(SELECT breach_document(b) FROM breach b));
  PERFORM search_store(ARRAY(SELECT rights_request_document(r) FROM rights_request r));
  PERFORM search_store(ARRAY(SELECT dpo_work_document(w) FROM dpo_work w));
  PERFORM search_store(ARRAY(SELECT thread_document(t) FROM thread t));
  PERFORM search_store(ARRAY(SELECT mail_document(m) FROM outbox_mail m));
  PERFORM set_config('app.backup', '', true);
END $function$;

CREATE OR REPLACE FUNCTION public.search_says(said text, unit jsonb)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT w LIKE ANY (ARRAY(SELECT jsonb_array_elements_text(unit -> 'any')))
    OR jsonb_array_length(unit -> 'all') > 0 AND w LIKE ALL (ARRAY(SELECT jsonb_array_elements_text(unit -> 'all')))
  FROM (SELECT search_words(fold_text(said))) AS f (w) $function$;

CREATE OR REPLACE FUNCTION public.search_spelling(units jsonb)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE u jsonb; t text; stands boolean; nearest text; spelt text[] := '{}';
BEGIN
  FOR u IN SELECT jsonb_array_elements(units) LOOP
    t := u ->> 'typed';
    EXECUTE format('SELECT EXISTS (SELECT FROM search_document WHERE %s AND %s)', search_scope(), search_asked(u)) INTO stands;
    nearest := t;
    IF NOT stands THEN
      nearest := '';
      IF length(t) > 3 AND app_scope() IN ('staff', 'auditor') THEN
        SELECT word INTO nearest FROM search_word WHERE org_id = app_org() AND word % t
          ORDER BY similarity(word, t) DESC, word LIMIT 1;
      END IF;
    END IF;
    spelt := spelt || coalesce(nearest, '');
  END LOOP;
  RETURN spelt;
END $function$;

CREATE OR REPLACE FUNCTION public.search_store(documents search_document[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  WITH spoken AS MATERIALIZED (
    SELECT d.subject_id, d.noun, d.org_id, d.controller_id, search_words(d.names) AS names, search_words(d.more) AS more, d.codes
    FROM unnest(documents) d
  ), kept AS (
    INSERT INTO search_word (org_id, word)
      SELECT DISTINCT s.org_id, w FROM spoken s, string_to_table(s.names || s.more, ' ') w
      WHERE length(w) BETWEEN 2 AND 40 AND w !~ '[0-9]'
      ON CONFLICT DO NOTHING
  )
  INSERT INTO search_document (subject_id, noun, org_id, controller_id, names, more, codes)
    SELECT subject_id, noun, org_id, controller_id, names, more, codes FROM spoken
    ON CONFLICT (subject_id) DO UPDATE SET controller_id = EXCLUDED.controller_id, names = EXCLUDED.names,
      more = EXCLUDED.more, codes = EXCLUDED.codes
    WHERE (search_document.controller_id, search_document.names, search_document.more, search_document.codes)
      IS DISTINCT FROM (EXCLUDED.controller_id, EXCLUDED.names, EXCLUDED.more, EXCLUDED.codes);
$function$;

CREATE OR REPLACE FUNCTION public.search_texts(content jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT coalesce(string_agg(said #>> '{}', ' '), '')
  FROM jsonb_path_query(content, 'strict $.** ? (@.type() == "string" && @ != "")') AS said
  WHERE said #>> '{}' !~ '^([A-Z]{2}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z]+([_-][a-z0-9]+)+)$'
    AND said #>> '{}' <> ALL ('{present,insufficient,absent,unread,unanswered,specific,general,forwarded,answered,delete,return,granted,
      restricted,mandated,none,tacit,days,months,included,excluded,yes,no,adequacy,bcr,equivalent,listed,ended,active,draft,minor,major,low,medium,high,hosting}'::text[]) $function$;

CREATE OR REPLACE FUNCTION public.search_thread_message()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM search_store((SELECT array_agg(thread_document(t)) FROM thread t
    WHERE (t.org_id, t.id) IN (SELECT f.org_id, f.thread_id FROM fresh f)));
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.search_words(folded text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT CASE WHEN w ~ '[\u0621-\u064a]'
    THEN regexp_replace(w, ' [\u0648\u0641]?(?:[\u0628\u0643]?\u0627\u0644|\u0644\u0644)(?=[\u0621-\u064a]{3})', ' ', 'g') ELSE w END
  FROM (SELECT ' ' || btrim(regexp_replace(folded, '[^[:alnum:]]+', ' ', 'g')) || ' ') AS f (w) $function$;

CREATE OR REPLACE FUNCTION public.sub_processor_document(s sub_processor)
 RETURNS search_document
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT ROW(s.id, 'sub-processor', s.org_id, NULL::uuid, fold_text(concat_ws(' ', s.reference, s.name, s.service,
    (SELECT string_agg(link ->> 'name', ' ') FROM jsonb_array_elements(s.content #> '{chain,links}') AS link)
  )), coalesce(fold_text((SELECT string_agg(DISTINCT v.name, ' ') FROM sub_processor_version v
    WHERE v.org_id = s.org_id AND v.sub_processor_id = s.id AND v.name <> s.name)) || ' ', '') || fold_text(search_texts(s.content)),
    ARRAY['noun:sub-processor'] || ARRAY(SELECT 'country:' || one FROM unnest(s.countries) AS one))::search_document $function$;

CREATE OR REPLACE FUNCTION public.thread_document(t thread)
 RETURNS search_document
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT ROW(t.id, 'thread', t.org_id, t.controller_id,
    fold_text((SELECT c.legal_name FROM controller c WHERE c.org_id = t.org_id AND c.id = t.controller_id)),
    coalesce(fold_text((SELECT string_agg(concat_ws(' ', m.author_name, m.text), ' ' ORDER BY m.number) FROM thread_message m
      WHERE m.org_id = t.org_id AND m.thread_id = t.id)), ''), ARRAY['noun:thread'])::search_document $function$;

CREATE OR REPLACE FUNCTION public.transfer_document(t transfer)
 RETURNS search_document
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT ROW(t.id, 'transfer', t.org_id, t.controller_id,
    fold_text(concat_ws(' ', t.reference, t.importer_name, t.controller_name)), coalesce(fold_text((
      SELECT string_agg(DISTINCT n.name, ' ') FROM (
        SELECT v.importer_name AS name FROM transfer_version v WHERE v.org_id = t.org_id AND v.transfer_id = t.id
        UNION SELECT p.name FROM sub_processor p WHERE p.org_id = t.org_id AND p.id = t.sub_processor_id
        UNION SELECT w.name FROM sub_processor_version w
          WHERE w.org_id = t.org_id AND w.sub_processor_id = t.sub_processor_id) AS n
      WHERE n.name <> t.importer_name)) || ' ', '') || fold_text(search_texts(t.content)),
    ARRAY['noun:transfer'] || array_remove(ARRAY['country:' || (t.content #>> '{importer,country}'),
      'tool:' || (t.content #>> '{tool,tool}'), 'place-kind:' || (t.content #>> '{importer,placeKind}'),
      CASE WHEN t.content #>> '{assessment,conclusion}' IS NOT NULL THEN 'assessment:yes' END], NULL))::search_document $function$;
CREATE TRIGGER search_changed AFTER UPDATE ON outbox_mail FOR EACH ROW WHEN (old.to_name IS DISTINCT FROM new.to_name OR old.to_address IS DISTINCT FROM new.to_address OR old.params IS DISTINCT FROM new.params) EXECUTE FUNCTION search_changed_mail();
CREATE TRIGGER search_gone AFTER DELETE ON outbox_mail REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION search_forget();
CREATE TRIGGER search_made AFTER INSERT ON outbox_mail REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_outbox_mail();
CREATE TRIGGER search_gone AFTER DELETE ON thread REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION search_forget();
CREATE TRIGGER search_written AFTER INSERT ON thread_message REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_thread_message();
REVOKE ALL ON FUNCTION mail_document(outbox_mail) FROM PUBLIC;
REVOKE ALL ON FUNCTION search_changed_mail() FROM PUBLIC;
REVOKE ALL ON FUNCTION search_found(text[],jsonb,integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION search_ids(text,jsonb,integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION search_outbox_mail() FROM PUBLIC;
REVOKE ALL ON FUNCTION search_spelling(jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION search_thread_message() FROM PUBLIC;
REVOKE ALL ON FUNCTION thread_document(thread) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_found(text[],jsonb,integer) TO amana_app;
GRANT EXECUTE ON FUNCTION search_ids(text,jsonb,integer) TO amana_app;
GRANT EXECUTE ON FUNCTION search_spelling(jsonb) TO amana_app;

SELECT search_refill();
