import type { Tx } from "@/lib/platform/transaction";

/** One's own line among the contacts of the controller. */
export function findOwnContact(tx: Tx, id: string) {
  return tx.controllerContact.findUniqueOrThrow({
    where: { id },
    select: { name: true, email: true, capacity: true, language: true, role: true, previousVisitAt: true },
  });
}

export type PortalCounts = { records: number; contracts: number; instructions: number; transfers: number };

/** How much there is of the controller's own, whom the scope names. */
export async function countOwn(tx: Tx): Promise<PortalCounts> {
  const [counts] = await tx.$queryRaw<[PortalCounts]>`
    SELECT (SELECT count(*)::int FROM processing_record WHERE state <> 'draft') AS "records",
      (SELECT count(*)::int FROM contract) AS "contracts",
      (SELECT count(*)::int FROM instruction) AS "instructions",
      (SELECT count(*)::int FROM transfer) AS "transfers"`;
  return counts;
}

/** What a list of the portal says of an entry, and whether it is new or changed since an instant. */
export type PortalRecordRow = {
  id: string;
  reference: string;
  activity: string;
  state: string;
  countries: string[];
  change: "new" | "changed" | null;
};

/** The controller's entries, in the order of their references. A draft says nothing yet: it is the processor's own work. */
export function listOwnRecords(tx: Tx, since: Date | null): Promise<PortalRecordRow[]> {
  return tx.$queryRaw`
    SELECT id, reference, activity, state, countries,
      CASE WHEN ${since}::timestamptz IS NULL THEN NULL WHEN created_at > ${since} THEN 'new'
        WHEN updated_at > ${since} THEN 'changed' END AS "change"
    FROM processing_record WHERE capacity = 'processor' AND state <> 'draft'
    ORDER BY reference LIMIT 1000`;
}
