import { lawColumns } from "@/lib/domain/controller/law-facts";
import { applicableLaws, type DataLaw } from "@/lib/domain/statute/applicable-laws";
import type { Tx } from "@/lib/platform/database/transaction";

export type CallClient = { id: string; legalName: string; laws: DataLaw[] };

/** Clients for which a call may be judged, with the laws under which each stands on a day: they bind it first, whoever is called. */
export async function findCallClients(tx: Tx, on: string): Promise<CallClient[]> {
  const rows = await tx.controller.findMany({
    where: { archivedAt: null, mergedIntoId: null, isPlaceholder: false },
    orderBy: { legalName: "asc" },
    select: { id: true, legalName: true, ...lawColumns },
  });
  return rows.map(({ id, legalName, ...facts }) => ({
    id,
    legalName,
    laws: applicableLaws(facts, { on }).applied.map(({ law }) => law),
  }));
}
