-- What was sealed, or given to or by a controller, is withdrawn by neither side. A document given in error is closed to
-- view: its bytes stay and are handed to nobody, its name, its hash, the day and the reason stay shown to both sides.
CREATE TABLE "attachment_closure" (
    "org_id" UUID NOT NULL,
    "attachment_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "controller_id" UUID,
    -- False where it was opened again.
    "is_closed" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,

    CONSTRAINT "attachment_closure_pkey" PRIMARY KEY ("org_id", "attachment_id", "number"),
    CONSTRAINT "attachment_closure_reason" CHECK ("reason" <> '')
);
ALTER TABLE "attachment_closure" ADD CONSTRAINT "attachment_closure_org_id_attachment_id_fkey"
  FOREIGN KEY ("org_id", "attachment_id") REFERENCES "attachment"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE attachment_closure ENABLE ROW LEVEL SECURITY;
ALTER TABLE attachment_closure FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON attachment_closure FOR ALL
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
CREATE POLICY portal ON attachment_closure FOR SELECT USING (org_id = (SELECT app_org())
  AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller()));
GRANT SELECT, INSERT ON attachment_closure TO amana_app;

-- Withdrawals of what its controller had been shown, from before this rule: they close to view, and hide nothing more.
ALTER TABLE attachment_withdrawal ADD COLUMN "was_given" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE attachment_withdrawal NO FORCE ROW LEVEL SECURITY;
ALTER TABLE attachment NO FORCE ROW LEVEL SECURITY;
ALTER TABLE contract NO FORCE ROW LEVEL SECURITY;
ALTER TABLE authorisation NO FORCE ROW LEVEL SECURITY;
UPDATE attachment_withdrawal w SET was_given = true FROM attachment a
  WHERE a.org_id = w.org_id AND a.id = w.attachment_id AND a.controller_id IS NOT NULL
    AND NOT EXISTS (SELECT FROM contract c WHERE c.org_id = a.org_id AND c.id = a.subject_id AND c.state = 'draft')
    AND NOT EXISTS (SELECT FROM authorisation r WHERE r.org_id = a.org_id AND r.id = a.subject_id AND r.state = 'draft');
ALTER TABLE attachment_withdrawal FORCE ROW LEVEL SECURITY;
ALTER TABLE attachment FORCE ROW LEVEL SECURITY;
ALTER TABLE contract FORCE ROW LEVEL SECURITY;
ALTER TABLE authorisation FORCE ROW LEVEL SECURITY;

-- What a document is to both sides; the first that is true of it. Bound by the scope of whoever asks.
CREATE FUNCTION attachment_standing(of_org uuid, of_id uuid) RETURNS text
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE
    -- Printed by the product, and certified or sent as it is.
    WHEN EXISTS (SELECT FROM decision_certificate d WHERE d.org_id = a.org_id AND d.document_id = a.id)
      OR EXISTS (SELECT FROM contract_end_certificate e WHERE e.org_id = a.org_id AND e.document_id = a.id)
      OR EXISTS (SELECT FROM authorisation_fact f WHERE f.org_id = a.org_id AND f.document_id = a.id AND f.letter_id IS NOT NULL)
      OR EXISTS (SELECT FROM instruction_fact f WHERE f.org_id = a.org_id AND f.document_id = a.id AND f.letter_id IS NOT NULL)
      OR EXISTS (SELECT FROM outbox_mail m WHERE m.org_id = a.org_id AND m.attachment_id = a.id) THEN 'sealed'
    WHEN a.contact_id IS NOT NULL OR a.author_id IS NULL THEN 'received'
    -- A dated fact names it as its paper.
    WHEN EXISTS (SELECT FROM authorisation_fact f WHERE f.org_id = a.org_id AND f.document_id = a.id)
      OR EXISTS (SELECT FROM instruction_fact f WHERE f.org_id = a.org_id AND f.document_id = a.id) THEN 'given'
    WHEN a.controller_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM contract c WHERE c.org_id = a.org_id AND c.id = a.subject_id AND c.state = 'draft')
      AND NOT EXISTS (SELECT FROM authorisation r WHERE r.org_id = a.org_id AND r.id = a.subject_id AND r.state = 'draft')
      THEN 'given'
    ELSE 'own' END
  FROM attachment a WHERE a.org_id = of_org AND a.id = of_id $$;

CREATE FUNCTION attachment_is_closed(of_org uuid, of_id uuid) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(
    (SELECT c.is_closed FROM attachment_closure c WHERE c.org_id = of_org AND c.attachment_id = of_id
      ORDER BY c.number DESC LIMIT 1),
    EXISTS (SELECT FROM attachment_withdrawal w WHERE w.org_id = of_org AND w.attachment_id = of_id AND w.was_given)
      AND attachment_standing(of_org, of_id) <> 'sealed') $$;

CREATE FUNCTION withdraw_own_only() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.was_given OR attachment_standing(NEW.org_id, NEW.attachment_id) IS DISTINCT FROM 'own' THEN
    RAISE EXCEPTION 'what was sealed or given is withdrawn by neither side' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER withdraw_own_only BEFORE INSERT ON attachment_withdrawal
  FOR EACH ROW EXECUTE FUNCTION withdraw_own_only();

CREATE FUNCTION close_given_only() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF coalesce(attachment_standing(NEW.org_id, NEW.attachment_id), '') NOT IN ('given', 'received')
    OR NEW.is_closed = attachment_is_closed(NEW.org_id, NEW.attachment_id)
    OR NEW.controller_id IS DISTINCT FROM
      (SELECT a.controller_id FROM attachment a WHERE a.org_id = NEW.org_id AND a.id = NEW.attachment_id) THEN
    RAISE EXCEPTION 'what was given is closed, or opened again, and nothing else is' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER close_given_only BEFORE INSERT ON attachment_closure
  FOR EACH ROW EXECUTE FUNCTION close_given_only();
REVOKE ALL ON FUNCTION withdraw_own_only(), close_given_only() FROM PUBLIC;

-- By whatever statement, nobody is handed the bytes of what is closed.
CREATE POLICY closed_to_view ON attachment_chunk AS RESTRICTIVE FOR SELECT TO amana_app
  USING (NOT attachment_is_closed(org_id, attachment_id));

ALTER POLICY portal ON attachment USING (
  org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal' AND controller_id = (SELECT app_controller())
  AND NOT EXISTS (SELECT FROM attachment_withdrawal w WHERE w.org_id = attachment.org_id
    AND w.attachment_id = attachment.id AND NOT w.was_given)
  AND (subject_noun IS DISTINCT FROM 'contract'
    OR EXISTS (SELECT FROM contract c WHERE c.org_id = attachment.org_id AND c.id = subject_id))
  AND (subject_noun IS DISTINCT FROM 'authorisation'
    OR EXISTS (SELECT FROM authorisation a WHERE a.org_id = attachment.org_id AND a.id = subject_id)));
