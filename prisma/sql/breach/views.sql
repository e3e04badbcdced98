CREATE OR REPLACE VIEW portal.breach_informed WITH (security_barrier) AS
 SELECT f.org_id,
    p.id AS breach_controller_id,
    f.kind,
    f.at
   FROM breach_notice_fact f
     JOIN breach_controller p ON p.org_id = f.org_id AND p.breach_id = f.breach_id AND p.controller_id = f.controller_id
  WHERE f.org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (f.controller_id = ANY ((SELECT app_controllers())::uuid[])) AND f.at IS NOT NULL AND (f.kind = ANY (ARRAY['call-made', 'read-in-portal', 'known-elsewhere', 'acknowledged'])) AND (EXISTS ( SELECT
           FROM breach_notice n
          WHERE n.org_id = p.org_id AND n.breach_controller_id = p.id AND n.status = 'issued' AND n.is_shared))
UNION ALL
 SELECT f.org_id,
    n.breach_controller_id,
    o.kind,
    o.at
   FROM breach_notice_fact f
     JOIN breach_notice n ON n.org_id = f.org_id AND n.id = f.notice_id AND n.status = 'issued' AND n.is_shared
     JOIN outbox_fact o ON o.org_id = f.org_id AND o.letter_id = f.letter_id
  WHERE f.org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND (f.controller_id = ANY ((SELECT app_controllers())::uuid[])) AND (o.kind = ANY (ARRAY['delivered', 'said-received']));
GRANT SELECT ON portal.breach_informed TO amana_portal;

CREATE OR REPLACE VIEW portal.breach_notice WITH (security_barrier, security_invoker) AS
  SELECT id, org_id, breach_controller_id, controller_id, number, phase, locale, status, is_drill, is_shared,
    content, late_reason, issued_at, issued_by_name, document_id FROM breach_notice;
GRANT SELECT ON portal.breach_notice TO amana_portal;

CREATE OR REPLACE VIEW portal.breach_notice_fact WITH (security_barrier, security_invoker) AS
  SELECT id, org_id, controller_id, notice_id, kind, at, recorded_at, author_kind, author_id, author_name FROM
    breach_notice_fact;
GRANT SELECT ON portal.breach_notice_fact TO amana_portal;
GRANT INSERT (id, org_id, controller_id, notice_id, kind, at, recorded_at, author_kind, author_id, author_name) ON
  portal.breach_notice_fact TO amana_portal;
