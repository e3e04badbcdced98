-- Addresses whose link to confirm is over, and was never used.
CREATE OR REPLACE FUNCTION clean_subscribers() RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
DECLARE cleaned bigint;
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  DELETE FROM public_subscriber s WHERE s.confirmed_at IS NULL AND s.expires_at < clock_timestamp();
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  PERFORM set_config('app.listing', '', true);
  RETURN cleaned;
END $$;
REVOKE ALL ON FUNCTION clean_subscribers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION clean_subscribers() TO amana_jobs;

-- Columns of a part that is not shown are null.
CREATE OR REPLACE FUNCTION public_identity()
  RETURNS TABLE(legal_name text, city text, country text, email text, parts text[], activity jsonb, certifications jsonb, dpo_name text, dpo_email text, dpo_phone text, has_no_dpo boolean, representative text, representative_contact text, representative_country text, has_no_representative boolean, public_key text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT o.legal_name, o.city, o.country, CASE WHEN 'contact' = ANY (p.parts) THEN o.email END, p.parts,
    CASE WHEN 'activity' = ANY (p.parts) THEN p.activity END,
    CASE WHEN 'certifications' = ANY (p.parts) THEN p.certifications END,
    CASE WHEN 'dpo' = ANY (p.parts) THEN o.dpo_name END, CASE WHEN 'dpo' = ANY (p.parts) THEN o.dpo_email END,
    CASE WHEN 'dpo' = ANY (p.parts) THEN o.dpo_phone END, CASE WHEN 'dpo' = ANY (p.parts) THEN o.has_no_dpo END,
    CASE WHEN 'representative' = ANY (p.parts) THEN o.eu_representative END,
    CASE WHEN 'representative' = ANY (p.parts) THEN o.eu_representative_contact END,
    CASE WHEN 'representative' = ANY (p.parts) THEN o.eu_representative_country END,
    CASE WHEN 'representative' = ANY (p.parts) THEN o.eu_representative = ''
      AND (o.eu_representative_exemption <> '' OR o.eu_representative_reason <> '') END,
    CASE WHEN 'key' = ANY (p.parts) THEN (SELECT k.public_key FROM journal_key k
      WHERE k.org_id = o.id AND k.retired_at IS NULL ORDER BY k.created_at DESC LIMIT 1) END
  FROM public_page_shown() p JOIN organisation o ON o.id = p.org_id
$$;
REVOKE ALL ON FUNCTION public_identity() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public_identity() TO amana_app;
GRANT EXECUTE ON FUNCTION public_identity() TO amana_public;

CREATE OR REPLACE FUNCTION public_measures() RETURNS TABLE(family text, title text, library_code text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT m.family, m.title, m.library_code
  FROM public_page_shown() p JOIN measure m ON m.org_id = p.org_id
  WHERE 'measures' = ANY (p.parts) AND m.retired_at IS NULL ORDER BY m.reference
$$;
REVOKE ALL ON FUNCTION public_measures() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public_measures() TO amana_app;
GRANT EXECUTE ON FUNCTION public_measures() TO amana_public;

-- The organisation whose open page has an address; null for an unknown and for a closed one alike.
CREATE OR REPLACE FUNCTION public_page_at(asked text) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
DECLARE found uuid;
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  SELECT p.org_id INTO found FROM public_page p WHERE p.address = asked AND p.state = 'open';
  PERFORM set_config('app.listing', '', true);
  RETURN found;
END $$;
REVOKE ALL ON FUNCTION public_page_at(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public_page_at(text) TO amana_public;

-- Countries of the organisation's clients and of those whom their campaigns call, by which a number without its country is read.
CREATE OR REPLACE FUNCTION public_number_countries() RETURNS TABLE(country text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT c.country FROM controller c
    WHERE c.org_id = app_org() AND c.country IS NOT NULL AND c.archived_at IS NULL AND public_takes_requests()
  UNION
  SELECT place FROM campaign g, unnest(g.places) AS place
    WHERE g.org_id = app_org() AND g.state <> 'ended' AND public_takes_requests()
$$;
REVOKE ALL ON FUNCTION public_number_countries() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public_number_countries() TO amana_public;

-- The page of the scope: to strangers while it is open; to the staff also before, who see what strangers would.
CREATE OR REPLACE FUNCTION public_page_shown() RETURNS SETOF public_page
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT p.* FROM public_page p
  WHERE p.org_id = app_org() AND (app_scope() = 'staff' OR (app_scope() = 'public' AND p.state = 'open'))
$$;
REVOKE ALL ON FUNCTION public_page_shown() FROM PUBLIC;

-- Adds a request whose controller nobody knows yet, and returns its reference, the next of the register's own.
CREATE OR REPLACE FUNCTION public_request_receive(new_id uuid, told text, invoked text[], contact bytea, words bytea, person bytea, other bytea, more bytea[], held boolean, asks_stop boolean, at timestamp with time zone)
  RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
DECLARE
  highest int;
  given text;
BEGIN
  IF NOT public_takes_requests() THEN
    RAISE EXCEPTION 'public_request_receive: the form is not shown' USING ERRCODE = '42501';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('rights_request ' || app_org(), 0));
  PERFORM set_config('app.listing', 'on', true);
  SELECT coalesce(max(substring(r.reference FROM 4)::int), 0) INTO highest FROM rights_request r
    WHERE r.org_id = app_org() AND r.reference ~ '^DP-[0-9]{1,8}$';
  PERFORM set_config('app.listing', '', true);
  given := 'DP-' || lpad((highest + 1)::text, greatest(3, length((highest + 1)::text)), '0');
  INSERT INTO rights_request (id, org_id, reference, public_reference, received_at, channel, rights, contact_sealed, words_sealed,
      person_key, other_key, held_keys, held_at, stop_question, created_at, updated_at)
    VALUES (new_id, app_org(), given, told, at, 'public-form', invoked, contact, words, person, other, more, CASE WHEN held THEN at END,
      CASE WHEN asks_stop THEN 'open' END, at, at);
  RETURN given;
END $$;
REVOKE ALL ON FUNCTION public_request_receive(uuid,text,text[],bytea,bytea,bytea,bytea,bytea[],boolean,boolean,timestamp with time zone) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public_request_receive(uuid,text,text[],bytea,bytea,bytea,bytea,bytea[],boolean,boolean,timestamp with time zone) TO amana_public;

CREATE OR REPLACE FUNCTION public_sub_processors()
  RETURNS TABLE(id uuid, name text, service text, country text, countries text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT s.id, s.name, s.service, s.country, s.countries
  FROM public_page_shown() p JOIN sub_processor s ON s.org_id = p.org_id
  WHERE 'sub-processors' = ANY (p.parts) AND s.state = 'listed' ORDER BY s.name COLLATE "fr-x-icu", s.id
$$;
REVOKE ALL ON FUNCTION public_sub_processors() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public_sub_processors() TO amana_app;
GRANT EXECUTE ON FUNCTION public_sub_processors() TO amana_public;

-- Gives an address that is known another link to confirm; what was confirmed stays so.
CREATE OR REPLACE FUNCTION public_subscribe(new_id uuid, address text, in_language text, at timestamp with time zone, confirm bytea, until timestamp with time zone, leave bytea, sealed bytea)
  RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM public_page_shown() p WHERE 'sub-processors' = ANY (p.parts)) THEN
    RAISE EXCEPTION 'public_subscribe: nothing to subscribe to' USING ERRCODE = '42501';
  END IF;
  INSERT INTO public_subscriber AS s
    (id, org_id, email, language, requested_at, confirm_hash, expires_at, leave_hash, leave_sealed)
  VALUES (new_id, app_org(), address, in_language, at, confirm, until, leave, sealed)
  ON CONFLICT (org_id, email) DO UPDATE
    SET confirm_hash = EXCLUDED.confirm_hash, expires_at = EXCLUDED.expires_at, requested_at = EXCLUDED.requested_at,
      language = CASE WHEN s.confirmed_at IS NULL THEN EXCLUDED.language ELSE s.language END;
END $$;
REVOKE ALL ON FUNCTION public_subscribe(uuid,text,text,timestamp with time zone,bytea,timestamp with time zone,bytea,bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public_subscribe(uuid,text,text,timestamp with time zone,bytea,timestamp with time zone,bytea,bytea) TO amana_public;

CREATE OR REPLACE FUNCTION public_subscriber_remove(removed uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  IF app_scope() <> 'staff' THEN
    RAISE EXCEPTION 'public_subscriber_remove: staff alone' USING ERRCODE = '42501';
  END IF;
  DELETE FROM public_subscriber s WHERE s.id = removed AND s.org_id = app_org();
  RETURN FOUND;
END $$;
REVOKE ALL ON FUNCTION public_subscriber_remove(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public_subscriber_remove(uuid) TO amana_app;

-- Tells what a link is of: the name of the organisation, and the address of its page while it is open. Nothing of a subscriber.
CREATE OR REPLACE FUNCTION public_subscription(token bytea) RETURNS TABLE(purpose text, legal_name text, address text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  RETURN QUERY SELECT CASE WHEN s.leave_hash = token THEN 'leave' ELSE 'confirm' END, o.legal_name, p.address
    FROM public_subscriber s JOIN organisation o ON o.id = s.org_id
      LEFT JOIN public_page p ON p.org_id = s.org_id AND p.state = 'open'
    WHERE s.leave_hash = token OR (s.confirm_hash = token AND s.expires_at > clock_timestamp());
  PERFORM set_config('app.listing', '', true);
END $$;
REVOKE ALL ON FUNCTION public_subscription(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public_subscription(bytea) TO amana_public;

-- True where the link still served; the second press of a button answers as the first.
CREATE OR REPLACE FUNCTION public_subscription_confirm(token bytea, at timestamp with time zone) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
DECLARE is_known boolean;
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  UPDATE public_subscriber s SET confirmed_at = coalesce(s.confirmed_at, at)
    WHERE s.confirm_hash = token AND s.expires_at > clock_timestamp();
  is_known := FOUND;
  PERFORM set_config('app.listing', '', true);
  RETURN is_known;
END $$;
REVOKE ALL ON FUNCTION public_subscription_confirm(bytea,timestamp with time zone) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public_subscription_confirm(bytea,timestamp with time zone) TO amana_public;

CREATE OR REPLACE FUNCTION public_subscription_leave(token bytea) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  DELETE FROM public_subscriber s WHERE s.leave_hash = token;
  PERFORM set_config('app.listing', '', true);
END $$;
REVOKE ALL ON FUNCTION public_subscription_leave(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public_subscription_leave(bytea) TO amana_public;

CREATE OR REPLACE FUNCTION public_takes_requests() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT app_scope() = 'public' AND EXISTS (SELECT FROM public_page_shown() p WHERE 'requests' = ANY (p.parts))
$$;
REVOKE ALL ON FUNCTION public_takes_requests() FROM PUBLIC;
