import type { Tx } from "@/lib/platform/database/transaction";

export function findRule(tx: Tx) {
  return tx.rightsRequestRule.findFirst({
    select: { retentionMonths: true, version: true, updatedAt: true, updatedByName: true },
  });
}

/** Closed requests that still hold their person: the domain decides which are due. */
export async function findClosedWithPerson(tx: Tx): Promise<{ id: string; closedAt: number }[]> {
  const rows = await tx.rightsRequest.findMany({
    where: { state: "closed", erasedAt: null, closedAt: { not: null } },
    orderBy: { closedAt: "asc" },
    take: MOST_ROWS,
    select: { id: true, closedAt: true },
  });
  return rows.flatMap(({ id, closedAt }) => (closedAt ? [{ id, closedAt: closedAt.getTime() }] : []));
}
const MOST_ROWS = 1000;
