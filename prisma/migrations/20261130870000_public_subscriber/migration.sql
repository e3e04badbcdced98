-- Addresses of strangers who asked to be told of changes of sub-processors. A row is deleted where its reader leaves, is
-- removed, or never confirmed: it is no evidence.
CREATE TABLE public_subscriber (
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  email text NOT NULL,
  language text NOT NULL CHECK (language IN ('fr', 'en', 'ar')),
  requested_at timestamptz(3) NOT NULL,
  -- SHA-256 of the token of the confirmation's link, and until when it serves.
  confirm_hash bytea NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  confirmed_at timestamptz(3),
  -- The token of each letter's link to leave: its SHA-256, and itself sealed.
  leave_hash bytea NOT NULL,
  leave_sealed bytea NOT NULL,
  CONSTRAINT public_subscriber_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "public_subscriber_org_id_email_key" ON public_subscriber (org_id, email);
CREATE UNIQUE INDEX "public_subscriber_confirm_hash_key" ON public_subscriber (confirm_hash);
CREATE UNIQUE INDEX "public_subscriber_leave_hash_key" ON public_subscriber (leave_hash);
SELECT amana_bind_table('public_subscriber', 'row', false);
REVOKE INSERT, UPDATE ON public_subscriber FROM amana_app;

-- The list of sub-processors that subscribers were told of last; null before the page was first open.
ALTER TABLE public_page ADD COLUMN told jsonb;

-- Strangers write through functions alone, which answer nothing that tells who subscribed.
CREATE POLICY public ON public_subscriber FOR ALL TO CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'public')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'public');
-- Whoever holds a link names no organisation, and the job that cleans names none.
CREATE POLICY owner_lists ON public_subscriber FOR ALL TO CURRENT_USER
  USING ((SELECT coalesce(current_setting('app.listing', true), '')) = 'on')
  WITH CHECK ((SELECT coalesce(current_setting('app.listing', true), '')) = 'on');

-- One that is known gets another link to confirm; what was confirmed stays so.
CREATE FUNCTION public_subscribe(new_id uuid, address text, in_language text, at timestamptz, confirm bytea,
    until timestamptz, leave bytea, sealed bytea) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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

-- What a link is of: the name of the organisation, and the address of its page while it is open. Nothing of a subscriber.
CREATE FUNCTION public_subscription(token bytea) RETURNS TABLE (purpose text, legal_name text, address text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  RETURN QUERY SELECT CASE WHEN s.leave_hash = token THEN 'leave' ELSE 'confirm' END, o.legal_name, p.address
    FROM public_subscriber s JOIN organisation o ON o.id = s.org_id
      LEFT JOIN public_page p ON p.org_id = s.org_id AND p.state = 'open'
    WHERE s.leave_hash = token OR (s.confirm_hash = token AND s.expires_at > clock_timestamp());
  PERFORM set_config('app.listing', '', true);
END $$;

-- True where the link still served; the second press of a button answers as the first.
CREATE FUNCTION public_subscription_confirm(token bytea, at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE is_known boolean;
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  UPDATE public_subscriber s SET confirmed_at = coalesce(s.confirmed_at, at)
    WHERE s.confirm_hash = token AND s.expires_at > clock_timestamp();
  is_known := FOUND;
  PERFORM set_config('app.listing', '', true);
  RETURN is_known;
END $$;

CREATE FUNCTION public_subscription_leave(token bytea) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  DELETE FROM public_subscriber s WHERE s.leave_hash = token;
  PERFORM set_config('app.listing', '', true);
END $$;

CREATE FUNCTION public_subscriber_remove(removed uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF app_scope() <> 'staff' THEN
    RAISE EXCEPTION 'public_subscriber_remove: staff alone' USING ERRCODE = '42501';
  END IF;
  DELETE FROM public_subscriber s WHERE s.id = removed AND s.org_id = app_org();
  RETURN FOUND;
END $$;

-- Addresses whose link to confirm is over, and was never used.
CREATE FUNCTION clean_subscribers() RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE cleaned bigint;
BEGIN
  PERFORM set_config('app.listing', 'on', true);
  DELETE FROM public_subscriber s WHERE s.confirmed_at IS NULL AND s.expires_at < clock_timestamp();
  GET DIAGNOSTICS cleaned = ROW_COUNT;
  PERFORM set_config('app.listing', '', true);
  RETURN cleaned;
END $$;

REVOKE ALL ON FUNCTION public_subscribe(uuid, text, text, timestamptz, bytea, timestamptz, bytea, bytea),
  public_subscription(bytea), public_subscription_confirm(bytea, timestamptz), public_subscription_leave(bytea),
  public_subscriber_remove(uuid), clean_subscribers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public_subscribe(uuid, text, text, timestamptz, bytea, timestamptz, bytea, bytea),
  public_subscription(bytea), public_subscription_confirm(bytea, timestamptz), public_subscription_leave(bytea)
  TO amana_public;
GRANT EXECUTE ON FUNCTION public_subscriber_remove(uuid) TO amana_app;
GRANT EXECUTE ON FUNCTION clean_subscribers() TO amana_jobs;

-- The one letter that a stranger's act sends: to confirm, with nothing attached.
CREATE POLICY public ON outbox_mail FOR INSERT TO amana_public WITH CHECK (
  org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'public' AND state = 'queued'
  AND template = 'public-subscription' AND attachment_id IS NULL);
GRANT INSERT ON outbox_mail TO amana_public;
