-- Incidents of which a controller was told: by a notice that it may read, or by a call, unless of a drill. A line that was corrected
-- or withdrawn is none.
CREATE OR REPLACE VIEW portal.breach_controller WITH (security_barrier) AS
  SELECT p.id, p.org_id, p.controller_id FROM breach_controller p
    WHERE p.org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (p.controller_id = ANY ((SELECT
      app_controllers())::uuid[])) AND ((EXISTS (SELECT FROM breach_notice n WHERE n.org_id = p.org_id AND
      n.breach_controller_id = p.id AND n.status = 'issued' AND n.is_shared)) OR (EXISTS (SELECT FROM breach_notice_fact f
      JOIN breach b ON b.org_id = f.org_id AND b.id = f.breach_id AND NOT b.is_drill WHERE f.org_id = p.org_id AND
      f.breach_id = p.breach_id AND f.controller_id = p.controller_id AND f.kind = 'call-made' AND NOT (EXISTS (SELECT
      FROM breach_notice_fact c WHERE c.org_id = f.org_id AND c.corrects_id = f.id)))));
GRANT SELECT ON portal.breach_controller TO amana_portal;

-- Facts by which a controller came to know, or was told that its data are not affected, with who told whom and of which notice. A
-- call is shown also where no notice was issued yet, unless it was of a drill; a line that was corrected or withdrawn is none, nor is
-- a letter to a joint controller of the client. What servers report of a letter says whether its notice left.
CREATE OR REPLACE VIEW portal.breach_informed WITH (security_barrier) AS
 SELECT f.org_id,
    p.id AS breach_controller_id,
    f.kind,
    f.at,
    f.controller_id,
    f.author_name AS told_by,
    COALESCE(f.value ->> 'who', '') AS told_to,
    f.notice_id,
    NULL::uuid AS letter_id,
    CASE WHEN f.author_kind = 'controller-contact' THEN f.author_id END AS by_contact_id
   FROM breach_notice_fact f
     JOIN breach_controller p ON p.org_id = f.org_id AND p.breach_id = f.breach_id AND p.controller_id = f.controller_id
  WHERE f.org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (f.controller_id = ANY ((SELECT app_controllers())::uuid[])) AND f.at IS NOT NULL AND (f.kind = ANY (ARRAY['call-made', 'call-rectified', 'read-in-portal', 'known-elsewhere', 'given-on-paper', 'acknowledged'])) AND NOT (EXISTS ( SELECT
           FROM breach_notice_fact c
          WHERE c.org_id = f.org_id AND c.corrects_id = f.id)) AND ((EXISTS ( SELECT
           FROM breach_notice n
          WHERE n.org_id = p.org_id AND n.breach_controller_id = p.id AND n.status = 'issued' AND n.is_shared)) OR (f.kind = ANY (ARRAY['call-made', 'call-rectified'])) AND (EXISTS ( SELECT
           FROM breach b
          WHERE b.org_id = p.org_id AND b.id = p.breach_id AND NOT b.is_drill)))
UNION ALL
 SELECT f.org_id,
    n.breach_controller_id,
    o.kind,
    o.at,
    f.controller_id,
    '' AS told_by,
    COALESCE(f.value ->> 'who', '') AS told_to,
    f.notice_id,
    f.letter_id,
    NULL::uuid AS by_contact_id
   FROM breach_notice_fact f
     JOIN breach_notice n ON n.org_id = f.org_id AND n.id = f.notice_id AND n.status = 'issued' AND n.is_shared
     JOIN outbox_fact o ON o.org_id = f.org_id AND o.letter_id = f.letter_id
  WHERE f.org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (f.controller_id = ANY ((SELECT app_controllers())::uuid[])) AND (o.kind = ANY (ARRAY['handed-over', 'delivered', 'said-received', 'bounced', 'refused', 'given-up'])) AND f.kind <> 'joint-mail-queued';
GRANT SELECT ON portal.breach_informed TO amana_portal;

CREATE OR REPLACE VIEW portal.breach_notice WITH (security_barrier, security_invoker) AS
  SELECT id, org_id, breach_controller_id, controller_id, number, phase, locale, status, is_drill, is_shared,
    content, late_reason, issued_at, issued_by_name, document_id FROM breach_notice;
GRANT SELECT ON portal.breach_notice TO amana_portal;

CREATE OR REPLACE VIEW portal.breach_notice_fact WITH (security_barrier, security_invoker) AS
  SELECT id, org_id, controller_id, notice_id, kind, at, recorded_at, author_kind, author_id, author_name, told,
    corrects_id, breach_controller_id FROM breach_notice_fact;
GRANT SELECT ON portal.breach_notice_fact TO amana_portal;
GRANT INSERT (id, org_id, controller_id, notice_id, breach_controller_id, kind, at, recorded_at, author_kind, author_id,
  author_name, told) ON portal.breach_notice_fact TO amana_portal;
