-- AlterTable
ALTER TABLE "breach_notice_fact" ADD COLUMN     "corrects_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "breach_notice_fact_org_id_corrects_id_key" ON "breach_notice_fact"("org_id", "corrects_id");

SELECT set_config('check_function_bodies', 'off', true);

REVOKE SELECT (id, org_id, controller_id, notice_id, kind, at, recorded_at, author_kind, author_id, author_name, told) ON breach_notice_fact FROM amana_portal;
DROP POLICY portal ON breach_notice_fact;

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
  WHERE f.org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (f.controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND (o.kind = ANY (ARRAY['delivered'::text, 'said-received'::text]));

CREATE OR REPLACE VIEW portal.breach_notice_fact WITH (security_barrier=true, security_invoker=true) AS
 SELECT id,
    org_id,
    controller_id,
    notice_id,
    kind,
    at,
    recorded_at,
    author_kind,
    author_id,
    author_name,
    told,
    corrects_id
   FROM breach_notice_fact;

CREATE POLICY portal_informed ON breach FOR SELECT TO CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (EXISTS ( SELECT
   FROM breach_controller p
  WHERE p.org_id = breach.org_id AND p.breach_id = breach.id)));

CREATE POLICY portal ON breach_notice_fact FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND (kind = ANY (ARRAY['call-made'::text, 'given-in-portal'::text, 'read-in-portal'::text, 'known-elsewhere'::text, 'acknowledged'::text, 'pack-taken'::text, 'authority-stated'::text, 'persons-stated'::text, 'withdrawn'::text])) AND (EXISTS ( SELECT
   FROM breach_notice n
  WHERE n.org_id = breach_notice_fact.org_id AND n.id = breach_notice_fact.notice_id)));
GRANT SELECT (id, org_id, controller_id, notice_id, kind, at, recorded_at, author_kind, author_id, author_name, told, corrects_id) ON breach_notice_fact TO amana_portal;
