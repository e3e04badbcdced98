-- AlterTable
ALTER TABLE "breach_notice_fact" ADD COLUMN     "told" JSONB;

SELECT set_config('check_function_bodies', 'off', true);

REVOKE SELECT (id, org_id, controller_id, notice_id, kind, at, recorded_at, author_kind, author_id, author_name) ON breach_notice_fact FROM amana_portal;
REVOKE INSERT (id, org_id, controller_id, notice_id, kind, at, recorded_at, author_kind, author_id, author_name) ON portal.breach_notice_fact FROM amana_portal;
REVOKE INSERT (id, org_id, controller_id, notice_id, kind, at, recorded_at, author_kind, author_id, author_name) ON breach_notice_fact FROM amana_portal;
DROP POLICY portal_receives ON breach_notice_fact;
DROP POLICY portal ON breach_notice_fact;

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
    told
   FROM breach_notice_fact;

CREATE POLICY portal ON breach_notice_fact FOR SELECT TO amana_portal, CURRENT_USER
  USING (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND (kind = ANY (ARRAY['call-made'::text, 'given-in-portal'::text, 'read-in-portal'::text, 'known-elsewhere'::text, 'acknowledged'::text, 'pack-taken'::text, 'authority-stated'::text, 'persons-stated'::text])) AND (EXISTS ( SELECT
   FROM breach_notice n
  WHERE n.org_id = breach_notice_fact.org_id AND n.id = breach_notice_fact.notice_id)));

CREATE POLICY portal_receives ON breach_notice_fact FOR INSERT TO amana_portal
  WITH CHECK (org_id = (( SELECT app_org() AS app_org)) AND ( SELECT app_scope() = 'portal'::text) AND (controller_id = ANY ((( SELECT app_controllers() AS app_controllers))::uuid[])) AND author_kind = 'controller-contact'::text AND (kind = ANY (ARRAY['read-in-portal'::text, 'acknowledged'::text, 'pack-taken'::text, 'authority-stated'::text, 'persons-stated'::text])) AND (told IS NOT NULL) = (kind = ANY (ARRAY['authority-stated'::text, 'persons-stated'::text])) AND (EXISTS ( SELECT
   FROM breach_notice n
  WHERE n.org_id = breach_notice_fact.org_id AND n.id = breach_notice_fact.notice_id AND n.controller_id = breach_notice_fact.controller_id)));
GRANT INSERT (id, org_id, controller_id, notice_id, kind, at, recorded_at, author_kind, author_id, author_name, told) ON breach_notice_fact TO amana_portal;
GRANT INSERT (id, org_id, controller_id, notice_id, kind, at, recorded_at, author_kind, author_id, author_name, told) ON portal.breach_notice_fact TO amana_portal;
GRANT SELECT (id, org_id, controller_id, notice_id, kind, at, recorded_at, author_kind, author_id, author_name, told) ON breach_notice_fact TO amana_portal;

-- A statement is corrected once: a correction of what another has corrected meanwhile is refused.
CREATE UNIQUE INDEX breach_notice_fact_corrected_key ON breach_notice_fact (org_id, (told ->> 'correctsId'))
  WHERE told ->> 'correctsId' IS NOT NULL;
