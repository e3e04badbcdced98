import type { Tx } from "@/lib/platform/database/transaction";

/** Controllers for which something new may be begun. */
const ACTIVE = { archivedAt: null, mergedIntoId: null, isPlaceholder: false };

export function findActiveControllers(tx: Tx): Promise<{ id: string; legalName: string }[]> {
  return tx.controller.findMany({
    where: ACTIVE,
    orderBy: { legalName: "asc" },
    select: { id: true, legalName: true },
  });
}

/** Locks a controller against archiving; false where it is not active. */
export async function lockActiveController(tx: Tx, id: string): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM controller WHERE id = ${id}::uuid FOR SHARE`;
  return (await tx.controller.count({ where: { id, ...ACTIVE } })) > 0;
}

/** Controller whose a row is now: the one that its own was merged into. */
export function holderOf({
  controller: { id, mergedIntoId },
}: {
  controller: { id: string; mergedIntoId: string | null };
}): string {
  return mergedIntoId ?? id;
}
