import { type ChangeToNotify, planSubProcessor } from "@/lib/domain/obligation/plan-sub-processor";
import { subProcessorContentSchema } from "@/lib/domain/sub-processor/content";
import type { Tx } from "@/lib/platform/database/transaction";
import type { FindObligations } from "./asked";

export const findSubProcessorObligations: FindObligations = async (tx) => {
  const rows = await tx.subProcessor.findMany({
    where: { state: "listed" },
    select: { id: true, reference: true, name: true, content: true, version: true, updatedAt: true },
  });
  const changes = await findChanges(tx);
  return rows.flatMap(({ id, reference, name, content, version, updatedAt }) =>
    planSubProcessor({
      row: {
        subject: { id, reference },
        controller: null,
        version,
        path: `/sub-processors/${id}`,
        changedAt: updatedAt.getTime(),
      },
      name,
      content: subProcessorContentSchema.parse(content),
      changes: changes.filter(({ subProcessorId }) => subProcessorId === id),
    }),
  );
};

type Found = {
  authorisationId: string;
  subProcessorId: string;
  controllerId: string;
  controllerName: string;
  since: Date;
};

/**
 * Controllers that agreed, or let pass, another list than today's, art. 28(2): their last request that was sent has the
 * digest of what it asked for, and versions tell since when it differs.
 */
async function findChanges(tx: Tx): Promise<(ChangeToNotify & { subProcessorId: string })[]> {
  const rows = await tx.$queryRaw<Found[]>`
    SELECT a.id AS "authorisationId", a.sub_processor_id AS "subProcessorId", c.id AS "controllerId",
      c.legal_name AS "controllerName", coalesce((
        SELECT min(v.recorded_at) FROM sub_processor_version v
        WHERE v.org_id = a.org_id AND v.sub_processor_id = a.sub_processor_id
          AND v.version > a.sub_processor_version AND v.scope_digest <> a.scope_digest), s.updated_at) AS since
    FROM (SELECT DISTINCT ON (controller_id, sub_processor_id) * FROM authorisation WHERE state <> 'draft'
      ORDER BY controller_id, sub_processor_id, created_at DESC, reference DESC) AS a
    JOIN sub_processor s ON s.org_id = a.org_id AND s.id = a.sub_processor_id
      AND s.state = 'listed' AND s.scope_digest <> a.scope_digest
    JOIN controller c ON c.org_id = a.org_id AND c.id = a.controller_id AND c.archived_at IS NULL
    WHERE a.state IN ('approved', 'notified')`;
  return rows.map(({ controllerId, controllerName, since, ...rest }) => ({
    ...rest,
    controller: { id: controllerId, name: controllerName },
    since: since.getTime(),
  }));
}
