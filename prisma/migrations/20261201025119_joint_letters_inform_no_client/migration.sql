SELECT set_config('check_function_bodies', 'off', true);


CREATE OR REPLACE VIEW portal.breach_informed WITH (security_barrier=true) AS
 SELECT f.org_id,
    p.id AS breach_controller_id,
    f.kind,
    f.at,
    f.controller_id,
    f.author_name AS told_by,
    COALESCE(f.value ->> 'who'::text, ''::text) AS told_to
   FROM breach_notice_fact f
     JOIN breach_controller p ON p.org_id = f.org_id AND p.breach_id = f.breach_id AND p.controller_id = f.controller_id
  WHERE f.org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (f.controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND f.at IS NOT NULL AND (f.kind = ANY (ARRAY['call-made'::text, 'read-in-portal'::text, 'known-elsewhere'::text, 'acknowledged'::text])) AND NOT (EXISTS ( SELECT
           FROM breach_notice_fact c
          WHERE c.org_id = f.org_id AND c.corrects_id = f.id)) AND ((EXISTS ( SELECT
           FROM breach_notice n
          WHERE n.org_id = p.org_id AND n.breach_controller_id = p.id AND n.status = 'issued'::text AND n.is_shared)) OR f.kind = 'call-made'::text AND p.status <> 'set-aside'::text AND (EXISTS ( SELECT
           FROM breach b
          WHERE b.org_id = p.org_id AND b.id = p.breach_id AND NOT b.is_drill)))
UNION ALL
 SELECT f.org_id,
    n.breach_controller_id,
    o.kind,
    o.at,
    f.controller_id,
    ''::text AS told_by,
    COALESCE(f.value ->> 'who'::text, ''::text) AS told_to
   FROM breach_notice_fact f
     JOIN breach_notice n ON n.org_id = f.org_id AND n.id = f.notice_id AND n.status = 'issued'::text AND n.is_shared
     JOIN outbox_fact o ON o.org_id = f.org_id AND o.letter_id = f.letter_id
  WHERE f.org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (f.controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND (o.kind = ANY (ARRAY['delivered'::text, 'said-received'::text])) AND f.kind <> 'joint-mail-queued'::text;
GRANT SELECT ON portal.breach_informed TO amana_portal;
