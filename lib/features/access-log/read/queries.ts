import type { Tx } from "@/lib/platform/database/transaction";

const MOST_SHOWN = 50;

/** Includes contacts of controllers merged into this one. */
export async function findAccessEntries(tx: Tx, controllerId: string) {
  const merged = await tx.controllerMerge.findMany({
    where: { intoId: controllerId },
    select: { controllerId: true },
  });
  const joined = await tx.controller.findMany({
    where: { id: { in: merged.map((row) => row.controllerId) }, mergedIntoId: controllerId },
    select: { id: true },
  });
  return tx.accessLook.findMany({
    where: { controllerId: { in: [controllerId, ...joined.map(({ id }) => id)] } },
    orderBy: [{ lookedAt: "desc" }, { id: "desc" }],
    take: MOST_SHOWN,
    select: {
      id: true,
      contactId: true,
      contactName: true,
      noun: true,
      subjectId: true,
      label: true,
      lookedAt: true,
      batchId: true,
    },
  });
}
