import type { Tx } from "@/lib/platform/transaction";

const MOST_SHOWN = 50;

/** The last looks of the contacts of a controller and of those merged into it, newest first. */
export async function findLooks(tx: Tx, controllerId: string) {
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

/** The oldest looks that no entry of the journal seals yet; two jobs at once take different ones. */
export async function takeUnsealed(tx: Tx, limit: number) {
  const ids = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM access_look WHERE batch_id IS NULL ORDER BY id LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
  return tx.accessLook.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    orderBy: { id: "asc" },
    select: { id: true, contactId: true, noun: true, subjectId: true, label: true, lookedAt: true },
  });
}
