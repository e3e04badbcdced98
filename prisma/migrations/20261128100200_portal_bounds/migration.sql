-- Whatever statement runs in a contact's scope: a letter goes to whoever keeps the register or to its own controller's
-- side, and a thread begins on what the contact sees.

-- The portal sees no member; it learns of one address whether a member has it.
CREATE POLICY owner_addresses ON member FOR SELECT TO CURRENT_USER
  USING ((SELECT coalesce(current_setting('app.listing', true), '')) = 'on');
CREATE FUNCTION portal_is_member(address text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE found_one boolean;
BEGIN
  IF app_org() IS NULL OR app_scope() IS DISTINCT FROM 'portal' THEN
    RETURN false;
  END IF;
  PERFORM set_config('app.listing', 'on', true);
  SELECT EXISTS (SELECT FROM member m WHERE m.org_id = app_org() AND m.ended_at IS NULL
    AND lower(m.email) = lower(address)) INTO found_one;
  PERFORM set_config('app.listing', '', true);
  RETURN found_one;
END $$;
REVOKE ALL ON FUNCTION portal_is_member(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal_is_member(text) TO amana_app;

DROP POLICY portal ON outbox_mail;
CREATE POLICY portal ON outbox_mail FOR INSERT TO amana_app WITH CHECK (
  org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND state = 'queued' AND template LIKE 'portal-%'
  AND (attachment_id IS NULL OR EXISTS (SELECT 1 FROM attachment a WHERE a.id = attachment_id))
  AND (EXISTS (SELECT 1 FROM controller_contact c WHERE c.org_id = outbox_mail.org_id AND c.ended_at IS NULL
      AND c.controller_id = (SELECT app_controller()) AND lower(c.email) = lower(to_address))
    OR EXISTS (SELECT 1 FROM controller c WHERE c.org_id = outbox_mail.org_id
      AND c.id = (SELECT app_controller()) AND lower(c.contact_email) = lower(to_address))
    OR portal_is_member(to_address)));

-- What is seen is what the policies of its own table show to the contact.
CREATE FUNCTION portal_sees(noun text, subject uuid) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT CASE noun
      WHEN 'processing-record' THEN EXISTS (SELECT FROM processing_record WHERE id = subject)
      WHEN 'contract' THEN EXISTS (SELECT FROM contract WHERE id = subject)
      WHEN 'instruction' THEN EXISTS (SELECT FROM instruction WHERE id = subject)
      WHEN 'authorisation' THEN EXISTS (SELECT FROM authorisation WHERE id = subject)
      ELSE false END
  $$;
REVOKE ALL ON FUNCTION portal_sees(text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal_sees(text, uuid) TO amana_app;

DROP POLICY portal ON thread;
CREATE POLICY portal ON thread FOR SELECT USING (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller()));
CREATE POLICY portal_moves ON thread FOR UPDATE
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller()))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal')
    AND controller_id = (SELECT app_controller()));
CREATE POLICY portal_opens ON thread FOR INSERT WITH CHECK (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller())
  AND portal_sees(subject_noun, subject_id));
