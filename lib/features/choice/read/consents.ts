import { IS_STANDING_AMONG_MANY } from "./standing";
import type { Tx } from "@/lib/platform/database/transaction";

/** Product of one controller, or of the one that it was merged into, at an instant. */
type Asked = { controllerId: string; purpose: string; at: number };

/** Consents of one collection that end on one day, or on none that was stated, of persons whom nothing stopped since. */
export type ConsentGroup = { collectionId: string; givenAt: number; until: string | null; count: number };

/** Groups the consents that stand, without regard to their last day, towards a controller for a product. */
export async function findConsentGroups(
  tx: Tx,
  { controllerId, purpose, at }: Asked,
): Promise<ConsentGroup[]> {
  const rows = await tx.$queryRaw<
    { collectionId: string; givenAt: Date; until: string | null; count: number }[]
  >`
    WITH made AS (
      SELECT c.person_key, c.outcome, c.decided_at, c.valid_until, c.consent_file_id, row_number() OVER (
        PARTITION BY c.person_key ORDER BY c.decided_at DESC, (c.outcome = 'allowed')::int) AS place
      FROM choice c JOIN controller o ON o.org_id = c.org_id AND o.id = c.controller_id
      WHERE ${IS_STANDING_AMONG_MANY} AND c.act = 'telephone' AND c.purpose IN (${purpose}, '') AND c.decided_at <= ${new Date(at)}
        AND c.recorded_at <= ${new Date(at)}
        AND (o.id = ${controllerId}::uuid OR o.merged_into_id = ${controllerId}::uuid)
    )
    SELECT f.collection_id AS "collectionId", max(m.decided_at) AS "givenAt", m.valid_until AS until, count(*)::int
    FROM made m JOIN consent_file f ON f.id = m.consent_file_id
    WHERE m.place = 1 AND m.outcome = 'allowed'
    GROUP BY f.collection_id, m.valid_until ORDER BY m.valid_until DESC NULLS LAST`;
  return rows.map(({ givenAt, ...row }) => ({ ...row, givenAt: givenAt.getTime() }));
}
