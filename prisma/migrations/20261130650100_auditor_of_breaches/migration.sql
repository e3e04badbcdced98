-- Art. 33(5): the documentation of breaches lets the authority verify. An auditor whose grant covers breaches reads their
-- facts, controllers and notices, and nobody's night telephone.
DO $$
DECLARE of text;
BEGIN
  FOREACH of IN ARRAY ARRAY['breach', 'breach_fact', 'breach_controller', 'breach_notice', 'breach_notice_fact'] LOOP
    EXECUTE format($p$CREATE POLICY auditor ON %I FOR SELECT
      USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'auditor'))$p$, of);
  END LOOP;
END $$;
