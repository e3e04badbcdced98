SELECT amana_bind_table('outbox_fact', 'fact');
CREATE POLICY platform ON outbox_fact
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'platform'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'platform'));
-- Lists what is reported of letters, within the function that tells contacts of those of their requests.
CREATE POLICY owner_lists ON outbox_fact FOR SELECT TO CURRENT_USER
  USING (((SELECT COALESCE(current_setting('app.listing', true), '') AS "coalesce")) = 'on');
CREATE POLICY portal_informed ON outbox_fact FOR SELECT TO CURRENT_USER
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (EXISTS (SELECT FROM breach_notice_fact
    f WHERE f.org_id = outbox_fact.org_id AND f.letter_id = outbox_fact.letter_id)));

ALTER TABLE outbox_mail ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- The owner is bound by row-level security as well: it sees letters within the functions that list them, and nowhere
-- else.
CREATE POLICY owner_lists ON outbox_mail FOR SELECT TO CURRENT_USER
  USING (((SELECT COALESCE(current_setting('app.listing', true), '') AS "coalesce")) = 'on');
-- Letters of the platform itself: a password to choose again, by somebody of several organisations or of none.
CREATE POLICY platform ON outbox_mail
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'platform')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'platform');
-- A letter that a contact's act sends: one of the portal's own, with no file but one that the contact may see.
CREATE POLICY portal ON outbox_mail FOR INSERT TO amana_portal, CURRENT_USER
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND state = 'queued' AND CASE WHEN
    template = ANY (ARRAY['portal-thread-to-steward', 'portal-instruction-given', 'portal-instruction-answered'])
    THEN attachment_id IS NULL AND portal_is_steward(to_address) WHEN template = 'portal-decision-taken' THEN
    portal_certified(attachment_id) AND portal_is_steward(to_address) WHEN template = ANY
    (ARRAY['portal-decision-receipt', 'portal-decision-told']) THEN portal_certified(attachment_id) AND
    portal_is_ours(to_address) ELSE false END OR org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND
    state = 'queued' AND attachment_id IS NULL AND (template = ANY (ARRAY['portal-script-decided',
    'signatory-objection-made']) AND portal_is_steward(to_address) OR template = ANY (ARRAY['portal-script-told',
    'signatory-objection-told']) AND portal_is_ours(to_address)));
-- A contact's answer tells those who hold the register of it.
CREATE POLICY portal_rights ON outbox_mail FOR INSERT TO amana_portal
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND state = 'queued' AND template =
    'portal-rights-request-answered' AND attachment_id IS NULL AND portal_is_steward(to_address));
-- The one letter that a stranger's act sends: to confirm, with nothing attached.
CREATE POLICY public ON outbox_mail FOR INSERT TO amana_public
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'public' AND state = 'queued' AND template =
    'public-subscription' AND attachment_id IS NULL);
-- The receipt goes to the address that was given, with nothing attached.
CREATE POLICY public_request ON outbox_mail FOR INSERT TO amana_public
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'public' AND state = 'queued' AND template
    = ANY (ARRAY['public-request', 'public-request-received']) AND to_name = '' AND attachment_id IS NULL);
-- The receipt of an authorisation goes to who gave it through a personal link, with nothing attached.
CREATE POLICY parental_receipt ON outbox_mail FOR INSERT TO amana_public
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'data-subject' AND state = 'queued' AND template
    = 'parental-consent-recorded' AND to_name = '' AND to_address = '' AND attachment_id IS NULL);
CREATE POLICY staff ON outbox_mail
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff')
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'staff');
GRANT INSERT, SELECT, UPDATE ON outbox_mail TO amana_app;
GRANT INSERT, SELECT ON outbox_mail TO amana_auth;
GRANT INSERT ON outbox_mail TO amana_portal;
GRANT INSERT ON outbox_mail TO amana_public;
GRANT SELECT (org_id, attachment_id) ON outbox_mail TO amana_portal;

ALTER TABLE returned_mail ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- Counts returned messages that match no letter of anybody: a number, of no organisation in particular.
CREATE POLICY owner_lists ON returned_mail FOR SELECT TO CURRENT_USER
  USING (((SELECT COALESCE(current_setting('app.listing', true), '') AS "coalesce")) = 'on');
CREATE POLICY platform ON returned_mail
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'platform'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'platform'));
CREATE POLICY staff ON returned_mail
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
GRANT INSERT, SELECT ON returned_mail TO amana_app;
