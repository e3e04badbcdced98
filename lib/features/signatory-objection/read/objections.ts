import type { Tx } from "@/lib/platform/database/transaction";

/** Finds objections to a signatory that wait to be settled. */
export function findOpenObjections(tx: Tx, contactId: string): Promise<{ id: string }[]> {
  return tx.signatoryObjection.findMany({
    where: { contactId, settlement: null },
    orderBy: [{ objectedAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
}
