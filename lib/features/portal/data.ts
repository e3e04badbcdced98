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
